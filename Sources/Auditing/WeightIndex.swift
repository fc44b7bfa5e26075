internal import RuleCompilation

/// The weights of all scorecards by what they weigh, made once a rule set.
///
/// What is weighed anywhere has a column; the cards of the signals come first, by row of the signal, then
/// those of the stance cues, then what an article must weigh.
struct WeightIndex: Sendable {
  /// What a column weighs for a card.
  private struct Entry: Sendable {
    var card: Int32
    var points: Int32
  }

  /// Columns that a sentence, its surroundings or an article has.
  struct Features: Sendable {
    fileprivate var words: [UInt64]

    /// Adds the columns of others; those of them that were there already.
    @discardableResult
    mutating func formUnion(_ other: Features) -> Features {
      var known = other
      for index in words.indices {
        known.words[index] &= words[index]
        words[index] |= other.words[index]
      }
      return known
    }

    fileprivate mutating func insert(_ column: Int32) {
      words[Int(column) / 64] |= 1 << (UInt64(column) % 64)
    }

    fileprivate func forEach(_ body: (Int) -> Void) {
      for index in words.indices {
        var rest = words[index]
        while rest != 0 {
          body(index * 64 + rest.trailingZeroBitCount)
          rest &= rest - 1
        }
      }
    }
  }

  /// By row of the concept; -1 for what nothing weighs.
  private var columnOfConcept: [Int32]
  private var columnOfTrait: [SentenceTrait: Int32] = [:]
  private var columnOfKind: [String: Int32] = [:]
  private var columns: Int32 = 0
  private var entries: [Scorecard.Place: [[Entry]]] = [:]
  private let cards: Int

  /// Indexes the scorecards of a rule set.
  ///
  /// - Complexity: O(weights).
  init(_ rules: RuleSet) {
    columnOfConcept = [Int32](repeating: -1, count: rules.concepts.count)
    cards = rules.signals.count + rules.stanceCues.count + 1
    for (row, signal) in rules.signals.enumerated() { add(signal.scorecard, card: row) }
    for (number, cue) in rules.stanceCues.enumerated() {
      add(cue.scorecard, card: rules.signals.count + number)
    }
    add(rules.relevance, card: cards - 1)
    for place in Scorecard.Place.allCases {
      let missing = Int(columns) - entries[place, default: []].count
      entries[place, default: []] += [[Entry]](repeating: [], count: missing)
    }
  }

  /// Whether nothing is weighed.
  var isEmpty: Bool { columns == 0 }

  private mutating func add(_ scorecard: Scorecard?, card: Int) {
    for weight in scorecard?.weights ?? [] {
      let column = column(of: weight.feature)
      var list = entries[weight.place, default: []]
      while list.count <= column { list.append([]) }
      list[Int(column)].append(Entry(card: Int32(card), points: Int32(weight.points)))
      entries[weight.place] = list
    }
  }

  private mutating func column(of feature: Scorecard.Feature) -> Int32 {
    let known: Int32? =
      switch feature {
      case .concept(let id): columnOfConcept[id.row] < 0 ? nil : columnOfConcept[id.row]
      case .trait(let trait): columnOfTrait[trait]
      case .kind(let kind): columnOfKind[kind]
      }
    if let known { return known }
    let new = columns
    columns += 1
    switch feature {
    case .concept(let id): columnOfConcept[id.row] = new
    case .trait(let trait): columnOfTrait[trait] = new
    case .kind(let kind): columnOfKind[kind] = new
    }
    return new
  }

  /// No features.
  var none: Features { Features(words: [UInt64](repeating: 0, count: (Int(columns) + 63) / 64)) }

  /// The columns of what a sentence has.
  func features(
    concepts: some Sequence<ConceptID>, traits: [SentenceTrait], kinds: Set<String>
  ) -> Features {
    var found = none
    for concept in concepts where columnOfConcept[concept.row] >= 0 {
      found.insert(columnOfConcept[concept.row])
    }
    for trait in traits { if let column = columnOfTrait[trait] { found.insert(column) } }
    for kind in kinds { if let column = columnOfKind[kind] { found.insert(column) } }
    return found
  }

  /// Adds what features weigh in a place to the sum of each card.
  ///
  /// - Complexity: O(features × the cards that weigh them).
  func add(_ features: Features, at place: Scorecard.Place, to sums: inout [Int]) {
    guard let entries = entries[place] else { return }
    features.forEach { column in
      for entry in entries[column] { sums[Int(entry.card)] += Int(entry.points) }
    }
  }

  /// A sum of nothing for every card.
  var zeros: [Int] { [Int](repeating: 0, count: cards) }
}
