import SourceText

/// What the text of a term stands for: one list of spellings, or several that a gap parts.
struct Term {
  /// The spellings of each part; one part where the term has no gap.
  var parts: [[Spelling]]
  /// How many words may stand between part i and part i + 1.
  var gaps: [Int]

  /// One way to write a part.
  struct Spelling {
    /// As texts are compared.
    var folded: [UInt8]
    /// As written in the rules, brackets resolved.
    var written: [UInt8]
    /// Whether any beginning may stand before it (`*verfahren`).
    var opensLeft = false
    /// Whether any ending may follow (`alleg*`).
    var opensRight = false
    /// The words that count only in capitals, first word lowest.
    var capitals: UInt8 = 0
  }
}

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
    Term(parts: [[Term.Spelling(folded: folding.fold(text), written: Array(text.utf8))]], gaps: [])
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
      var spellings: [Term.Spelling] = []
      try spell(bytes, at: bytes.indices, &folding, into: &spellings)
      let words = Self.wordCount(bytes)
      if words > Limits.termWords { throw fault(.tooManyWords(words, limit: Limits.termWords)) }
      return Term(parts: [spellings], gaps: [])
    }
    var term = Term(parts: [], gaps: [])
    var words = 0
    while true {
      let start = index
      let flats = try sequence(depth: 0)
      var spellings: [Term.Spelling] = []
      spellings.reserveCapacity(flats.count)
      for flat in flats { try spell(flat, at: start..<index, &folding, into: &spellings) }
      if spellings.count > Limits.termSpellings { throw fault(.tooManySpellings) }
      words += flats.lazy.map(Self.wordCount).max() ?? 0
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
  private mutating func sequence(depth: Int) throws(TermFault) -> [[UInt8]] {
    var flats: [[UInt8]] = [[]]
    var literal = index
    func flush(_ end: Int, _ flats: inout [[UInt8]]) {
      guard literal < end else { return }
      for row in flats.indices { flats[row] += bytes[literal..<end] }
    }
    loop: while index < bytes.count {
      switch bytes[index] {
      case 0x28, 0x5B:
        flush(index, &flats)
        let options = try alternatives(depth: depth + 1)
        if flats.count * options.count > Limits.termSpellings { throw fault(.tooManySpellings) }
        flats = flats.flatMap { flat in options.map { flat + $0 } }
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
    flush(index, &flats)
    return flats
  }

  /// What stands in the brackets that open here; `(` adds the empty way.
  private mutating func alternatives(depth: Int) throws(TermFault) -> [[UInt8]] {
    let start = index
    let opening = bytes[index]
    if depth > Limits.termNesting { throw fault(.tooDeep, index..<index + 1) }
    index += 1
    var options: [[UInt8]] = opening == 0x28 ? [[]] : []
    while true {
      options += try sequence(depth: depth)
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
    _ flat: [UInt8], at range: Range<Int>, _ folding: inout Folding,
    into spellings: inout [Term.Spelling]
  ) throws(TermFault) {
    var text = flat[...]
    while text.first == 0x20 { text.removeFirst() }
    while text.last == 0x20 { text.removeLast() }
    var spelling = Term.Spelling(folded: [], written: [])
    guard use == .term else {
      spelling.written = Array(text)
      spelling.folded = Self.fold(text, &folding)
      if spelling.folded.isEmpty { throw fault(.empty, range) }
      spellings.append(spelling)
      return
    }
    if text.first == 0x2A {
      text.removeFirst()
      spelling.opensLeft = true
    }
    if text.last == 0x2A {
      text.removeLast()
      spelling.opensRight = true
    }
    if text.contains(0x2A) { throw fault(.star, range) }
    spelling.written = Array(text)
    if text.contains(0x7E) {
      for folded in try inflected(text, at: range, &folding) {
        spelling.folded = folded
        spellings.append(spelling)
      }
      if spellings.count > Limits.termSpellings { throw fault(.tooManySpellings, range) }
    } else {
      spelling.folded = Self.fold(text, &folding)
      spelling.capitals = Self.capitals(text)
      spellings.append(spelling)
    }
    guard let folded = spellings.last?.folded, !folded.isEmpty else { throw fault(.empty, range) }
    if spelling.opensLeft {
      let letters = folded.prefix { $0 != 0x20 }.count { $0 & 0xC0 != 0x80 }
      let isCased = Script(ofFirst: folded).hasCase
      let least = isCased ? Limits.starLetters : Limits.starLettersCaseless
      if letters < least { throw fault(.starTooShort(letters: least), range) }
    }
  }

  /// Every form of a text with `~`.
  private func inflected(
    _ text: ArraySlice<UInt8>, at range: Range<Int>, _ folding: inout Folding
  ) throws(TermFault) -> [[UInt8]] {
    let pieces = text.split(separator: 0x7E, omittingEmptySubsequences: false)
    guard let first = pieces.first else { return [] }
    var forms = [Self.fold(first, &folding)]
    var before = first
    for piece in pieces.dropFirst() {
      let name = piece.prefix { Self.isClassByte($0) }
      let rest = piece.dropFirst(name.count)
      guard before.last.map({ $0 != 0x20 }) == true else { throw fault(.noLemma, range) }
      if name.isEmpty { throw fault(.noClass, range) }
      let className = String(decoding: name, as: UTF8.self)
      guard let rows = inflections.rows(of: className) else {
        throw fault(.unknownClass(className), range)
      }
      let tail = Self.fold(rest, &folding)
      let joint: [UInt8] = rest.first == 0x20 || rest.first == 0x2D ? [0x20] : []
      var next: [[UInt8]] = []
      for form in forms {
        let start = (form.lastIndex(of: 0x20) ?? -1) + 1
        guard
          let row = rows.first(where: { form[start...].suffix($0.ending.count) == $0.ending[...] })
        else {
          let lemma = String(decoding: form[start...], as: UTF8.self)
          throw fault(.noRow(className, lemma: lemma), range)
        }
        let stem = form.dropLast(row.ending.count)
        for ending in row.forms {
          next.append(stem + ending + (tail.isEmpty ? [] : joint + tail))
        }
      }
      if next.count > Limits.termSpellings { throw fault(.tooManySpellings, range) }
      forms = next
      before = rest.isEmpty ? name : rest
    }
    return forms
  }

  private static func isClassByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func fold(_ text: ArraySlice<UInt8>, _ folding: inout Folding) -> [UInt8] {
    var folded = folding.fold(bytes: Array(text)).bytes
    if folded.last == 0x20 { folded.removeLast() }
    return folded
  }

  private static func wordCount(_ text: [UInt8]) -> Int {
    text.split(separator: 0x20).count
  }

  /// The words of two or more letters that are written all in capitals.
  private static func capitals(_ text: ArraySlice<UInt8>) -> UInt8 {
    var mask: UInt8 = 0
    for (index, word) in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D }).enumerated()
    where index < 8 && word.count > 1 && word.allSatisfy({ (0x41...0x5A).contains($0) }) {
      mask |= 1 << UInt8(index)
    }
    return mask
  }

  private func fault(_ kind: TermFault.Kind, _ range: Range<Int>? = nil) -> TermFault {
    TermFault(kind: kind, range: range ?? 0..<bytes.count)
  }
}
