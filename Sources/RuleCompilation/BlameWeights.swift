/// Points for what an article tells of somebody beside a sentence, and of the others.
package struct BlameWeights: Sendable {
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
    /// A kind of company that it is.
    case kind(String)
  }

  /// What is weighed: of a company at a place, or of one of the others beside it.
  package struct Weighed: Hashable, Sendable {
    /// Where the company stands.
    package var place: Place
    /// What it, or another, must be.
    package var feature: Feature
    /// Whether it is another that must be it.
    package var isOfOther: Bool

    /// Names what is weighed.
    package init(_ place: Place, _ feature: Feature, ofOther isOfOther: Bool = false) {
      self.place = place
      self.feature = feature
      self.isOfOther = isOfOther
    }
  }

  /// By what is weighed: its points.
  package private(set) var points: [Weighed: Int] = [:]

  /// No weights.
  package init() {}

  /// What a feature of a company at a place weighs, or one of another beside it; nil where nothing says.
  package subscript(place: Place, feature: Feature, ofOther isOfOther: Bool = false) -> Int? {
    get { points[Weighed(place, feature, ofOther: isOfOther)] }
    set { points[Weighed(place, feature, ofOther: isOfOther)] = newValue }
  }
}
