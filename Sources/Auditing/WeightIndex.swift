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

  /// Lists of entries, end to end.
  private struct Lists: Sendable {
    private let all: [Entry]
    /// Where each list begins, and the end.
    private let starts: [Int32]

    init(_ lists: [[Entry]]) {
      all = lists.flatMap(\.self)
      starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
    }

    var count: Int { starts.count - 1 }

    func forEach(of list: Int, _ body: (Entry) -> Void) {
      for index in Int(starts[list])..<Int(starts[list + 1]) { body(all[index]) }
    }
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

    /// Takes away the columns of others.
    mutating func subtract(_ other: Features) {
      for index in words.indices { words[index] &= ~other.words[index] }
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
  private let columnOfConcept: [Int32]
  private let columnOfTrait: [SentenceTrait: Int32]
  private let columnOfKind: [String: Int32]
  private let columnOfSignal: [String: Int32]
  private let columns: Int32
  /// By place, by column: what weighs it there.
  private let entries: [Scorecard.Place: Lists]
  /// By facet: the cards that take a share of it, but for those of stances and denial; in hundredths.
  private let shares: Lists
  /// By facet that stances and denial take shares of: their places in what evidence weighs, with the shares.
  private let sharesOfFirmness: Lists
  /// By row of the signal: the least sum at which its card says anything; `Int.max` without a card.
  let leastSums: [Int]
  private let outsets: [Int]
  /// The first card of a stance.
  private let stances: Int
  /// The card of denial.
  private let denial: Int
  /// The card of what an article must weigh.
  private let relevance: Int
  /// The facets that stances and denial take shares of.
  private let facetsOfFirmness: [Int]
  /// By card or facet: its place in what evidence weighs (`firmness(of:)`); -1 for what is none of that.
  private let placeInFirmness: [Int32]

  /// Indexes the scorecards of a rule set.
  ///
  /// - Complexity: O(weights).
  init(_ rules: RuleSet) {
    stances = rules.signals.count
    denial = stances + rules.stanceCues.count
    relevance = denial + 1
    outsets = rules.facets.map(\.outset)
    leastSums = rules.signals.map { signal in
      signal.scorecard.map { min($0.threshold, $0.together ?? $0.threshold) } ?? Int.max
    }
    var table = Table(concepts: rules.concepts.count, facets: rules.facets.count)
    for (row, signal) in rules.signals.enumerated() { table.add(signal.scorecard, card: row) }
    for (number, cue) in rules.stanceCues.enumerated() {
      table.add(cue.scorecard, card: stances + number)
    }
    table.add(rules.denialCues.scorecard, card: denial)
    table.add(rules.relevance, card: relevance)
    for (number, facet) in rules.facets.enumerated() {
      table.add(facet.weights, card: relevance + 1 + number)
    }
    columnOfConcept = table.columnOfConcept
    columnOfTrait = table.columnOfTrait
    columnOfKind = table.columnOfKind
    columnOfSignal = table.columnOfSignal
    columns = table.columns
    let cards = stances...denial
    shares = Lists(table.shares.map { $0.filter { !cards.contains(Int($0.card)) } })
    let facets = table.shares.indices.filter { facet in
      table.shares[facet].contains { cards.contains(Int($0.card)) }
    }
    sharesOfFirmness = Lists(
      facets.map { facet in
        table.shares[facet].lazy.filter { cards.contains(Int($0.card)) }
          .map { Entry(card: $0.card - Int32(cards.lowerBound), points: $0.points) }
      })
    var places = [Int32](repeating: -1, count: relevance + 1 + table.shares.count)
    for (place, number) in (cards + facets.map { [relevance] in relevance + 1 + $0 }).enumerated() {
      places[number] = Int32(place)
    }
    (facetsOfFirmness, placeInFirmness) = (facets, places)
    entries = Dictionary(
      uniqueKeysWithValues: Scorecard.Place.allCases.map { place in
        let lists = table.entries[place, default: []]
        return (
          place,
          Lists(lists + [[Entry]](repeating: [], count: Int(table.columns) - lists.count))
        )
      })
  }

  /// Whether nothing is weighed.
  var isEmpty: Bool { columns == 0 }

  /// The weights as they are gathered.
  private struct Table {
    var columnOfConcept: [Int32]
    var columnOfTrait: [SentenceTrait: Int32] = [:]
    var columnOfKind: [String: Int32] = [:]
    var columnOfSignal: [String: Int32] = [:]
    var columns: Int32 = 0
    var entries: [Scorecard.Place: [[Entry]]] = [:]
    var shares: [[Entry]]

    init(concepts: Int, facets: Int) {
      columnOfConcept = [Int32](repeating: -1, count: concepts)
      shares = [[Entry]](repeating: [], count: facets)
    }

    mutating func add(_ scorecard: Scorecard?, card: Int) {
      guard let scorecard else { return }
      add(scorecard.weights, card: card)
      for share in scorecard.shares {
        shares[share.facet.row].append(Entry(card: Int32(card), points: Int32(share.percent)))
      }
    }

    mutating func add(_ weights: [Scorecard.Weight], card: Int) {
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
        case .signal(let id): columnOfSignal[id]
        }
      if let known { return known }
      let new = columns
      columns += 1
      switch feature {
      case .concept(let id): columnOfConcept[id.row] = new
      case .trait(let trait): columnOfTrait[trait] = new
      case .kind(let kind): columnOfKind[kind] = new
      case .signal(let id): columnOfSignal[id] = new
      }
      return new
    }
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
      entries.forEach(of: column) { sums[Int($0.card)] += Int($0.points) }
    }
  }

  /// The sums that cards and facets begin with.
  var outset: [Int] { [Int](repeating: 0, count: relevance + 1) + outsets }

  /// Of sums that are not settled those of the stances, in the order of their cues, of denial, and of the
  /// facets that these share.
  func firmness(of sums: [Int]) -> [Int32] {
    (stances...denial).map { Int32(clamping: sums[$0]) }
      + facetsOfFirmness.map { Int32(clamping: sums[relevance + 1 + $0]) }
  }

  /// What an article weighs of being about such matters.
  func relevance(of sums: [Int]) -> Int { sums[relevance] }

  /// The facets whose sums are above 0 somewhere.
  struct Facets: Sendable {
    fileprivate var words: [UInt64]

    /// Whether a facet counts.
    func contains(_ facet: FacetID) -> Bool { words[facet.row / 64] >> (facet.row % 64) & 1 == 1 }
  }

  /// Adds to the cards of signals and of the article their shares of the facets whose sums are above 0, leaves
  /// the sums of the cards alone, and says which facets those are; stances and denial take theirs in
  /// `firmness(_:of:_:)`.
  ///
  /// - Complexity: O(facets + the shares of those above 0).
  func settle(_ sums: inout [Int]) -> Facets {
    var found = Facets(words: [UInt64](repeating: 0, count: (shares.count + 63) / 64))
    var shared = [Int](repeating: 0, count: relevance + 1)
    for number in 0..<shares.count {
      let sum = sums[relevance + 1 + number]
      guard sum > 0 else { continue }
      found.words[number / 64] |= 1 << (UInt64(number) % 64)
      shares.forEach(of: number) { shared[Int($0.card)] += sum * Int($0.points) }
    }
    sums = shared.indices.map { sums[$0] + Facet.points(ofShares: shared[$0]) }
    return found
  }

  /// What evidence weighs for each stance, in the order of their cues, and last for being denied.
  ///
  /// - Parameters:
  ///   - own: What its sentence weighs, as `firmness(of:)` has it.
  ///   - signal: What it is evidence of.
  ///   - theirs: What the other sentences that name or mean whom it is against have.
  /// - Complexity: O(features × what weighs them as theirs + the shares of the facets above 0).
  func firmness(_ own: [Int32], of signal: String, _ theirs: Features) -> [Int] {
    var sums = own.map { Int($0) }
    func add(_ column: Int, at place: Scorecard.Place) {
      entries[place]?.forEach(of: column) { entry in
        let number = Int(placeInFirmness[Int(entry.card)])
        if number >= 0 { sums[number] += Int(entry.points) }
      }
    }
    if let column = columnOfSignal[signal] { add(Int(column), at: .sentence) }
    theirs.forEach { add($0, at: .theirs) }
    let cards = denial - stances + 1
    var shared = [Int](repeating: 0, count: cards)
    for place in facetsOfFirmness.indices where sums[cards + place] > 0 {
      sharesOfFirmness.forEach(of: place) { share in
        shared[Int(share.card)] += sums[cards + place] * Int(share.points)
      }
    }
    return shared.indices.map { sums[$0] + Facet.points(ofShares: shared[$0]) }
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
    guard let entries = entries[.sentence] else { return [] }
    return concepts.compactMap { concept in
      let column = columnOfConcept[concept.row]
      guard column >= 0 else { return nil }
      var (own, shared) = (0, 0)
      entries.forEach(of: Int(column)) { entry in
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
