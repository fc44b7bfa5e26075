package import RuleCompilation

/// Fits the points by which a name that no rule declares is taken for an organisation's.
///
/// Logistic regression with an L1 penalty over what articles show of each of their names: the companies that
/// a reader labelled, or marked as near misses, against all other names. An article's other organisations and
/// the words that begin its sentences are among those, so that the share that is right is higher than it
/// seems. The sum that suffices is chosen
/// by cross-validation.
package struct NamingFit: Sendable {
  /// What a fit can be told.
  package struct Options: Sendable {
    /// How much an error weighs against the penalty.
    package var strictness = 0.3
    /// The share of the names taken that must have been labelled or marked.
    package var precision = 0.6
    /// Parts of the articles, each left out once.
    package var folds = 5

    /// The options that did best on articles left out.
    package init() {}
  }

  private var columns: [NamingCard.Feature: Int32] = [:]
  private var features: [NamingCard.Feature] = []
  private var rows: [(columns: [Int32], isRight: Bool, fold: Int)] = []
  private let options: Options

  /// Starts without names.
  package init(_ options: Options = Options()) { self.options = options }

  /// Adds a name of an article.
  package mutating func add(_ shown: Set<NamingCard.Feature>, isRight: Bool, fold: Int) {
    let row = shown.map { feature in
      if let known = columns[feature] { return known }
      let new = Int32(features.count)
      columns[feature] = new
      features.append(feature)
      return new
    }
    rows.append((row, isRight, fold % options.folds))
  }

  /// Points that at least must suffice, as a card cannot ask for none.
  private static let leastThreshold = 10

  /// The card, with how many names it takes rightly, wrongly and not in cross-validation; nil where no sum is
  /// right often enough.
  ///
  /// - Complexity: O(folds × sweeps × features of all names).
  package func card() -> (card: NamingCard, right: Int, wrong: Int, missed: Int)? {
    // Sets come in another order in every process; what is made of them may not.
    let order = features.indices.sorted { "\(features[$0])" < "\(features[$1])" }
    var rank = [Int32](repeating: 0, count: features.count)
    for (place, column) in order.enumerated() { rank[column] = Int32(place) }
    let rows = rows.map { row in
      (columns: row.columns.map { rank[Int($0)] }.sorted(), isRight: row.isRight, fold: row.fold)
    }
    var scores: [(score: Double, isRight: Bool)] = []
    for fold in 0..<options.folds {
      let model = fitted(rows.filter { $0.fold != fold })
      for row in rows where row.fold == fold {
        scores.append((model.score(row.columns), row.isRight))
      }
    }
    scores.sort { $0.score > $1.score }
    var counts = (right: 0, wrong: 0)
    var best: (cut: Double, right: Int, wrong: Int)?
    for (place, entry) in scores.enumerated() {
      if entry.isRight { counts.right += 1 } else { counts.wrong += 1 }
      // Names that weigh the same are taken together or not at all.
      if place + 1 < scores.count, scores[place + 1].score == entry.score { continue }
      if Double(counts.right) >= options.precision * Double(counts.right + counts.wrong),
        counts.right > best?.right ?? 0
      {
        best = (entry.score, counts.right, counts.wrong)
      }
    }
    guard let best else { return nil }
    let model = fitted(rows)
    let cut = ScorecardFit.points(best.cut - model.bias)
    var card = NamingCard(threshold: max(cut, Self.leastThreshold))
    for (place, column) in order.enumerated() {
      let points = ScorecardFit.points(model.weights[place])
      if points != 0 { card[features[column]] = points }
    }
    // A name has one, two or more words: what each of the three weighs more, all names weigh more.
    for trait in [NameTrait.oneWord, .twoWords, .manyWords] where cut < card.threshold {
      let points = (card[.trait(trait)] ?? 0) + card.threshold - cut
      card[.trait(trait)] = points == 0 ? nil : points
    }
    return (card, best.right, best.wrong, scores.count(where: \.isRight) - best.right)
  }

  private func fitted(
    _ used: [(columns: [Int32], isRight: Bool, fold: Int)]
  ) -> ScorecardFit.Model {
    var descent = CoordinateDescent(
      penalties: [Double](repeating: 1, count: features.count),
      ridges: [Double](repeating: 0, count: features.count), strictness: options.strictness)
    for row in used { descent.add(row.columns, row.isRight, weight: 1) }
    descent.run()
    return ScorecardFit.Model(weights: descent.weights, bias: descent.bias)
  }
}
