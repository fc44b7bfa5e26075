import Diagnostics
import RuleLanguage

/// A scorecard while the statements of its signal, its stance, a facet or of `relevance` are being read.
struct ScorecardLowering {
  /// The places that it may speak of; the first is meant where none is named.
  private let places: [Scorecard.Place]
  private(set) var weights: [Scorecard.Weight] = []
  private var shares: [Scorecard.Share] = []
  /// What is weighed where, and the facets that are shared, to find what is written twice.
  private var weighed: Set<Weighed> = []
  private var shared: Set<FacetID> = []

  private struct Weighed: Hashable {
    var feature: Scorecard.Feature
    var place: Scorecard.Place
  }
  private var ofNetwork = Network.Shares()
  private var threshold: (points: Int, place: RulePlace)?
  private var needs: Int?
  private var together: Int?

  init(_ places: [Scorecard.Place] = Scorecard.Place.ofSignals) { self.places = places }

  /// The scorecard, if there are weights and a sum that suffices.
  var scorecard: Scorecard? {
    guard let threshold, weighsAnything else { return nil }
    return Scorecard(
      weights: weights, shares: shares, ofNetwork: ofNetwork, threshold: threshold.points,
      needs: needs,
      together: together,
      place: threshold.place)
  }

  /// The half that is missing, if the other is there: `suffices` without weights, or weights without it.
  var missing: [(keyword: String, code: String)] {
    if threshold == nil, weighsAnything { return [("suffices", "E156")] }
    if threshold != nil, !weighsAnything { return [("weighs", "E157")] }
    return []
  }

  /// Whether it weighs what is known of evidence alone: its signal, and whom it is against.
  var weighsEvidence: Bool {
    weights.contains { weight in
      if case .signal = weight.feature { return true }
      return weight.place == .theirs
    }
  }

  private var weighsAnything: Bool {
    !weights.isEmpty || !shares.isEmpty || !ofNetwork.isEmpty
  }

  /// Reads `weighs [twice|around|article|often|theirs] [against] 18 {vocabulary}, 9 <money>`.
  mutating func weighs(
    _ line: Line, _ arguments: inout Arguments, _ compiler: inout Compiler
  ) throws(Fault) {
    let place =
      places.dropFirst().first { arguments.take(word: $0.rawValue) != nil } ?? places[0]
    let isAgainst = arguments.take(word: "against") != nil
    repeat {
      let points = try arguments.needNumber(1...Limits.points, "a number of points")
      let (features, token) = try Self.features(
        place, ofEvidence: places.contains(.theirs), line, &arguments, &compiler)
      for feature in features {
        if !weighed.insert(Weighed(feature: feature, place: place)).inserted {
          throw Fault(.weighedTwice(token.text, at: line.label(token)))
        }
        weights.append(
          Scorecard.Weight(feature, points: isAgainst ? -points : points, place: place))
      }
    } while arguments.take(mark: ",")
  }

  /// Reads `shares [against] 40 access-shut, 12 bought-in`.
  mutating func shares(
    _ line: Line, _ arguments: inout Arguments, _ compiler: Compiler
  ) throws(Fault) {
    let isAgainst = arguments.take(word: "against") != nil
    repeat {
      let percent = try arguments.needNumber(1...100, "a share in hundredths")
      let token = try arguments.need(.word, "the id of a facet")
      let facet = FacetID(try compiler.row(.facet, token, line))
      if !places.contains(.theirs), compiler.facetsOfEvidence.contains(facet) {
        throw Fault(.facetOfEvidence(token.text, at: line.label(token)))
      }
      if !shared.insert(facet).inserted {
        throw Fault(.weighedTwice(token.text, at: line.label(token)))
      }
      shares.append(Scorecard.Share(facet, percent: isAgainst ? -percent : percent))
    } while arguments.take(mark: ",")
  }

  /// Reads `facets "40 0 -12"` or `threads "40 0 -12"`: hundredths of each that count.
  mutating func sharesOfNetwork(
    _ line: Line, _ arguments: inout Arguments, _ compiler: Compiler
  ) throws(Fault) {
    let size = compiler.networkSize
    if line.keyword == "facets" {
      ofNetwork.facets = try arguments.needRow(of: size.facets, "facets")
    } else {
      ofNetwork.threads = try arguments.needRow(of: size.threads, "threads")
    }
  }

  /// Reads `suffices 25`, or of what is held against others also `suffices against 9`, which is below 0.
  mutating func suffices(
    _ line: Line, _ arguments: inout Arguments, _ compiler: Compiler, orLess: Bool = false
  ) throws(Fault) {
    let isAgainst = orLess && arguments.take(word: "against") != nil
    let points = try arguments.needNumber((orLess ? 0 : 1)...Limits.points, "a number of points")
    threshold = (isAgainst ? -points : points, compiler.place(line.statement.keyword, line))
  }

  /// Reads `needs 12`.
  mutating func needs(_ arguments: inout Arguments) throws(Fault) {
    needs = try arguments.needNumber(1...Limits.points, "a number of points")
  }

  /// Reads `together 15`.
  mutating func together(_ arguments: inout Arguments) throws(Fault) {
    together = try arguments.needNumber(1...Limits.points, "a number of points")
  }

  /// Reads what is weighed, `{vocabulary}`, `<money>`, `kind bank`, or of evidence `signal leak`; and where it
  /// stands.
  static func features(
    _ place: Scorecard.Place, ofEvidence: Bool = false, _ line: Line,
    _ arguments: inout Arguments, _ compiler: inout Compiler
  ) throws(Fault) -> ([Scorecard.Feature], Token) {
    // What is no word cannot stand at two places.
    if place != .twice, let kind = arguments.take(.kind) {
      // Where one sentence stands says nothing of those around it.
      let known = SentenceTrait.allCases.filter { place == .sentence || !$0.isOfSentenceAlone }
      guard let trait = known.first(where: { $0.rawValue == kind.text }) else {
        throw Fault(
          .unknownKindOfElement(kind.text, among: known.map(\.rawValue), at: line.label(kind)))
      }
      return ([.trait(trait)], kind)
    }
    if place != .twice, arguments.take(word: "kind") != nil {
      let token = try arguments.need(.word, "a kind of company")
      return (compiler.knownKinds([token], line).map { .kind($0) }, token)
    }
    if place == .sentence, ofEvidence, arguments.take(word: "signal") != nil {
      let token = try arguments.need(.word, "the id of a signal")
      _ = try compiler.row(.signal, token, line)
      return ([.signal(token.text)], token)
    }
    let token = try arguments.need(.vocabulary, "a vocabulary in braces, or such as `<money>`")
    return (try compiler.vocabularies(token, line).map { .concept($0) }, token)
  }
}

extension Diagnostic {
  static func facetOfEvidence(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E168", headline: "facet `\(name)` weighs what is known of evidence alone",
      primary: place.saying("weighed before there is evidence"),
      help: "share a facet without `theirs` and `signal`")
  }

  static func weighedTwice(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E158", headline: "`\(name)` is weighed twice",
      primary: place.saying("weighed before"), help: "keep one of the two weights")
  }
}
