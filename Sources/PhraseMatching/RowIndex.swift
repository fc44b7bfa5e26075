/// The rows of a table by a hash of what they hold; who owns the table compares them.
///
/// An open-addressed hash table with linear probing of four bytes of hash and four of row, so that a
/// search touches a row of the table only where the hashes agree.
package struct RowIndex: Sendable {
  /// The hash in the upper half, the row plus one in the lower; 0 where nothing is.
  private var slots: [UInt64] = [0, 0]
  private var count = 0

  /// Makes an empty index.
  package init() {}

  /// Makes room for so many rows.
  package mutating func reserve(_ count: Int) {
    var size = slots.count
    while size < 2 * count { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  /// The row of this hash that is the same as what is looked for.
  ///
  /// - Complexity: O(1) expected.
  package func row(of hash: UInt32, where isSame: (Int) -> Bool) -> Int? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash) {
        let row = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if isSame(row) { return row }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a row, which must not be there.
  ///
  /// - Complexity: O(1) expected and amortised.
  package mutating func insert(_ row: Int, hash: UInt32) {
    if 2 * (count + 1) > slots.count { grow(to: 2 * slots.count) }
    place(UInt64(hash) << 32 | UInt64(row + 1))
    count += 1
  }

  private mutating func place(_ entry: UInt64) {
    var slot = Int(entry >> 32) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private mutating func grow(to size: Int) {
    let old = slots
    slots = [UInt64](repeating: 0, count: size)
    for entry in old where entry != 0 { place(entry) }
  }
}
