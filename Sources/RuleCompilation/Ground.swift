/// One ground for blaming somebody, or for not: a hidden sum between what an article tells of them and whose
/// conduct a signal is.
///
/// Points alone add up what is told whatever else is. A ground counts only as far as its own sum is above 0, so
/// that traits may speak for somebody together and not apart; `attribution` and the signals take shares of it. As
/// `Facet` is for words; fitted by `assay rules blame`.
package struct Ground: Sendable {
  /// Its id.
  package var id: String
  /// The weights, in tenths of a point.
  package var weights: BlameWeights
  /// Where the sum begins, in tenths of a point.
  package var outset: Int

  /// What a ground counts for.
  package struct Share: Sendable, Equatable {
    /// The ground.
    package var ground: GroundID
    /// How much of its sum counts, in hundredths; below 0 it speaks for another.
    package var percent: Int

    /// Makes a share.
    package init(_ ground: GroundID, percent: Int) {
      self.ground = ground
      self.percent = percent
    }
  }

  /// Makes a ground.
  package init(id: String, weights: BlameWeights, outset: Int) {
    self.id = id
    self.weights = weights
    self.outset = outset
  }
}

package typealias GroundID = TableID<Ground>
