internal import Foundation
package import RuleCompilation

/// Fits the grounds on which it is weighed whose conduct a sentence reports to labelled sentences.
///
/// Every company of an article is tried on every sentence that is marked as evidence, over what the article
/// tells of the company beside the sentence, and of the others. The signals share a network of grounds
/// (`FacetTraining`), each with an output of its own beside one for whichever signal: what tells a broker who
/// sells from one who buys is not what tells a regulator's addressee.
package struct BlameFit: Sendable {
  /// What to fit.
  package struct Options: Sendable {
    /// Grounds that the signals share.
    package var grounds = 96
    /// The share of what grounds could weigh that they do weigh.
    package var kept = 0.5
    /// The log-odds from which a company is blamed: a little below even, where the sum of what is found rightly
    /// and of what is not missed was best on articles left out.
    package var cut = -0.3

    /// The options that did best on articles left out.
    package init() {}
  }

  /// What is fitted.
  package struct Fitted: Sendable {
    /// The grounds, by id.
    package var grounds: [FittedFacets.Facet]
    /// By signal, or by `BlameFit.anySignal`: what the grounds count for.
    package var shares: [String: [String: Int]]
    /// … and the points that everybody has.
    package var base: [String: Int]
    /// The points from which somebody is blamed.
    package var threshold: Int
  }

  /// The name of the output that holds whichever signal it is.
  package static let anySignal = "anybody"
  /// What it weighs that no rule declares somebody.
  package static let pointsOfUndeclared = ScorecardFit.points(
    log(NamingFit.Options().precision))
  /// Points from which somebody is blamed in what is fitted.
  private static let threshold = 10

  private var columns: [SentenceRows.Feature: Int32] = [:]
  private var names: [SentenceRows.Feature] = []
  private var rows: [(columns: [Int32], signal: String, isRight: Bool)] = []
  private let options: Options

  /// Starts without sentences.
  package init(_ options: Options = Options()) { self.options = options }

  /// Adds somebody whom an article speaks of, beside a sentence that is evidence of a signal: as they are, and
  /// as if nobody knew of what kind they are, so that names that no rule declares are not held to lack kinds.
  ///
  /// That no rule declares somebody is not fitted: a fit to labels that are mostly declared companies would
  /// hold it against all others, and what they do would be blamed on the declared one beside them. What it
  /// weighs is how sure it is that such a name is an organisation's (`NamingFit.Options.precision`).
  package mutating func add(
    _ place: BlameWeights.Place, _ features: Set<BlameWeights.Feature>,
    beside others: Set<BlameWeights.Feature> = [], signal: String, isRight: Bool
  ) {
    // What is told of everybody tells nobody apart, and the kinds of others are too many.
    let known = features.subtracting([.trait(.unlisted), .trait(.company)])
    let beside = others.filter {
      if case .kind = $0 { false } else { $0 != .trait(.unlisted) && $0 != .trait(.company) }
    }
    // Sets come in another order in every process; the weights may not.
    let kinds = known.filter { if case .kind = $0 { true } else { false } }
    for own in kinds.isEmpty ? [known] : [known, known.subtracting(kinds)] {
      let names =
        ["\(place.rawValue) <\(BlameTrait.company.rawValue)>"]
        + own.map { "\(place.rawValue) \(Self.text(of: $0))" }.sorted()
        + beside.map { "\(place.rawValue) other \(Self.text(of: $0))" }.sorted()
      rows.append((names.map { column($0) }, signal, isRight))
    }
  }

  /// A feature as rules write it.
  package static func text(of feature: BlameWeights.Feature) -> String {
    switch feature {
    case .trait(let trait): "<\(trait.rawValue)>"
    case .role(let role): "role \(role)"
    case .everRole(let role): "ever \(role)"
    case .kind(let kind): "kind \(kind)"
    }
  }

  private mutating func column(_ name: String) -> Int32 {
    let feature = SentenceRows.Feature(name: name, place: .sentence)
    if let known = columns[feature] { return known }
    let new = Int32(names.count)
    columns[feature] = new
    names.append(feature)
    return new
  }

  /// The grounds, and what they count for.
  ///
  /// - Complexity: that of `FacetTraining.network`.
  package func fitted() -> Fitted {
    let signals = Set(rows.map(\.signal)).sorted()
    let outputs = [Self.anySignal] + signals
    let verdicts = rows.map { row -> [FacetTraining.Verdict] in
      let verdict: FacetTraining.Verdict = row.isRight ? .yes : .no
      return [verdict] + signals.map { $0 == row.signal ? verdict : .nothing }
    }
    var teaching = FacetTraining.Options()
    (teaching.facets, teaching.kept, teaching.bias) = (options.grounds, options.kept, nil)
    (teaching.columnsLeftOut, teaching.facetsLeftOut, teaching.rounds) = (0, 0.4, 20)
    let network = FacetTraining(options: teaching).network(
      columns: names.count, outputs: outputs.count, rows: rows.map(\.columns),
      used: Array(rows.indices), verdicts: verdicts)
    let fitted = FittedFacets(network, outputs: outputs, features: names)
    return Fitted(
      grounds: fitted.facets, shares: fitted.shares,
      base: fitted.bias.mapValues { ScorecardFit.points($0 - options.cut) + Self.threshold },
      threshold: Self.threshold)
  }
}
