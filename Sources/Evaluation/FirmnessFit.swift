package import Findings
internal import RuleCompilation

/// Fits how firmly evidence reports what it reports, and whether the company denies it, over which
/// vocabularies have words in a sentence, around it and in its article.
///
/// The stances and the denial share a network of facets (`FacetTraining`), taught by sentences that are
/// marked as evidence, once for each signal and company that they are evidence of, and by examples. Log-odds
/// of stances are held against each other; what suffices for a denial is chosen by cross-validation over
/// articles.
package struct FirmnessFit: Sendable {
  /// What to fit.
  package struct Options: Sendable {
    /// Facets that the stances and the denial share.
    package var facets = 96
    /// The share of what facets could weigh that they do weigh.
    package var kept = 0.1
    /// How often an example of a rule file is shown for once that an article is: it is short, and must hold.
    package var showsOfExample = 4
    /// Parts of the articles, each left out once.
    package var folds = 5
    /// The share of the denials found in cross-validation that must be right.
    package var denialPrecision = 0.47

    /// The options that did best on articles left out.
    package init() {}
  }

  /// What a sentence may be reported with.
  package enum Report: Hashable, Sendable {
    case stance(Stance)
    case denial

    /// All, stances first.
    package static let all = Stance.allCases.map { Report.stance($0) } + [.denial]

    /// As facets are named after it.
    package var name: String {
      switch self {
      case .stance(let stance): stance.rawValue
      case .denial: "denied"
      }
    }
  }

  /// A fitted card.
  package struct Card: Sendable {
    /// By facet: how much of it counts, in hundredths.
    package var shares: [String: Int]
    /// The points that suffice; below 0 for what most evidence is.
    package var threshold: Int
    /// In cross-validation: sentences told so rightly.
    package var right: Int
    /// … wrongly.
    package var wrong: Int
    /// … missed.
    package var missed: Int
  }

  private var table = SentenceRows()
  /// By row of evidence: what it reports.
  private var reports: [Int: Set<Report>] = [:]
  private var foldOfRow: [Int] = []
  /// The rows of examples, which no trial counts.
  private var examples: Set<Int> = []
  private let options: Options

  /// Starts without articles.
  package init(_ options: Options = Options()) { self.options = options }

  /// A sentence that is evidence against somebody.
  package struct Telling: Sendable {
    /// Its number.
    package var sentence: Int
    /// What it is evidence of.
    package var signal: String
    /// The numbers of the sentences that name or mean whom it is evidence against.
    package var theirs: Set<Int>
    /// What it reports.
    package var reports: Set<Report>

    /// Makes a telling.
    package init(sentence: Int, signal: String, theirs: Set<Int>, reports: Set<Report>) {
      self.sentence = sentence
      self.signal = signal
      self.theirs = theirs
      self.reports = reports
    }
  }

  /// Adds an article, or an example of a rule file.
  ///
  /// - Parameters:
  ///   - tellings: What its sentences are evidence of.
  ///   - reach: How many sentences before and after one count as around it.
  /// - Complexity: O(sentences × features × (reach + tellings)).
  package mutating func add(
    _ sentences: [ScorecardFit.Sentence], _ tellings: [Telling], fold: Int,
    isExample: Bool = false, reach: Int
  ) {
    for _ in 0..<(isExample ? options.showsOfExample : 1) {
      let rows = table.add(sentences, reach: reach)
      foldOfRow += rows.map { _ in fold % options.folds }
      for telling in tellings {
        let row = table.add(
          row: rows.lowerBound + telling.sentence, asEvidenceOf: telling.signal,
          theirs: telling.theirs, among: sentences, from: rows.lowerBound)
        foldOfRow.append(fold % options.folds)
        reports[row] = telling.reports
        if isExample { examples.insert(row) }
      }
    }
  }

  /// The facets, and the card of each stance and of the denial; those without evidence have none.
  ///
  /// - Complexity: that of `FacetTraining.crossValidated`.
  package func fitted() async -> (facets: [FittedFacets.Facet], cards: [(Report, Card)]) {
    let said = reports.values.reduce(into: Set()) { $0.formUnion($1) }
    let outputs = Report.all.filter(said.contains)
    let (rows, columns) = table.frequent()
    let verdicts = rows.indices.map { row -> [FacetTraining.Verdict] in
      guard let reports = reports[row] else { return outputs.map { _ in .nothing } }
      return outputs.map { reports.contains($0) ? .yes : .no }
    }
    var teaching = FacetTraining.Options()
    (teaching.facets, teaching.kept) = (options.facets, options.kept)
    (teaching.bias, teaching.rowsOfStep) = (nil, 128)
    let (network, leftOut) = await FacetTraining(options: teaching).crossValidated(
      columns: columns.count, outputs: outputs.count, rows: rows, verdicts: verdicts,
      folds: foldOfRow, of: options.folds)
    let fitted = FittedFacets(network, outputs: outputs.map(\.name), features: columns)
    var cards: [(Report, Card)] = []
    let counted = reports.filter { !examples.contains($0.key) }.sorted { $0.key < $1.key }
    let stances = outputs.indices.filter { outputs[$0] != .denial }
    let balance = Self.balance(
      counted.map { row, reports in
        (
          scores: stances.map { Double(leftOut[row][$0]) },
          isRight: stances.map { reports.contains(outputs[$0]) }
        )
      })
    for (number, output) in outputs.enumerated() {
      guard let bias = fitted.bias[output.name], let shares = fitted.shares[output.name] else {
        continue
      }
      var scores: [(score: Double, isRight: Bool)] = []
      for (row, reports) in counted {
        func score(_ output: Int) -> Double {
          Double(leftOut[row][output]) + (stances.firstIndex(of: output).map { balance[$0] } ?? 0)
        }
        // Of a stance: how far it is ahead of the others.
        let rival =
          output == .denial ? 0 : stances.lazy.filter { $0 != number }.map(score).max() ?? 0
        scores.append((score(number) - rival, reports.contains(output)))
      }
      let denial = ScorecardFit.cut(of: scores, precision: options.denialPrecision)
      let head = stances.firstIndex(of: number).map { balance[$0] }
      guard let cut = output == .denial ? denial : 0 else { continue }
      let right = scores.count { $0.isRight && $0.score >= cut }
      cards.append(
        (
          output,
          Card(
            shares: shares,
            threshold: Int(((cut - bias - (head ?? 0)) * Scorecard.pointsPerLogOdds).rounded(.up)),
            right: right, wrong: scores.count { !$0.isRight && $0.score >= cut },
            missed: scores.count { $0.isRight } - right)
        ))
    }
    return (fitted.facets, cards)
  }

  /// By stance: the log-odds that it is given on top, by which the mean of the stances' F1 is best on sentences
  /// left out; the stance with the most then holds.
  ///
  /// Log-odds alone are right most often, and say of a stance that is rare that it is another. Each stance in
  /// turn is given what is best beside the others, as long as that helps: as thresholds are tuned for macro
  /// averages in Lipton, Elkan and Naryanaswamy, Optimal Thresholding of Classifiers to Maximize F1 Measure,
  /// ECML PKDD 2014.
  ///
  /// - Complexity: O(rounds × stances² × steps × sentences).
  private static func balance(_ rows: [(scores: [Double], isRight: [Bool])]) -> [Double] {
    var balance = (rows.first?.scores ?? []).map { _ in 0.0 }
    var best = meanOfF1(rows, balance)
    for _ in 0..<balanceRounds {
      let before = best
      for stance in balance.indices {
        for step in -balanceReach...balanceReach {
          var trial = balance
          trial[stance] = Double(step) / Scorecard.pointsPerLogOdds
          let mean = meanOfF1(rows, trial)
          if mean > best { (best, balance) = (mean, trial) }
        }
      }
      if best == before { break }
    }
    return balance
  }

  /// How often `balance` goes over all stances at most.
  private static let balanceRounds = 5
  /// The points that it gives or takes at most.
  private static let balanceReach = 25

  /// The mean of the stances' F1 where the stance with the most log-odds holds.
  private static func meanOfF1(
    _ rows: [(scores: [Double], isRight: [Bool])], _ balance: [Double]
  ) -> Double {
    var counts = balance.map { _ in PairCounts() }
    for row in rows {
      guard
        let said = row.scores.indices.max(by: {
          row.scores[$0] + balance[$0] < row.scores[$1] + balance[$1]
        })
      else { continue }
      for stance in row.isRight.indices {
        switch (stance == said, row.isRight[stance]) {
        case (true, true): counts[stance].truePositives += 1
        case (true, false): counts[stance].falsePositives += 1
        case (false, true): counts[stance].falseNegatives += 1
        case (false, false): break
        }
      }
    }
    return counts.map(\.f1).reduce(0, +) / Double(max(1, counts.count))
  }
}
