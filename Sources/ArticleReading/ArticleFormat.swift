/// The formats that articles come in, a reader each.
///
/// HTML, feeds and web archives take their place here: a case, a line in `extensions`, and a reader
/// that `ReadItems` opens.
package enum ArticleFormat: Sendable, CaseIterable {
  case plainText
  case markdown
  case json
  case jsonLines
  /// Seen from its first byte: an object begins JSON Lines, anything else is one plain text.
  case sniffed

  /// The endings of file names, without the dot and in lower case.
  package static let extensions: [String: Self] = [
    "txt": .plainText, "text": .plainText,
    "md": .markdown, "markdown": .markdown,
    "json": .json,
    "jsonl": .jsonLines, "ndjson": .jsonLines,
  ]

  /// The format of a file by the ending of its name; a name without one is looked into, and an ending
  /// that the table lacks has no format.
  package init?(ofFileNamed name: String) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      self = .sniffed
      return
    }
    guard let format = Self.extensions[name[name.index(after: dot)...].lowercased()] else {
      return nil
    }
    self = format
  }
}
