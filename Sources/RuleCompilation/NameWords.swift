/// What capitalised words are, as far as rules list them: given names, places, ordinary words.
///
/// A list is of a kind that the rules name themselves, and holds in every language or in the paragraphs of one.
/// An entry is a word, several (`New York`), or the end of longer words (`-zahlung`).
package struct NameWords: Sendable {
  /// Texts, folded, of a kind and a language.
  private struct List: Sendable {
    var kind: Int
    /// nil for all.
    var language: LanguageID?
    var texts: Set<[UInt8]> = []
    /// What longer words may end with.
    var ends: Set<[UInt8]> = []
    /// Bytes of the shortest end and of the longest.
    var reach = 0...0
  }

  /// The kinds, in the order in which the rules name them.
  package private(set) var kinds: [String] = []
  private var lists: [List] = []

  /// Bytes that a longer word must have before its end.
  private static let headBytes = 3

  /// No lists.
  package init() {}

  /// The kinds that lists are of.
  package var listedKinds: [String] {
    kinds.indices.filter { kind in lists.contains { $0.kind == kind } }.map { kinds[$0] }
  }

  /// The number of a kind, which is new if it has not been named.
  package mutating func number(of kind: String) -> Int {
    if let known = kinds.firstIndex(of: kind) { return known }
    kinds.append(kind)
    return kinds.count - 1
  }

  /// Adds texts, folded, to the list of a kind and a language.
  package mutating func add(
    _ texts: [(text: [UInt8], isEnd: Bool)], kind: Int, language: LanguageID?
  ) {
    let place = lists.firstIndex { $0.kind == kind && $0.language == language } ?? lists.count
    if place == lists.count { lists.append(List(kind: kind, language: language)) }
    for (text, isEnd) in texts where !text.isEmpty {
      lists[place].texts.insert(text)
      guard isEnd else { continue }
      let known = lists[place].reach
      lists[place].ends.insert(text)
      lists[place].reach =
        known.upperBound == 0
        ? text.count...text.count
        : min(known.lowerBound, text.count)...max(known.upperBound, text.count)
    }
  }

  /// Whether a text, folded, is of a kind in a paragraph of a language.
  ///
  /// - Complexity: O(lists), and O(length of the longest end) where a list has ends.
  package func has(_ text: ArraySlice<UInt8>, of kind: Int, in language: LanguageID?) -> Bool {
    guard !lists.isEmpty else { return false }
    let whole = Array(text)
    return lists.contains { list in
      guard list.kind == kind, list.language == nil || list.language == language else {
        return false
      }
      if list.texts.contains(whole) { return true }
      let longest = min(list.reach.upperBound, whole.count - Self.headBytes)
      guard !list.ends.isEmpty, longest >= list.reach.lowerBound else { return false }
      return (list.reach.lowerBound...longest).contains {
        list.ends.contains(Array(whole.suffix($0)))
      }
    }
  }
}
