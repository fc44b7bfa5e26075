/// All phrases of all rules, laid out so that one pass over a text finds them.
///
/// Two byte tries: one of the phrases that begin where a word begins, walked from every word start, and
/// one of those that may begin inside a word (`*verfahren`, Han, Kana), walked from every character whose
/// first two bytes begin such a phrase. A walk ends where no phrase goes on, after a byte or two for
/// almost every word, and at the longest phrase at the latest, so that a scan costs O(bytes × longest
/// phrase) at worst and about a table look-up a word in practice.
package struct PhraseTable: Sendable {
  /// The phrases, indexed by `PhraseID`.
  package let phrases: [Phrase]
  let bounded: Trie
  let open: Trie

  /// Lays out the phrases; an empty phrase is never found.
  ///
  /// - Complexity: O(n log n) over the phrases' bytes.
  package init(_ phrases: [Phrase]) {
    self.phrases = phrases
    let ids = phrases.indices.filter { !phrases[$0].folded.isEmpty }
    bounded = Trie(ids.filter { phrases[$0].boundedLeft }, of: phrases)
    open = Trie(ids.filter { !phrases[$0].boundedLeft }, of: phrases)
  }
}

/// A trie over bytes in four flat arrays; the children of a node stand side by side, sorted.
struct Trie: Sendable {
  /// The byte that leads to a node.
  private(set) var label: [UInt8] = [0]
  /// The first child of a node; the next node's entry ends them.
  private(set) var firstChild: [UInt32] = []
  /// The first of a node's phrases in `phrases`; the next node's entry ends them.
  private(set) var firstPhrase: [UInt32] = []
  /// The phrases that end at the nodes, node by node.
  private(set) var phrases: [UInt32] = []
  /// The child of the root by byte, 0 for none.
  private(set) var roots = [UInt32](repeating: 0, count: 256)
  /// Whether some phrase begins with two given bytes; one-byte phrases set all their second bytes.
  private(set) var pairs = [Bool](repeating: false, count: 65_536)

  /// Lays out the phrases with the given indices, breadth first.
  init(_ ids: [Int], of table: [Phrase]) {
    let sorted = Self.sorted(ids, of: table)
    // The bytes of all phrases side by side: the walk below then touches one array only.
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for id in sorted {
      starts.append(bytes.count)
      bytes += table[id].folded
    }
    starts.append(bytes.count)
    var nodes: [(first: Int32, end: Int32, depth: Int32)] = [(0, Int32(sorted.count), 0)]
    var node = 0
    while node < nodes.count {
      let (first, last, depth) = (
        Int(nodes[node].first), Int(nodes[node].end), Int(nodes[node].depth)
      )
      var index = first
      firstPhrase.append(UInt32(phrases.count))
      while index < last, starts[index + 1] - starts[index] == depth {
        phrases.append(UInt32(sorted[index]))
        index += 1
      }
      firstChild.append(UInt32(nodes.count))
      while index < last {
        let byte = bytes[starts[index] + depth]
        let start = index
        while index < last, bytes[starts[index] + depth] == byte { index += 1 }
        if node == 0 { roots[Int(byte)] = UInt32(nodes.count) }
        label.append(byte)
        nodes.append((Int32(start), Int32(index), Int32(depth + 1)))
      }
      node += 1
    }
    firstChild.append(UInt32(nodes.count))
    firstPhrase.append(UInt32(phrases.count))
    for id in sorted {
      let bytes = table[id].folded
      if bytes.count == 1 {
        for second in 0..<256 { pairs[Int(bytes[0]) << 8 | second] = true }
      } else {
        pairs[Int(bytes[0]) << 8 | Int(bytes[1])] = true
      }
    }
  }

  /// The ids in the order of their phrases' bytes; most are told apart by the first eight.
  private static func sorted(_ ids: [Int], of table: [Phrase]) -> [Int] {
    let keyed = ids.map { id in
      (
        head: (0..<8).reduce(0) {
          $0 << 8 | UInt64(table[id].folded.count > $1 ? table[id].folded[$1] : 0)
        }, id: id
      )
    }
    return keyed.sorted { a, b in
      if a.head != b.head { return a.head < b.head }
      let (left, right) = (table[a.id].folded, table[b.id].folded)
      return left == right ? a.id < b.id : left.lexicographicallyPrecedes(right)
    }.map(\.id)
  }

  /// The child of `node` by `byte`, or 0.
  ///
  /// - Complexity: O(log children).
  @inline(__always)
  func child(of node: Int, by byte: UInt8) -> Int {
    var low = Int(firstChild[node])
    var high = Int(firstChild[node + 1])
    while high - low > 6 {
      let middle = (low + high) / 2
      if label[middle] <= byte { low = middle } else { high = middle }
    }
    while low < high {
      if label[low] == byte { return low }
      low += 1
    }
    return 0
  }
}
