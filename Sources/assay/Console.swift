internal import Foundation

/// Standard output and standard error: what goes where, and in what dress.
struct Console: Sendable {
  /// Whether progress and summaries are wanted.
  let isQuiet: Bool
  /// Whether standard output takes colour.
  let hasColour: Bool
  /// Whether standard error is a terminal, so that progress may be shown there.
  let showsProgress: Bool

  /// Looks at the terminal, `--quiet`, `--no-color` and `NO_COLOR`.
  init(quiet: Bool, noColour: Bool) {
    isQuiet = quiet
    let refused = noColour || !(ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    hasColour = !refused && isatty(STDOUT_FILENO) == 1
    showsProgress = !quiet && isatty(STDERR_FILENO) == 1
  }

  /// Writes to standard output. A reader that has gone away ends the program quietly: it has what it
  /// wanted.
  func print(_ text: String) {
    write(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Writes a line to standard error unless it is to be quiet.
  func note(_ text: String) {
    if !isQuiet { complain(text) }
  }

  /// Writes a line to standard error.
  func complain(_ text: String) {
    write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Shows where long work stands, on a terminal, over what it showed before.
  func progress(_ text: String) {
    if showsProgress { write(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO) }
  }

  /// Takes the progress line away.
  func endProgress() {
    if showsProgress { write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        exit(errno == EPIPE ? ExitStatus.done.rawValue : ExitStatus.failed.rawValue)
      }
      rest = rest.dropFirst(written)
    }
  }
}
