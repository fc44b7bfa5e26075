internal import Foundation

/// Fits the points of scorecards to labelled sentences.
///
/// Logistic regression with an L1 penalty, one signal at a time, over which vocabularies have words in a
/// sentence and which in the sentences around it. The penalty leaves most weights at zero, so that a card
/// stays short enough to read. Coordinate descent with a trust region a coordinate: Genkin, Lewis and
/// Madigan, Large-Scale Bayesian Logistic Regression for Text Categorization, Technometrics 49(3), 2007.
/// The sum that suffices is chosen by cross-validation over articles: the lowest at which as many of the
/// articles found are right as asked for.
package struct ScorecardFit: Sendable {
  /// What to fit.
  package struct Options: Sendable {
    /// How much an error weighs against the penalty.
    package var strictness = 0.3
    /// How much a sentence that is evidence weighs against one that is none.
    package var evidenceWeight = 3.0
    /// The share of articles found in cross-validation that must be right.
    package var precision = 0.75
    /// The share of what is labelled that a card must find there, or it is not worth its lines.
    package var recall = 0.25
    /// Parts of the articles, each left out once.
    package var folds = 5

    /// The options that did best on articles left out.
    package init() {}
  }

  /// A fitted card.
  package struct Card: Sendable {
    /// A vocabulary's points.
    package struct Weight: Sendable, Equatable {
      /// The vocabulary's id.
      package var vocabulary: String
      /// Points, never 0.
      package var points: Int
      /// Whether in the sentences around.
      package var isAround: Bool
    }

    /// The weights, heaviest first.
    package var weights: [Weight]
    /// The points that suffice.
    package var threshold: Int
    /// In cross-validation: articles (of a stance: sentences) found rightly.
    package var right: Int
    /// … found wrongly.
    package var wrong: Int
    /// … missed.
    package var missed: Int
  }

  /// How many points a unit of log-odds is.
  private static let scale = 10.0

  private var features: [String: Int32] = [:]
  /// By sentence: its features, whether around ones or not.
  private var rows: [[Int32]] = []
  private var articleOfRow: [Int] = []
  private var evidence: [String: Set<Int>] = [:]
  /// By stance: the sentences that are evidence reported so; and all that are evidence.
  private var stances: [String: Set<Int>] = [:]
  private var anyEvidence: Set<Int> = []
  private var labels: [Set<String>] = []
  private var folds: [Int] = []
  private let options: Options

  /// Starts without articles.
  package init(_ options: Options = Options()) { self.options = options }

  /// The signals that have labels.
  package var signals: [String] { labels.reduce(into: Set()) { $0.formUnion($1) }.sorted() }

  /// Adds an article: the vocabularies of each of its sentences, the sentences that are evidence of each
  /// signal, all signals that it is labelled with, and the sentences that report with each stance.
  ///
  /// - Parameter reach: How many sentences before and after one count as around it.
  /// - Complexity: O(sentences × vocabularies × reach).
  package mutating func add(
    _ sentences: [Set<String>], evidence marked: [String: Set<Int>], labels: Set<String>,
    stances said: [String: Set<Int>], fold: Int, reach: Int
  ) {
    let first = rows.count
    for (index, words) in sentences.enumerated() {
      var around: Set<String> = []
      for other in max(0, index - reach)...min(sentences.count - 1, index + reach)
      where other != index { around.formUnion(sentences[other]) }
      let row =
        words.sorted().map { feature($0, isAround: false) }
        + around.sorted().map { feature($0, isAround: true) }
      rows.append(row)
      articleOfRow.append(self.labels.count)
    }
    for (signal, indices) in marked {
      evidence[signal, default: []].formUnion(indices.map { $0 + first })
      anyEvidence.formUnion(indices.map { $0 + first })
    }
    for (stance, indices) in said {
      stances[stance, default: []].formUnion(indices.map { $0 + first })
    }
    self.labels.append(labels)
    folds.append(fold % options.folds)
  }

  private mutating func feature(_ vocabulary: String, isAround: Bool) -> Int32 {
    let name = isAround ? "~" + vocabulary : vocabulary
    if let known = features[name] { return known }
    let new = Int32(features.count)
    features[name] = new
    return new
  }

  /// Fits a signal's card; nil if no sum is right often enough and finds enough.
  ///
  /// A sentence of an article that is labelled with the signal and that is no marked evidence says nothing:
  /// it may be evidence all the same.
  ///
  /// - Complexity: O(folds × sweeps × features of all sentences).
  ///
  /// - Parameter precision: The share of articles found that must be right; nil for that of the options.
  package func card(for signal: String, precision: Double? = nil) -> Card? {
    let positive = evidence[signal] ?? []
    guard !positive.isEmpty else { return nil }
    let usable = rows.indices.filter {
      positive.contains($0) || !labels[articleOfRow[$0]].contains(signal)
    }
    var best = [Double](repeating: -Double.infinity, count: labels.count)
    for fold in 0..<options.folds {
      let model = fitted(usable.filter { folds[articleOfRow[$0]] != fold }, positive)
      for row in rows.indices where folds[articleOfRow[row]] == fold {
        best[articleOfRow[row]] = max(best[articleOfRow[row]], model.score(rows[row]))
      }
    }
    let isLabelled = labels.map { $0.contains(signal) }
    let shown = Set(positive.map { articleOfRow[$0] })
    for article in best.indices where isLabelled[article] && !shown.contains(article) {
      // Labelled without evidence: whether it is found says nothing.
      best[article] = -Double.infinity
    }
    guard let cut = cut(best, isLabelled, precision ?? options.precision) else { return nil }
    let whole = fitted(usable, positive)
    let weights = weights(of: whole)
    let threshold = Int(((cut.score - whole.bias) * Self.scale).rounded(.up))
    guard threshold > 0 else { return nil }
    return Card(
      weights: weights, threshold: threshold, right: cut.right, wrong: cut.wrong,
      missed: cut.missed)
  }

  /// Fits a stance's card over the sentences that are evidence of anything; nil if no sum is right often
  /// enough and finds enough.
  ///
  /// - Complexity: O(folds × sweeps × features of those sentences).
  package func card(forStance stance: String) -> Card? {
    let positive = stances[stance] ?? []
    guard !positive.isEmpty else { return nil }
    let usable = anyEvidence.sorted()
    var scores = [Double](repeating: -Double.infinity, count: usable.count)
    for fold in 0..<options.folds {
      let model = fitted(usable.filter { folds[articleOfRow[$0]] != fold }, positive)
      for (index, row) in usable.enumerated() where folds[articleOfRow[row]] == fold {
        scores[index] = model.score(rows[row])
      }
    }
    guard let cut = cut(scores, usable.map(positive.contains), options.precision) else {
      return nil
    }
    let whole = fitted(usable, positive)
    let threshold = Int(((cut.score - whole.bias) * Self.scale).rounded(.up))
    guard threshold > 0 else { return nil }
    return Card(
      weights: weights(of: whole), threshold: threshold, right: cut.right, wrong: cut.wrong,
      missed: cut.missed)
  }

  /// The vocabulary of a feature.
  private static func bare(_ name: String) -> String {
    name.first == "~" ? String(name.dropFirst()) : name
  }

  private func weights(of model: Model) -> [Card.Weight] {
    var weights: [Card.Weight] = []
    for (name, feature) in features {
      let points = Int((model.weights[Int(feature)] * Self.scale).rounded())
      guard points != 0 else { continue }
      let isAround = name.first == "~"
      weights.append(
        Card.Weight(
          vocabulary: Self.bare(name), points: points,
          isAround: isAround))
    }
    weights.sort { a, b in
      if a.points != b.points { return a.points > b.points }
      return a.vocabulary != b.vocabulary
        ? a.vocabulary < b.vocabulary : !a.isAround && b.isAround
    }
    return weights
  }

  /// The lowest score from which enough of the articles are labelled.
  private func cut(
    _ scores: [Double], _ isLabelled: [Bool], _ precision: Double
  ) -> (score: Double, right: Int, wrong: Int, missed: Int)? {
    let order = scores.indices.filter { scores[$0] > -Double.infinity }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }
    let all = order.count { isLabelled[$0] }
    var right = 0
    var found: (score: Double, right: Int, wrong: Int, missed: Int)?
    for (rank, article) in order.enumerated() {
      if isLabelled[article] { right += 1 }
      guard isLabelled[article], Double(right) >= precision * Double(rank + 1) else {
        continue
      }
      found = (scores[article], right, rank + 1 - right, all - right)
    }
    guard let found, Double(found.right) >= options.recall * Double(all) else { return nil }
    return found
  }

  private struct Model {
    var weights: [Double]
    var bias: Double

    func score(_ row: [Int32]) -> Double { row.reduce(bias) { $0 + weights[Int($1)] } }
  }

  private func fitted(_ used: [Int], _ positive: Set<Int>) -> Model {
    var descent = CoordinateDescent(
      columns: features.count, strictness: options.strictness)
    for row in used {
      let isPositive = positive.contains(row)
      descent.add(rows[row], isPositive, weight: isPositive ? options.evidenceWeight : 1)
    }
    descent.run()
    return Model(weights: descent.weights, bias: descent.bias)
  }
}

