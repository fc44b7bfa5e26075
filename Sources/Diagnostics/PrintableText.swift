/// Text as it may be sent to a terminal.
///
/// Rule files and articles come from anywhere. What moves the cursor, colours the screen or turns the
/// direction of writing would let a file draw over the message about it (CVE-2021-42574), so it is shown
/// as U+FFFD; tabs and line breaks become a blank.
package enum PrintableText {
  /// The text with every character fit to be shown on one line.
  ///
  /// - Complexity: O(n).
  package static func of(_ text: some StringProtocol) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(of(scalar)) }
    return String(shown)
  }

  private static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
    case 0x00...0x1F, 0x7F...0x9F: "\u{FFFD}"
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }
}
