import Diagnostics

/// Why a statement is left out: thrown where it is read, reported where the reading began.
struct Fault: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