/// Coordinate descent for logistic regression with an L1 penalty over rows of ones and zeros.
private struct CoordinateDescent {
  private(set) var weights: [Double]
  private(set) var bias = 0.0
  private let strictness: Double
  private var rowsOfColumn: [[Int32]]
  private var signs: [Double] = []
  private var costs: [Double] = []
  private var margins: [Double] = []
  private var regions: [Double]
  private var biasRegion = 1.0

  private static let sweeps = 80
  /// Columns at zero are looked at every so many sweeps.
  private static let rest = 8
  private static let tolerance = 0.0005

  init(columns: Int, strictness: Double) {
    weights = [Double](repeating: 0, count: columns)
    regions = [Double](repeating: 1, count: columns)
    rowsOfColumn = [[Int32]](repeating: [], count: columns)
    self.strictness = strictness
  }

  mutating func add(_ row: [Int32], _ isPositive: Bool, weight: Double) {
    for column in row { rowsOfColumn[Int(column)].append(Int32(signs.count)) }
    signs.append(isPositive ? 1 : -1)
    costs.append(weight * strictness)
    margins.append(0)
  }

  mutating func run() {
    let everyRow = (0..<Int32(signs.count)).map { $0 }
    for sweep in 0..<Self.sweeps {
      var region = biasRegion
      var moved = step(everyRow, weight: bias, region: &region, penalty: 0) ?? 0
      biasRegion = region
      bias += moved
      moved = abs(moved)
      for column in weights.indices where weights[column] != 0 || sweep % Self.rest == 0 {
        var region = regions[column]
        if let change = step(
          rowsOfColumn[column], weight: weights[column], region: &region, penalty: 1)
        {
          weights[column] += change
          moved = max(moved, abs(change))
        }
        regions[column] = region
      }
      if moved < Self.tolerance, sweep % Self.rest != 0 { break }
    }
  }

  /// Moves one weight within its region, and the margins with it; nil if it stays.
  private mutating func step(
    _ rows: [Int32], weight: Double, region: inout Double, penalty: Double
  ) -> Double? {
    var slope = 0.0
    var curve = 0.0
    for row in rows {
      let row = Int(row)
      let margin = margins[row] * signs[row]
      slope -= costs[row] * signs[row] * Self.logistic(-margin)
      curve += costs[row] * Self.bound(abs(margin), region)
    }
    guard curve > 0 else { return nil }
    var change = -weight
    if slope + penalty <= curve * weight {
      change = -(slope + penalty) / curve
    } else if slope - penalty >= curve * weight {
      change = -(slope - penalty) / curve
    }
    change = min(max(change, -region), region)
    region = max(2 * abs(change), region / 2)
    guard change != 0 else { return nil }
    for row in rows { margins[Int(row)] += change }
    return change
  }

  private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// The greatest curvature of the loss within a region about a margin.
  private static func bound(_ margin: Double, _ region: Double) -> Double {
    margin <= region
      ? 0.25 : 1 / (2 + exp(margin - region) + exp(region - margin))
  }
}
