package import SourceText

extension Finding {
  /// The one identity of a finding, for baselines, suppressions and SARIF: SHA-256 over `v1`, the
  /// company's declared name, the signal's id and the case, joined by line feeds.
  ///
  /// It is stable across copies, wording and changes of the rules' patterns.
  package static func fingerprint(company: String, signal: String, case: String) -> Digest {
    Digest(of: ["v1", company, signal, `case`].joined(separator: "\n"))
  }
}
