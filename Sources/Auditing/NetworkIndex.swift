internal import RuleCompilation

/// The network of the rules with an output for each signal, and what of a sentence it has columns for, made once
/// a rule set.
struct NetworkIndex: Sendable {
  private let network: SentenceNetwork
  private let words: Places
  private let words2: Places
  private let columnOfTrait: [SentenceTrait: Int32]
  private let columnOfKind: [String: Int32]

  /// By row of the concept; -1 for what has no column.
  private typealias Places = [Int32]

  /// Indexes the network of a rule set.
  ///
  /// - Complexity: O(weights).
  init(_ rules: RuleSet) {
    network = rules.network.summed(for: rules.signals.map { $0.scorecard?.ofNetwork ?? .init() })
    var (once, twice) = (
      Places(repeating: -1, count: rules.concepts.count),
      Places(repeating: -1, count: rules.concepts.count)
    )
    var (traits, kinds): ([SentenceTrait: Int32], [String: Int32]) = ([:], [:])
    for (number, column) in rules.network.columns.enumerated() {
      switch column.feature {
      case .concept(let id) where column.place == .twice: twice[id.row] = Int32(number)
      case .concept(let id): once[id.row] = Int32(number)
      case .trait(let trait): traits[trait] = Int32(number)
      case .kind(let kind): kinds[kind] = Int32(number)
      case .signal: continue
      }
    }
    (words, words2, columnOfTrait, columnOfKind) = (once, twice, traits, kinds)
  }

  /// Whether no rule declares a network.
  var isEmpty: Bool { network.facets == 0 }

  /// The columns of what a sentence has.
  func columns(
    concepts: some Sequence<ConceptID>, twice: some Sequence<ConceptID>, traits: [SentenceTrait],
    kinds: Set<String>
  ) -> [Int32] {
    // A sum of floats has an order.
    let concepts = Set(concepts).sorted()
    return concepts.map { words[$0.row] }.filter { $0 >= 0 }
      + twice.map { words2[$0.row] }.filter { $0 >= 0 }
      + traits.compactMap { columnOfTrait[$0] } + kinds.compactMap { columnOfKind[$0] }.sorted()
  }

  /// Reads an article, given the columns of each of its sentences.
  func read(_ rows: [[Int32]]) -> SentenceNetwork.Reading { network.read(rows) }

  /// The points that a signal has in a sentence.
  func points(of signal: SignalID, in sentence: Int, _ reading: SentenceNetwork.Reading) -> Int {
    Self.points(reading.odds(of: signal.row, in: sentence))
  }

  /// What each of some concepts adds to a signal in their sentence, itself and through its threads, as far as
  /// facets and threads count there.
  ///
  /// - Complexity: O(facets × threads + concepts × facets).
  func points(
    of concepts: some Sequence<ConceptID>, for signal: SignalID, in sentence: Int,
    _ reading: SentenceNetwork.Reading
  ) -> [ConceptID: Int] {
    let slopes = network.slopes(of: signal.row, in: sentence, reading)
    return concepts.reduce(into: [:]) { points, concept in
      let column = words[concept.row]
      if column >= 0 { points[concept] = Self.points(network.sum(of: column, along: slopes)) }
    }
  }

  private static func points(_ odds: Float) -> Int {
    let points = (odds * Float(Scorecard.pointsPerLogOdds)).rounded()
    return Int(max(-Self.most, min(Self.most, points)))
  }

  /// Points beyond which nothing is surer: sums of the greatest weights stay below it.
  private static let most: Float = 1e9
}
