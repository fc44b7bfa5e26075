/// A text as phrases are compared with it, and the way back to the text as it is.
///
/// Folding applies NFKC and lower case, makes every run of blanks, line breaks and hyphens one space,
/// every apostrophe `'`, and drops what has no width. `opt-out`, `OPT OUT` and `opt\u{00A0}out` fold to
/// the same bytes.
package struct FoldedText: Sendable {
  /// The folded UTF-8.
  package let bytes: [UInt8]
  /// For every folded byte the offset, in the original, of the character it came from; one entry more
  /// for the end.
  package let origins: [UInt32]

  /// Makes a folded text; `origins` has one entry more than `bytes`.
  package init(bytes: [UInt8], origins: [UInt32]) {
    precondition(
      origins.count == bytes.count + 1, "every folded byte has an origin, and the end has")
    self.bytes = bytes
    self.origins = origins
  }

  /// The bytes of the original that a folded range came from.
  package func original(_ range: ByteRange) -> ByteRange {
    let start = Int(origins[range.lower])
    return ByteRange(start, max(start, Int(origins[range.upper])))
  }

  /// The first folded byte that came from `offset` of the original or from after it.
  ///
  /// - Complexity: O(log n).
  package func folded(at offset: Int) -> Int {
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(origins[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
