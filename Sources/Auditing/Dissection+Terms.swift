internal import PhraseMatching
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// The words of concepts, sentence by sentence: composites joined, exceptions applied, and of words of
  /// one concept that overlap only the longest.
  mutating func findTerms() {
    var next = 0
    var found = FoundTerms()
    var parts = PartHits()
    for index in sentences.indices {
      let sentence = sentences[index]
      let language = paragraphs[sentence.paragraph].language
      while next < hits.count, hits[next].range.start < sentence.range.start { next += 1 }
      found.removeAll()
      parts.removeAll()
      var cursor = next
      while cursor < hits.count, hits[cursor].range.start < sentence.range.end {
        let hit = hits[cursor]
        cursor += 1
        guard hit.range.end <= sentence.range.end else { continue }
        for sense in rules.senses[Int(hit.phrase.index)] {
          switch sense {
          case .concept(let concept, let termLanguage):
            if counts(hit.range, of: termLanguage, in: language) {
              found.append(concept, hit.range)
            }
          case .part(let composite, let part): parts.append(composite, part, hit.range)
          case .name: continue
          }
        }
      }
      parts.forEachJoinable { join($0, $1, language, into: &found) }
      let first = terms.count
      for place in settled(found.places) { terms.append(found.term(place)) }
      sentences[index].terms = first..<terms.count
      var byConcept: [(concept: Int32, term: Int32)] = []
      byConcept.reserveCapacity(terms.count - first)
      for term in first..<terms.count {
        byConcept.append((terms[term].concept.index, Int32(term)))
      }
      byConcept.sort { a, b in a.concept != b.concept ? a.concept < b.concept : a.term < b.term }
      sentences[index].byConcept = byConcept
    }
  }

  /// Words of concepts in a sentence before they are settled; plain numbers, which sort fast.
  private struct FoundTerms {
    struct Place {
      var concept: ConceptID
      var range: ByteRange
      /// The number of its parts; -1 for a term without gaps.
      var parts: Int32
    }

    private(set) var places: [Place] = []
    private var parts: [[ByteRange]] = []

    mutating func removeAll() {
      places.removeAll(keepingCapacity: true)
      parts.removeAll(keepingCapacity: true)
    }

    mutating func append(_ concept: ConceptID, _ range: ByteRange) {
      places.append(Place(concept: concept, range: range, parts: -1))
    }

    mutating func append(_ concept: ConceptID, _ range: ByteRange, parts pieces: [ByteRange]) {
      places.append(Place(concept: concept, range: range, parts: Int32(parts.count)))
      parts.append(pieces)
    }

    func term(_ place: Place) -> Term {
      Term(
        concept: place.concept, range: place.range,
        parts: place.parts < 0 ? [] : parts[Int(place.parts)])
    }
  }

  /// Where parts of terms with gaps stand in a sentence, in order.
  private struct PartHits {
    private var places: [(part: UInt8, range: ByteRange)] = []
    /// The composite in the upper half, the number of the place in the lower.
    private var keys: [UInt64] = []

    mutating func removeAll() {
      places.removeAll(keepingCapacity: true)
      keys.removeAll(keepingCapacity: true)
    }

    mutating func append(_ composite: CompositeID, _ part: UInt8, _ range: ByteRange) {
      keys.append(UInt64(composite.row) << 32 | UInt64(places.count))
      places.append((part, range))
    }

    /// Gives the places of each composite of which the first part and the second stand in the sentence.
    ///
    /// - Complexity: O(n log n) in the places.
    mutating func forEachJoinable(
      _ body: (CompositeID, [(part: UInt8, range: ByteRange)]) -> Void
    ) {
      keys.sort()
      var start = 0
      while start < keys.count {
        let composite = keys[start] >> 32
        var end = start
        var seen: UInt64 = 0
        while end < keys.count, keys[end] >> 32 == composite {
          seen |= 1 << UInt64(min(63, places[Int(keys[end] & 0xFFFF_FFFF)].part))
          end += 1
        }
        if seen & 3 == 3 {
          body(
            CompositeID(Int(composite)), keys[start..<end].map { places[Int($0 & 0xFFFF_FFFF)] })
        }
        start = end
      }
    }
  }

  /// Whether a term of one language counts in a paragraph of another: only in Latin letters, as loan words
  /// stand there, and only if they are too many to be a word or an abbreviation of the other by chance.
  private func counts(_ range: ByteRange, of term: LanguageID?, in language: LanguageID?) -> Bool {
    guard let term, let language, term != language else { return true }
    let latin = "latin"
    guard rules.languages[term.row].script == latin else { return false }
    return range.count
      >= (rules.languages[language.row].script == latin
        ? Limits.foreignTermBytes : Limits.loanTermBytes)
  }

  /// Finds the parts of a term with gaps in order, each as near to the one before as it goes.
  private func join(
    _ id: CompositeID, _ places: [(part: UInt8, range: ByteRange)], _ language: LanguageID?,
    into found: inout FoundTerms
  ) {
    let composite = rules.composites[id.row]
    for first in places where first.part == 0 {
      var whole = first.range
      var pieces = [first.range]
      var complete = true
      for (index, gap) in composite.gaps.enumerated() {
        let next = places.first {
          $0.part == index + 1 && $0.range.start >= whole.end
            && wordsBetween(whole, $0.range) <= gap
        }
        guard let next else {
          complete = false
          break
        }
        whole = whole.union(next.range)
        pieces.append(next.range)
      }
      guard complete else { continue }
      for case .concept(let concept, let termLanguage) in composite.senses
      where counts(whole, of: termLanguage, in: language) {
        found.append(concept, whole, parts: pieces)
      }
    }
  }

  /// Without what an exception covers and what lies in a longer word of its concept; in the order of the text.
  ///
  /// - Complexity: O(n log n); O(n²) at worst where exceptions stand.
  private func settled(_ found: [FoundTerms.Place]) -> [FoundTerms.Place] {
    let sorted = found.sorted { a, b in
      if a.concept.index != b.concept.index { return a.concept.index < b.concept.index }
      return a.range.lower != b.range.lower
        ? a.range.lower < b.range.lower : a.range.upper > b.range.upper
    }
    var kept: [FoundTerms.Place] = []
    for term in sorted {
      if let last = kept.last, last.concept == term.concept, last.range.contains(term.range) {
        continue
      }
      kept.append(term)
    }
    let exceptions = Set(kept.compactMap { rules.concepts[$0.concept.row].exceptions })
    if !exceptions.isEmpty {
      kept.removeAll { term in
        guard let exception = rules.concepts[term.concept.row].exceptions else { return false }
        return sorted.contains { $0.concept == exception && $0.range.contains(term.range) }
      }
    }
    return kept.sorted { a, b in
      if a.range != b.range { return a.range < b.range }
      return a.concept.index < b.concept.index
    }
  }

  /// The terms of a concept in a sentence, in order.
  ///
  /// - Complexity: O(log terms + found).
  func places(of concept: ConceptID, in sentence: Int) -> [Term] {
    let table = sentences[sentence].byConcept
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle].concept < concept.index { low = middle + 1 } else { high = middle }
    }
    var places: [Term] = []
    while low < table.count, table[low].concept == concept.index {
      places.append(terms[Int(table[low].term)])
      low += 1
    }
    return places
  }

  /// Whether a sentence has a word of a concept.
  func has(_ concept: ConceptID, in sentence: Int) -> Bool {
    let table = sentences[sentence].byConcept
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle].concept < concept.index { low = middle + 1 } else { high = middle }
    }
    return low < table.count && table[low].concept == concept.index
  }

  /// The numbers in a sentence that stand beside a unit of money, of any language.
  func amounts(in sentence: Int) -> [ByteRange] {
    let units = rules.languages.flatMap { places(of: $0.money, in: sentence) }.map(\.range)
    guard !units.isEmpty else { return [] }
    return numbers(in: sentence).compactMap { number in
      units.filter { distance(number, $0) <= 1 }.min { distance(number, $0) < distance(number, $1) }
        .map { number.union($0) }
    }
  }

  /// The runs of digits in a sentence, with the stops and commas inside them.
  func numbers(in sentence: Int) -> [ByteRange] {
    let range = sentences[sentence].range
    var found: [ByteRange] = []
    var index = range.lower
    while index < range.upper {
      guard (0x30...0x39).contains(folded.bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < range.upper,
        (0x30...0x39).contains(folded.bytes[index])
          || ((folded.bytes[index] == 0x2C || folded.bytes[index] == 0x2E)
            && index + 1 < range.upper
            && (0x30...0x39).contains(folded.bytes[index + 1]))
      {
        index += 1
      }
      found.append(ByteRange(start, index))
    }
    return found
  }
}
