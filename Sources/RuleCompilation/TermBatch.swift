import PhraseMatching
import SourceText

/// Terms that have been read and not yet added to a collection: their spellings as phrases, laid out flat.
///
/// Nothing in it depends on other terms, so that batches are filled side by side.
struct TermBatch: Sendable {
  /// A spelling as a phrase; its text stands in `texts`.
  struct Spelling: Sendable {
    var hash: UInt32
    var boundedLeft: Bool
    var boundedRight: Bool
    /// The words that count only in capitals, first word lowest.
    var capitals: UInt8
    /// Which part of the term it spells.
    var part: UInt8
    /// Whether it is one word of its language, as a name may be too.
    var isWord: Bool
  }

  /// What one term stands for.
  struct Entry: Sendable {
    /// Its spellings.
    var spellings: Range<Int>
    /// How many words may stand between its parts.
    var gaps: [Int]
  }

  private(set) var texts = TextList()
  private(set) var spellings: [Spelling] = []
  private(set) var terms: [Entry] = []

  /// Adds a term of a language, or of none.
  mutating func append(_ term: Term, in language: LanguageFacts?) {
    let first = spellings.count
    for (part, own) in term.parts.enumerated() {
      for spelling in own {
        append(
          spelling, part: UInt8(truncatingIfNeeded: part), in: language,
          mayBeWord: language != nil && term.parts.count == 1)
      }
    }
    terms.append(Entry(spellings: first..<spellings.count, gaps: term.gaps))
  }

  /// Adds a term that could not be read, to keep the numbers of those after it.
  mutating func appendNothing() {
    terms.append(Entry(spellings: spellings.count..<spellings.count, gaps: []))
  }

  private mutating func append(
    _ spelling: Term.Spelling, part: UInt8, in language: LanguageFacts?, mayBeWord: Bool
  ) {
    let folded = spelling.folded.span
    let marks = spelling.marks
    let first = Script(ofFirst: folded)
    let last = Script(ofLast: folded)
    var left = first.bounds.left
    var right = last.bounds.right
    if let language {
      if first.belongs(to: language.script) { left = language.bounded.sides.left }
      if last.belongs(to: language.script) { right = language.bounded.sides.right }
    }
    texts.append(folded)
    spellings.append(
      Spelling(
        hash: PhraseCollection.hash(of: folded), boundedLeft: left && !marks.opensLeft,
        boundedRight: right && !marks.opensRight, capitals: marks.capitals, part: part,
        isWord: mayBeWord && marks.capitals == 0 && !marks.opensLeft && !marks.opensRight
          && !spelling.folded.contains(0x20)))
  }
}
