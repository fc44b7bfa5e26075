internal import Findings

/// `audit.md`: the report for a pull request or a reviewer, every point with its quote.
package struct MarkdownReport {
  let report: AuditReport
  let index: ReportIndex

  /// Makes the Markdown of a report.
  package init(_ report: AuditReport) {
    self.report = report
    index = ReportIndex(report)
  }

  /// The whole text.
  ///
  /// - Complexity: O(n) over the report.
  package func text() -> String {
    var out = Lines()
    head(&out)
    overview(&out)
    for company in report.companies where !company.findings.isEmpty { section(company, &out) }
    silent(&out)
    leads("Unlisted organisations", report.unlisted, &out)
    leads("Unattributed signals", report.unattributed, &out)
    suppressed(&out)
    gone(&out)
    notRead(&out)
    articles(&out)
    method(&out)
    return out.text
  }

  /// Lines that grow.
  struct Lines {
    private(set) var text = ""

    mutating func add(_ line: String) { text += line + "\n" }

    mutating func heading(_ level: Int, _ title: String) {
      add(String(repeating: "#", count: level) + " " + title)
      add("")
    }
  }

  // MARK: The whole

  private func head(_ out: inout Lines) {
    out.heading(1, "Audit as of \(report.asOf)")
    let rules = report.rules
    let read =
      "\(counted(report.articles.count, "article", "articles")) read, "
      + "\(counted(report.unread.count, "input", "inputs")) not read"
    let voices = "\(counted(report.voices.count, "voice", "voices")) in findings"
    let made =
      "rules \(MarkdownText.code(rules.digest.prefix(12))) (\(rules.companies) companies, "
      + "\(rules.signals) signals, languages \(rules.languages.joined(separator: ", ")))"
    out.add("\(read); \(voices); \(made).")
    out.add("")
    let narrowed = report.filters.summary
    if !narrowed.isEmpty {
      out.add("Narrowed to \(narrowed.map { MarkdownText.inline($0) }.joined(separator: "; ")).")
      out.add("")
    }
  }

  private func overview(_ out: inout Lines) {
    let found = report.companies.filter { !$0.findings.isEmpty }
    out.heading(2, "Companies")
    guard !found.isEmpty else {
      out.add("No company was found to do any of it.")
      out.add("")
      return
    }
    out.add("| Company | Score | Band | Peak | Worst signal | Findings | Sources |")
    out.add("|---|---:|:---:|---:|---|---:|---:|")
    for company in found {
      let worst = company.worst?.label ?? "–"
      let cells = [
        MarkdownText.inline(company.name), company.score.points, company.band,
        company.peak.points, worst, String(company.findings.count), String(company.sources),
      ]
      out.add("| \(cells.joined(separator: " | ")) |")
    }
    out.add("")
  }

  private func silent(_ out: inout Lines) {
    let names = report.companies.filter { $0.findings.isEmpty }
      .map { MarkdownText.inline($0.name) }
    guard !names.isEmpty else { return }
    out.heading(2, "Read about, nothing found")
    out.add(names.joined(separator: ", ") + ".")
    out.add("")
  }

  private func leads(_ title: String, _ leads: [AuditReport.Lead], _ out: inout Lines) {
    guard !leads.isEmpty else { return }
    out.heading(2, title)
    for lead in leads {
      let name = lead.name.map { "**\(MarkdownText.inline($0))**: " } ?? ""
      let quote = MarkdownText.inline(lead.evidence.quote)
      let article = MarkdownText.link(
        index.title(ofArticle: lead.article), to: index.article(lead.article)?.url)
      out.add("- \(name)\(lead.signal): “\(quote)” (\(article), line \(lead.evidence.place))")
    }
    out.add("")
  }

  private func suppressed(_ out: inout Lines) {
    guard !report.suppressed.isEmpty else { return }
    out.heading(2, "Suppressed")
    for entry in report.suppressed {
      let what = "\(MarkdownText.inline(entry.company)), \(entry.signal), \(entry.case)"
      let said = MarkdownText.inline(entry.voice)
      let why = MarkdownText.inline(entry.because)
      let who = MarkdownText.inline(entry.by)
      out.add("- \(what), said by \(said): until \(entry.until) by \(who), because \(why)")
      out.add("  (\(MarkdownText.code(entry.rule)))")
    }
    out.add("")
  }

  private func gone(_ out: inout Lines) {
    guard !report.gone.isEmpty else { return }
    out.heading(2, "Gone since the baseline")
    for entry in report.gone {
      let print = MarkdownText.code(entry.fingerprint.prefix(SuppressionLine.digits))
      out.add("- \(MarkdownText.inline(entry.company)), \(entry.signal), \(entry.case) (\(print))")
    }
    out.add("")
  }

  private func notRead(_ out: inout Lines) {
    guard !report.unread.isEmpty else { return }
    out.heading(2, "Not read, and why")
    for entry in report.unread {
      out.add("- \(MarkdownText.inline(entry.source)): \(MarkdownText.inline(entry.reason))")
    }
    out.add("")
  }

  private func articles(_ out: inout Lines) {
    guard !report.articles.isEmpty else { return }
    out.heading(2, "Articles")
    out.add("| Article | Published | Publisher | Languages | Findings | Digest |")
    out.add("|---|---|---|---|---:|---|")
    for article in report.articles {
      let cells = [
        MarkdownText.link(article.title ?? article.id, to: article.url),
        article.published ?? "undated", MarkdownText.inline(article.publisher ?? "–"),
        article.languages.joined(separator: ", "), String(article.findings),
        MarkdownText.code(article.digest.prefix(12), inCell: true),
      ]
      out.add("| \(cells.joined(separator: " | ")) |")
    }
    out.add("")
  }

  private func method(_ out: inout Lines) {
    out.heading(2, "What this is, and what it is not")
    for limit in report.limits { out.add("- \(limit)") }
    out.add("")
    let constants = report.rules.constants.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    out.add("Constants of the score: \(constants). Bands: \(report.rules.bandSummary).")
    let tool = "\(report.tool.name) \(report.tool.version)"
    out.add("Rules \(MarkdownText.code(report.rules.digest)), made by \(tool).")
  }
}
