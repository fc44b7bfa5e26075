/// Text dressed so that Markdown shows it and does nothing else with it.
///
/// Articles come from hostile pages: nothing of them may become markup, a link, a heading or a table.
enum MarkdownText {
  /// A text on one line, for the middle of a paragraph, a heading or a cell of a table.
  ///
  /// The colon of `://` and the full stop after `www` are escaped so that bare addresses do not become
  /// links.
  ///
  /// - Complexity: O(n).
  static func inline(_ text: some StringProtocol) -> String {
    var out = ""
    let plain = TerminalText.printable(text)
    for index in plain.indices {
      let character = plain[index]
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "$":
        out += "\\\(character)"
      case ":" where plain[index...].hasPrefix("://"): out += "\\:"
      case "." where out.suffix(3).lowercased() == "www": out += "\\."
      default: out.append(character)
      }
    }
    return out
  }

  /// A text of its own lines, each fit to begin a paragraph: what would open a list, a rule or code at
  /// the beginning of a line is escaped too; lines without text are left out.
  ///
  /// - Complexity: O(n).
  static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let inline = inline(line).drop { $0.isWhitespace }
      guard let first = inline.first else { return nil }
      if "-+=".contains(first) { return "\\\(inline)" }
      let digits = inline.prefix { $0.isASCII && $0.isNumber }
      let rest = inline.dropFirst(digits.count)
      if !digits.isEmpty, let mark = rest.first, ".)".contains(mark) {
        return "\(digits)\\\(rest)"
      }
      return String(inline)
    }
  }

  /// A text as code, as it stands; its fence is longer than any run of backticks in it.
  ///
  /// In a cell of a table a bar must be escaped even so.
  static func code(_ text: some StringProtocol, inCell: Bool = false) -> String {
    let plain = TerminalText.printable(text)
    var longest = 0
    var run = 0
    for character in plain {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let blank = longest > 0 ? " " : ""
    let inner = inCell ? plain.replacing("|", with: "\\|") : plain
    return fence + blank + inner + blank + fence
  }

  /// A link, if the address is one of the web; else only its text.
  static func link(_ text: String, to address: String?) -> String {
    guard let address = AuditReport.Quote.link(address) else { return inline(text) }
    return "[\(inline(text))](<\(address)>)"
  }
}
