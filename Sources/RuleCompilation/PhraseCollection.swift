import PhraseMatching
import SourceText

/// Gathers the phrases of all rules, each once, with what they mean.
struct PhraseCollection {
  /// The phrases, by number.
  private(set) var phrases = PhraseList()
  /// The terms with gaps.
  private(set) var composites: [Composite] = []
  private var numbers = RowIndex()
  /// What each means as it was written, before `includes` is followed: the first of its links.
  private var firstLinks: [Int32] = []
  private var links: [Link] = []
  /// Whether it is one word in a vocabulary or list of a language.
  private var areWords: [Bool] = []

  /// A sense, and the link of the next one of the same phrase; -1 where there is none.
  private struct Link {
    var sense: Sense
    var next: Int32 = -1
  }

  /// Makes room for about so many phrases.
  mutating func reserve(_ count: Int) {
    phrases.reserve(count)
    numbers.reserve(count)
    firstLinks.reserveCapacity(count)
    links.reserveCapacity(3 * count / 2)
    areWords.reserveCapacity(count)
  }

  // MARK: Adding

  /// Adds a phrase, or a sense to one that is there.
  mutating func add(_ phrase: Phrase, _ sense: Sense) {
    let hash = Self.hash(of: phrase.folded.span)
    let number = insert(
      phrase.folded.span, left: phrase.boundedLeft, right: phrase.boundedRight, phrase.spelling,
      hash: hash)
    add(sense, to: number)
  }

  /// Adds a term whose spellings are phrases already, part by part.
  mutating func add(_ parts: [[Phrase]], gaps: [Int], _ sense: Sense) {
    let senses = senses(of: sense, gaps: gaps)
    for (part, phrases) in parts.enumerated() {
      for phrase in phrases { add(phrase, senses(UInt8(truncatingIfNeeded: part))) }
    }
  }

  /// Adds a term of a batch.
  mutating func add(_ term: TermBatch.Entry, of batch: TermBatch, _ sense: Sense) {
    let senses = senses(of: sense, gaps: term.gaps)
    for row in term.spellings {
      let spelling = batch.spellings[row]
      let number = insert(
        batch.texts.bytes.span.extracting(batch.texts.range(at: row)),
        left: spelling.boundedLeft, right: spelling.boundedRight,
        spelling.capitals == 0 ? .any : .capitals(words: spelling.capitals), hash: spelling.hash)
      add(senses(spelling.part), to: number)
      if spelling.isWord { areWords[number] = true }
    }
  }

  /// What each part of a term means: what the whole means, or a part of a composite that is added.
  private mutating func senses(of sense: Sense, gaps: [Int]) -> (UInt8) -> Sense {
    guard !gaps.isEmpty else { return { _ in sense } }
    let composite = CompositeID(composites.count)
    composites.append(Composite(gaps: gaps, senses: [sense]))
    return { .part(composite, part: $0) }
  }

  private mutating func insert(
    _ folded: Span<UInt8>, left: Bool, right: Bool, _ spelling: Phrase.Spelling, hash: UInt32
  ) -> Int {
    let known = numbers.row(of: hash) {
      phrases.holds(folded, left: left, right: right, spelling, at: $0)
    }
    if let known { return known }
    let number = phrases.count
    numbers.insert(number, hash: hash)
    phrases.append(folded, left: left, right: right, spelling)
    firstLinks.append(-1)
    areWords.append(false)
    return number
  }

  private mutating func add(_ sense: Sense, to number: Int) {
    var last: Int32 = -1
    var link = firstLinks[number]
    while link >= 0 {
      if links[Int(link)].sense == sense { return }
      last = link
      link = links[Int(link)].next
    }
    let new = Int32(links.count)
    links.append(Link(sense: sense))
    if last < 0 { firstLinks[number] = new } else { links[Int(last)].next = new }
  }

  // MARK: Asking

  /// Gives what a phrase means as it was written, sense by sense.
  func forEachSense(of number: Int, _ body: (Sense) -> Void) {
    var link = firstLinks[number]
    while link >= 0 {
      body(links[Int(link)].sense)
      link = links[Int(link)].next
    }
  }

  /// Whether a vocabulary or list of a language has a folded text as a word.
  func hasWord(_ folded: Span<UInt8>) -> Bool {
    let hash = Self.hash(of: folded)
    return [(false, false), (false, true), (true, false), (true, true)].contains { left, right in
      let number = numbers.row(of: hash) {
        phrases.holds(folded, left: left, right: right, .any, at: $0)
      }
      return number.map { areWords[$0] } ?? false
    }
  }

  /// A number made of the bytes (FNV-1a, 64 bits, folded to 32).
  static func hash(of folded: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in folded.indices { hash = (hash ^ UInt64(folded[index])) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
