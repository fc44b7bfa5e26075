import SourceText

/// Markdown: front matter if there is any, then the text, which is kept byte for byte.
///
/// Front matter stands between two lines of `---` and has a `key: value` a line; `title`, `date` or
/// `published`, `publisher`, `url`, `lang` and `id` are read, others left aside. Without a title there,
/// the first `# ` heading is the title.
struct MarkdownReader {
  let limits: ReadingLimits

  /// The article that `bytes` are, and notes on what was left out of it.
  ///
  /// - Throws: `ReadingFault` as `TextDecoding.text(ofFile:limits:)`.
  func article(
    in bytes: [UInt8], named name: String?
  ) throws(ReadingFault) -> (article: Article, notes: [String]) {
    let whole = try TextDecoding.text(ofFile: bytes, limits: limits)
    let (fields, body) = frontMatter(of: whole)
    guard body.utf8.contains(where: { $0 > 0x20 }) else {
      throw ReadingFault(.empty, "nothing follows the front matter")
    }
    let text = String(body)
    var notes: [String] = []
    var published: Day?
    if let written = fields["published"] ?? fields["date"], !written.isEmpty {
      published = Day(written)
      if published == nil { notes.append(.notADate("published", written)) }
    }
    func field(_ key: String) -> String? { fields[key].flatMap { $0.isEmpty ? nil : $0 } }
    let article = Article(
      id: field("id") ?? name ?? Article.digestID(of: text),
      title: field("title") ?? Self.heading(in: text), text: text, url: field("url"),
      publisher: field("publisher"), published: published, language: field("lang"))
    return (article, notes)
  }

  /// The keys of the front matter, lower-cased, and what follows it; all of `text` if it has none.
  private func frontMatter(of text: String) -> (fields: [String: String], body: Substring) {
    var rest = Lines(rest: text[...])
    guard rest.next() == "---" else { return ([:], text[...]) }
    var fields: [String: String] = [:]
    for _ in 0..<limits.frontMatterLinesMax {
      guard let line = rest.next() else { break }
      if line == "---" || line == "..." { return (fields, rest.rest) }
      guard let colon = line.firstIndex(of: ":"), line.first?.isLetter == true else { continue }
      fields[line[..<colon].lowercased()] = Self.value(line[line.index(after: colon)...])
    }
    return ([:], text[...])
  }

  /// A value without blanks and without the quotes around it.
  private static func value(_ text: Substring) -> String {
    let value = text.trimmingBlanks()
    guard value.count >= 2, let quote = value.first, quote == value.last,
      quote == "\"" || quote == "'"
    else { return String(value) }
    return String(value.dropFirst().dropLast())
  }

  /// The first heading of the first level outside code.
  private static func heading(in text: String) -> String? {
    var lines = Lines(rest: text[...])
    var isCode = false
    while let line = lines.next() {
      if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
      guard !isCode, line.hasPrefix("# ") else { continue }
      var title = line.dropFirst(2).trimmingBlanks()
      let closing = title.reversed().prefix { $0 == "#" }.count
      if closing > 0, title.dropLast(closing).last == " " {
        title = title.dropLast(closing).trimmingBlanks()
      }
      return title.isEmpty ? nil : String(title)
    }
    return nil
  }
}

/// The lines of a text, one after another, without their ends and the blanks before them.
private struct Lines {
  var rest: Substring

  mutating func next() -> Substring? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(where: \.isNewline)
    let line = rest[..<(end ?? rest.endIndex)]
    rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
    return line.trimmingTrailingBlanks()
  }
}

extension Substring {
  /// The text without blanks at its end.
  fileprivate func trimmingTrailingBlanks() -> Substring {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return prefix(0) }
    return self[...last]
  }

  /// The text without blanks at its ends.
  fileprivate func trimmingBlanks() -> Substring {
    drop(while: \.isWhitespace).trimmingTrailingBlanks()
  }
}

extension String {
  /// What is to be said of a field that should hold a date; a long value is cut.
  static func notADate(_ field: String, _ written: String) -> String {
    "\(field) is not a date: `\(written.prefix(40))`"
  }
}
