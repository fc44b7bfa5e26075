import PhraseMatching
import SourceText

/// A term as it is written in one language of one concept.
struct WrittenTerm {
  var concept: ConceptID
  var language: Int?
  var text: String
  /// The place of its file among the sources.
  var file: Int
  /// Where it stands in the file.
  var range: ByteRange
}

/// The terms that are there, each once, whatever their case.
struct WrittenTerms {
  private var terms: [WrittenTerm] = []
  private var rows = RowIndex()

  /// Adds a term, or gives the one that is there; `likeness` is the number that `Likeness` gives its text.
  mutating func insert(_ term: WrittenTerm, likeness: UInt32) -> WrittenTerm? {
    // Many a text stands in dozens of concepts.
    let mixed = (UInt32(truncatingIfNeeded: term.concept.row) &* 0x9E37_79B1) ^ likeness
    let known = rows.row(of: mixed) { row in
      let other = terms[row]
      return other.concept == term.concept && other.language == term.language
        && other.text.lowercased() == term.text.lowercased()
    }
    if let known { return terms[known] }
    rows.insert(terms.count, hash: mixed)
    terms.append(term)
    return nil
  }
}
