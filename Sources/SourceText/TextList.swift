/// Short texts side by side in one array: they cost two allocations, however many there are.
package struct TextList: Sendable {
  /// The UTF-8 of all texts.
  package private(set) var bytes: [UInt8] = []
  @usableFromInline var ends: [UInt32] = []

  /// Makes an empty list.
  package init() {}

  /// Makes room for so many texts of so many bytes in all.
  package mutating func reserve(_ count: Int, bytes: Int) {
    ends.reserveCapacity(count)
    self.bytes.reserveCapacity(bytes)
  }

  /// Where a text stands in `bytes`.
  @inlinable package func range(at index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// Adds a text.
  package mutating func append(_ text: Span<UInt8>) {
    for index in text.indices { bytes.append(text[index]) }
    ends.append(UInt32(bytes.count))
  }

  /// Adds the text that `write` appends to the bytes.
  package mutating func append(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends.append(UInt32(bytes.count))
  }

  /// Lengthens the last text; there must be one.
  package mutating func extendLast(by text: Span<UInt8>) {
    for index in text.indices { bytes.append(text[index]) }
    ends[ends.count - 1] = UInt32(bytes.count)
  }
}

extension TextList: RandomAccessCollection {
  /// The first text.
  package var startIndex: Int { 0 }
  /// The number of texts.
  package var endIndex: Int { ends.count }
  /// A text.
  @inlinable package subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(at: index)] }
}
