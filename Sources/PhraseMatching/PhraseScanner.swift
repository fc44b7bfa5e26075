package import SourceText

/// Finds the phrases of a table in texts, one after another; owns the scratch that this takes.
package struct PhraseScanner: Sendable {
  private let table: PhraseTable
  /// The kinds of letters of the text scanned last.
  package private(set) var classes = WordClasses()

  /// Makes a scanner.
  package init(_ table: PhraseTable) { self.table = table }

  /// Appends every occurrence of every phrase, in order of their starts, then of their ends.
  ///
  /// - Parameters:
  ///   - text: The folded text.
  ///   - original: The bytes it was folded from, to which spellings are held.
  ///   - hits: Gets the occurrences; overlapping ones too.
  /// - Complexity: O(bytes × longest phrase); see `PhraseTable`.
  package mutating func scan(_ text: FoldedText, original: [UInt8], into hits: inout [Hit]) {
    classes.classify(text.bytes)
    let bytes = text.bytes
    let bounded = !table.bounded.phrases.isEmpty
    let open = !table.open.phrases.isEmpty
    for start in bytes.indices where bytes[start] & 0xC0 != 0x80 && bytes[start] != 0x20 {
      if bounded, classes.beginsWord(at: start) {
        walk(table.bounded, from: start, text, original, &hits)
      }
      if open {
        let second = start + 1 < bytes.count ? bytes[start + 1] : 0
        if table.open.pairs[Int(bytes[start]) << 8 | Int(second)] {
          walk(table.open, from: start, text, original, &hits)
        }
      }
    }
  }

  private func walk(
    _ trie: Trie, from start: Int, _ text: FoldedText, _ original: [UInt8], _ hits: inout [Hit]
  ) {
    var node = Int(trie.roots[Int(text.bytes[start])])
    var index = start + 1
    while node != 0 {
      let first = Int(trie.firstPhrase[node])
      let last = Int(trie.firstPhrase[node + 1])
      if first < last {
        let own = table.phrases.texts.range(at: Int(trie.phrases[first]))
        let end = start + own.count
        if end > index {
          // A leaf: what is left of its phrase stands here, or nothing does.
          let rest = (own.lowerBound + index - start)..<own.upperBound
          guard end <= text.bytes.count,
            text.bytes[index..<end].elementsEqual(table.phrases.texts.bytes[rest])
          else { return }
        }
        let range = ByteRange(start, end)
        let ends = classes.endsWord(at: end)
        for slot in first..<last {
          let id = Int(trie.phrases[slot])
          if (ends || !table.phrases.isBoundedRight(id))
            && table.phrases.spelling(id).admits(range, of: text, original)
          {
            hits.append(Hit(phrase: PhraseID(id), range: range))
          }
        }
        if end > index { return }
      }
      if index == text.bytes.count { return }
      node = trie.child(of: node, by: text.bytes[index])
      index += 1
    }
  }
}
