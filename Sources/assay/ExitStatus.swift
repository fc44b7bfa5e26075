/// How the program ends: the contract of its exit status.
enum ExitStatus: Int32, Sendable {
  /// Done.
  case done = 0
  /// Done, and the answer is "no".
  case no = 1
  /// Could not be done.
  case failed = 2
}

/// Why a command could not be done, in one clear line.
struct Failure: Error, Sendable {
  /// Lower case, without a full stop.
  let line: String
  /// What may help, if anything is sure to.
  let hint: String?

  init(_ line: String, hint: String? = nil) {
    self.line = line
    self.hint = hint
  }

  /// The line with its hint.
  var text: String { hint.map { "\(line); \($0)" } ?? line }
}
