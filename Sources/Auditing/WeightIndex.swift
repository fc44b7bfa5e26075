internal import RuleCompilation

/// The weights of all scorecards and facets by what they weigh, made once a rule set.
///
/// What is weighed anywhere has a column; the cards of the signals come first, by row of the signal, then
/// those of the stance cues, then that of denial, then what an article must weigh, then the facets.
struct WeightIndex: Sendable {
  /// What a column weighs for a card, or a facet shares with one.
  private struct Entry: Sendable {
    var card: Int32
    /// Points; tenths of points for a facet, hundredths of a share.
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
  /// By facet: the cards that take a share of it; in hundredths.
  private var shares: [[Entry]]
  private let outsets: [Int]
  /// The first card of a stance.
  private let stances: Int
  /// The card of denial.
  private let denial: Int
  /// The card of what an article must weigh.
  private let relevance: Int

  /// Indexes the scorecards of a rule set.
  ///
  /// - Complexity: O(weights).
  init(_ rules: RuleSet) {
    columnOfConcept = [Int32](repeating: -1, count: rules.concepts.count)
    stances = rules.signals.count
    denial = stances + rules.stanceCues.count
    relevance = denial + 1
    outsets = rules.facets.map(\.outset)
    shares = [[Entry]](repeating: [], count: rules.facets.count)
    for (row, signal) in rules.signals.enumerated() { add(signal.scorecard, card: row) }
    for (number, cue) in rules.stanceCues.enumerated() {
      add(cue.scorecard, card: stances + number)
    }
    add(rules.denialCues.scorecard, card: denial)
    add(rules.relevance, card: relevance)
    for (number, facet) in rules.facets.enumerated() {
      add(facet.weights, card: relevance + 1 + number)
    }
    for place in Scorecard.Place.allCases {
      let missing = Int(columns) - entries[place, default: []].count
      entries[place, default: []] += [[Entry]](repeating: [], count: missing)
    }
  }

  /// Whether nothing is weighed.
  var isEmpty: Bool { columns == 0 }

  private mutating func add(_ scorecard: Scorecard?, card: Int) {
    guard let scorecard else { return }
    add(scorecard.weights, card: card)
    for share in scorecard.shares {
      shares[share.facet.row].append(Entry(card: Int32(card), points: Int32(share.percent)))
    }
  }

  private mutating func add(_ weights: [Scorecard.Weight], card: Int) {
    for weight in weights {
      let column = column(of: weight.feature)
      let missing = Int(column) + 1 - entries[weight.place, default: []].count
      if missing > 0 {
        entries[weight.place, default: []] += [[Entry]](repeating: [], count: missing)
      }
      entries[weight.place, default: []][Int(column)].append(
        Entry(card: Int32(card), points: Int32(weight.points)))
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

  /// The sums that cards and facets begin with.
  var outset: [Int] { [Int](repeating: 0, count: relevance + 1) + outsets }

  /// What a sentence weighs of a stance, by the number of its cue.
  func stance(_ number: Int, of sums: [Int]) -> Int { sums[stances + number] }

  /// What a sentence weighs of being denied.
  func denial(of sums: [Int]) -> Int { sums[denial] }

  /// What an article weighs of being about such matters.
  func relevance(of sums: [Int]) -> Int { sums[relevance] }

  /// The facets whose sums are above 0 somewhere.
  struct Facets: Sendable {
    fileprivate var words: [UInt64]

    /// Whether a facet counts.
    func contains(_ facet: FacetID) -> Bool { words[facet.row / 64] >> (facet.row % 64) & 1 == 1 }
  }

  /// Adds to the cards their shares of the facets whose sums are above 0, leaves the sums of the cards alone,
  /// and says which facets those are.
  ///
  /// - Complexity: O(facets + the shares of those above 0).
  func settle(_ sums: inout [Int]) -> Facets {
    var found = Facets(words: [UInt64](repeating: 0, count: (shares.count + 63) / 64))
    var shared = [Int](repeating: 0, count: relevance + 1)
    for (number, takers) in shares.enumerated() {
      let sum = sums[relevance + 1 + number]
      guard sum > 0 else { continue }
      found.words[number / 64] |= 1 << (UInt64(number) % 64)
      for taker in takers { shared[Int(taker.card)] += sum * Int(taker.points) }
    }
    sums = shared.indices.map { sums[$0] + Facet.points(ofShares: shared[$0]) }
    return found
  }

  /// What each of some concepts weighs in its sentence for a signal: for its card, and in the facets that
  /// count there.
  ///
  /// - Complexity: O(facets + what the concepts weigh for all cards and facets).
  func points(
    of concepts: some Sequence<ConceptID>, for signal: SignalID, _ shares: [Scorecard.Share],
    among facets: Facets
  ) -> [(concept: ConceptID, points: Int)] {
    var percents = [Int](repeating: 0, count: self.shares.count)
    for share in shares where facets.contains(share.facet) {
      percents[share.facet.row] = share.percent
    }
    let entries = entries[.sentence] ?? []
    return concepts.compactMap { concept in
      let column = columnOfConcept[concept.row]
      guard column >= 0 else { return nil }
      var (own, shared) = (0, 0)
      for entry in entries[Int(column)] {
        let facet = Int(entry.card) - relevance - 1
        if facet >= 0 {
          shared += Int(entry.points) * percents[facet]
        } else if Int(entry.card) == signal.row {
          own += Int(entry.points)
        }
      }
      return (concept, own + Facet.points(ofShares: shared))
    }
  }
}
