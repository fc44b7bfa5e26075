/// What phrases mean, by their numbers, laid out flat.
package struct SenseTable: Sendable {
  @usableFromInline var senses: [Sense] = []
  @usableFromInline var ends: [UInt32] = []

  /// Makes a table of the senses of phrase after phrase.
  package init(_ rows: some Sequence<some Sequence<Sense>>) {
    for row in rows { append(row) }
  }

  /// Makes an empty table with room for so many phrases.
  init(capacity: Int) {
    senses.reserveCapacity(2 * capacity)
    ends.reserveCapacity(capacity)
  }

  /// Adds the senses of the next phrase.
  mutating func append(_ row: some Sequence<Sense>) {
    senses.append(contentsOf: row)
    ends.append(UInt32(senses.count))
  }
}

extension SenseTable: RandomAccessCollection {
  /// The first phrase.
  package var startIndex: Int { 0 }
  /// The number of phrases.
  package var endIndex: Int { ends.count }
  /// The senses of a phrase.
  @inlinable package subscript(phrase: Int) -> ArraySlice<Sense> {
    senses[(phrase == 0 ? 0 : Int(ends[phrase - 1]))..<Int(ends[phrase])]
  }
}

extension SenseTable: ExpressibleByArrayLiteral {
  /// Makes a table of the senses that are listed, phrase by phrase.
  package init(arrayLiteral rows: [Sense]...) { self.init(rows) }
}
