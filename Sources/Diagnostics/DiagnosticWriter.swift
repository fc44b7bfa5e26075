/// A form in which diagnostics are given to somebody.
package protocol DiagnosticWriter: Sendable {
  /// The diagnostics in this form, in the order given.
  ///
  /// `source` gives the bytes of a file by the name that the labels use, or nil if it cannot be had any
  /// more: what needs them is then left out, and line and column are 1. It is asked once a file.
  ///
  /// - Complexity: O(n) over the files' bytes and the diagnostics.
  func text(of diagnostics: [Diagnostic], source: (String) -> [UInt8]?) -> String
}
