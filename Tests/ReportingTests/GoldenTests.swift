import Expectations
import Foundation
import Reporting
import SourceText
import Testing

@Suite struct `A report of every part` {
  @Test func `is this JSON, and is read back as it was`() throws {
    let report = try Sample.whole()
    let data = try JSONReport.data(report)
    let text = String(decoding: data, as: UTF8.self)
    #expect(Golden.difference(text, from: Sample.fixture("audit.json")) == nil)
    #expect(try JSONReport.report(data) == report)
  }

  @Test func `is this Markdown`() throws {
    let text = MarkdownReport(try Sample.whole()).text()
    #expect(Golden.difference(text, from: Sample.fixture("audit.md")) == nil)
  }

  @Test func `is this page`() throws {
    let text = HTMLReport(try Sample.whole()).text()
    #expect(Golden.difference(text, from: Sample.fixture("audit.html")) == nil)
  }

  @Test func `is this table`() throws {
    let text = CompanyTable(try Sample.whole()).text(colour: false)
    #expect(Golden.difference(text, from: Sample.fixture("table.txt")) == nil)
  }

  @Test func `is explained so`() throws {
    let explanation = ScoreExplanation(try Sample.whole(), company: "meta", signal: nil)
    let text = try #require(explanation).text()
    #expect(Golden.difference(text, from: Sample.fixture("explanation.txt")) == nil)
  }

  @Test func `is compared with a later one so`() throws {
    let later = Sample.asOf + 90
    let rules = SampleRules.rules(digest: "later rules", changing: ["alleged": "0.6"])
    let new = try Sample.report(Array(Sample.articles.dropFirst(2)), rules: rules, asOf: later)
    let comparison = ReportComparison(try Sample.whole(), new)
    #expect(
      Golden.difference(comparison.text(), from: Sample.fixture("comparison.txt")) == nil)
    let json = String(decoding: try comparison.json(), as: UTF8.self)
    #expect(Golden.difference(json, from: Sample.fixture("comparison.json")) == nil)
  }
}
