import SourceText

/// What is wrong with a term, and at which bytes of its text.
struct TermFault: Error {
  enum Kind {
    case empty
    case unclosed(String)
    case unopened(String)
    case strayBar
    case tooDeep
    case tooManyWords(Int, limit: Int)
    case tooManySpellings
    case star
    case starTooShort(letters: Int)
    case gap
    case noLemma
    case noClass
    case unknownClass(String)
    case noRow(String, lemma: String)
  }

  var kind: Kind
  var range: Range<Int>
}

/// Reads the notation inside the quotes into spellings.
///
/// Alternatives are multiplied out, words with `~` inflected, and each result folded once.
///
/// - Complexity: O(n) over the bytes of all spellings, of which there are at most
///   `Limits.termSpellings`.
struct TermNotation {
  /// What the text is; names are written as they are, apart from brackets.
  enum Use {
    case term
    case name
  }

  private let bytes: [UInt8]
  private let use: Use
  private let inflections: Inflections
  private var index = 0

  /// Reads `text`.
  static func read(
    _ text: String, as use: Use = .term, _ inflections: Inflections, _ folding: inout Folding
  ) throws(TermFault) -> Term {
    var notation = TermNotation(bytes: Array(text.utf8), use: use, inflections: inflections)
    return notation.isInParentheses ? plain(text, &folding) : try notation.term(&folding)
  }

  /// The one spelling of a text that is written plainly, whatever marks it has.
  static func plain(_ text: String, _ folding: inout Folding) -> Term {
    let written = Array(text.utf8)
    var spellings = Term.Spellings()
    spellings.append(written: written.span, Term.Marks()) { folding.fold(written.span, into: &$0) }
    return Term(parts: [spellings], gaps: [])
  }

  private init(bytes: [UInt8], use: Use, inflections: Inflections) {
    self.bytes = bytes
    self.use = use
    self.inflections = inflections
  }

  /// Whether the whole text stands in one pair of round brackets: a term that may be missing altogether
  /// means nothing, so they are parentheses, as in `(주)`.
  private var isInParentheses: Bool {
    guard bytes.count > 2, bytes.first == 0x28, bytes.last == 0x29 else { return false }
    return !bytes.dropFirst().dropLast().contains { [0x28, 0x29, 0x5B, 0x5D, 0x7C].contains($0) }
  }

  /// Whether the text has no mark of the notation: most have none.
  private var isPlain: Bool {
    use == .term && !bytes.isEmpty && bytes.first != 0x20 && bytes.last != 0x20
      && !bytes.contains { byte in
        switch byte {
        case 0x28, 0x29, 0x2A, 0x2E, 0x5B, 0x5D, 0x7C, 0x7E: true
        default: false
        }
      }
  }

  private mutating func term(_ folding: inout Folding) throws(TermFault) -> Term {
    if isPlain {
      var spellings = Term.Spellings()
      try spell(bytes.span, at: bytes.indices, &folding, into: &spellings)
      let words = Self.wordCount(bytes.span)
      if words > Limits.termWords { throw fault(.tooManyWords(words, limit: Limits.termWords)) }
      return Term(parts: [spellings], gaps: [])
    }
    var term = Term(parts: [], gaps: [])
    var words = 0
    while true {
      let start = index
      let ways = try sequence(depth: 0)
      var spellings = Term.Spellings()
      var most = 0
      for row in ways.indices {
        let way = ways.bytes.span.extracting(ways.range(at: row))
        try spell(way, at: start..<index, &folding, into: &spellings)
        most = max(most, Self.wordCount(way))
      }
      if spellings.count > Limits.termSpellings { throw fault(.tooManySpellings) }
      words += most
      term.parts.append(spellings)
      guard index < bytes.count else { break }
      term.gaps.append(try gap())
    }
    let limit = use == .name ? Limits.nameWords : Limits.termWords
    if words > limit { throw fault(.tooManyWords(words, limit: limit)) }
    return term
  }

  // MARK: Brackets

  /// All ways to write what stands here up to a bar, a closing bracket, a gap or the end.
  private mutating func sequence(depth: Int) throws(TermFault) -> TextList {
    var ways = TextList.oneEmpty
    var literal = index
    loop: while index < bytes.count {
      switch bytes[index] {
      case 0x28, 0x5B:
        ways.extendEach(by: bytes.span.extracting(literal..<index))
        let options = try alternatives(depth: depth + 1)
        if ways.count * options.count > Limits.termSpellings { throw fault(.tooManySpellings) }
        ways = ways.times(options)
        literal = index
      case 0x29, 0x5D:
        if depth == 0 { throw fault(.unopened(character(index)), index..<index + 1) }
        break loop
      case 0x7C:
        if depth == 0 { throw fault(.strayBar, index..<index + 1) }
        break loop
      case 0x2E where use == .term && isGap:
        if depth > 0 { throw fault(.gap, index..<index + 2) }
        break loop
      case 0x20 where depth == 0 && use == .term && isStarBreak:
        break loop
      default:
        index += 1
      }
    }
    ways.extendEach(by: bytes.span.extracting(literal..<index))
    return ways
  }

