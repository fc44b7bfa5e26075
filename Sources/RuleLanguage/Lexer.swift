import Diagnostics
import SourceText

/// Cuts a rule file into tokens; never fails, and drops no byte.
///
/// It goes line by line. Each line ends in a `.newline` token, of no width where the file ends without
/// one; blanks and comments belong to the token after them.
struct Lexer {
  let source: RuleSource
  let bytes: [UInt8]
  /// Whether the bytes are not UTF-8; bare text is then not complained of as well.
  let isMisencoded: Bool

  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  /// The byte to be read next.
  var index = 0
  /// Where the blanks before the next token begin.
  var leading = 0
  /// Where the line begins, after a byte-order mark.
  var lineStart = 0
  /// The offset of the line's `\n`, or of the file's end.
  var lineEnd = 0
  /// Whether the line begins with a blank.
  var lineIsIndented = false
  /// How many tokens there were before this line.
  private var lineTokens = 0
  /// Whether a diagnostic was already given for this line; what follows may come of the same mistake.
  var lineHasFault = false
  /// Whether the last line that version control left was not its last.
  private var isInConflict = false
  /// Whether this line has had its `{` that opens a block.
  var lineHasOpen = false

  init(_ source: RuleSource, isMisencoded: Bool) {
    self.source = source
    bytes = source.bytes
    self.isMisencoded = isMisencoded
  }

  /// Reads the whole file.
  ///
  /// - Complexity: O(n) over the bytes.
  mutating func run() {
    while index < bytes.count { readLine() }
  }

  private mutating func readLine() {
    lineEnd = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
    lineStart = index == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : index
    lineIsIndented = lineStart < lineEnd && blankWidth(at: lineStart) > 0
    lineTokens = tokens.count
    lineHasFault = false
    lineHasOpen = false
    if isMergeMarker { readMergeMarker() }
    while true {
      skipBlanks()
      guard index < lineEnd, bytes[index] != 0x23 else { break }
      readToken()
    }
    index = min(lineEnd + 1, bytes.count)
    emit(.newline, from: lineEnd)
  }

  /// A line that version control left; the three of one conflict are one mistake.
  private mutating func readMergeMarker() {
    let marker = bytes[lineStart]
    if marker == 0x3C || !isInConflict {
      report(.mergeMarker(at: place(lineStart, contentEnd(from: lineStart))))
    }
    isInConflict = marker == 0x3C || (isInConflict && marker == 0x3D)
    index = lineEnd
    emit(.fault, from: lineStart)
  }

  private mutating func readToken() {
    let start = index
    switch bytes[index] {
    case 0x22: readString()
    case 0x7B: readOpenBrace()
    case 0x7D: readCloseBrace()
    case 0x5B: readBracketed(.role, closing: 0x5D)
    case 0x3C: readBracketed(.kind, closing: 0x3E)
    case 0x2C, 0x3A, 0x7C:
      index += 1
      emit(.mark, from: start)
    case 0x2D where byte(after: index) == 0x3E:
      index += 2
      emit(.mark, from: start)
    case 0x2E where byte(after: index) == 0x2E:
      index += 2
      while index < lineEnd, (0x30...0x39).contains(bytes[index]) { index += 1 }
      emit(.gap, from: start, text: text(start + 2, index))
    case let byte where Self.isWordByte(byte): readWord()
    default:
      if let quote = ForeignQuote(bytes, at: index) {
        readForeignString(quote)
      } else if bytes[index] >= 0x80 {
        readBareText(from: start)
      } else {
        readFault()
      }
    }
  }

  private mutating func readWord() {
    let start = index
    while index < lineEnd {
      let byte = bytes[index]
      let next = self.byte(after: index)
      let continues =
        Self.isWordByte(byte) || (byte == 0x2D && next != 0x3E)
        || (byte == 0x2E && next.map(Self.isWordByte) == true)
      guard continues else { break }
      index += 1
    }
    if index < lineEnd, isLetterBeyondASCII(at: index) || apostropheWidth(at: index) > 0 {
      return readBareText(from: start)
    }
    emit(.word, from: start)
  }

