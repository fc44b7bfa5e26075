/// The starts of the lines of one text, so that an offset becomes a line and a column.
package struct LineTable: Sendable {
  private let starts: [UInt32]
  /// The characters that begin before each block, so that a column of a long line is counted from near.
  private let scalarsBefore: [UInt32]
  private let length: Int
  /// Bytes of a block: one count for each is a hundredth of the text, and counting within one is short.
  private static let blockBytes = 512

  /// Finds the lines of `bytes`; lines end at `\n` (`\r\n` counts as one end).
  ///
  /// - Complexity: O(n) over the bytes.
  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    var scalarsBefore: [UInt32] = []
    var scalars: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.blockBytes == 0 { scalarsBefore.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0x0A { starts.append(UInt32(index + 1)) }
    }
    self.starts = starts
    self.scalarsBefore = scalarsBefore
    length = bytes.count
  }

  /// The number of lines, at least one.
  package var count: Int { starts.count }

  /// The line, counted from 1, that holds the byte at `offset`.
  ///
  /// - Complexity: O(log lines).
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line, counted from 1, without its end.
  package func range(ofLine line: Int, in bytes: [UInt8]) -> ByteRange {
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) - 1 : length
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return ByteRange(start, max(start, end))
  }

  /// Line and column of `offset`, both counted from 1, the column in Unicode scalars.
  ///
  /// - Complexity: O(log lines), however long the line is.
  package func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let start = Int(starts[line - 1])
    let end = min(max(offset, start), bytes.count)
    return (line, scalars(before: end, in: bytes) - scalars(before: start, in: bytes) + 1)
  }

  private func scalars(before offset: Int, in bytes: [UInt8]) -> Int {
    let block = min(offset / Self.blockBytes, scalarsBefore.count - 1)
    guard block >= 0 else { return 0 }
    return Int(scalarsBefore[block])
      + bytes[block * Self.blockBytes..<offset].count { $0 & 0xC0 != 0x80 }
  }
}
