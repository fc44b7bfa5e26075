/// One side of a matter that many words touch: a hidden sum between the words of a sentence and the
/// scorecards.
///
/// A scorecard alone adds up words whatever stands beside them. A facet counts only as far as its own sum is
/// above 0, so that words may speak for a signal together and not apart; the scorecards take shares of it.
/// Facets are the hidden units of a network with rectified sums (Nair and Hinton, Rectified Linear Units
/// Improve Restricted Boltzmann Machines, ICML 2010), fitted by `assay rules firm`.
package struct Facet: Sendable {
  /// Its id.
  package var id: String
  /// The weights, in tenths of a point, in the order of the files; at most one a feature and place.
  package var weights: [Scorecard.Weight]
  /// Where the sum begins, in tenths of a point.
  package var outset: Int
  /// Where it is declared.
  package var place: RulePlace

  /// The points in a sum of hundredths of tenths of points, rounded to the nearest, halves up.
  package static func points(ofShares sum: Int) -> Int {
    let doubled = 2 * sum + 1_000
    return doubled >= 0 ? doubled / 2_000 : (doubled - 1_999) / 2_000
  }

  /// Makes a facet.
  package init(id: String, weights: [Scorecard.Weight], outset: Int, place: RulePlace) {
    self.id = id
    self.weights = weights
    self.outset = outset
    self.place = place
  }
}

package typealias FacetID = TableID<Facet>
