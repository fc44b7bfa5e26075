internal import Foundation
internal import Synchronization

/// Standard output and standard error: what goes where, and in what dress.
struct Console: Sendable {
  /// Whether progress and summaries are wanted.
  let isQuiet: Bool
  /// Whether standard output takes colour.
  let hasColour: Bool
  /// The columns of the terminal that standard output is; nil where it is none.
  let columns: Int?
  /// Whether standard error is a terminal, so that progress may be shown there.
  let showsProgress: Bool

  /// Whether whoever read standard output has gone away; shared, as the output is.
  private static let isUnread = Atomic<Bool>(false)

  /// Looks at the terminal, `--quiet`, `--no-color` and `NO_COLOR`.
  init(quiet: Bool, noColour: Bool) {
    isQuiet = quiet
    let refused = noColour || !(ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    columns = Self.terminalColumns
    hasColour = !refused && columns != nil
    showsProgress = !quiet && isatty(STDERR_FILENO) == 1
  }

  /// Text as it is to be printed: on a terminal, lines that are too long are broken at blanks, under
  /// their own beginning; elsewhere they stay whole, for programs that look for them.
  ///
  /// - Complexity: O(n).
  func fitted(_ text: String) -> String {
    guard let columns else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Wrapping.lines(of: $0, columns: columns) }.joined(separator: "\n")
  }

  private static var terminalColumns: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return Limits.columns }
    return size.ws_col > 0 ? max(Limits.columnsLeast, Int(size.ws_col)) : Limits.columns
  }

  /// Whether standard output is closed: what only prints may end.
  var hasLostReader: Bool { Self.isUnread.load(ordering: .relaxed) }

  /// Writes to standard output.
  ///
  /// A reader that has gone away has what it wanted: the rest is dropped, and the command goes on to
  /// what else it has to do.
  ///
  /// - Throws: `Failure` if the system does not take it, on a full disk for example.
  func print(_ text: String) throws(Failure) {
    guard !hasLostReader else { return }
    let fault = Self.write(text, to: STDOUT_FILENO)
    if fault == EPIPE {
      Self.isUnread.store(true, ordering: .relaxed)
    } else if fault != 0 {
      throw Failure(
        "standard output cannot be written: \(String(cString: strerror(fault)).lowercased())")
    }
  }

  /// Writes a line to standard error unless it is to be quiet.
  func note(_ text: String) {
    if !isQuiet { complain(text) }
  }

  /// Writes a line to standard error; where that is closed, there is nobody to tell.
  func complain(_ text: String) {
    endProgress()
    _ = Self.write(text + "\n", to: STDERR_FILENO)
  }

  /// Shows where long work stands, on a terminal, over what it showed before.
  func progress(_ text: String) {
    if showsProgress { _ = Self.write("\r\u{1B}[K\(text)", to: STDERR_FILENO) }
  }

  /// Takes the progress line away.
  func endProgress() {
    if showsProgress { _ = Self.write("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  /// The number of the fault, or 0.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes {
        unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(written)
    }
    return 0
  }
}
