package import SourceText

/// The matcher that anyone can see is right: every phrase at every place, compared byte by byte.
///
/// It is the oracle of the tests and of nothing else.
package struct ObviousMatcher {
  private let phrases: [Phrase]

  /// Makes a matcher.
  package init(_ phrases: [Phrase]) { self.phrases = phrases }

  /// Every occurrence of every phrase, in order of starts, ends and phrases.
  ///
  /// - Complexity: O(bytes × phrases × length of a phrase).
  package func hits(in text: FoldedText, original: [UInt8]) -> [Hit] {
    var classes = WordClasses()
    classes.classify(text.bytes)
    var hits: [Hit] = []
    for start in text.bytes.indices {
      for (id, phrase) in phrases.enumerated() where !phrase.folded.isEmpty {
        let end = start + phrase.folded.count
        guard end <= text.bytes.count, text.bytes[start..<end].elementsEqual(phrase.folded),
          !phrase.boundedLeft || classes.beginsWord(at: start),
          !phrase.boundedRight || classes.endsWord(at: end),
          phrase.spelling.admits(ByteRange(start, end), of: text, original)
        else { continue }
        hits.append(Hit(phrase: PhraseID(id), range: ByteRange(start, end)))
      }
    }
    return hits.sorted { ($0.range, $0.phrase) < ($1.range, $1.phrase) }
  }
}
