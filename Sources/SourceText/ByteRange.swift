/// A half-open range of UTF-8 byte offsets into one text, eight bytes wide.
///
/// Everything from the lexer to the reports speaks in byte ranges; lines, columns and UTF-16 units are
/// computed where something is shown. Texts are at most 4 GiB (`UInt32`), far above every input limit.
package struct ByteRange: Hashable, Sendable, Comparable {
  /// The offset of the first byte.
  package var start: UInt32
  /// The offset just past the last byte.
  package var end: UInt32

  /// Makes a range; `end` may not lie before `start`.
  @inlinable package init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a byte range ends at or after its start")
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  /// The offset of the first byte, as an index.
  @inlinable package var lower: Int { Int(start) }
  /// The offset just past the last byte, as an index.
  @inlinable package var upper: Int { Int(end) }
  /// Length in bytes.
  @inlinable package var count: Int { Int(end - start) }
  /// Whether the range holds no byte.
  @inlinable package var isEmpty: Bool { start == end }
  /// The same range for use with collections.
  @inlinable package var indices: Range<Int> { lower..<upper }

  /// Whether the two share a byte.
  @inlinable package func overlaps(_ other: ByteRange) -> Bool {
    start < other.end && other.start < end
  }

  /// Whether `other` lies wholly inside.
  @inlinable package func contains(_ other: ByteRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// Whether the byte at `offset` lies inside.
  @inlinable package func contains(_ offset: Int) -> Bool { lower <= offset && offset < upper }

  /// The smallest range that holds both.
  @inlinable package func union(_ other: ByteRange) -> ByteRange {
    ByteRange(Int(min(start, other.start)), Int(max(end, other.end)))
  }

  /// Whether the two are the same.
  @inlinable package static func == (a: ByteRange, b: ByteRange) -> Bool {
    a.start == b.start && a.end == b.end
  }

  /// Orders by start, then by end.
  @inlinable package static func < (a: ByteRange, b: ByteRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}
