import Foundation
import Testing

@Suite struct `The house` {
  /// What each module may import of ours: those before it in the flow of data.
  static let allowed: [String: Set<String>] = [
    "SourceText": [],
    "Diagnostics": ["SourceText"],
    "RuleLanguage": ["SourceText", "Diagnostics"],
    "PhraseMatching": ["SourceText"],
    "Findings": ["SourceText"],
    "ShippedRules": [],
    "RuleCompilation": [
      "SourceText", "Diagnostics", "RuleLanguage", "PhraseMatching", "Findings", "ShippedRules",
    ],
    "ArticleReading": ["SourceText"],
    "Auditing": ["SourceText", "PhraseMatching", "Findings", "RuleCompilation", "ArticleReading"],
    "Scoring": ["SourceText", "Findings", "RuleCompilation"],
    "Evaluation": ["SourceText", "Findings", "RuleCompilation", "ArticleReading", "Auditing"],
    "Reporting": ["SourceText", "Findings", "RuleCompilation", "Scoring"],
    "assay": [
      "SourceText", "Diagnostics", "RuleLanguage", "PhraseMatching", "Findings", "RuleCompilation",
      "ArticleReading", "Auditing", "Scoring", "Evaluation", "Reporting",
    ],
  ]

  @Test func `imports only against the flow of data`() throws {
    let ours = Set(Self.allowed.keys)
    for file in try SourceTree.swiftFiles() {
      guard let allowed = Self.allowed[file.module] else { continue }
      for line in file.lines where line.contains("import ") && !line.hasPrefix("//") {
        guard let name = line.split(separator: " ").last.map(String.init), ours.contains(name)
        else {
          continue
        }
        #expect(allowed.contains(name), "\(file.path) imports \(name)")
      }
    }
  }

  @Test func `has no package dependency`() throws {
    let manifest = try String(
      contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)
    #expect(!manifest.contains(".package("))
  }

  @Test func `shows in its README the table of the sample report`() throws {
    let readme = try String(
      contentsOf: SourceTree.root.appending(path: "README.md"), encoding: .utf8
    ).split(separator: "\n")
    let rows = try String(
      contentsOf: SourceTree.root.appending(path: "Reports/Sample/audit.md"), encoding: .utf8
    ).split(separator: "\n")
      .drop { !$0.hasPrefix("| Company | Score |") }.dropFirst(2).prefix { $0.hasPrefix("| ") }
    #expect(rows.count >= 10)
    for row in rows {
      // Company, score, band, peak, worst signal, findings, sources.
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let shown = [cells[0], cells[1], cells[2], cells[4], cells[5], cells[6]].joined(
        separator: " ")
      #expect(
        readme.contains { $0.split(separator: " ").joined(separator: " ") == shown }, "\(shown)")
    }
  }

  @Test func `has only what its owner named at the top`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path)
      .filter { !$0.hasPrefix(".") }
    #expect(
      Set(names).subtracting(["Package.resolved"])
        == ["Package.swift", "Sources", "Tests", "Rules", "Reports", "README.md"])
  }

  @Test func `documents every package declaration`() throws {
    let words = [
      "struct", "enum", "func", "init", "var", "let", "class", "actor", "static", "mutating",
      "init?",
    ]
    for file in try SourceTree.swiftFiles() {
      for (index, line) in file.lines.enumerated() {
        let trimmed = line.trimmingCharacters(in: .whitespaces)
        guard trimmed.hasPrefix("package "), !trimmed.hasPrefix("package import"),
          !trimmed.hasPrefix("package typealias"),
          words.contains(where: { trimmed.hasPrefix("package \($0)") })
        else { continue }
        var above = index - 1
        while above >= 0, file.lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") {
          above -= 1
        }
        let before = above >= 0 ? file.lines[above].trimmingCharacters(in: .whitespaces) : ""
        #expect(before.hasPrefix("///"), "\(file.path):\(index + 1) is not documented")
      }
    }
  }

  @Test func `keeps files short and without drawers`() throws {
    for file in try SourceTree.swiftFiles() {
      #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines")
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      for drawer in ["Util", "Helper", "Manager", "Common", "Misc", "Core"] {
        #expect(!name.contains(drawer), "\(file.path)")
      }
    }
  }

  @Test func `never traps on purpose`() throws {
    for file in try SourceTree.swiftFiles() {
      for (index, line) in file.lines.enumerated() {
        for banned in ["try!", "fatalError(", "as! ", "unsafeBitCast"] where line.contains(banned) {
          Issue.record("\(file.path):\(index + 1) has \(banned)")
        }
      }
    }
  }

  /// Knowledge of languages lives in Rules: what reads articles holds no letter beyond ASCII and no
  /// text of two words that could be looked for in one.
  @Test func `keeps natural language out of what reads articles`() throws {
    let readers: Set = ["SourceText", "PhraseMatching", "ArticleReading", "Auditing", "Scoring"]
    let literal = try Regex("\"((?:[^\"\\\\]|\\\\.)*)\"")
    for file in try SourceTree.swiftFiles() where readers.contains(file.module) {
      for (index, line) in file.lines.enumerated() {
        let code = line.trimmingCharacters(in: .whitespaces)
        guard !code.hasPrefix("//") else { continue }
        for match in code.matches(of: literal) {
          let text = String(code[match.range])
          let foreign = text.unicodeScalars.filter { !$0.isASCII && $0.properties.isAlphabetic }
          #expect(foreign.isEmpty, "\(file.path):\(index + 1): \(text)")
        }
      }
    }
  }
}
