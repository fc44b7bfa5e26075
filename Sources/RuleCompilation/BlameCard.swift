/// Whose conduct a sentence reports: points for each company of the article, of which the one with the most
/// is blamed if they suffice.
///
/// Points are log-odds times ten, fitted to labelled articles by `assay rules weigh` or set by hand.
/// Candidates for an antecedent with weighted features, as in mention ranking (Denis and Baldridge,
/// Specialized Models and Ranking for Coreference Resolution, EMNLP 2008).
package struct BlameCard: Sendable {
  /// Where a company stands, seen from the sentence.
  package enum Place: String, CaseIterable, Sendable {
    /// The sentence names it.
    case here
    /// It does not, but names another that may be blamed.
    case beside
    /// It names nobody who may be.
    case absent
  }

  /// What is weighed of a company.
  package enum Feature: Hashable, Sendable {
    case trait(BlameTrait)
    /// A role that the sentence gives it.
    case role(String)
    /// A role that some sentence of the article gives it.
    case everRole(String)
  }

  private var points: [Place: [Weighed: Int]] = [:]

  /// What a company or one of the others of the article must be for points.
  private struct Weighed: Hashable {
    var feature: Feature
    var isOfOther: Bool
  }

  /// The points from which it is blamed.
  package var threshold: Int

  /// A card without weights.
  package init(threshold: Int = 1) { self.threshold = threshold }

  /// What a feature of a company at a place weighs, or one of another beside it; nil where nothing says.
  package subscript(place: Place, feature: Feature, ofOther isOfOther: Bool = false) -> Int? {
    get { points[place]?[Weighed(feature: feature, isOfOther: isOfOther)] }
    set { points[place, default: [:]][Weighed(feature: feature, isOfOther: isOfOther)] = newValue }
  }

  /// The weights at a place, in no order.
  package func weights(at place: Place) -> [(feature: Feature, isOfOther: Bool, points: Int)] {
    (points[place] ?? [:]).map { ($0.key.feature, $0.key.isOfOther, $0.value) }
  }

  /// The points of a company with these features.
  ///
  /// - Complexity: O(features).
  package func sum(_ place: Place, _ features: Set<Feature>) -> Int {
    sum(place, features, ofOther: false)
  }

  /// The points of a company for these features of at least one of the others.
  ///
  /// - Complexity: O(features).
  package func sumOfOthers(_ place: Place, _ features: some Sequence<Feature>) -> Int {
    sum(place, features, ofOther: true)
  }

  private func sum(
    _ place: Place, _ features: some Sequence<Feature>, ofOther isOfOther: Bool
  ) -> Int {
    guard let points = points[place] else { return 0 }
    return features.reduce(0) { $0 + (points[Weighed(feature: $1, isOfOther: isOfOther)] ?? 0) }
  }

  /// What is weighed where no rule says: who is the subject, else the only one named, else who was spoken of
  /// last.
  package static let plain: BlameCard = {
    var card = BlameCard(threshold: 1)
    for (place, weights) in plainWeights {
      for (feature, points) in weights { card[place, feature] = points }
    }
    return card
  }()

  private static let plainWeights: [(Place, [(Feature, Int)])] = [
    (.beside, [(.trait(.meant), 100)]),
    (
      .here,
      [
        (.trait(.company), 40), (.role("actor"), 40), (.trait(.subject), 20),
        (.trait(.maybeSubject), 10), (.trait(.first), 5), (.trait(.main), 4),
        (.trait(.product), -4),
      ]
    ),
    (
      .absent,
      [
        (.trait(.meant), 100), (.trait(.focus), 30), (.trait(.last), 20),
        (.trait(.sameParagraph), 10),
        (.trait(.main), 8),
      ]
    ),
  ]
}
