internal import SourceText

/// The line of a rule file that would set a finding aside, ready to be pasted and signed.
struct SuppressionLine {
  /// So many days a suppression holds unless whoever writes it says less: it is to be thought over again
  /// within a year.
  static let days = 365
  /// So many digits of a fingerprint tell any two findings apart.
  static let digits = 16

  /// The line, with a blank for who and why.
  let text: String

  /// Writes the line for a finding.
  init(_ finding: AuditReport.CaseFinding, of company: AuditReport.Company, asOf: String) {
    let until = Day(asOf).map { ($0 + Self.days).description } ?? asOf
    let target = "sha256:\(finding.fingerprint.prefix(Self.digits))"
    text =
      "suppress \(finding.signal) for \(company.id) in \"\(target)\" until \(until) "
      + "by \"…\" because \"…\""
  }
}
