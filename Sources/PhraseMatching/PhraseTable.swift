internal import SourceText

/// All phrases of all rules, laid out so that one pass over a text finds them.
///
/// Two byte tries: one of the phrases that begin where a word begins, walked from every word start, and
/// one of those that may begin inside a word (`*verfahren`, Han, Kana), walked from every character whose
/// first two bytes begin such a phrase. A walk ends where no phrase goes on, after a byte or two for
/// almost every word, and at the longest phrase at the latest, so that a scan costs O(bytes × longest
/// phrase) at worst and about a table look-up a word in practice.
package struct PhraseTable: Sendable {
  /// The phrases, indexed by `PhraseID`.
  package let phrases: PhraseList
  let bounded: Trie
  let open: Trie

  /// Lays out the phrases; an empty phrase is never found.
  ///
  /// - Complexity: O(n log n) over the phrases' bytes.
  package init(_ phrases: PhraseList) {
    self.phrases = phrases
    let ids = phrases.indices.filter { !phrases.texts.range(at: $0).isEmpty }
    (bounded, open) = sideBySide(
      { Trie(ids.filter { phrases.isBoundedLeft($0) }, of: phrases.texts) },
      { Trie(ids.filter { !phrases.isBoundedLeft($0) }, of: phrases.texts) })
  }

  /// Lays out some phrases.
  package init(_ phrases: [Phrase]) { self.init(PhraseList(phrases)) }
}

/// A trie over bytes in flat arrays; the children of a node stand side by side, sorted.
///
/// It branches only as far as phrases differ: a node that one phrase alone goes through is a leaf, and who
/// walks compares the bytes of that phrase that are left.
struct Trie: Sendable {
  /// The byte that leads to a node.
  private(set) var label: [UInt8] = [0]
  /// The first child of a node; the next node's entry ends them.
  private(set) var firstChild: [UInt32] = []
  /// The first of a node's phrases in `phrases`; the next node's entry ends them.
  private(set) var firstPhrase: [UInt32] = []
  /// The phrases that end at the nodes, or at a leaf or after it, node by node.
  private(set) var phrases: [UInt32] = []
  /// The child of the root by byte, 0 for none.
  private(set) var roots = [UInt32](repeating: 0, count: 256)
  /// Whether some phrase begins with two given bytes; one-byte phrases set all their second bytes.
  private(set) var pairs = [Bool](repeating: false, count: 65_536)

  /// Lays out the texts with the given indices, breadth first.
  init(_ ids: [Int], of texts: TextList) {
    let sorted = Self.sorted(ids, of: texts)
    // The bytes of all phrases side by side: the walk below then touches one array only.
    var bytes: [UInt8] = []
    var starts: [Int] = []
    bytes.reserveCapacity(texts.bytes.count)
    starts.reserveCapacity(sorted.count + 1)
    for id in sorted {
      starts.append(bytes.count)
      bytes += texts[id]
    }
    starts.append(bytes.count)
    phrases.reserveCapacity(sorted.count)
    var nodes: [(first: Int32, end: Int32, depth: Int32)] = [(0, Int32(sorted.count), 0)]
    var node = 0
    while node < nodes.count {
      let (first, last, depth) = (
        Int(nodes[node].first), Int(nodes[node].end), Int(nodes[node].depth)
      )
      let isLeaf = depth > 0 && last - first == 1
      var index = first
      firstPhrase.append(UInt32(phrases.count))
      while index < last, isLeaf || starts[index + 1] - starts[index] == depth {
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
    for row in sorted.indices {
      let first = Int(bytes[starts[row]]) << 8
      if starts[row + 1] - starts[row] == 1 {
        for second in 0..<256 { pairs[first | second] = true }
      } else {
        pairs[first | Int(bytes[starts[row] + 1])] = true
      }
    }
  }

  /// The ids in the order of their texts' bytes, those that begin alike side by side with the others.
  private static func sorted(_ ids: [Int], of texts: TextList) -> [Int] {
    var byFirst = [[Key]](repeating: [], count: 256)
    for id in ids {
      let key = Key(id, of: texts)
      byFirst[Int(key.head >> 56)].append(key)
    }
    return byFirst.mapInParts(of: 1) { part in
      part.flatMap { keys in
        keys.sorted { a, b in
          a.head != b.head ? a.head < b.head : a.precedesWithSameHead(b, in: texts)
        }
      }
    }.map { Int($0.id) }
  }

  /// What a text is sorted by: most are told apart by their first eight bytes.
  private struct Key: Sendable {
    /// The first eight bytes as a number that sorts as they do.
    var head: UInt64 = 0
    var id: UInt32

    init(_ id: Int, of texts: TextList) {
      self.id = UInt32(id)
      let range = texts.range(at: id)
      for index in range.lowerBound..<range.lowerBound + 8 {
        head = head << 8 | (index < range.upperBound ? UInt64(texts.bytes[index]) : 0)
      }
    }

    func precedesWithSameHead(_ other: Key, in texts: TextList) -> Bool {
      let (own, its) = (texts.range(at: Int(id)), texts.range(at: Int(other.id)))
      let shared = min(own.count, its.count)
      for offset in min(8, shared)..<shared {
        let (a, b) = (
          texts.bytes[own.lowerBound + offset], texts.bytes[its.lowerBound + offset]
        )
        if a != b { return a < b }
      }
      return own.count == its.count ? id < other.id : own.count < its.count
    }
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
