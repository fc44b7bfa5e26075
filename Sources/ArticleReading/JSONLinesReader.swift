/// The articles of a file of JSON Lines, an object a line.
struct JSONLinesReader {
  private let objects = JSONObjectReader()
  private var lines: JSONLines

  /// Reads `lines`.
  init(_ lines: JSONLines) { self.lines = lines }

  /// The article of the next line that is not blank, or why it is none; nil at the end.
  ///
  /// - Complexity: O(n) over the bytes of the line.
  mutating func next() -> ReadItem? {
    switch lines.next() {
    case .line(let bytes, let source): objects.item(bytes, source: source)
    case .unread(let input): .unread(input)
    case nil: nil
    }
  }
}
