internal import RuleCompilation

/// Fits what an article must weigh to be about such matters at all.
///
/// Logistic regression with an elastic net over which vocabularies an article has words of, and which in
/// two sentences or more, of articles that are labelled with anything against those that have neither
/// labels nor near misses. The sum that suffices is chosen by cross-validation: the greatest at which as
/// many of the labelled articles pass as asked for.
package struct RelevanceFit: Sendable {
  /// What a fit can be told.
  package struct Options: Sendable {
    /// How much an error weighs against the penalties.
    package var strictness = 0.3
    /// How much the square of a weight costs, against its size.
    package var ridge = 2.0
    /// How much an example of a rule file weighs against an article: it is short, and must pass.
    package var exampleWeight = 10.0
    /// The share of the labelled articles that must pass in cross-validation.
    package var recall = 0.97
    /// Parts of the articles, each left out once.
    package var folds = 5

    /// The options that did best on articles left out.
    package init() {}
  }

  /// What has been said of an article.
  private struct Row {
    var columns: [Int32]
    var isRelevant: Bool
    /// Its part; nil for an example, which is only fitted to.
    var fold: Int?
  }

  private var columns: [SentenceRows.Feature: Int32] = [:]
  private var rows: [Row] = []
  private let options: Options

  /// Starts without articles.
  package init(_ options: Options = Options()) { self.options = options }

  /// Adds an article, or with no `fold` an example of a rule file.
  ///
  /// - Complexity: O(sentences × features).
  package mutating func add(_ sentences: [ScorecardFit.Sentence], isRelevant: Bool, fold: Int?) {
    let (anywhere, often) = SentenceRows.featuresOfArticle(sentences)
    let features =
      anywhere.map { SentenceRows.Feature(name: $0, place: .article) }
      + often.map { SentenceRows.Feature(name: $0, place: .often) }
    let row = features.map { feature in
      let column = columns[feature] ?? Int32(columns.count)
      columns[feature] = column
      return column
    }
    rows.append(Row(columns: row, isRelevant: isRelevant, fold: fold.map { $0 % options.folds }))
  }

  /// The card, with how many articles it judges rightly in cross-validation; nil if one kind is missing, or
  /// if an article of which nothing is known would pass.
  ///
  /// - Complexity: O(folds × sweeps × features of all articles).
  package func card() -> ScorecardFit.Card? {
    guard rows.contains(where: \.isRelevant), rows.contains(where: { !$0.isRelevant }) else {
      return nil
    }
    var scores: [(score: Double, isRelevant: Bool)] = []
    for fold in 0..<options.folds {
      let model = fitted(rows.filter { $0.fold != fold })
      for row in rows where row.fold == fold {
        scores.append((model.score(row.columns), row.isRelevant))
      }
    }
    let relevant = scores.lazy.filter(\.isRelevant).map(\.score).sorted()
    guard !relevant.isEmpty else { return nil }
    let left = Int(Double(relevant.count) * (1 - options.recall))
    let cut = relevant[min(left, relevant.count - 1)]
    let model = fitted(rows)
    let threshold = ScorecardFit.points(cut - model.bias)
    guard threshold > 0 else { return nil }
    return ScorecardFit.Card(
      weights: model.weights(of: columns), threshold: threshold, needs: nil, together: threshold,
      right: relevant.count { $0 >= cut },
      wrong: scores.count { !$0.isRelevant && $0.score >= cut },
      missed: relevant.count { $0 < cut })
  }

  private func fitted(_ used: [Row]) -> ScorecardFit.Model {
    var descent = CoordinateDescent(
      penalties: [Double](repeating: 1, count: columns.count),
      ridges: [Double](repeating: options.ridge, count: columns.count),
      strictness: options.strictness)
    for row in used {
      descent.add(
        row.columns, row.isRelevant, weight: row.fold == nil ? options.exampleWeight : 1)
    }
    descent.run()
    return ScorecardFit.Model(weights: descent.weights, bias: descent.bias)
  }
}
