import SourceText

/// What the head of a plain text plainly says of it.
///
/// In doubt it says nothing: a wrong publisher would count as a voice, a wrong date would age a report.
///
/// - The **title** is the first line, if it is short and does not end as a sentence does, and what
///   follows sets it off: an empty line, a line at least twice as long, a publisher or a date, or a
///   head of lines none of which ends as a sentence.
/// - The **date** is the first one that a line of the head begins with or consists of.
/// - The **publisher** shares the line under the title with a date, or has it alone where a date or a
///   line without letters follows.
struct PlainTextHead {
  private(set) var title: String?
  private(set) var publisher: String?
  private(set) var published: Day?

  /// Reads the head of `text`.
  ///
  /// - Complexity: O(n) over the bytes of the first lines.
  init(of text: String, limits: ReadingLimits) {
    let lines = Self.lines(of: text, most: limits.headLinesMax)
    guard let first = lines.firstIndex(where: { !$0.isEmpty }) else { return }
    published = lines.lazy.compactMap { Self.dateline($0, limits: limits)?.day }.first
    let below = first + 1 < lines.count ? lines[first + 1] : ""
    let after = first + 2 < lines.count ? lines[first + 2] : ""
    guard first + 1 < lines.count else { return }
    guard Self.dateline(lines[first], limits: limits) == nil,
      lines[first].count <= limits.titleCharactersMax, !Self.endsSentence(lines[first]),
      lines[first].contains(where: \.isLetter)
    else { return }

    publisher = Self.publisher(in: below, before: after, limits: limits)
    let isSetOff =
      below.isEmpty || publisher != nil || Self.dateline(below, limits: limits) != nil
      || below.utf8.count >= 2 * lines[first].utf8.count
      || Self.isHeading(lines[first...])
    guard isSetOff else {
      publisher = nil
      return
    }
    title = String(lines[first])
    // The date may stand beside the publisher rather than before it.
    if published == nil, let split = Self.split(below, limits: limits) { published = split.day }
  }

  /// The first lines without blanks at their ends; `\r\n` and `\n` end one.
  private static func lines(of text: String, most: Int) -> [Substring] {
    text.split(maxSplits: most, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .prefix(most).map { trimmed($0) }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let head = text.drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return head[...last]
  }

  private static func endsSentence(_ line: Substring) -> Bool {
    line.last.map { ".。．".contains($0) } ?? false
  }

  /// Whether the lines up to the first empty one are short and none of them ends as a sentence does,
  /// with more text below.
  private static func isHeading(_ lines: ArraySlice<Substring>) -> Bool {
    let head = lines.prefix { !$0.isEmpty }
    return head.endIndex < lines.endIndex && head.allSatisfy { !endsSentence($0) }
  }

  /// The date that a short line begins with.
  private static func dateline(_ line: Substring, limits: ReadingLimits) -> WrittenDate? {
    guard let date = WrittenDate(beginning: line) else { return nil }
    if date.rest.isEmpty { return date }
    let isShort = line.count <= limits.datelineCharactersMax && !endsSentence(line)
    return isShort ? date : nil
  }

  private static func publisher(
    in line: Substring, before next: Substring, limits: ReadingLimits
  ) -> String? {
    if let split = split(line, limits: limits) { return split.name }
    guard isName(line, limits: limits) else { return nil }
    let isRule = !next.isEmpty && !next.contains { $0.isLetter || $0.isNumber }
    let isDate = WrittenDate(beginning: next)?.rest.isEmpty ?? false
    return isRule || isDate ? String(line) : nil
  }

  /// A line of a name and a date, in either order, with a mark between them.
  private static func split(
    _ line: Substring, limits: ReadingLimits
  ) -> (name: String, day: Day)? {
    let marks: Set<Character> = ["|", "·", "—", "–", ","]
    if let date = WrittenDate(beginning: line) {
      guard let mark = date.rest.first, marks.contains(mark) else { return nil }
      let name = trimmed(date.rest.dropFirst())
      return isName(name, limits: limits) ? (String(name), date.day) : nil
    }
    guard let mark = line.lastIndex(where: { marks.contains($0) }) else { return nil }
    let name = trimmed(line[..<mark])
    guard isName(name, limits: limits),
      let date = WrittenDate(beginning: trimmed(line[line.index(after: mark)...])),
      date.rest.isEmpty
    else { return nil }
    return (String(name), date.day)
  }

  /// Whether a line may be a name: short, with a letter, without digits or the marks of sentences.
  private static func isName(_ line: Substring, limits: ReadingLimits) -> Bool {
    line.count <= limits.publisherCharactersMax && line.contains(where: \.isLetter)
      && !line.contains { $0.isNumber || ".,;:!?|#。、，".contains($0) && !isInside($0, of: line) }
  }

  /// Whether every such mark stands between two letters, as the dot of a host name does.
  private static func isInside(_ mark: Character, of line: Substring) -> Bool {
    guard mark == "." else { return false }
    return line.indices.filter { line[$0] == mark }.allSatisfy { index in
      guard index > line.startIndex else { return false }
      let next = line.index(after: index)
      return next < line.endIndex && line[line.index(before: index)].isLetter
        && line[next].isLetter
    }
  }
}
