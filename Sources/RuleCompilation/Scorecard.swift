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
    /// A company of a kind that may be blamed, named or referred to.
    case kind(String)
    /// That the sentence is evidence of a signal, by its id: only what tells how firmly weighs it.
    case signal(String)
  }

  /// Where a feature must be to count.
  package enum Place: String, CaseIterable, Sendable {
    /// In the sentence that is weighed.
    case sentence
    /// In it at two places or more.
    case twice
    /// In the sentences around it.
    case around
    /// Anywhere in the article.
    case article
    /// In two sentences of the article or more.
    case often
    /// In the other sentences that name or mean whom the sentence is evidence against: only what tells how
    /// firmly weighs it.
    case theirs

    /// The places that a signal's card may speak of: it is weighed before it is known who is blamed.
    package static let ofSignals = allCases.filter { $0 != .theirs }

    /// Whether it says something of the article, and the same of all its sentences.
    package var isOfArticle: Bool { self == .article || self == .often }
  }

  /// What a feature weighs.
  package struct Weight: Sendable, Equatable {
    /// What is weighed.
    package var feature: Feature
    /// Points; below 0 they speak against the signal.
    package var points: Int
    /// Where it must be to count.
    package var place: Place

    /// Makes a weight.
    package init(_ feature: Feature, points: Int, place: Place) {
      self.feature = feature
      self.points = points
      self.place = place
    }
  }

  /// What a facet counts for.
  package struct Share: Sendable, Equatable {
    /// The facet.
    package var facet: FacetID
    /// How much of its sum counts, in hundredths; below 0 it speaks against the signal.
    package var percent: Int

    /// Makes a share.
    package init(_ facet: FacetID, percent: Int) {
      self.facet = facet
      self.percent = percent
    }
  }

  /// How many points a unit of log-odds is: what is fitted is rounded to points, and what a sentence lacks
  /// of a sum that suffices says how likely it is.
  package static let pointsPerLogOdds = 10.0

  /// The weights, in the order of the files; at most one a feature and place.
  package var weights: [Weight]
  /// The shares of facets, in the order of the files; at most one a facet.
  package var shares: [Share]
  /// What it takes of the network.
  package var ofNetwork: Network.Shares
  /// The points from which it is a match.
  package var threshold: Int
  /// The points below which a pattern's match falls, if any: its words stand in another matter.
  package var needs: Int?
  /// The points from which a sentence counts together with others of the same company, if any.
  package var together: Int?
  /// Where the threshold is written.
  package var place: RulePlace

  /// Makes a scorecard.
  package init(
    weights: [Weight], shares: [Share] = [], ofNetwork: Network.Shares = .init(),
    threshold: Int, needs: Int? = nil,
    together: Int? = nil, place: RulePlace
  ) {
    self.weights = weights
    self.shares = shares
    self.ofNetwork = ofNetwork
    self.threshold = threshold
    self.needs = needs
    self.together = together
    self.place = place
  }
}
