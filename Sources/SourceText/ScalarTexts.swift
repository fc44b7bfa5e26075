/// A short text for each Unicode scalar that was asked about, found again by two look-ups.
struct ScalarTexts: Sendable {
  /// The text of all scalars.
  private(set) var bytes: [UInt8] = []
  /// By the upper bits of a scalar: where its block of 256 begins in `places`, plus one; 0 for nowhere.
  private var blocks: [UInt32] = []
  /// Where a scalar's text begins, plus one, shifted by the eight bits of its length; 0 for unknown.
  private var places: [UInt64] = []

  /// Where the text of a scalar stands in `bytes`; nil where it was never set.
  func place(of scalar: UInt32) -> Range<Int>? {
    let block = Int(scalar >> 8)
    guard block < blocks.count, blocks[block] != 0 else { return nil }
    let place = places[Int(blocks[block] - 1) + Int(scalar & 0xFF)]
    guard place != 0 else { return nil }
    let start = Int(place >> 8) - 1
    return start..<start + Int(place & 0xFF)
  }

  /// Sets the text of a scalar, at most 255 bytes, and says where it stands.
  mutating func set(_ text: [UInt8], of scalar: UInt32) -> Range<Int> {
    let block = Int(scalar >> 8)
    while blocks.count <= block { blocks.append(0) }
    if blocks[block] == 0 {
      blocks[block] = UInt32(places.count + 1)
      places += [UInt64](repeating: 0, count: 256)
    }
    let start = bytes.count
    bytes += text.prefix(255)
    places[Int(blocks[block] - 1) + Int(scalar & 0xFF)] =
      UInt64(start + 1) << 8 | UInt64(bytes.count - start)
    return start..<bytes.count
  }
}
