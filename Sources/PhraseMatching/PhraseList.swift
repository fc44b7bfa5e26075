package import SourceText

/// Phrases by their numbers, laid out flat: rules have hundreds of thousands of them.
package struct PhraseList: Sendable {
  /// The folded texts.
  package private(set) var texts = TextList()
  private var sides: [Sides] = []
  private var spellings: [Phrase.Spelling] = []

  /// At which sides a phrase is bounded.
  private struct Sides: OptionSet {
    var rawValue: UInt8

    static let left = Sides(rawValue: 1)
    static let right = Sides(rawValue: 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(left: Bool, right: Bool) {
      rawValue = (left ? 1 : 0) | (right ? 2 : 0)
    }
  }

  /// Makes an empty list.
  package init() {}

  /// Makes a list of some phrases, in their order.
  package init(_ phrases: some Sequence<Phrase>) {
    for phrase in phrases {
      append(
        phrase.folded.span, left: phrase.boundedLeft, right: phrase.boundedRight, phrase.spelling)
    }
  }

  /// Makes room for about so many phrases.
  package mutating func reserve(_ count: Int) {
    // Measured on the shipped rules: a phrase has some seventeen bytes.
    texts.reserve(count, bytes: 18 * count)
    sides.reserveCapacity(count)
    spellings.reserveCapacity(count)
  }

  /// Adds a phrase, whether or not it is there already.
  package mutating func append(
    _ folded: Span<UInt8>, left: Bool, right: Bool, _ spelling: Phrase.Spelling
  ) {
    texts.append(folded)
    sides.append(Sides(left: left, right: right))
    spellings.append(spelling)
  }

  /// Whether the phrase of this number is the one described.
  package func holds(
    _ folded: Span<UInt8>, left: Bool, right: Bool, _ spelling: Phrase.Spelling, at number: Int
  ) -> Bool {
    let range = texts.range(at: number)
    guard range.count == folded.count, sides[number] == Sides(left: left, right: right) else {
      return false
    }
    let own = texts.bytes.span.extracting(range)
    for index in folded.indices where own[index] != folded[index] { return false }
    return spellings[number] == spelling
  }

  /// Whether a phrase must begin where a word begins.
  func isBoundedLeft(_ number: Int) -> Bool { sides[number].contains(.left) }
  /// Whether a phrase must end where a word ends.
  func isBoundedRight(_ number: Int) -> Bool { sides[number].contains(.right) }
  /// Which spellings of a phrase count.
  func spelling(_ number: Int) -> Phrase.Spelling { spellings[number] }
}

extension PhraseList: RandomAccessCollection {
  /// The first number.
  package var startIndex: Int { 0 }
  /// The number of phrases.
  package var endIndex: Int { texts.count }
  /// A phrase by its number.
  package subscript(number: Int) -> Phrase {
    Phrase(
      folded: Array(texts[number]), boundedLeft: isBoundedLeft(number),
      boundedRight: isBoundedRight(number), spelling: spellings[number])
  }
}
