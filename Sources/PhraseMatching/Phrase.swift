package import SourceText

/// The number of a phrase in its table.
package struct PhraseID: Hashable, Sendable, Comparable {
  /// The index.
  package let index: UInt32
  /// Names a phrase.
  package init(_ index: Int) { self.index = UInt32(index) }
  /// Orders by index.
  package static func < (a: PhraseID, b: PhraseID) -> Bool { a.index < b.index }
}

/// A text to be found.
package struct Phrase: Hashable, Sendable {
  /// Which spellings of the folded text count.
  package enum Spelling: Hashable, Sendable {
    /// Any case.
    case any
    /// The words whose bits are set, first word lowest, must be all capitals in the article.
    case capitals(words: UInt8)
    /// As in these bytes, or all capitals: names that are also words.
    case asWritten([UInt8])
  }

  /// The text, folded as `Folding` folds.
  package var folded: [UInt8]
  /// Whether it must begin where a word begins.
  package var boundedLeft: Bool
  /// Whether it must end where a word ends.
  package var boundedRight: Bool
  /// Which spellings count.
  package var spelling: Spelling

  /// Makes a phrase.
  package init(
    folded: [UInt8], boundedLeft: Bool = true, boundedRight: Bool = true,
    spelling: Spelling = .any
  ) {
    self.folded = folded
    self.boundedLeft = boundedLeft
    self.boundedRight = boundedRight
    self.spelling = spelling
  }
}

/// A phrase found in a text.
package struct Hit: Hashable, Sendable {
  /// Which.
  package var phrase: PhraseID
  /// Where, in the folded text.
  package var range: ByteRange

  /// Makes a hit.
  package init(phrase: PhraseID, range: ByteRange) {
    self.phrase = phrase
    self.range = range
  }
}
