import Foundation
import Reporting
import SourceText
import Testing

@Suite struct `The Markdown of a report` {
  private static func text() throws -> String { MarkdownReport(try Sample.whole()).text() }

  /// A text without what backslashes take the meaning from, and without code.
  private static func bare(_ line: some StringProtocol) throws -> String {
    let escape = try Regex(#"\\[!-/:-@\[-`{-~]"#)
    let code = try Regex("`+[^`]*`+")
    return String(line).replacing(escape, with: "").replacing(code, with: "")
  }

  @Test func `lets nothing of an article become markup`() throws {
    var isFenced = false
    for line in try Self.text().split(separator: "\n") {
      if line == "```" { isFenced.toggle() }
      guard !isFenced else { continue }
      let bare = try Self.bare(line)
      let withoutLinks = bare.replacing(try Regex(#"\]\(<https://[^>]*>\)"#), with: "]")
      #expect(!withoutLinks.contains("<"), "\(line)")
      #expect(!withoutLinks.contains("]("), "\(line)")
      #expect(!bare.contains("www."), "\(line)")
    }
  }

  @Test func `keeps the lines of a quote in the quote`() throws {
    let text = try Self.text()
    #expect(text.contains("\n> \\- a list\n> \\# a heading\n> 1\\. "))
  }

  @Test func `has as many cells in every row as in the head`() throws {
    var head: Int?
    for line in try Self.text().split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        head = nil
        continue
      }
      let bars = try Self.bare(line).count { $0 == "|" }
      #expect(bars == head ?? bars, "\(line)")
      head = bars
    }
  }

  /// What is pasted must do what it says.
  @Test func `ends every finding with a line that sets it aside`() throws {
    let line = try Regex(
      #"suppress ([a-z-]+) for ([a-z-]+) in "([^"]+)" until ([0-9-]{10}) by "…" because "…""#)
    let report = try Sample.report()
    let lines = MarkdownReport(report).text().matches(of: line).map { match in
      (1...4).map { String(match.output[$0].substring ?? "") }
    }
    let value = try JSONDecoder().decode(JSONValue.self, from: try JSONReport.data(report))
    let findings = value["companies"]?.items.flatMap { $0["findings"]?.items ?? [] } ?? []
    #expect(lines.count == findings.count)
    let rules = SampleRules.rules(
      suppressing: lines.map {
        .init(signal: $0[0], company: $0[1], target: $0[2], until: $0[3])
      })
    let quiet = try JSONDecoder().decode(
      JSONValue.self, from: try JSONReport.data(try Sample.report(rules: rules)))
    for company in quiet["companies"]?.items ?? [] {
      #expect(company["score"] == .number(0), "\(company["name"]?.text ?? "")")
    }
    #expect(lines.allSatisfy { Day($0[3]).map { $0 - Sample.asOf == 365 } ?? false })
  }
}
