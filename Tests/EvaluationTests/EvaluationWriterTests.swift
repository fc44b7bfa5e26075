import Evaluation
import Findings
import Foundation
import Testing

@Suite struct `The evaluation writer` {
  private let report = Sample.report(
    (
      Sample.gold([
        GoldLabel(company: "Meta", signal: "scraping", stance: .confirmed, evidence: "Meta"),
        GoldLabel(company: "X", signal: "tracking", stance: .alleged, evidence: "X denies it."),
      ]),
      Sample.scanned([
        Sample.finding("Meta", "scraping", quote: "Meta"),
        Sample.finding("Meta", "tracking", .planned, quote: "X\ndenies"),
      ])
    ))

  @Test func `the JSON has the contract's keys and no others`() throws {
    let text = try EvaluationWriter().json(report)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "pairs", "knownCompanies", "risk", "mitigating", "companyCoverage", "byLanguage",
        "bySignal", "stanceAccuracy", "stanceMacroF1", "deniedAccuracy", "deniedRecall",
        "evidenceOverlap", "reach", "attribution", "nearMissesReported", "lossByStratum",
        "articles",
      ])
    let counts: Set = ["tp", "fp", "fn", "precision", "recall", "f1"]
    let pairs = try #require(object["pairs"] as? [String: Any])
    #expect(Set(pairs.keys) == counts)
    #expect(pairs["tp"] as? Int == 1)
    let languages = try #require(object["byLanguage"] as? [String: [String: Any]])
    #expect(Set(languages["en"].map { Array($0.keys) } ?? []) == counts.union(["knownCompanies"]))
    let coverage = try #require(object["companyCoverage"] as? [String: Any])
    #expect(Set(coverage.keys) == ["labels", "declared", "unlisted"])
    let near = try #require(object["nearMissesReported"] as? [String: Any])
    #expect(Set(near.keys) == ["count", "of"])
    let articles = try #require(object["articles"] as? [[String: Any]])
    #expect(articles.map { Set($0.keys) } == [["id", "missed", "wrong"]])
  }

  @Test func `the same report is the same bytes`() throws {
    let first = try EvaluationWriter().json(report)
    #expect(try EvaluationWriter().json(report) == first)
    #expect(first.hasSuffix("}\n"))
  }

  @Test func `the table fits 80 columns and the errors name what was lost where`() {
    let text = EvaluationWriter().text(report, errors: true)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(
      lines.contains(
        "all pairs                    50.0     50.0     50.0        1        1        1"))
    #expect(lines.contains("  missed X: tracking, lost at match"))
    #expect(lines.contains("    “X denies it.”"))
    #expect(lines.contains("  wrong  Meta: tracking, planned"))
    #expect(lines.contains("    “X denies”"))
    #expect(!EvaluationWriter().text(report).contains("missed X"))
  }

  @Test func `a pair found with another stance is told, with what was found and what is labelled`()
  {
    let report = Sample.report(
      (
        Sample.gold([
          GoldLabel(
            company: "Meta", signal: "scraping", stance: .alleged, denied: true, evidence: "Meta"),
          GoldLabel(company: "Meta", signal: "tracking", stance: .planned, evidence: "Meta"),
        ]),
        Sample.scanned([
          Sample.finding("Meta", "scraping", quote: "Meta"),
          Sample.finding("Meta", "tracking", .planned, quote: "Meta"),
        ])
      ))
    let lines = EvaluationWriter().text(report, errors: true).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("  stance ") }.count == 1)
    #expect(lines.contains("  stance Meta: scraping, confirmed, labelled alleged and denied"))
    #expect(
      lines.contains(
        "planned                     100.0    100.0    100.0        1        0        0"))
    #expect(
      lines.contains(
        "alleged                       0.0      0.0      0.0        0        0        1"))
  }
}