  /// `{` ends the line and opens a block, or begins `{name}` or `{a|b}`.
  private mutating func readOpenBrace() {
    let start = index
    index += 1
    let inside = index
    skipBlanks()
    if index >= lineEnd || bytes[index] == 0x23 {
      index = inside
      lineHasOpen = true
      return emit(.open, from: start)
    }
    // What follows on the line of a declaration and is no reference is a block written on one line.
    let mayOpen =
      !lineHasOpen && !lineIsIndented && tokens.count > lineTokens
      && (index > inside || bytes[index] == 0x7D)
    let end = scan(from: inside, to: 0x7D)
    if end < lineEnd, bytes[end] == 0x7D, let names = referenceNames(inside, end) {
      index = end + 1
      return emit(.vocabulary, from: start, text: names)
    }
    if mayOpen {
      index = inside
      lineHasOpen = true
      return emit(.open, from: start)
    }
    if end < lineEnd, bytes[end] == 0x7D {
      index = end + 1
      emit(.fault, from: start)
      return report(.unreadableReference(text(start, index), at: place(start, index)))
    }
    index = contentEnd(from: start, to: end)
    emit(.fault, from: start)
    report(.unclosedBracket("{", closing: "}", at: place(start, index)))
  }

  /// `}` closes a block where it is first or last on its line; anywhere else its `{` is missing.
  private mutating func readCloseBrace() {
    let start = index
    let isFirst = tokens.count == lineTokens
    index += 1
    let end = index
    skipBlanks()
    let isLast = index >= lineEnd || bytes[index] == 0x23
    index = end
    emit(isFirst || isLast ? .close : .fault, from: start)
    if !isFirst && !isLast {
      report(.unopenedBracket("}", opening: "{", at: place(start, end)))
    }
  }

  private mutating func readBracketed(_ kind: Token.Kind, closing: UInt8) {
    let start = index
    let end = scan(from: start + 1, to: closing)
    if end < lineEnd, bytes[end] == closing {
      index = end + 1
      let name = text(start + 1, end).split(separator: " ").joined(separator: " ")
      return emit(kind, from: start, text: name)
    }
    index = max(start + 1, contentEnd(from: start, to: end))
    emit(.fault, from: start)
    report(
      .unclosedBracket(
        text(start, start + 1), closing: kind == .role ? "]" : ">", at: place(start, index)))
  }

  /// Text that should stand in quotes: words with characters beyond ASCII, and the blanks between them.
  private mutating func readBareText(from start: Int) {
    var end = index
    while index < lineEnd {
      let byte = bytes[index]
      let apostrophe = apostropheWidth(at: index)
      if byte == 0x20, index + 1 < lineEnd, isLetterBeyondASCII(at: index + 1) {
        index += 1
      } else if apostrophe > 0 {
        index += apostrophe
      } else if isLetterBeyondASCII(at: index) || Self.isWordByte(byte) || byte == 0x2D {
        index += 1
        end = index
      } else {
        break
      }
    }
    index = max(end, start + 1)
    emit(.fault, from: start)
    if !isMisencoded {
      diagnostics.append(.bareText(text(start, index), at: place(start, index)))
      lineHasFault = true
    }
  }

  /// Anything else: up to the next blank, bracket or quote.
  private mutating func readFault() {
    let start = index
    index += 1
    while index < lineEnd, !Self.endsFault(bytes[index]), bytes[index] < 0x80 { index += 1 }
    emit(.fault, from: start)
    report(.strayCharacters(text(start, index), at: place(start, index)))
  }
}

// MARK: - What the readers share

extension Lexer {
  /// Adds a token that ends where reading stands.
  mutating func emit(_ kind: Token.Kind, from start: Int, text: String? = nil) {
    tokens.append(
      Token(
        kind: kind, text: text ?? self.text(start, index), range: ByteRange(start, index),
        leading: leading))
    leading = index
  }

