internal import Findings

/// A quote cut where the words stand that fired.
///
/// Offsets of a lineage count in the article, those of the pieces in the quote. A word is marked only if
/// the quote has it at its place: a title that was read apart counts its offsets anew.
struct MarkedQuote {
  /// Why a piece is marked.
  enum Mark: Hashable {
    /// A word of the pattern.
    case word
    /// What sets the stance.
    case cue
    /// Who acts.
    case actor
  }

  /// A piece of the quote.
  struct Piece: Hashable {
    var text: String
    var mark: Mark?
  }

  /// The pieces; joined they are the quote.
  let pieces: [Piece]

  /// Cuts a quote.
  ///
  /// - Complexity: O(n log n) over the words, O(n) over the quote.
  init(_ evidence: Evidence, _ lineages: [Lineage]) {
    let bytes = Array(evidence.quote.utf8)
    var spans: [(start: Int, end: Int, mark: Mark)] = []
    func add(_ text: String, at start: Int, _ mark: Mark) {
      let (from, offsetOverflow) = start.subtractingReportingOverflow(evidence.start)
      let count = text.utf8.count
      guard !offsetOverflow, count > 0, from >= 0, from <= bytes.count - count,
        bytes[from..<from + count].elementsEqual(text.utf8)
      else { return }
      spans.append((from, from + count, mark))
    }
    for lineage in lineages {
      for term in lineage.terms { add(term.text, at: term.start, .word) }
      if let cue = lineage.cue { add(cue.text, at: cue.start, .cue) }
      for role in lineage.roles where role.role == "actor" {
        add(role.text, at: role.start, .actor)
      }
    }
    // The leftmost first, of two that begin together the longer; what overlaps it stays unmarked.
    let order: [Mark: Int] = [.word: 0, .cue: 1, .actor: 2]
    spans.sort { a, b in
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end > b.end }
      return order[a.mark, default: 0] < order[b.mark, default: 0]
    }
    var pieces: [Piece] = []
    var place = 0
    for span in spans where span.start >= place {
      if span.start > place {
        pieces.append(Piece(text: Self.text(bytes[place..<span.start]), mark: nil))
      }
      pieces.append(Piece(text: Self.text(bytes[span.start..<span.end]), mark: span.mark))
      place = span.end
    }
    if place < bytes.count { pieces.append(Piece(text: Self.text(bytes[place...]), mark: nil)) }
    self.pieces = pieces
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
