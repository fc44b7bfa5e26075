internal import Foundation
package import RuleCompilation

/// Whether a report is one to stop at: the question of `--fail-on`.
package struct ReportGate {
  private let report: AuditReport
  private let bands: [String]

  /// Makes the gate of a report.
  package init(_ report: AuditReport, rules: RuleSet) {
    self.report = report
    bands = rules.scoring.bands.map(\.name)
  }

  /// Whether a company is in this band or a worse one; with `new`, whether a finding is new and not
  /// suppressed.
  ///
  /// - Complexity: O(n) over the findings.
  package func isMet(_ limit: String) -> Bool {
    if limit == "new" {
      return report.companies.contains { company in
        company.findings.contains { $0.baseline == .new && !$0.suppressed }
      }
    }
    guard let worst = bands.firstIndex(of: limit) else { return false }
    return report.companies.contains { (bands.firstIndex(of: $0.band) ?? -1) >= worst }
  }
}
