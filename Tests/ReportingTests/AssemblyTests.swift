import Expectations
import Findings
import Foundation
import Reporting
import RuleCompilation
import SourceText
import Testing

@Suite struct `Taking in the lines of scans` {
  private static let expected = Result { try bytes(of: lines()) }

  private static func lines() -> [ScanLine] {
    let rules = Sample.rules.digest.description
    return Sample.articles.map { .article($0.scanned(rules: rules)) }
      + Sample.unread.map { .unread($0) } + [.tally(ScanTally(read: 9, unread: 2))]
  }

  private static func bytes(of lines: [ScanLine]) throws -> Data {
    var assembly = try Sample.assembly([])
    for line in lines { assembly.absorb(line) }
    return try JSONReport.data(assembly.report(version: "0.1.0"))
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `gives the same bytes in any order`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    #expect(try Self.bytes(of: Self.lines().shuffled(using: &generator)) == Self.expected.get())
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `gives the same bytes in any shards, overlapping ones too`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var shards = [[ScanLine]](repeating: [], count: 3)
    for line in Self.lines() {
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        shards[Int.random(in: 0..<3, using: &generator)].append(line)
      }
    }
    var written = Data()
    for shard in shards.shuffled(using: &generator) {
      var assembly = try Sample.assembly([])
      for line in shard { assembly.absorb(line) }
      let report = assembly.report(version: "0.1.0")
      written += try ReportWriter.data(report, assembly, .findings)
    }
    let decoder = JSONDecoder()
    let read = try written.split(separator: 0x0A).map {
      try decoder.decode(ScanLine.self, from: $0)
    }
    #expect(try Self.bytes(of: read) == Self.expected.get())
  }

  @Test func `takes an article that comes twice for one`() throws {
    #expect(try Self.bytes(of: Self.lines() + Self.lines()) == Self.expected.get())
  }

  @Test(arguments: [0, 1])
  func `takes the same text under two names for one, whichever comes first`(_ first: Int) throws {
    var second = Sample.articles[0]
    second.id = "copy"
    second.published = "2025-04-01"
    second.voice = "TechCrunch"
    var third = second
    third.language = "nl"
    let all = [Sample.articles[0], second, third]
    let order = first == 0 ? all : Array(all.reversed())
    let report = try JSONReport.data(try Sample.report(order))
    #expect(try report == JSONReport.data(try Sample.report([all[0]])))
    let unlike = try JSONReport.data(
      try Sample.report(first == 0 ? [second, third] : [third, second]))
    #expect(try unlike == JSONReport.data(try Sample.report([second, third])))
  }

  @Test func `marks findings new, unchanged and gone against a baseline`() throws {
    let baseline = try Sample.report(Array(Sample.articles.prefix(4)))
    let report = try Sample.report(Array(Sample.articles[3...5]), baseline: baseline)
    let value = try JSONDecoder().decode(JSONValue.self, from: try JSONReport.data(report))
    var marks: [String: String] = [:]
    for company in value["companies"]?.items ?? [] {
      for finding in company["findings"]?.items ?? [] {
        let name = "\(company["id"]?.text ?? "") \(finding["signal"]?.text ?? "")"
        marks[name] = finding["baseline"]?.text
      }
    }
    #expect(
      marks == [
        "meta employee-monitoring": "unchanged", "meta safeguards-stated": "unchanged",
        "evil data-sale": "new", "reddit data-sale": "new",
      ])
    #expect(value["gone"]?.items.map { $0["signal"]?.text } == ["pirated-works"])
  }

  /// What an audit did not look for is not gone.
  @Test func `calls nothing gone that it was narrowed away from`() throws {
    let baseline = try Sample.report()
    let filters = AuditReport.Filters(companies: ["Meta"], signals: ["pirated-works"])
    let report = try Sample.report([], filters: filters, baseline: baseline)
    let value = try JSONDecoder().decode(JSONValue.self, from: try JSONReport.data(report))
    #expect(value["gone"]?.items.map { $0["company"]?.text } == ["Meta"])
    #expect(value["gone"]?.items.map { $0["signal"]?.text } == ["pirated-works"])
  }

  @Test func `prints contributions that sum to the score`() throws {
    let report = try JSONReport.data(try Sample.report())
    struct Sums: Decodable {
      struct Company: Decodable {
        struct Part: Decodable {
          var points: Decimal
          var grossPoints: Decimal
        }
        var score: Decimal
        var gross: Decimal
        var relief: Decimal
        var contributions: [Part]
      }
      var companies: [Company]
    }
    for company in try JSONDecoder().decode(Sums.self, from: report).companies {
      #expect(company.contributions.reduce(0) { $0 + $1.points } == company.score)
      #expect(company.contributions.reduce(0) { $0 + $1.grossPoints } == company.gross)
      #expect(company.gross + company.relief == company.score)
    }
  }

  @Test func `stops a gate at a band, and at what is new`() throws {
    let report = try Sample.report()
    #expect(ReportGate(report, rules: Sample.rules).isMet("B"))
    #expect(!ReportGate(report, rules: Sample.rules).isMet("C"))
    #expect(!ReportGate(report, rules: Sample.rules).isMet("new"))
    let later = try Sample.report(baseline: try Sample.report(Array(Sample.articles.prefix(2))))
    #expect(ReportGate(later, rules: Sample.rules).isMet("new"))
    let same = try Sample.report(baseline: report)
    #expect(!ReportGate(same, rules: Sample.rules).isMet("new"))
  }
}
