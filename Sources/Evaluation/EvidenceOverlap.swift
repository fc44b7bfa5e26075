import Findings

/// Whether what a finding quotes is what a reader marked.
enum EvidenceOverlap {
  /// Whether any quote of `finding` shares a byte with any place of `marked` in `text`.
  ///
  /// A quote from a title that stands apart from the text has no place in it; there the words are
  /// compared.
  /// - Complexity: O(n·m) over the bytes of the text and of the marked words.
  static func holds(_ finding: Finding, _ marked: String, in text: String) -> Bool {
    guard !marked.isEmpty else { return false }
    let bytes = Array(text.utf8)
    let places = bytes.ranges(of: Array(marked.utf8))
    return finding.events.contains { event in
      event.evidence.contains { quote in
        places.contains { $0.lowerBound < quote.end && quote.start < $0.upperBound }
          || (quote.part == .title
            && (marked.contains(quote.quote) || quote.quote.contains(marked)))
      }
    }
  }
}
