internal import Foundation
internal import RuleLanguage
internal import SourceText

extension Verb {
  /// `assay format`: canonical layout of the rules.
  static let format = Verb(
    name: "format", operands: "[--check] [PATH…]",
    summary: "Lays rule files out in the canonical way",
    flags: [Flag("--check", nil, "change nothing; exit 1 if a file would change"), .format],
    examples: [
      ("assay format House/", "rewrites the files of a folder"),
      ("assay format --check", "for your CI"),
    ],
    notes: [
      "Files with errors are left as they are. Without PATH: the folders of --rules, else the shipped "
        + "rules where they lie in ./Rules."
    ]
  ) { arguments, console in
    let isJSON = try arguments.choice("--format", of: ["text", "json"], default: "text") == "json"
    let checks = arguments.has("--check")
    var outcome = Layouts(written: !checks)
    for file in try ruleFiles(arguments) {
      let tree = parse(RuleSource(path: file, bytes: try bytes(of: file)))
      outcome.files += 1
      if !tree.diagnostics.isEmpty {
        outcome.withErrors.append(file)
        continue
      }
      let formatted = RuleLanguage.format(tree)
      guard formatted != tree.source.bytes else { continue }
      outcome.differing.append(file)
      if !checks { try write(formatted, to: file) }
    }
    try console.print(isJSON ? try outcome.json() : outcome.text())
    console.note(outcome.summary)
    return checks && !outcome.differing.isEmpty ? .no : .done
  }

  private static func ruleFiles(_ arguments: Arguments) throws(Failure) -> [String] {
    let named = arguments.operands + arguments.all("--rules")
    let paths = named.isEmpty ? try RulesInForce.folders(arguments) : named
    if paths.isEmpty {
      throw Failure("there is no folder `Rules` here", hint: "assay format PATH…")
    }
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure("no such file or folder: `\(path)`")
      }
      if isFolder.boolValue {
        let found = ruleFiles(in: path)
        if found.isEmpty { throw Failure("no .rules file in `\(path)`") }
        files += found
      } else if path.hasSuffix(".rules") {
        files.append(path)
      } else {
        throw Failure("`\(path)` is no .rules file")
      }
    }
    return files
  }

  private static func ruleFiles(in folder: String) -> [String] {
    var root = folder[...]
    while root.count > 1, root.last == "/" { root = root.dropLast() }
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".rules") }.map { "\(root)/\($0)" }
      .filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func bytes(of file: String) throws(Failure) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure("cannot read `\(file)`")
    }
    return Array(data)
  }

  private static func write(_ bytes: [UInt8], to file: String) throws(Failure) {
    do {
      try Data(bytes).write(to: URL(filePath: file), options: .atomic)
    } catch {
      throw Failure("cannot write `\(file)`: \(error.localizedDescription)")
    }
  }
}

/// What laying out came to.
private struct Layouts: Encodable {
  var files = 0
  /// Files that are, or were, laid out otherwise.
  var differing: [String] = []
  /// Files that do not parse; nothing was done to them.
  var withErrors: [String] = []
  /// Whether the differing files were rewritten.
  var written: Bool

  var summary: String {
    let errors = withErrors.isEmpty ? "" : ", \(withErrors.count) with errors left alone"
    return
      "\(counted(files, "rule file")), \(differing.count) \(written ? "changed" : "would change")"
      + errors
  }

  func text() -> String { differing.map { "\($0)\n" }.joined() }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
