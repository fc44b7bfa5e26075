internal import Findings
internal import Foundation

/// `audit.md`: the report for a pull request or a reviewer, every point with its quote.
package struct MarkdownReport {
  private let report: AuditReport
  private let sources: [String: AuditReport.Article]

  /// Makes the Markdown of a report.
  package init(_ report: AuditReport) {
    self.report = report
    sources = Dictionary(report.articles.map { ($0.digest, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The whole text.
  package func text() -> String {
    var out = Lines()
    out.add("# Audit as of \(report.asOf)")
    out.add("")
    out.add("\(report.articles.count) articles read, \(report.unread.count) inputs not read; rules `\(report.rules.digest.prefix(12))` (\(report.rules.companies) companies, \(report.rules.signals) signals, languages \(report.rules.languages.joined(separator: ", "))).")
    out.add("")
    overview(&out)
    for company in report.companies where !company.findings.isEmpty { section(company, &out) }
    silent(&out)
    leads(&out)
    suppressed(&out)
    notRead(&out)
    articles(&out)
    method(&out)
    return out.text
  }

  private func overview(_ out: inout Lines) {
    let found = report.companies.filter { !$0.findings.isEmpty }
    out.add("## Companies")
    out.add("")
    if found.isEmpty { out.add("No company was found to do any of it.\n") }
    guard !found.isEmpty else { return }
    out.add("| Company | Score | Band | Peak | Worst signal | Findings | Sources |")
    out.add("|---|---:|:---:|---:|---|---:|---:|")
    for company in found {
      let worst = company.contributions.first.map { "\($0.signal) (\($0.stance.rawValue))" } ?? "–"
      out.add("| \(Self.cell(company.name)) | \(Self.points(company.score)) | \(company.band) | \(Self.points(company.peak)) | \(worst) | \(company.findings.count) | \(company.sources) |")
    }
    out.add("")
  }

  private func section(_ company: AuditReport.Company, _ out: inout Lines) {
    out.add("## \(Self.escaped(company.name)): \(Self.points(company.score)) (band \(company.band))")
    out.add("")
    var sum = company.contributions.filter { $0.points != 0 }.map { "\(Self.points($0.points)) \($0.signal)" }
    if sum.isEmpty { sum = ["nothing that counts"] }
    out.add("Sum: \(sum.joined(separator: " + ")) = **\(Self.points(company.score))**. Without relief \(Self.points(company.gross)), relief \(Self.points(company.relief)); highest in the look-back \(Self.points(company.peak)) on \(company.peakDay).")
    out.add("")
    if !company.prospects.isEmpty {
      out.add("What would move it:")
      out.add("")
      for prospect in company.prospects {
        out.add("- if \(Self.escaped(prospect.change)): \(Self.points(prospect.score)) (\(prospect.band))")
      }
      out.add("")
    }
    for finding in company.findings { self.finding(finding, company, &out) }
  }

  private func finding(
    _ finding: AuditReport.CaseFinding, _ company: AuditReport.Company, _ out: inout Lines
  ) {
    let mark = finding.baseline.map { " · \($0.rawValue)" } ?? ""
    let denied = finding.denied ? ", denied" : ""
    let worth = finding.suppressed ? "suppressed" : finding.mitigating ? "mitigating" : "\(Self.points(finding.points)) points"
    out.add("### \(finding.signal) · \(finding.stance.rawValue)\(denied) · \(worth)\(mark)")
    out.add("")
    out.add("Case `\(finding.case)`, fingerprint `\(finding.fingerprint.prefix(16))`.")
    out.add("")
    for part in company.contributions where part.signal == finding.signal && part.case == finding.case {
      let d = part.derivation
      let copies = part.copies.isEmpty ? "" : "; repeated by \(part.copies.map(Self.escaped).joined(separator: ", "))"
      out.add("- \(Self.escaped(part.voice)), \(part.day): \(Self.points(part.points)) points from severity \(d.severity) × stance \(d.stance) × source \(d.voice) × age \(d.decay) (\(d.ageDays) of \(d.halfLifeDays) days' half-life) × denial \(d.denial) × clearance \(d.clearance), relief \(d.relief), voice \(d.voiceRank), case \(d.caseRank)\(copies)")
    }
    out.add("")
    for quote in finding.quotes { self.quote(quote, &out) }
    out.add("```")
    out.add(
      "suppress \(finding.signal) for \(company.id) in \"\(finding.fingerprint.prefix(16))\" until \(Self.yearAfter(report.asOf)) by \"…\" because \"…\"")
    out.add("```")
    out.add("")
  }

  private func quote(_ quote: AuditReport.Quote, _ out: inout Lines) {
    for evidence in quote.evidence {
      for line in evidence.quote.split(separator: "\n") { out.add("> \(Self.escaped(String(line)))") }
      let article = sources[quote.article]
      let name = article.map { Self.escaped($0.title ?? $0.id) } ?? quote.article
      let link = article?.url.map { "[\(name)](<\($0.replacingOccurrences(of: ">", with: "%3E"))>)" } ?? name
      let denied = quote.denied ? ", denied" : ""
      out.add(">")
      out.add("> — \(link), \(quote.day ?? "undated"), \(evidence.part.rawValue), line \(evidence.line):\(evidence.column), bytes \(evidence.start)–\(evidence.end); \(quote.stance.rawValue)\(denied), \(Self.escaped(quote.voice))")
    }
    out.add("")
    let words = quote.lineage.terms.map { "“\(Self.escaped($0.text))” \($0.concept)" }.joined(separator: ", ")
    let actor = quote.lineage.roles.first { $0.role == "actor" }
    let who = actor.map { $0.text.isEmpty ? "\($0.by)" : "“\(Self.escaped($0.text))” by \($0.by)" } ?? "–"
    let cue = quote.lineage.cue.map { "; stance by “\(Self.escaped($0.text))”" } ?? ""
    out.add("Rule `\(quote.lineage.rule)`: `\(quote.lineage.pattern)`; words \(words); actor \(who)\(cue).")
    out.add("")
  }

  private func silent(_ out: inout Lines) {
    let names = report.companies.filter { $0.findings.isEmpty }.map { Self.escaped($0.name) }
    guard !names.isEmpty else { return }
    out.add("## Read about, nothing found")
    out.add("")
    out.add(names.joined(separator: ", ") + ".")
    out.add("")
  }

  private func leads(_ out: inout Lines) {
    for (title, leads) in [("Unlisted organisations", report.unlisted), ("Unattributed signals", report.unattributed)]
    where !leads.isEmpty {
      out.add("## \(title)")
      out.add("")
      for lead in leads {
        let name = lead.name.map { "**\(Self.escaped($0))**: " } ?? ""
        let quote = Self.escaped(lead.evidence.quote.replacingOccurrences(of: "\n", with: " "))
        out.add("- \(name)\(lead.signal): “\(quote)” (\(sources[lead.article].map { Self.escaped($0.id) } ?? ""))")
      }
      out.add("")
    }
  }

  private func suppressed(_ out: inout Lines) {
    guard !report.suppressed.isEmpty else { return }
    out.add("## Suppressed")
    out.add("")
    for entry in report.suppressed {
      out.add("- \(Self.escaped(entry.company)), \(entry.signal) (\(entry.case)), until \(entry.until) by \(Self.escaped(entry.by)): \(Self.escaped(entry.because)) (`\(entry.rule)`)")
    }
    out.add("")
  }

  private func notRead(_ out: inout Lines) {
    guard !report.unread.isEmpty else { return }
    out.add("## Not read, and why")
    out.add("")
    for entry in report.unread { out.add("- \(Self.escaped(entry.source)): \(Self.escaped(entry.reason))") }
    out.add("")
  }

  private func articles(_ out: inout Lines) {
    out.add("## Articles")
    out.add("")
    out.add("| Article | Published | Publisher | Languages | Findings | Digest |")
    out.add("|---|---|---|---|---:|---|")
    for article in report.articles {
      out.add("| \(Self.cell(article.title ?? article.id)) | \(article.published ?? "undated") | \(Self.cell(article.publisher ?? "–")) | \(article.languages.joined(separator: ", ")) | \(article.findings) | `\(article.digest.prefix(12))` |")
    }
    out.add("")
  }

  private func method(_ out: inout Lines) {
    out.add("## What this is, and what it is not")
    out.add("")
    for limit in report.limits { out.add("- \(limit)") }
    out.add("")
    let constants = report.rules.constants.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    out.add("Constants: \(constants.joined(separator: ", ")). Rules `\(report.rules.digest)`, made by \(report.tool.name) \(report.tool.version).")
  }

  // MARK: Dress

  private struct Lines {
    var text = ""
    mutating func add(_ line: String) { text += line + "\n" }
  }

  /// Two decimals, always.
  static func points(_ value: Decimal) -> String {
    let hundredths = NSDecimalNumber(decimal: value * 100).intValue
    let sign = hundredths < 0 ? "−" : ""
    let size = abs(hundredths)
    return "\(sign)\(size / 100).\(size % 100 < 10 ? "0" : "")\(size % 100)"
  }

  /// A text of an article so that Markdown shows it and does nothing else with it.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&": out += "\\\(character)"
      case "\n", "\r", "\r\n": out += " "
      default: out.append(character)
      }
    }
    return out
  }

  private static func cell(_ text: String) -> String { escaped(text) }

  private static func yearAfter(_ day: String) -> String {
    let year = Int(day.prefix(4)) ?? 0
    return "\(year + 1)\(day.dropFirst(4) == "-02-29" ? "-02-28" : String(day.dropFirst(4)))"
  }
}
