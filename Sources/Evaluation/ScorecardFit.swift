internal import Foundation
package import RuleCompilation

/// Fits the points of scorecards to labelled sentences.
///
/// Logistic regression with an elastic net, one signal at a time, over which vocabularies have words in a
/// sentence, which in the sentences around it and which in its article. Its L1 part leaves many weights at
/// zero, so that a card stays short enough to read; its ridge part shares a weight among vocabularies that
/// go together, so that a card still works where one of them misses its word. Coordinate descent with a
/// trust region a coordinate: Genkin, Lewis and Madigan, Large-Scale Bayesian Logistic Regression for Text
/// Categorization, Technometrics 49(3), 2007.
/// The sums that suffice are chosen by cross-validation over articles: the lowest at which as many of the
/// companies found, over all signals together, are right as asked for.
package struct ScorecardFit: Sendable {
  /// What to fit.
  package struct Options: Sendable {
    /// How much an error weighs against the penalty.
    package var strictness = 1.0
    /// How much the square of a weight costs, against its size.
    package var ridge = 16.0
    /// How much more a weight of the article costs than one of the sentence.
    package var articlePenalty = 2.0
    /// How much a sentence that is evidence weighs against one that is none.
    package var evidenceWeight = 1.0
    /// The share of what is found in cross-validation that must be right.
    package var precision = 0.65
    /// … and of what one signal's card finds: where the common cut is too low for it, it has its own.
    package var signalPrecision = 0.6
    /// … and of what a stance's card finds: where it finds nothing, what the article says elsewhere holds.
    package var stancePrecision = 0.65
    /// The share of what is labelled that a card must find there, or it is not worth its lines.
    package var recall = 0.25
    /// How far below the cut, in log-odds, a pattern's match may still stand.
    package var slack = 1.5
    /// How far below the cut, in log-odds, a sentence may be that counts together with others.
    package var lack = 1.2
    /// Parts of the articles, each left out once.
    package var folds = 5

    /// The options that did best on articles left out.
    package init() {}
  }

  /// A fitted card.
  package struct Card: Sendable {
    /// A feature's points.
    package struct Weight: Sendable, Equatable {
      /// What is weighed, as rules write it: `{works}`, `<money>`, `kind ai-lab`.
      package var feature: String
      /// Points, never 0.
      package var points: Int
      /// Where its words must be.
      package var place: Scorecard.Place
    }

    /// The weights, heaviest first.
    package var weights: [Weight]
    /// The points that suffice.
    package var threshold: Int
    /// The points that a pattern's match needs, if any.
    package var needs: Int?
    /// The points from which a sentence counts together with others.
    package var together: Int
    /// In cross-validation: pairs of article and company (of a stance: sentences) found rightly.
    package var right: Int
    /// … found wrongly.
    package var wrong: Int
    /// … missed.
    package var missed: Int
  }

  /// What may be weighed, and where it is.
  struct Feature: Hashable {
    var name: String
    var place: Scorecard.Place
  }

  private var features: [Feature: Int32] = [:]
  /// By sentence: its features, whether around ones or not.
  private var rows: [[Int32]] = []
  private var articleOfRow: [Int] = []
  /// By sentence, then by signal: whom a match in it would blame.
  private var blamed: [[String: Set<String>]] = []
  private var evidence: [String: Set<Int>] = [:]
  /// By stance: the sentences that are evidence reported so; and all that are evidence.
  private var stances: [String: Set<Int>] = [:]
  private var anyEvidence: Set<Int> = []
  /// By article, then by signal: the companies that are labelled with it.
  private var labels: [[String: Set<String>]] = []
  private var folds: [Int] = []
  /// The examples of rule files, by number of the article: each says something of one signal alone.
  private var examples: [Int: (signal: String, finds: Bool)] = [:]
  private let options: Options

  /// Starts without articles.
  package init(_ options: Options = Options()) { self.options = options }

  /// The signals that have labels.
  package var signals: [String] {
    labels.reduce(into: Set()) { $0.formUnion($1.keys) }.sorted()
  }

  /// A sentence of a labelled article.
  package struct Sentence: Sendable {
    /// What may be weighed in it, as rules write it.
    package var features: Set<String>
    /// What may be weighed that says nothing of the sentences around it.
    package var alone: Set<String>
    /// What of it is in the sentence at two places or more.
    package var twice: Set<String>
    /// By signal: the companies that a match in it would blame.
    package var blamed: [String: Set<String>]

    /// Makes a sentence.
    package init(
      _ features: Set<String>, alone: Set<String> = [], twice: Set<String> = [],
      blamed: [String: Set<String>]
    ) {
      self.features = features
      self.alone = alone
      self.twice = twice
      self.blamed = blamed
    }
  }

  /// Adds an article: its sentences, those that are evidence of each signal, the companies that each signal
  /// is labelled with, and the sentences that report with each stance.
  ///
  /// - Parameter reach: How many sentences before and after one count as around it.
  /// - Complexity: O(sentences × features × reach).
  package mutating func add(
    _ sentences: [Sentence], evidence marked: [String: Set<Int>], labels: [String: Set<String>],
    stances said: [String: Set<Int>], fold: Int, reach: Int
  ) {
    let first = rows.count
    let (anywhere, often) = Self.featuresOfArticle(sentences)
    let whole = anywhere.map { feature($0, .article) } + often.map { feature($0, .often) }
    for (index, sentence) in sentences.enumerated() {
      var around: Set<String> = []
      for other in max(0, index - reach)...min(sentences.count - 1, index + reach)
      where other != index { around.formUnion(sentences[other].features) }
      let row =
        sentence.features.union(sentence.alone).sorted().map { feature($0, .sentence) }
        + sentence.twice.sorted().map { feature($0, .twice) }
        + around.sorted().map { feature($0, .around) } + whole
      rows.append(row)
      blamed.append(sentence.blamed)
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

  /// Adds an example of a rule file: the sentences where its signal is found, or none where it says to skip.
  ///
  /// Of other signals it says nothing, and no trial counts it.
  ///
  /// - Parameter stance: How firmly it is reported, where the example says so.
  ///
  /// - Complexity: O(sentences × features × reach).
  package mutating func add(
    example sentences: [Sentence], of signal: String, found: Set<Int>, stance: String?, reach: Int
  ) {
    examples[labels.count] = (signal, !found.isEmpty)
    let first = rows.count
    add(
      sentences, evidence: [:], labels: [:], stances: [:], fold: labels.count % options.folds,
      reach: reach)
    evidence[signal, default: []].formUnion(found.map { $0 + first })
    guard let stance else { return }
    stances[stance, default: []].formUnion(found.map { $0 + first })
    anyEvidence.formUnion(found.map { $0 + first })
  }

  /// What sentences have, and what two of them or more have, sorted.
  static func featuresOfArticle(
    _ sentences: [Sentence]
  ) -> (anywhere: [String], often: [String]) {
    var counts: [String: Int] = [:]
    for sentence in sentences {
      for feature in sentence.features { counts[feature, default: 0] += 1 }
    }
    return (counts.keys.sorted(), counts.filter { $0.value > 1 }.keys.sorted())
  }

  private mutating func feature(_ name: String, _ place: Scorecard.Place) -> Int32 {
    let feature = Feature(name: name, place: place)
    if let known = features[feature] { return known }
    let new = Int32(features.count)
    features[feature] = new
    return new
  }

  /// How a signal or stance does on what is left out of its fit.
  package struct Trial: Sendable {
    /// By article and company, of a stance by sentence: the log-odds, and whether it is labelled so.
    ///
    /// Of a company's sentences the odds add up.
    fileprivate var scores: [(score: Double, isRight: Bool)]

    /// What is found from a score on.
    fileprivate func counts(from cut: Double) -> (right: Int, wrong: Int, missed: Int) {
      let right = scores.count { $0.isRight && $0.score >= cut }
      return (
        right, scores.count { !$0.isRight && $0.score >= cut },
        scores.count { $0.isRight } - right
      )
    }
  }

  private struct Pair: Hashable {
    var article: Int
    var company: String
  }

  /// Tries a signal on the articles of each fold in turn; nil without evidence.
  ///
  /// - Complexity: O(folds × sweeps × features of all sentences).
  package func trial(of signal: String) -> Trial? {
    let positive = evidence[signal] ?? []
    guard !positive.isEmpty else { return nil }
    let usable = usable(for: signal)
    var best: [Pair: Double] = [:]
    for (article, labels) in labels.enumerated() {
      for company in labels[signal] ?? [] {
        best[Pair(article: article, company: company)] = -Double.infinity
      }
    }
    for fold in 0..<options.folds {
      let model = fitted(usable.filter { folds[articleOfRow[$0]] != fold }, positive)
      for row in rows.indices
      where folds[articleOfRow[row]] == fold && examples[articleOfRow[row]] == nil {
        let score = model.score(rows[row])
        for company in blamed[row][signal] ?? [] {
          let pair = Pair(article: articleOfRow[row], company: company)
          best[pair] = log(exp(best[pair] ?? -Double.infinity) + exp(score))
        }
      }
    }
    return Trial(
      scores: best.map { pair, score in
        (score, labels[pair.article][signal]?.contains(pair.company) ?? false)
      })
  }

  /// Tries a stance on the sentences that are evidence of anything; nil without any that is reported so.
  ///
  /// - Complexity: O(folds × sweeps × features of those sentences).
  package func trial(ofStance stance: String) -> Trial? {
    let positive = stances[stance] ?? []
    guard !positive.isEmpty else { return nil }
    let usable = anyEvidence.sorted()
    var scores: [(score: Double, isRight: Bool)] = []
    for fold in 0..<options.folds {
      let model = fitted(
        usable.filter { folds[articleOfRow[$0]] != fold }, positive, ofStance: true)
      for row in usable
      where folds[articleOfRow[row]] == fold && examples[articleOfRow[row]] == nil {
        scores.append((model.score(rows[row]), positive.contains(row)))
      }
    }
    return Trial(scores: scores)
  }

  /// The lowest log-odds from which as many of what the trials find are right as asked for; nil if none.
  ///
  /// Log-odds of one signal are those of another: one cut for all is surer than one for each.
  ///
  /// - Complexity: O(n log n) in the scores of all trials.
  package func cut(of trials: [Trial]) -> Double? { cut(of: trials, precision: options.precision) }

  /// The lowest log-odds from which a stance is right as often as stances are to be; nil if none.
  ///
  /// - Complexity: O(n log n) in the scores of the trial.
  package func cut(ofStance trial: Trial) -> Double? {
    cut(of: [trial], precision: options.stancePrecision)
  }

  private func cut(of trials: [Trial], precision: Double) -> Double? {
    let scores = trials.flatMap(\.scores).filter { $0.score > -Double.infinity }
      .sorted { ($1.score, $0.isRight ? 0 : 1) < ($0.score, $1.isRight ? 0 : 1) }
    var right = 0
    var cut: Double?
    for (rank, entry) in scores.enumerated() where entry.isRight {
      right += 1
      if Double(right) >= precision * Double(rank + 1) { cut = entry.score }
    }
    return cut
  }

  /// Fits a signal's card to all articles; nil if it finds too little from the cut on.
  ///
  /// - Complexity: O(sweeps × features of all sentences).
  package func card(for signal: String, _ trial: Trial, cut: Double) -> Card? {
    guard let own = self.cut(of: [trial], precision: options.signalPrecision) else { return nil }
    return card(usable(for: signal), evidence[signal] ?? [], trial, max(cut, own))
  }

  /// Fits a stance's card to all evidence; nil if it finds too little from the cut on.
  ///
  /// - Complexity: O(sweeps × features of that evidence).
  package func card(forStance stance: String, _ trial: Trial, cut: Double) -> Card? {
    card(anyEvidence.sorted(), stances[stance] ?? [], trial, cut, ofStance: true)
  }

  /// A sentence that would blame a company which its article is labelled with, and that is no marked
  /// evidence, says nothing: it may be evidence all the same.
  private func usable(for signal: String) -> [Int] {
    let positive = evidence[signal] ?? []
    return rows.indices.filter { row in
      let article = articleOfRow[row]
      if let example = examples[article] {
        // The other sentences of an example that is found say nothing.
        return example.signal == signal && (!example.finds || positive.contains(row))
      }
      return positive.contains(row)
        || (blamed[row][signal] ?? []).isDisjoint(with: labels[article][signal] ?? [])
    }
  }

  private func card(
    _ usable: [Int], _ positive: Set<Int>, _ trial: Trial, _ cut: Double, ofStance: Bool = false
  ) -> Card? {
    let counts = trial.counts(from: cut)
    guard counts.right > 0,
      Double(counts.right) >= options.recall * Double(counts.right + counts.missed)
    else { return nil }
    let model = fitted(usable, positive, ofStance: ofStance)
    let threshold = Int(((cut - model.bias) * Scorecard.pointsPerLogOdds).rounded(.up))
    guard threshold > 0 else { return nil }
    // No example may fall for want of weight.
    let examplesWeigh = positive.lazy.filter { examples[articleOfRow[$0]] != nil }
      .map { rows[$0].reduce(0) { $0 + Self.points(model.weights[Int($1)]) } }.min()
    let needs = min(threshold - Self.points(options.slack), examplesWeigh ?? threshold)
    return Card(
      weights: model.weights(of: features), threshold: threshold, needs: needs > 0 ? needs : nil,
      together: max(1, threshold - Self.points(options.lack)),
      right: counts.right, wrong: counts.wrong, missed: counts.missed)
  }

  /// Log-odds as points.
  static func points(_ logOdds: Double) -> Int {
    Int((logOdds * Scorecard.pointsPerLogOdds).rounded())
  }

  /// Weights by column, and where their sum begins.
  struct Model {
    var weights: [Double]
    var bias: Double

    func score(_ row: [Int32]) -> Double { row.reduce(bias) { $0 + weights[Int($1)] } }

    /// The weights as points, heaviest first.
    func weights(of columns: [Feature: Int32]) -> [Card.Weight] {
      var weights: [Card.Weight] = []
      for (feature, column) in columns {
        let points = ScorecardFit.points(self.weights[Int(column)])
        guard points != 0 else { continue }
        weights.append(
          Card.Weight(feature: feature.name, points: points, place: feature.place))
      }
      return weights.sorted {
        (-$0.points, $0.feature, $0.place.rawValue) < (-$1.points, $1.feature, $1.place.rawValue)
      }
    }
  }

  /// What a column's weight costs, as one of the sentence costs 1.
  private func costs(ofArticle cost: Double) -> [Double] {
    var costs = [Double](repeating: 1, count: features.count)
    for (feature, column) in features where feature.place.isOfArticle {
      costs[Int(column)] = cost
    }
    return costs
  }

  /// Fits the sentences that are evidence apart from the others that are used.
  ///
  /// What an article has anywhere says less of one of its sentences, and nothing of how firmly that is
  /// reported.
  private func fitted(_ used: [Int], _ positive: Set<Int>, ofStance: Bool = false) -> Model {
    let costs = costs(ofArticle: ofStance ? .infinity : options.articlePenalty)
    var descent = CoordinateDescent(
      penalties: costs, ridges: costs.map { $0 * $0 * options.ridge },
      strictness: options.strictness)
    for row in used {
      let isPositive = positive.contains(row)
      descent.add(rows[row], isPositive, weight: isPositive ? options.evidenceWeight : 1)
    }
    descent.run()
    return Model(weights: descent.weights, bias: descent.bias)
  }
}