  /// Adds a diagnostic, unless one for this line was given already.
  mutating func report(_ diagnostic: Diagnostic) {
    if !lineHasFault { diagnostics.append(diagnostic) }
    lineHasFault = true
  }

  func place(_ start: Int, _ end: Int) -> Diagnostic.Label {
    Diagnostic.Label(file: source.path, range: ByteRange(start, end))
  }

  /// Whether a byte of a character stands here that is neither ASCII nor blank nor quotation mark.
  func isLetterBeyondASCII(at offset: Int) -> Bool {
    bytes[offset] >= 0x80 && blankWidth(at: offset) == 0 && ForeignQuote(bytes, at: offset) == nil
  }

  /// How many bytes the apostrophe here has if a letter follows it; 0 if there is none.
  private func apostropheWidth(at offset: Int) -> Int {
    let width: Int
    if bytes[offset] == 0x27 {
      width = 1
    } else if bytes[offset...].starts(with: [0xE2, 0x80, 0x99]) {
      width = 3
    } else {
      return 0
    }
    let next = offset + width
    guard next < lineEnd, Self.isWordByte(bytes[next]) || isLetterBeyondASCII(at: next) else {
      return 0
    }
    return width
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  func byte(after index: Int) -> UInt8? {
    index + 1 < lineEnd ? bytes[index + 1] : nil
  }

  /// The end of what is not blank in a stretch of this line.
  func contentEnd(from start: Int, to end: Int? = nil) -> Int {
    var end = end ?? lineEnd
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  /// The first bracket, quote or comment from `start` on, or the end of the line.
  private func scan(from start: Int, to closing: UInt8) -> Int {
    var end = start
    while end < lineEnd, bytes[end] != closing, !Self.stopsReference(bytes[end]) { end += 1 }
    return end
  }

  /// Whether a byte is a small letter, a digit or a hyphen.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  /// `a|b` for what stands between braces, without blanks; nil if it is no list of names.
  private func referenceNames(_ start: Int, _ end: Int) -> String? {
    // Most are one plain name, and there are very many of them.
    if start < end, (start..<end).allSatisfy({ Self.isPlain(bytes[$0]) }) {
      return text(start, end)
    }
    let inner = text(start, end)
    let names = inner.split(separator: "|", omittingEmptySubsequences: false)
    var trimmed: [Substring] = []
    for name in names {
      let words = name.split(whereSeparator: \.isWhitespace)
      guard words.count == 1, !words[0].contains(":") else { return nil }
      trimmed.append(words[0])
    }
    return trimmed.joined(separator: "|")
  }

  mutating func skipBlanks() {
    while index < lineEnd {
      let width = blankWidth(at: index)
      if width == 0 { return }
      index += width
    }
  }

  /// How many bytes the blank at `offset` has; 0 if there is none.
  ///
  /// The blanks that word processors and Asian keyboards leave count as blanks, and so does a byte-order
  /// mark: nobody can see them, so nobody could find them.
  func blankWidth(at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x09, 0x0B, 0x0C, 0x0D, 0x20: return 1
    case 0xC2: return byte(after: offset) == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF:
      guard offset + 2 < lineEnd else { return 0 }
      switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
      case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80),
        (0xEF, 0xBB, 0xBF):
        return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// Whether the line is one of the three that a version control system leaves in a conflict.
  private var isMergeMarker: Bool {
    guard lineEnd - lineStart >= 7, [0x3C, 0x3D, 0x3E].contains(bytes[lineStart]) else {
      return false
    }
    let marker = bytes[lineStart]
    return bytes[lineStart..<lineStart + 7].allSatisfy { $0 == marker }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }

  private static func stopsReference(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x23, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }

  private static func endsFault(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x22 || byte == 0x7B || byte == 0x7D || byte == 0x23
  }
}
