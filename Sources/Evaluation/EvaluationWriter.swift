import Findings
private import Foundation

/// Writes an evaluation for programs and for people.
package struct EvaluationWriter: Sendable {
  /// Makes a writer.
  package init() {}

  /// The contract's object, keys sorted, with a line end.
  package func json(_ report: EvaluationReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
  }

  /// A table that fits 80 columns; with `errors`, then every miss, every wrong finding and every one with
  /// another stance than its label's.
  ///
  /// - Complexity: O(n) over languages, signals and errors.
  package func text(_ report: EvaluationReport, errors: Bool = false) -> String {
    var lines = [row("", ["precision", "recall", "F1", "right", "wrong", "missed"])]
    lines.append(row("all pairs", report.pairs))
    lines.append(row("declared companies", report.knownCompanies))
    lines.append(row("risk", report.risk))
    lines.append(row("mitigating", report.mitigating))
    for (name, counts) in report.byLanguage.sorted(by: { $0.key < $1.key }) {
      lines.append(row(name, counts.pairs))
      lines.append(row("\(name), declared", counts.knownCompanies))
    }
    lines.append("")
    for (name, counts) in report.bySignal.sorted(by: { $0.key < $1.key }) {
      lines.append(row(name, counts))
    }
    lines.append("")
    for stance in Stance.allCases {
      if let counts = report.stances[stance] { lines.append(row(stance.rawValue, counts)) }
    }
    let coverage = report.companyCoverage
    let nearMisses = report.nearMissesReported
    lines += [
      "",
      fact(
        "stance", "\(percent(report.stanceAccuracy)), macro F1 \(percent(report.stanceMacroF1))"),
      fact("denied", "\(percent(report.deniedAccuracy)), recall \(percent(report.deniedRecall))"),
      fact("evidence overlaps", percent(report.evidenceOverlap)),
      fact("reach", percent(report.reach)),
      fact("attribution", percent(report.attribution)),
      fact("near misses reported", "\(nearMisses.count) of \(nearMisses.of)"),
      fact(
        "labels",
        "\(coverage.labels), declared \(coverage.declared), unlisted \(coverage.unlisted)"),
    ]
    for (stratum, count) in report.lossByStratum.sorted(by: {
      ($1.value, $0.key) < ($0.value, $1.key)
    }) {
      lines.append(fact("lost at \(stratum)", String(count)))
    }
    if errors { lines += report.articles.flatMap(described) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func described(_ article: EvaluationReport.ArticleErrors) -> [String] {
    guard !article.missed.isEmpty || !article.wrong.isEmpty || !article.misstated.isEmpty else {
      return []
    }
    var lines = ["", article.id]
    for missed in article.missed {
      lines.append(
        "  missed \(missed.company): \(missed.signal), lost at \(missed.stratum)\(missed.detail.isEmpty ? "" : ": \(missed.detail)")"
      )
      if let evidence = missed.evidence { lines.append("    “\(onOneLine(evidence))”") }
    }
    for wrong in article.wrong {
      lines.append("  wrong  \(wrong.company): \(wrong.signal), \(wrong.stance.rawValue)")
      if let quote = wrong.quote { lines.append("    “\(onOneLine(quote))”") }
      if let why = wrong.nearMiss { lines.append("    \(onOneLine(why))") }
    }
    for pair in article.misstated {
      let found = firmness(pair.stance, pair.denied)
      let labelled = firmness(pair.labelledStance, pair.labelledDenied)
      lines.append("  stance \(pair.company): \(pair.signal), \(found), labelled \(labelled)")
      if let quote = pair.quote { lines.append("    “\(onOneLine(quote))”") }
    }
    return lines
  }

  private func firmness(_ stance: Stance, _ denied: Bool) -> String {
    denied ? "\(stance.rawValue) and denied" : stance.rawValue
  }

  private func row(_ name: String, _ counts: PairCounts) -> String {
    row(
      name,
      [
        percent(counts.precision), percent(counts.recall), percent(counts.f1),
        String(counts.truePositives), String(counts.falsePositives), String(counts.falseNegatives),
      ])
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    padded(name, 24) + cells.map { leading($0, 9) }.joined()
  }

  private func fact(_ name: String, _ value: String) -> String { padded(name, 24) + "  \(value)" }

  private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A share as a percentage to a tenth, rounded to the nearest.
  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
