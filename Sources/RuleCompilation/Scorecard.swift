/// What the words of a sentence weigh together for a signal: where the weights suffice, it is a match.
///
/// A pattern asks for certain words; a scorecard asks for enough of many, of which none says much alone.
/// Weights are whole points, fitted to labelled articles by `assay rules weigh` or set by hand.
package struct Scorecard: Sendable {
  /// What is weighed.
  package enum Feature: Hashable, Sendable {
    /// Words of a vocabulary.
    case concept(ConceptID)
    /// What the sentence has besides.
    case trait(SentenceTrait)
  }

  /// What a feature weighs.
  package struct Weight: Sendable, Equatable {
    /// What is weighed.
    package var feature: Feature
    /// Points; below 0 they speak against the signal.
    package var points: Int
    /// Whether the words may stand in the sentences around instead of the one that is weighed.
    package var isAround: Bool

    /// Makes a weight.
    package init(_ feature: Feature, points: Int, isAround: Bool) {
      self.feature = feature
      self.points = points
      self.isAround = isAround
    }
  }

  /// The weights, in the order of the files; at most one a feature and place.
  package var weights: [Weight]
  /// The points from which it is a match.
  package var threshold: Int
  /// Where the threshold is written.
  package var place: RulePlace

  /// Makes a scorecard.
  package init(weights: [Weight], threshold: Int, place: RulePlace) {
    self.weights = weights
    self.threshold = threshold
    self.place = place
  }
}
