/// What the engine says of a label when it is asked about that label alone.
package struct LossProbe {
  /// Whether the label's signal fires in the sentence of its evidence, whoever is blamed.
  package var reaches: (GoldArticle, GoldLabel) -> Bool
  /// Whether the label's company is named when its evidence is given.
  package var attributes: (GoldArticle, GoldLabel) -> Bool
  /// The stratum at which a missed label of a declared company was lost, and the rule that was nearest.
  package var loss: (GoldArticle, GoldLabel) -> (stratum: String, detail: String)

  /// Makes a probe.
  package init(
    reaches: @escaping (GoldArticle, GoldLabel) -> Bool,
    attributes: @escaping (GoldArticle, GoldLabel) -> Bool,
    loss: @escaping (GoldArticle, GoldLabel) -> (stratum: String, detail: String)
  ) {
    self.reaches = reaches
    self.attributes = attributes
    self.loss = loss
  }
}
