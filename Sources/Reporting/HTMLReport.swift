/// `audit.html`: the report for readers, one file without network or script.
package struct HTMLReport {
  private let report: AuditReport

  /// Makes the page of a report.
  package init(_ report: AuditReport) { self.report = report }

  /// The page.
  package func text() -> String { MarkdownReport(report).text() }
}
