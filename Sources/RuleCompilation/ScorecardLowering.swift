import Diagnostics
import RuleLanguage

/// A scorecard while the statements of its signal or stance are being read.
struct ScorecardLowering {
  private var weights: [Scorecard.Weight] = []
  private var threshold: (points: Int, place: RulePlace)?
  private var needs: Int?
  private var together: Int?

  /// The scorecard, if there are weights and a sum that suffices.
  var scorecard: Scorecard? {
    guard let threshold, !weights.isEmpty else { return nil }
    return Scorecard(
      weights: weights, threshold: threshold.points, needs: needs, together: together,
      place: threshold.place)
  }

  /// Whether there are weights, and nothing says how many suffice.
  var lacksThreshold: Bool { threshold == nil && !weights.isEmpty }

  /// Whether a sum suffices of nothing.
  var lacksWeights: Bool { threshold != nil && weights.isEmpty }

  /// Reads `weighs [around|article] [against] 18 {vocabulary}, 9 <money>`.
  mutating func weighs(
    _ line: Line, _ arguments: inout Arguments, _ compiler: inout Compiler
  ) throws(Fault) {
    let place: Scorecard.Place =
      arguments.take(word: "around") != nil
      ? .around : arguments.take(word: "article") != nil ? .article : .sentence
    let isAgainst = arguments.take(word: "against") != nil
    repeat {
      let points = try arguments.needNumber(1...Limits.points, "a number of points")
      let (features, token) = try Self.features(place, line, &arguments, &compiler)
      for feature in features {
        if weights.contains(where: { $0.feature == feature && $0.place == place }) {
          throw Fault(.weighedTwice(token.text, at: line.label(token)))
        }
        weights.append(
          Scorecard.Weight(feature, points: isAgainst ? -points : points, place: place))
      }
    } while arguments.take(mark: ",")
  }

  /// Reads `suffices 25`.
  mutating func suffices(
    _ line: Line, _ arguments: inout Arguments, _ compiler: Compiler
  ) throws(Fault) {
    threshold = (
      try arguments.needNumber(1...Limits.points, "a number of points"),
      compiler.place(line.statement.keyword, line)
    )
  }

  /// Reads `needs 12`.
  mutating func needs(_ arguments: inout Arguments) throws(Fault) {
    needs = try arguments.needNumber(1...Limits.points, "a number of points")
  }

  /// Reads `together 15`.
  mutating func together(_ arguments: inout Arguments) throws(Fault) {
    together = try arguments.needNumber(1...Limits.points, "a number of points")
  }

  private static func features(
    _ place: Scorecard.Place, _ line: Line, _ arguments: inout Arguments, _ compiler: inout Compiler
  ) throws(Fault) -> ([Scorecard.Feature], Token) {
    if let kind = arguments.take(.kind) {
      // Where one sentence stands says nothing of those around it.
      let known = SentenceTrait.allCases.filter { place == .sentence || !$0.isOfSentenceAlone }
      guard let trait = known.first(where: { $0.rawValue == kind.text }) else {
        throw Fault(
          .unknownKindOfElement(kind.text, among: known.map(\.rawValue), at: line.label(kind)))
      }
      return ([.trait(trait)], kind)
    }
    if arguments.take(word: "kind") != nil {
      let token = try arguments.need(.word, "a kind of company")
      return (compiler.knownKinds([token], line).map { .kind($0) }, token)
    }
    let token = try arguments.need(.vocabulary, "a vocabulary in braces, or such as `<money>`")
    return (try compiler.vocabularies(token, line).map { .concept($0) }, token)
  }
}

extension Diagnostic {
  static func weighedTwice(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E158", headline: "`\(name)` is weighed twice",
      primary: place.saying("weighed before"), help: "keep one of the two weights")
  }
}
