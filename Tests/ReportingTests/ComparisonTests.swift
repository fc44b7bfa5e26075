import Expectations
import Findings
import Foundation
import Reporting
import RuleCompilation
import SourceText
import Testing

@Suite struct `The comparison of two audits` {
  /// What it says of a company's score.
  private struct Move: Decodable {
    struct Parts: Decodable {
      var evidence: Decimal
      var time: Decimal
      var rules: Decimal
    }
    var name: String
    var change: Decimal
    var oldScore: Decimal?
    var newScore: Decimal?
    var moves: Parts?
  }
  private struct Finding: Decodable {
    var kind: String
    var company: String
    var signal: String
    var cause: String
  }
  private struct Contents: Decodable {
    var companies: [Move]
    var findings: [Finding]
    var notes: [String]
  }

  private static func contents(_ old: AuditReport, _ new: AuditReport) throws -> Contents {
    try JSONDecoder().decode(Contents.self, from: try ReportComparison(old, new).json())
  }

  private static func move(_ company: String, _ contents: Contents) throws -> Move.Parts {
    try #require(contents.companies.first { $0.name == company }?.moves)
  }

  @Test func `of a report with itself is empty`() throws {
    let report = try Sample.whole()
    let comparison = ReportComparison(report, report)
    #expect(comparison.isEmpty)
    #expect(comparison.text().contains("No score moved."))
  }

  @Test func `lays what only a later day moves to time`() throws {
    let new = try Sample.report(asOf: Sample.asOf + 100)
    let contents = try Self.contents(try Sample.report(), new)
    let meta = try Self.move("Meta", contents)
    #expect(meta.time < 0 && meta.evidence == 0 && meta.rules == 0)
    #expect(contents.findings.isEmpty)
  }

  @Test func `lays what only new articles move to evidence`() throws {
    let old = try Sample.report(Array(Sample.articles.dropFirst(3)))
    let contents = try Self.contents(old, try Sample.report())
    let meta = try Self.move("Meta", contents)
    #expect(meta.evidence > 0 && meta.time == 0 && meta.rules == 0)
    #expect(contents.findings.map(\.cause) == ["evidence"])
  }

  /// A changed constant must never look like news.
  @Test func `lays what only a constant moves to rules`() throws {
    let rules = SampleRules.rules(digest: "other", changing: ["alleged": "0.4"])
    let old = try Sample.report(rules: SampleRules.rules())
    let contents = try Self.contents(old, try Sample.report(rules: rules))
    let meta = try Self.move("Meta", contents)
    #expect(meta.rules < 0 && meta.time == 0 && meta.evidence == 0)
    #expect(contents.notes.contains("Constants of the score changed: alleged."))
  }

  @Test func `lays what new rules find in the same article to rules`() throws {
    var blind = Sample.articles
    blind[3].said.removeFirst()
    let old = try Sample.report(blind, rules: SampleRules.rules(digest: "blind"))
    let contents = try Self.contents(old, try Sample.report(rules: SampleRules.rules()))
    let meta = try Self.move("Meta", contents)
    #expect(meta.rules > 0 && meta.time == 0 && meta.evidence == 0)
    #expect(contents.findings.map(\.cause) == ["rules"])
    #expect(contents.findings.map(\.kind) == ["new"])
  }

  @Test func `shows a suppression that ran out as time`() throws {
    let new = try Sample.report(asOf: Day("2027-06-01") ?? Sample.asOf)
    let contents = try Self.contents(try Sample.report(), new)
    let slack = try #require(contents.findings.first { $0.company == "Slack" })
    #expect(slack.kind == "unsuppressed" && slack.cause == "time")
    #expect(try Self.move("Slack", contents).time > 0)
  }

  @Test func `shows a firmer stance`() throws {
    var firmer = Sample.articles
    firmer[2].text += " 법원이 확인했다."
    firmer[2].said[0].stance = .confirmed
    let contents = try Self.contents(try Sample.report(), try Sample.report(firmer))
    #expect(contents.findings.map(\.kind) == ["stance"])
    #expect(contents.findings.map(\.cause) == ["evidence"])
  }

  /// Whatever differs, evidence, time and rules sum to the change, to the hundredth.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `splits every change without remainder`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func pick() -> [SampleArticle] {
      Sample.articles.filter { _ in Bool.random(using: &generator) }
    }
    let old = try Sample.report(pick(), rules: SampleRules.rules())
    let changes = seed % 2 == 0 ? ["voice": "0.5"] : ["denied": "0.7", "scale": "0.6"]
    let new = try Sample.report(
      pick(), rules: SampleRules.rules(digest: "other", changing: changes),
      asOf: Sample.asOf + Int.random(in: 0...400, using: &generator))
    for company in try Self.contents(old, new).companies {
      let parts = try #require(company.moves, "\(company.name)")
      #expect(parts.evidence + parts.time + parts.rules == company.change)
      #expect((company.newScore ?? 0) - (company.oldScore ?? 0) == company.change)
    }
  }

  @Test func `does not split where a report does not hold what it needs`() throws {
    var value = try JSONDecoder().decode(
      JSONValue.self, from: try JSONReport.data(try Sample.report()))
    value = value.changing(["companies", "0", "score"]) { $0 = .number(50) }
    let forged = try JSONReport.report(try JSONEncoder().encode(value))
    let contents = try Self.contents(try Sample.report(), forged)
    #expect(contents.companies.first { $0.name == "Meta" }?.moves == nil)
    #expect(contents.notes.contains { $0.hasPrefix("Some moves could not be told apart") })
  }

  @Test func `fits 80 columns`() throws {
    let new = try Sample.report(Array(Sample.articles.dropFirst(2)), asOf: Sample.asOf + 30)
    for line in ReportComparison(try Sample.whole(), new).text().split(separator: "\n") {
      #expect(DisplayWidth.of(line) <= 80, "\(line)")
    }
  }
}
