import Expectations
import Findings
import Foundation
import Reporting
import SourceText
import Testing

@Suite struct `The table of companies` {
  private static let letters = Array("aM카ー메深أ👩‍👩‍👧 é\u{301}-&\u{1B}\u{202E}\tﬁ")

  private static func name(_ generator: inout SeededGenerator) -> String {
    String(
      (0..<Int.random(in: 1...60, using: &generator)).map { _ in
        letters.randomElement(using: &generator) ?? "a"
      })
  }

  private static func plain(_ table: String) throws -> [String] {
    let colour = try Regex("\u{1B}\\[[0-9]+m")
    return table.replacing(colour, with: "").split(separator: "\n").map(String.init)
  }

  private static func report(of names: [String]) throws -> AuditReport {
    let companies = names.enumerated().map { ("c\($0.offset)", $0.element) }
    let articles = names.enumerated().map { number, name in
      let signal = ["pirated-works", "data-sale", "employee-monitoring"][number % 3]
      return SampleArticle(
        id: "a\(number)", title: nil, text: "Sold, \(number).", voice: "v\(number)",
        published: "2026-0\(number % 9 + 1)-01",
        companies: names.filter { $0.count % 3 == 0 },
        said: number % 2 == 0
          ? [
            .init(
              company: name, signal: signal, stance: .confirmed, quote: "Sold, \(number).",
              words: ["Sold"], actor: "")
          ] : [])
    }
    return try Sample.report(articles, rules: SampleRules.rules(companies: companies))
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `fits 80 columns whatever the names`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = Set((0..<9).map { _ in Self.name(&generator) }).sorted()
    let table = CompanyTable(try Self.report(of: names))
    for line in try Self.plain(table.text(colour: seed % 2 == 0)) {
      #expect(DisplayWidth.of(line) <= 80, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
      #expect(!line.hasSuffix(" "))
    }
  }

  /// The names of the shipped rules, the longest first: they are what the table will meet.
  @Test func `fits 80 columns with the longest declared names`() throws {
    let folder = Sample.file("Rules/companies")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var names: Set<String> = []
    let declaration = /^company [a-z0-9-]+ "([^"]+)"/
    for file in files.sorted() where file.hasSuffix(".rules") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for line in text.split(separator: "\n") {
        if let match = line.firstMatch(of: declaration) { names.insert(String(match.1)) }
      }
    }
    let longest = names.sorted { DisplayWidth.of($0) > DisplayWidth.of($1) }.prefix(10)
    for line in try Self.plain(
      CompanyTable(try Self.report(of: Array(longest))).text(colour: false))
    {
      #expect(DisplayWidth.of(line) <= 80, "\(line)")
    }
  }

  @Test func `colours bands only where it may`() throws {
    let table = CompanyTable(try Sample.whole())
    #expect(!table.text(colour: false).contains("\u{1B}"))
    #expect(table.text(colour: true).contains("\u{1B}[36mB   \u{1B}[0m"))
  }

  @Test func `counts what it does not name`() throws {
    var assembly = try Sample.assembly([])
    for number in 1...Limits.unreadShown + 2 {
      assembly.absorb(.unread(.init(source: "f\(number)", reason: "empty")))
    }
    let text = CompanyTable(assembly.report(version: "0.1.0")).text(colour: false)
    #expect(text.contains("… and 2 more, see the report"))
    let names = (0..<Limits.namesShown + 3).map { "Company \($0)" }
    let article = SampleArticle(
      id: "a", title: nil, text: "All.", voice: "v", published: "2026-01-01", companies: names)
    let rules = SampleRules.rules(
      companies: names.enumerated().map { ("c\($0.offset)", $0.element) })
    let many = CompanyTable(try Sample.report([article], rules: rules)).text(colour: false)
    #expect(many.contains("and 3 more"))
  }
}

@Suite struct `An explanation` {
  @Test func `finds a company by name or id in any case, and no other`() throws {
    let report = try Sample.whole()
    for name in ["Meta", "META", "meta"] {
      #expect(ScoreExplanation(report, company: name, signal: nil) != nil)
    }
    #expect(ScoreExplanation(report, company: "Metal", signal: nil) == nil)
  }

  @Test func `keeps to one signal, and says if there is nothing of it`() throws {
    let report = try Sample.whole()
    let one = try #require(ScoreExplanation(report, company: "Meta", signal: "pirated-works"))
    #expect(!one.text().contains("employee-monitoring"))
    let none = try #require(ScoreExplanation(report, company: "Meta", signal: "api-paywall"))
    #expect(none.text().contains("Nothing of api-paywall was found."))
  }

  @Test func `sends no control of a hostile page to the terminal`() throws {
    let evil = try #require(ScoreExplanation(try Sample.whole(), company: "evil", signal: nil))
    let controls = evil.text().unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E
    }
    #expect(controls.isEmpty)
  }
}
