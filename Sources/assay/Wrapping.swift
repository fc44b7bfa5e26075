internal import SourceText

/// Long lines as several.
enum Wrapping {
  /// What the lines after the first stand further in.
  private static let indent = 2

  /// The line, broken at blanks so that each part fits; a word that is longer than a line stays whole.
  ///
  /// - Complexity: O(n).
  static func lines(of line: Substring, columns: Int) -> [String] {
    guard DisplayWidth.of(String(line)) > columns else { return [String(line)] }
    let margin = line.prefix { $0 == " " }
    let further = String(repeating: " ", count: min(margin.count + indent, columns / 2))
    var lines: [String] = []
    var current = String(margin)
    var width = margin.count
    var isEmpty = true
    for word in line.dropFirst(margin.count).split(separator: " ", omittingEmptySubsequences: false)
    {
      let added = DisplayWidth.of(String(word))
      if !isEmpty, width + 1 + added > columns {
        lines.append(current)
        current = further
        width = further.count
        isEmpty = true
      }
      current += isEmpty ? String(word) : " \(word)"
      width += added + (isEmpty ? 0 : 1)
      isEmpty = false
    }
    return lines + [current]
  }
}
