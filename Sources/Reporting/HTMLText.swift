/// HTML that can only grow by escaped text and by elements that are closed: what comes from an article
/// has no other way in.
struct HTMLText {
  /// Attributes of an element; those without a value are left out, an empty value writes the bare name.
  typealias Attributes = KeyValuePairs<String, String?>

  /// What was written.
  private(set) var html = ""

  /// Text.
  mutating func text(_ text: some StringProtocol) { Self.escape(text, into: &html) }

  /// An element with what stands in it.
  mutating func element(
    _ name: String, _ attributes: Attributes = [:], _ content: (inout HTMLText) -> Void
  ) {
    open(name, attributes)
    content(&self)
    html += "</\(name)>"
    if Self.blocks.contains(name) { html += "\n" }
  }

  /// An element with a text in it.
  mutating func element(
    _ name: String, _ attributes: Attributes = [:], text: some StringProtocol
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element that holds nothing: `meta`, or a shape of a picture.
  mutating func void(_ name: String, _ attributes: Attributes) { open(name, attributes) }

  /// A text whose direction does not reach its surroundings.
  mutating func name(_ text: some StringProtocol) { element("bdi", text: text) }

  /// A link if the address is one of the web, else only the text.
  mutating func link(_ text: some StringProtocol, to address: String?, lang: String? = nil) {
    let lang = Self.language(lang)
    guard let address = AuditReport.Quote.link(address) else {
      element("bdi", ["lang": lang], text: text)
      return
    }
    element("a", ["href": address, "rel": "noopener noreferrer nofollow"]) {
      $0.element("bdi", ["lang": lang], text: text)
    }
  }

  /// The beginning and the style of the page, which are ours.
  mutating func raw(_ own: StaticString) { html += own.description }

  /// A language tag that may stand in `lang`; nil for what is none.
  static func language(_ tag: String?) -> String? {
    guard let tag, !tag.isEmpty, tag.utf8.count <= Limits.languageTagBytes else { return nil }
    let isPlain = tag.utf8.allSatisfy {
      $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
        || (0x61...0x7A).contains($0)
    }
    return isPlain ? tag : nil
  }

  private mutating func open(_ name: String, _ attributes: Attributes) {
    html += "<\(name)"
    for (key, value) in attributes {
      guard let value else { continue }
      html += " \(key)"
      guard !value.isEmpty else { continue }
      html += "=\""
      Self.escape(value, into: &html)
      html += "\""
    }
    html += ">"
  }

  /// Escapes what HTML reads; characters that it does not allow, and those that turn the direction of
  /// writing over, are shown as U+FFFD.
  ///
  /// - Complexity: O(n).
  private static func escape(_ text: some StringProtocol, into html: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      case "\t", "\n": html.unicodeScalars.append(scalar)
      case "\r": html += "\n"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202D}", "\u{202E}":
        html.unicodeScalars.append("\u{FFFD}")
      default:
        let isNoncharacter = scalar.properties.isNoncharacterCodePoint
        html.unicodeScalars.append(isNoncharacter ? "\u{FFFD}" : scalar)
      }
    }
  }

  /// Elements after which the source of the page has a new line, so that a difference of two pages can
  /// be read.
  private static let blocks: Set<String> = [
    "html", "head", "title", "style", "body", "header", "main", "footer", "nav", "section",
    "article", "div", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "thead", "tbody", "tr", "figure", "blockquote", "figcaption", "details", "summary", "pre",
  ]
}
