internal import Foundation
package import RuleCompilation

/// Fits the points of scorecards to labelled sentences, over which vocabularies have words in a sentence, in those
/// beside it and in its article.
///
/// The signals share a network (`NetworkTraining`), fitted to all of them at once: what tells one signal helps to
/// tell the others. The sums that suffice are chosen by cross-validation over articles: the
/// lowest at which as many of the companies found, over all signals together, are right as asked for.
package struct ScorecardFit: Sendable {
  /// What to fit.
  package struct Options: Sendable {
    /// The share of what is found in cross-validation that must be right.
    package var precision = 0.68
    /// … and of what one signal's card finds: where the common cut is too low for it, it has its own.
    package var signalPrecision = 0.6
    /// The share of what is labelled that a card must find there, or it is not worth its lines.
    package var recall = 0.25
    /// How far below the cut, in log-odds, a pattern's match may still stand.
    package var slack = 2.1
    /// How far below the cut, in log-odds, a sentence may be that counts together with others.
    package var lack = 1.2
    /// Parts of the articles, each left out once.
    package var folds = 5
    /// Facets that the signals share, and threads, at most `mostFacets`.
    package var facets = 256
    /// Facets beyond which a network would only be slow.
    package static let mostFacets = RuleCompilation.Limits.networkUnits

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

      init(_ feature: SentenceRows.Feature, points: Int) {
        (self.feature, self.points, place) = (feature.name, points, feature.place)
      }
    }

    /// The weights, heaviest first.
    package var weights: [Weight]
    /// How much of each facet and thread of the network counts.
    package var shares = Network.Shares()
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

    /// Weights in the order in which they are written.
    static func sorted(_ weights: [Weight]) -> [Weight] {
      weights.sorted {
        (-$0.points, $0.feature, $0.place.rawValue) < (-$1.points, $1.feature, $1.place.rawValue)
      }
    }
  }

  private var table = SentenceRows()
  private var articleOfRow: [Int] = []
  private var rowsOfArticle: [Range<Int>] = []
  /// By sentence, then by signal: whom a match in it would blame.
  private var blamed: [[String: Set<String>]] = []
  private var evidence: [String: Set<Int>] = [:]
  /// By article, then by signal: the declared companies that are labelled with it.
  private var labels: [[String: Set<String>]] = []
  /// By article: the signals that are labelled with a company that no rule declares.
  private var undeclared: [Set<String>] = []
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

  /// Adds an article: its sentences, those that are evidence of each signal, and the declared companies that
  /// each signal is labelled with.
  ///
  /// - Parameter undeclared: The signals that are labelled with a company that no rule declares, so that no
  ///   sentence would blame it.
  /// - Complexity: O(sentences × features).
  package mutating func add(
    _ sentences: [Sentence], evidence marked: [String: Set<Int>], labels: [String: Set<String>],
    undeclared: Set<String> = [], fold: Int
  ) {
    let rows = table.add(sentences)
    let first = rows.lowerBound
    rowsOfArticle.append(rows)
    for sentence in sentences {
      blamed.append(sentence.blamed)
      articleOfRow.append(self.labels.count)
    }
    for (signal, indices) in marked {
      evidence[signal, default: []].formUnion(indices.map { $0 + first })
    }
    self.labels.append(labels)
    self.undeclared.append(undeclared)
    folds.append(fold % options.folds)
  }

  /// Adds an example of a rule file: the sentences where its signal is found, or none where it says to skip.
  ///
  /// Of other signals it says nothing, and no trial counts it.
  ///
  /// - Complexity: O(sentences × features).
  package mutating func add(
    example sentences: [Sentence], of signal: String, found: Set<Int>
  ) {
    examples[labels.count] = (signal, !found.isEmpty)
    let first = table.rows.count
    add(
      sentences, evidence: [:], labels: [:], fold: labels.count % options.folds)
    evidence[signal, default: []].formUnion(found.map { $0 + first })
  }

  /// How a signal does on what is left out of its fit.
  package struct Trial: Sendable {
    /// By article and company: the log-odds, and whether it is labelled so.
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

  /// What the signals' network says: of each sentence without its fold, and of all.
  package struct Fit: Sendable {
    /// The signals, sorted.
    fileprivate var signals: [String]
    /// By sentence, then by signal: the log-odds, of a network that has not seen its fold.
    fileprivate var leftOut: [[Float]]
    /// What has been fitted to all.
    package var fitted: FittedNetwork
    /// The sentences in the columns that are fitted to.
    fileprivate var rows: [[Int32]]
  }

  /// Fits the network of some signals, the folds side by side.
  ///
  /// - Complexity: that of `NetworkTraining.network`, once a fold and once more.
  package func network(of signals: [String]) async -> Fit {
    let (rows, columns) = table.frequent()
    var verdicts = [[FacetTraining.Verdict]](
      repeating: .init(repeating: .nothing, count: signals.count), count: rows.count)
    for (number, signal) in signals.enumerated() {
      let positive = evidence[signal] ?? []
      for row in usable(for: signal) { verdicts[row][number] = positive.contains(row) ? .yes : .no }
    }
    var teaching = NetworkTraining.Options()
    (teaching.facets, teaching.threads) = (options.facets, options.facets)
    let lessons = NetworkTraining.Lessons(
      rows: rows, verdicts: verdicts, articles: rowsOfArticle, columns: columns.count,
      outputs: signals.count)
    let (whole, leftOut) = await NetworkTraining(options: teaching).crossValidated(
      lessons, folds: folds, of: options.folds)
    return Fit(
      signals: signals, leftOut: leftOut,
      fitted: FittedNetwork(whole, signals: signals, features: columns), rows: rows)
  }

  /// How a signal does on the articles of each fold in turn; nil without evidence.
  ///
  /// - Complexity: O(sentences).
  package func trial(of signal: String, _ network: Fit) -> Trial? {
    guard let number = network.signals.firstIndex(of: signal), !(evidence[signal] ?? []).isEmpty
    else { return nil }
    var best: [Pair: Double] = [:]
    for (article, labels) in labels.enumerated() {
      for company in labels[signal] ?? [] {
        best[Pair(article: article, company: company)] = -Double.infinity
      }
    }
    for row in table.rows.indices where examples[articleOfRow[row]] == nil {
      let score = Double(network.leftOut[row][number])
      for company in blamed[row][signal] ?? [] {
        let pair = Pair(article: articleOfRow[row], company: company)
        best[pair] = log(exp(best[pair] ?? -Double.infinity) + exp(score))
      }
    }
    return Trial(
      scores: best.map { pair, score in
        (score, labels[pair.article][signal]?.contains(pair.company) ?? false)
      })
  }

  /// The lowest log-odds from which as many of what the trials find are right as asked for; nil if none.
  ///
  /// Log-odds of one signal are those of another: one cut for all is surer than one for each.
  ///
  /// - Complexity: O(n log n) in the scores of all trials.
  package func cut(of trials: [Trial]) -> Double? {
    Self.cut(of: trials.flatMap(\.scores), precision: options.precision)
  }

  /// The lowest score from which the asked share is right; nil if none.
  ///
  /// - Complexity: O(n log n) in the scores.
  static func cut(of scores: [(score: Double, isRight: Bool)], precision: Double) -> Double? {
    let scores = scores.filter { $0.score > -Double.infinity }
      // Of the same score the wrong come first: a cut takes them along.
      .sorted { ($1.score, $0.isRight ? 1 : 0) < ($0.score, $1.isRight ? 1 : 0) }
    var right = 0
    var cut: Double?
    for (rank, entry) in scores.enumerated() where entry.isRight {
      right += 1
      if Double(right) >= precision * Double(rank + 1) { cut = entry.score }
    }
    return cut
  }

  /// A signal's card; nil if it finds too little from the cut on.
  ///
  /// - Complexity: O(scores of the trial), and reading the signal's examples.
  package func card(
    for signal: String, _ network: Fit, _ trial: Trial, cut common: Double
  ) -> Card? {
    guard let own = Self.cut(of: trial.scores, precision: options.signalPrecision),
      let bias = network.fitted.bias(of: signal)
    else { return nil }
    let cut = max(common, own)
    let counts = trial.counts(from: cut)
    let threshold = Int(((cut - bias) * Scorecard.pointsPerLogOdds).rounded(.up))
    guard finds(enough: counts), threshold > 0 else { return nil }
    // No example may fall for want of weight.
    let examplesWeigh = (evidence[signal] ?? []).lazy
      .filter { examples[articleOfRow[$0]] != nil }
      .map { row in
        let rows = rowsOfArticle[articleOfRow[row]]
        return network.fitted.points(of: signal, in: Array(network.rows[rows]))[
          row - rows.lowerBound]
      }.min()
    let needs = min(threshold - Self.points(options.slack), examplesWeigh ?? threshold)
    return Card(
      weights: [], shares: network.fitted.shares(of: signal), threshold: threshold,
      needs: needs > 0 ? needs : nil, together: max(1, threshold - Self.points(options.lack)),
      right: counts.right, wrong: counts.wrong, missed: counts.missed)
  }

  private func finds(enough counts: (right: Int, wrong: Int, missed: Int)) -> Bool {
    counts.right > 0
      && Double(counts.right) >= options.recall * Double(counts.right + counts.missed)
  }

  /// The sentences that say whether they have a signal.
  ///
  /// One that would blame a company which its article is labelled with, and that is no marked evidence, says
  /// nothing: it may be evidence all the same. Where the company is undeclared, that may be any sentence of
  /// the article.
  private func usable(for signal: String) -> [Int] {
    let positive = evidence[signal] ?? []
    return table.rows.indices.filter { row in
      let article = articleOfRow[row]
      if let example = examples[article] {
        // The other sentences of an example that is found say nothing.
        return example.signal == signal && (!example.finds || positive.contains(row))
      }
      return positive.contains(row)
        || !undeclared[article].contains(signal)
          && (blamed[row][signal] ?? []).isDisjoint(with: labels[article][signal] ?? [])
    }
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
    func weights(of columns: [SentenceRows.Feature: Int32]) -> [Card.Weight] {
      var weights: [Card.Weight] = []
      for (feature, column) in columns {
        let points = ScorecardFit.points(self.weights[Int(column)])
        guard points != 0 else { continue }
        weights.append(Card.Weight(feature, points: points))
      }
      return Card.sorted(weights)
    }
  }
}