  /// What stands in the brackets that open here; `(` adds the empty way.
  private mutating func alternatives(depth: Int) throws(TermFault) -> TextList {
    let start = index
    let opening = bytes[index]
    if depth > Limits.termNesting { throw fault(.tooDeep, index..<index + 1) }
    index += 1
    var options = opening == 0x28 ? TextList.oneEmpty : TextList()
    while true {
      options.append(contentsOf: try sequence(depth: depth))
      guard index < bytes.count else {
        throw fault(.unclosed(character(start)), start..<start + 1)
      }
      let byte = bytes[index]
      index += 1
      if byte == 0x7C { continue }
      guard byte == (opening == 0x28 ? 0x29 : 0x5D) else {
        throw fault(.unclosed(character(start)), start..<start + 1)
      }
      return options
    }
  }

  private func character(_ offset: Int) -> String { String(UnicodeScalar(bytes[offset])) }

  // MARK: Gaps

  /// Whether `..` at a word's beginning stands here.
  private var isGap: Bool {
    guard index + 1 < bytes.count, bytes[index + 1] == 0x2E,
      index == 0 || bytes[index - 1] == 0x20
    else { return false }
    var end = index + 2
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
    return end == bytes.count || bytes[end] == 0x20
  }

  /// Whether the blank here parts a word that ends in `*`, or one that begins with it, from the rest.
  private var isStarBreak: Bool {
    guard index > 0, index + 1 < bytes.count else { return false }
    let rest = bytes[index...].drop { $0 == 0x20 }
    guard let next = rest.first else { return false }
    // Before a gap the gap itself parts them.
    if next == 0x2E, rest.dropFirst().first == 0x2E { return false }
    return bytes[index - 1] == 0x2A || next == 0x2A
  }

