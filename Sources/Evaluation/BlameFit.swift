internal import Foundation
package import RuleCompilation

/// Fits the points by which it is weighed whose conduct a sentence reports to labelled sentences.
///
/// Every company of an article is tried on every sentence that is marked as evidence: logistic regression
/// with an L1 penalty, over what the article tells of the company beside the sentence, and over its kinds
/// for the signal of which the sentence is evidence.
package struct BlameFit: Sendable {
  /// How much an error weighs against the penalty.
  package static let strictness = 0.3
  /// The log-odds from which a company is blamed: a little below even, where the sum of what is found rightly
  /// and of what is not missed was best on articles left out.
  package static let cut = -0.3
  /// Points of one unit of log-odds.
  private static let scale = 10.0
  /// Points from which somebody is blamed in the fitted card; a sum's zero is put so that it is this.
  private static let threshold = 10

  private enum Column: Hashable {
    case feature(BlameCard.Place, BlameCard.Feature, ofOther: Bool)
    case kind(String, signal: String)
  }

  private var columns: [Column: Int32] = [:]
  private var names: [Column] = []
  private var rows: [(columns: [Int32], isRight: Bool)] = []

  /// Starts without sentences.
  package init() {}

  /// Adds somebody whom an article speaks of, beside a sentence that is evidence of a signal.
  ///
  /// That no rule declares somebody is not fitted: a fit to labels that are mostly declared companies would
  /// hold it against all others, and what they do would be blamed on the declared one beside them. What it
  /// weighs is how sure it is that such a name is an organisation's (`NamingFit.Options.precision`).
  package mutating func add(
    _ place: BlameCard.Place, _ features: Set<BlameCard.Feature>,
    beside others: Set<BlameCard.Feature> = [], kinds: [String], signal: String, isRight: Bool
  ) {
    // Another is a company, too, wherever there is another: `<of-one>` says so.
    let known = features.subtracting([.trait(.unlisted)])
    let beside = others.subtracting([.trait(.unlisted), .trait(.company)])
    var row = known.map { column(.feature(place, $0, ofOther: false)) }
    row += beside.map { column(.feature(place, $0, ofOther: true)) }
    row += kinds.map { column(.kind($0, signal: signal)) }
    rows.append((row, isRight))
  }

  private mutating func column(_ column: Column) -> Int32 {
    if let known = columns[column] { return known }
    let new = Int32(names.count)
    columns[column] = new
    names.append(column)
    return new
  }

  /// The points of every feature, and of every kind by signal.
  ///
  /// - Complexity: O(sweeps × features of all sentences).
  package func fitted() -> (card: BlameCard, kinds: [String: [String: Int]]) {
    // Sets come in another order in every process; the weights may not.
    let order = names.indices.sorted { "\(names[$0])" < "\(names[$1])" }
    var rank = [Int32](repeating: 0, count: names.count)
    for (place, column) in order.enumerated() { rank[column] = Int32(place) }
    var descent = CoordinateDescent(
      penalties: [Double](repeating: 1, count: names.count),
      ridges: [Double](repeating: 0, count: names.count), strictness: Self.strictness)
    for row in rows {
      descent.add(row.columns.map { rank[Int($0)] }, row.isRight, weight: 1)
    }
    descent.run()
    var card = BlameCard(threshold: Self.threshold)
    var kinds: [String: [String: Int]] = [:]
    func points(_ logOdds: Double) -> Int { Int((logOdds * Self.scale).rounded()) }
    for (column, weight) in zip(order.map { names[$0] }, descent.weights) where points(weight) != 0
    {
      switch column {
      case .feature(let place, let feature, let isOfOther):
        card[place, feature, ofOther: isOfOther] = points(weight)
      case .kind(let kind, let signal): kinds[signal, default: [:]][kind] = points(weight)
      }
    }
    // Everybody has the trait `company` at one place: it carries what is the same for all.
    let base = points(descent.bias - Self.cut) + Self.threshold
    for place in BlameCard.Place.allCases {
      let sum = (card[place, .trait(.company)] ?? 0) + base
      card[place, .trait(.company)] = sum == 0 ? nil : sum
      card[place, .trait(.unlisted)] = points(log(NamingFit.Options().precision))
    }
    return (card, kinds)
  }
}
