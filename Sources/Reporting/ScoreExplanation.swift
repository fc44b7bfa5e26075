internal import Findings
internal import Foundation

/// Why a company has its score: the sum, the rules and the quotes, out of a report.
package struct ScoreExplanation {
  private let report: AuditReport
  private let index: ReportIndex
  private let company: AuditReport.Company
  private let signal: String?

  /// Looks a company up in a report.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - name: The company's name or id, in any case.
  ///   - signal: One signal only, if given.
  /// - Returns: nil if the report has no such company.
  package init?(_ report: AuditReport, company name: String, signal: String?) {
    let lower = name.lowercased()
    let match = report.companies.first { $0.name.lowercased() == lower || $0.id == lower }
    guard let company = match else { return nil }
    self.report = report
    self.company = company
    self.signal = signal
    index = ReportIndex(report)
  }

  /// The names of the companies of a report, for a message.
  package static func companies(of report: AuditReport) -> [String] { report.companies.map(\.name) }

  /// The company as the report has it, narrowed to the signal, keys sorted, with a line end.
  ///
  /// - Throws: `EncodingError`, which the report's types give no occasion for.
  package func json() throws -> String {
    var company = company
    if let signal {
      company.contributions.removeAll { $0.signal != signal }
      company.mitigations.removeAll { $0.signal != signal }
      company.findings.removeAll { $0.signal != signal }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(company), as: UTF8.self) + "\n"
  }

  /// The explanation as text, fit for a terminal.
  ///
  /// - Complexity: O(n) over the report.
  package func text() -> String {
    var lines = [
      "\(company.name): \(company.score.points), band \(company.band), as of \(report.asOf)"
    ]
    if let signal, !findings.contains(where: { $0.signal == signal }) {
      lines.append("Nothing of \(signal) was found.")
    }
    lines += sum + findings.flatMap(lines(of:))
    return lines.map { TerminalText.printable($0) }.joined(separator: "\n") + "\n"
  }

  private var findings: [AuditReport.CaseFinding] {
    company.findings.filter { signal == nil || $0.signal == signal }
  }

  // MARK: The sum

  private var sum: [String] {
    let parts = company.contributions.filter { signal == nil || $0.signal == signal }
    var lines = parts.isEmpty ? [] : [""]
    for part in parts { lines += contribution(part) }
    guard signal == nil else { return lines }
    lines.append("  \(led(company.score))  in all; \(company.gross.points) without relief")
    if company.unsuppressed != company.score {
      lines.append("  \(led(company.unsuppressed))  if nothing were suppressed")
    }
    for entry in company.contraryEvidence {
      lines.append("          \(entry.kind.rawValue): \(entry.text)")
    }
    if !company.prospects.isEmpty { lines += ["", "What would move it:"] }
    for prospect in company.prospects {
      lines.append("  \(led(prospect.score))  (\(prospect.band)) if \(prospect.change)")
    }
    return lines
  }

  private func contribution(_ part: AuditReport.Contribution) -> [String] {
    let denied = part.denied ? ", denied" : ""
    let weak = part.weak ? ", weak" : ""
    let factors = part.derivation
    var lines = [
      "  \(led(part.points))  \(part.signal) · \(part.case) · \(part.voice) · "
        + "\(part.stance.rawValue)\(denied)\(weak) since \(part.day)",
      "          severity \(factors.severity)/10 × stance \(factors.stance) × source \(factors.voice)"
        + " × age \(factors.shortDecay) × denial \(factors.denial)"
        + " × clearance \(factors.clearance) × (1 − relief \(factors.shortRelief)),"
        + " voice \(factors.voiceRank), case \(factors.caseRank)",
    ]
    if !part.copies.isEmpty {
      lines.append("          repeated by \(part.copies.joined(separator: ", "))")
    }
    return lines
  }

  private func led(_ points: Decimal) -> String { TerminalText.led(points.points, to: 6) }

  // MARK: The findings

  private func lines(of finding: AuditReport.CaseFinding) -> [String] {
    let denied = finding.denied ? ", denied" : ""
    let head =
      "\(finding.signal) · \(finding.case) · \(finding.stance.rawValue)\(denied) · \(finding.worth)"
    return ["", head]
      + finding.quotes.flatMap { quote in
        places(of: quote) + lineage(quote.lineage)
      }
  }

  private func places(of quote: AuditReport.Quote) -> [String] {
    let id = index.article(quote.article)?.id ?? quote.article
    let denied = quote.denied ? ", denied" : ""
    return quote.evidence.flatMap { evidence in
      [
        "  “\(evidence.quote)”",
        "      \(id):\(evidence.place), \(quote.voice), \(quote.day ?? "undated"), "
          + "\(quote.stance.rawValue)\(denied)",
      ]
    }
  }

  private func lineage(_ lineage: Lineage) -> [String] {
    let words = lineage.terms.map { "“\($0.text)” {\($0.concept)}" }.joined(separator: " ")
    var lines = ["      \(lineage.rule): \(lineage.pattern)", "      words \(words)"]
    for role in lineage.roles { lines.append("      " + role.line { $0 }) }
    if let frame = lineage.frame { lines.append("      frame \(frame)") }
    if let cue = lineage.cue { lines.append("      stance by “\(cue.text)” {\(cue.concept)}") }
    return lines
  }
}
