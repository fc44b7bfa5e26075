internal import SourceText

/// Text of articles and rules as it may be sent to a terminal, and fitted to its columns.
enum TerminalText {
  /// The text on one line, without what moves the cursor, colours the screen or turns the direction of
  /// writing: that is shown as U+FFFD.
  ///
  /// - Complexity: O(n).
  static func printable(_ text: some StringProtocol) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(printable(scalar)) }
    return String(shown)
  }

  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
    case 0x00...0x1F, 0x7F...0x9F: "\u{FFFD}"
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }

  /// The text, cut with an ellipsis where it takes more than so many columns.
  static func clipped(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var kept = ""
    var used = 0
    for character in text {
      used += DisplayWidth.of(character)
      if used > width - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text with blanks after it up to so many columns.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// The text with blanks before it up to so many columns.
  static func led(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }

  /// Words set in lines of so many columns, those after the first indented; no line ends in a blank.
  static func wrapped(
    _ words: [String], to width: Int, first: String = "", indent: String = ""
  ) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in words {
      let word = clipped(word, to: max(1, width - DisplayWidth.of(indent)))
      let needed = DisplayWidth.of(line) + (isEmpty ? 0 : 1) + DisplayWidth.of(word)
      if needed > width, !(isEmpty && lines.count > 0) {
        lines.append(trimmedEnd(line))
        line = indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [trimmedEnd(line)]
  }

  /// Names after a title, set in lines; those beyond `Limits.namesShown` are counted.
  static func list(_ title: String, _ names: [String]) -> [String] {
    guard !names.isEmpty else { return [] }
    let shown = names.prefix(Limits.namesShown).map { printable($0) }
    let more = names.count - shown.count
    var items = shown.dropLast().map { $0 + "," }
    items += more > 0 ? shown.suffix(1) + ["and \(more) more"] : shown.suffix(1)
    return wrapped(items, to: Limits.columns, first: title, indent: "    ")
  }

  /// The text without blanks at its end.
  static func trimmedEnd(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
