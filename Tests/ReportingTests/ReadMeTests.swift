import Foundation
import Reporting
import RuleCompilation
import Testing

@Suite struct `The page about reports` {
  private static func text() throws -> String {
    try String(contentsOf: Sample.file("Reports/README.md"), encoding: .utf8)
  }

  /// An example that is worked through by hand must be what the program comes to.
  @Test func `works through the sum that the program makes`() throws {
    let explanation = ScoreExplanation(try Sample.whole(), company: "meta", signal: nil)
    let made = try #require(explanation).text()
    let page = try Self.text()
    for number in ["17.06", "8.63", "5.42", "3.01", "0.5566"] {
      #expect(made.contains(number) && page.contains(number), "\(number)")
    }
    #expect(page.contains("bdaca2d0b5a1dcf6"))
    #expect(MarkdownReport(try Sample.whole()).text().contains("sha256:bdaca2d0b5a1dcf6"))
    let report = 0.5 * pow(2, -617.0 / 730) * 0.85
    #expect(page.contains(String(format: "%.4f", report)))
    let parts = [0.5 * 0.8 * report, 0.0330, 0.0594]
    #expect(page.contains(String(format: "%.4f", parts[0])))
    let sum = parts.reduce(0, +)
    #expect(abs(100 * (1 - exp(-sum)) - 17.06) < 0.02)
  }

  @Test func `names every constant, every file and every key of a report`() throws {
    let page = try Self.text()
    for constant in SampleRules.constants.keys where constant != "peak" {
      #expect(page.contains("`\(constant)`") || page.contains("| \(constant) |"), "\(constant)")
    }
    for format in ReportFormat.allCases { #expect(page.contains("`\(format.fileName)`")) }
    let data = try JSONReport.data(try Sample.whole())
    guard case .object(let members) = try JSONDecoder().decode(JSONValue.self, from: data) else {
      return
    }
    for key in members.keys where key != "schemaVersion" {
      #expect(page.contains("`\(key)`"), "\(key)")
    }
  }
}