  /// Takes a gap, or the blank of a star break, which lets no word stand between.
  private mutating func gap() throws(TermFault) -> Int {
    let start = index
    guard bytes[index] == 0x2E else {
      index += 1
      return 0
    }
    index += 2
    var words: Int?
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      words = min((words ?? 0) * 10 + Int(bytes[index] - 0x30), Limits.gapWords + 1)
      index += 1
    }
    if start == 0 || index == bytes.count || (words ?? 0) > Limits.gapWords {
      throw fault(.gap, start..<index)
    }
    return words ?? Limits.gapWordsDefault
  }

  // MARK: Spellings

  /// Folds one way to write a part, and inflects it.
  private func spell(
    _ way: Span<UInt8>, at range: Range<Int>, _ folding: inout Folding,
    into spellings: inout Term.Spellings
  ) throws(TermFault) {
    var start = 0
    var end = way.count
    while start < end, way[start] == 0x20 { start += 1 }
    while start < end, way[end - 1] == 0x20 { end -= 1 }
    var marks = Term.Marks()
    if use == .name {
      let text = way.extracting(start..<end)
      spellings.append(written: text, marks) { folding.fold(text, into: &$0) }
      if spellings.endsEmpty { throw fault(.empty, range) }
      return
    }
    if start < end, way[start] == 0x2A {
      start += 1
      marks.opensLeft = true
    }
    if start < end, way[end - 1] == 0x2A {
      end -= 1
      marks.opensRight = true
    }
    let text = way.extracting(start..<end)
    if text.indices.contains(where: { text[$0] == 0x2A }) { throw fault(.star, range) }
    if text.indices.contains(where: { text[$0] == 0x7E }) {
      spellings.append(try inflected(text, at: range, &folding), written: text, marks)
      if spellings.count > Limits.termSpellings { throw fault(.tooManySpellings, range) }
    } else {
      marks.capitals = Self.capitals(text)
      spellings.append(written: text, marks) { folding.fold(text, into: &$0) }
    }
    if spellings.endsEmpty { throw fault(.empty, range) }
    guard marks.opensLeft, let folded = spellings.last?.folded else { return }
    let letters = folded.prefix { $0 != 0x20 }.count { $0 & 0xC0 != 0x80 }
    let isCased = Script(ofFirst: folded.span).hasCase
    let least = isCased ? Limits.starLetters : Limits.starLettersCaseless
    if letters < least { throw fault(.starTooShort(letters: least), range) }
  }

  /// Every form of a text with `~`.
  private func inflected(
    _ text: Span<UInt8>, at range: Range<Int>, _ folding: inout Folding
  ) throws(TermFault) -> TextList {
    var index = 0
    while index < text.count, text[index] != 0x7E { index += 1 }
    var forms = TextList()
    forms.append { folding.fold(text.extracting(0..<index), into: &$0) }
    // Whether what stands before a `~` may be inflected: it ends in no blank, and there is something.
    var hasLemma = index > 0 && text[index - 1] != 0x20
    var tail: [UInt8] = []
    while index < text.count {
      let start = index + 1
      var nameEnd = start
      while nameEnd < text.count, Self.isClassByte(text[nameEnd]) { nameEnd += 1 }
      index = nameEnd
      while index < text.count, text[index] != 0x7E { index += 1 }
      if !hasLemma { throw fault(.noLemma, range) }
      if nameEnd == start { throw fault(.noClass, range) }
      let name = String(decoding: (start..<nameEnd).map { text[$0] }, as: UTF8.self)
      guard let rows = inflections.rows(of: name) else { throw fault(.unknownClass(name), range) }
      let rest = text.extracting(nameEnd..<index)
      tail.removeAll(keepingCapacity: true)
      folding.fold(rest, into: &tail)
      if !tail.isEmpty, rest[0] == 0x20 || rest[0] == 0x2D { tail.insert(0x20, at: 0) }
      forms = try inflected(forms, by: rows, of: name, tail, at: range)
      hasLemma = text[index - 1] != 0x20
    }
    return forms
  }

  /// The forms that a class gives to the last word of each text, with what follows them.
  private func inflected(
    _ lemmas: TextList, by rows: [Inflections.Row], of name: String, _ tail: [UInt8],
    at range: Range<Int>
  ) throws(TermFault) -> TextList {
    var forms = TextList()
    for lemma in lemmas {
      let start = (lemma.lastIndex(of: 0x20) ?? lemma.startIndex - 1) + 1
      let word = lemma[start...]
      guard let row = rows.first(where: { word.suffix($0.ending.count) == $0.ending[...] }) else {
        throw fault(.noRow(name, lemma: String(decoding: word, as: UTF8.self)), range)
      }
      let stem = lemma.dropLast(row.ending.count)
      for ending in row.forms {
        forms.append { bytes in
          bytes += stem
          bytes += ending
          bytes += tail
        }
      }
    }
    if forms.count > Limits.termSpellings { throw fault(.tooManySpellings, range) }
    return forms
  }

  private static func isClassByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func wordCount(_ text: Span<UInt8>) -> Int {
    var words = 0
    for index in text.indices
    where text[index] != 0x20 && (index == 0 || text[index - 1] == 0x20) {
      words += 1
    }
    return words
  }

  /// The words of two or more letters that are written all in capitals.
  private static func capitals(_ text: Span<UInt8>) -> UInt8 {
    var mask: UInt8 = 0
    var word = 0
    var letters = 0
    var isCapital = true
    for index in 0...text.count {
      if index < text.count, text[index] != 0x20, text[index] != 0x2D {
        letters += 1
        if !(0x41...0x5A).contains(text[index]) { isCapital = false }
        continue
      }
      if letters > 1, isCapital, word < 8 { mask |= 1 << UInt8(word) }
      if letters > 0 { word += 1 }
      letters = 0
      isCapital = true
    }
    return mask
  }

  private func fault(_ kind: TermFault.Kind, _ range: Range<Int>? = nil) -> TermFault {
    TermFault(kind: kind, range: range ?? 0..<bytes.count)
  }
}

// MARK: - Ways to write

extension TextList {
  /// One text without letters: what there is before anything is read.
  fileprivate static var oneEmpty: TextList {
    var list = TextList()
    list.append { _ in }
    return list
  }

  /// Lengthens every text.
  fileprivate mutating func extendEach(by text: Span<UInt8>) {
    if text.isEmpty { return }
    if count == 1 { return extendLast(by: text) }
    var longer = TextList()
    for row in indices {
      longer.append(bytes.span.extracting(range(at: row)))
      longer.extendLast(by: text)
    }
    self = longer
  }

  /// Adds all texts of another list.
  fileprivate mutating func append(contentsOf other: TextList) {
    for row in other.indices { append(other.bytes.span.extracting(other.range(at: row))) }
  }

  /// Each text followed by each of some others.
  fileprivate func times(_ others: TextList) -> TextList {
    var products = TextList()
    for row in indices {
      for other in others.indices {
        products.append(bytes.span.extracting(range(at: row)))
        products.extendLast(by: others.bytes.span.extracting(others.range(at: other)))
      }
    }
    return products
  }
}
