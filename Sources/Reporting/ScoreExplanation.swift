internal import Findings
internal import Foundation

/// Why a company has its score: the sum, the rules and the quotes, out of a report.
package struct ScoreExplanation {
  private let report: AuditReport
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
    guard
      let company = report.companies.first(where: { $0.name.lowercased() == lower || $0.id == lower })
    else { return nil }
    self.report = report
    self.company = company
    self.signal = signal
  }

  /// The names of the companies of a report, for a message.
  package static func companies(of report: AuditReport) -> [String] { report.companies.map(\.name) }

  /// The explanation as text.
  package func text() -> String {
    var lines: [String] = []
    let points = MarkdownReport.points
    lines.append("\(company.name): \(points(company.score)), band \(company.band), as of \(report.asOf)")
    lines.append("")
    for part in company.contributions where signal == nil || part.signal == signal {
      let d = part.derivation
      lines.append("  \(points(part.points))  \(part.signal) · \(part.case) · \(part.voice) · \(part.stance.rawValue)\(part.denied ? ", denied" : "") since \(part.day)")
      lines.append("        severity \(d.severity), stance \(d.stance), source \(d.voice), age \(d.decay), denial \(d.denial), clearance \(d.clearance), relief \(d.relief), voice \(d.voiceRank), case \(d.caseRank)")
      if !part.copies.isEmpty { lines.append("        repeated by \(part.copies.joined(separator: ", "))") }
    }
    if signal == nil {
      lines.append("  \(points(company.score))  in all; \(points(company.gross)) without relief")
      for relief in company.mitigations {
        lines.append("  relieved by \(relief.signal) (\(relief.stance.rawValue), \(relief.day))")
      }
    }
    for finding in company.findings where signal == nil || finding.signal == signal {
      lines += ["", "\(finding.signal) · \(finding.case) · \(finding.stance.rawValue)\(finding.denied ? ", denied" : "")"]
      for quote in finding.quotes {
        for evidence in quote.evidence {
          lines.append("  “\(evidence.quote.replacingOccurrences(of: "\n", with: " "))”")
          let id = report.articles.first { $0.digest == quote.article }?.id ?? quote.article
          lines.append("      \(id):\(evidence.line):\(evidence.column), \(quote.voice), \(quote.day ?? "undated")")
        }
        let terms = quote.lineage.terms.map { "“\($0.text)” {\($0.concept)}" }.joined(separator: " ")
        lines.append("      \(quote.lineage.rule): \(quote.lineage.pattern)")
        lines.append("      words \(terms)")
        for role in quote.lineage.roles {
          lines.append("      \(role.role) \(role.name)\(role.text.isEmpty ? "" : " “\(role.text)”") by \(role.by)")
        }
        if let frame = quote.lineage.frame { lines.append("      frame \(frame)") }
        if let cue = quote.lineage.cue { lines.append("      stance by “\(cue.text)” {\(cue.concept)}") }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
