internal import Findings
internal import Foundation

extension MarkdownReport {
  /// A company: its sum, what would move it, what speaks for it, and its findings.
  func section(_ company: AuditReport.Company, _ out: inout Lines) {
    let name = MarkdownText.inline(company.name)
    out.heading(2, "\(name): \(company.score.points) (band \(company.band))")
    let parts = company.contributions.filter { $0.points != 0 }
      .map { "\($0.points.points) \($0.signal)" }
    let sum = parts.isEmpty ? "nothing that counts" : parts.joined(separator: " + ")
    out.add("Sum: \(sum) = **\(company.score.points)**.")
    out.add(
      "Without relief \(company.gross.points), relief \(company.relief.points); "
        + "highest in the look-back \(company.peak.points) on \(company.peakDay).")
    if company.unsuppressed != company.score {
      out.add("Without suppressions it would be \(company.unsuppressed.points).")
    }
    out.add("")
    prospects(company, &out)
    contrary(company, &out)
    for finding in company.findings { self.finding(finding, company, &out) }
  }

  private func prospects(_ company: AuditReport.Company, _ out: inout Lines) {
    guard !company.prospects.isEmpty else { return }
    out.add("What would move it:")
    out.add("")
    for prospect in company.prospects {
      let change = (prospect.score - company.score).change
      out.add(
        "- if \(MarkdownText.inline(prospect.change)): \(prospect.score.points) "
          + "(\(change), band \(prospect.band))")
    }
    out.add("")
  }

  private func contrary(_ company: AuditReport.Company, _ out: inout Lines) {
    let entries = company.contraryEvidence
    guard !entries.isEmpty else { return }
    out.add("What speaks for it:")
    out.add("")
    for entry in entries { out.add("- \(entry.text)") }
    out.add("")
  }

  private func finding(
    _ finding: AuditReport.CaseFinding, _ company: AuditReport.Company, _ out: inout Lines
  ) {
    let marks = [
      finding.signal, finding.stance.rawValue + (finding.denied ? ", denied" : ""), finding.worth,
    ]
    let baseline = finding.baseline.map { [$0.rawValue] } ?? []
    out.heading(3, (marks + baseline).joined(separator: " · "))
    let print = MarkdownText.code(finding.fingerprint.prefix(SuppressionLine.digits))
    let title = MarkdownText.inline(index.title(ofSignal: finding.signal))
    out.add("\(title). Case \(MarkdownText.code(finding.case)), fingerprint \(print).")
    out.add("")
    let parts = index.contributions(to: finding, of: company)
    for part in parts { contribution(part, &out) }
    if !parts.isEmpty { out.add("") }
    for passage in Passage.gathered(finding.quotes) { self.passage(passage, &out) }
    out.add("```")
    out.add(SuppressionLine(finding, of: company, asOf: report.asOf).text)
    out.add("```")
    out.add("")
  }

  private func contribution(_ part: AuditReport.Contribution, _ out: inout Lines) {
    let factors = part.derivation
    let copies = part.copies.map { MarkdownText.inline($0) }.joined(separator: ", ")
    let text =
      "- \(MarkdownText.inline(part.voice)), \(part.day): \(part.points.points) points "
      + "from severity \(factors.severity) × stance \(factors.stance) × source \(factors.voice) "
      + "× age \(factors.shortDecay) (\(factors.ageDays) days, half-life \(factors.halfLifeDays)) "
      + "× denial \(factors.denial) × clearance \(factors.clearance), "
      + "relief \(factors.shortRelief), voice \(factors.voiceRank), case \(factors.caseRank)"
    out.add(copies.isEmpty ? text : "\(text); repeated by \(copies)")
  }

  private func passage(_ passage: Passage, _ out: inout Lines) {
    let quote = passage.quote
    for (number, evidence) in quote.evidence.enumerated() {
      if number > 0 { out.add("") }
      for line in MarkdownText.lines(evidence.quote) { out.add("> \(line)") }
      let link = MarkdownText.link(
        index.title(ofArticle: quote.article), to: index.article(quote.article)?.url)
      let denied = quote.denied ? ", denied" : ""
      out.add(">")
      out.add(
        "> — \(link), \(quote.day ?? "undated"), \(evidence.part.rawValue), "
          + "line \(evidence.place), bytes \(evidence.start)–\(evidence.end); "
          + "\(quote.stance.rawValue)\(denied), \(MarkdownText.inline(quote.voice))")
    }
    out.add("")
    for lineage in passage.lineages {
      out.add(self.lineage(lineage))
      out.add("")
    }
  }

  private func lineage(_ lineage: Lineage) -> String {
    let words = lineage.terms.map { "“\(MarkdownText.inline($0.text))” \($0.concept)" }
      .joined(separator: ", ")
    let roles = lineage.roles.map { role in role.line { MarkdownText.inline($0) } }
    let frame = lineage.frame.map { "; frame \(MarkdownText.code($0))" } ?? ""
    let cue = lineage.cue.map { "; stance by “\(MarkdownText.inline($0.text))” \($0.concept)" }
    let rule = "\(MarkdownText.code(lineage.rule)): \(MarkdownText.code(lineage.pattern))"
    return "Rule \(rule); words \(words); \(roles.joined(separator: ", "))\(frame)\(cue ?? "")."
  }
}
