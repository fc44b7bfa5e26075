/// Pairs of company and signal that were found rightly, wrongly, or not.
package struct PairCounts: Hashable, Sendable, Encodable {
  /// Found and labelled.
  package var truePositives = 0
  /// Found and not labelled.
  package var falsePositives = 0
  /// Labelled and not found.
  package var falseNegatives = 0

  /// Counts nothing yet.
  package init(truePositives: Int = 0, falsePositives: Int = 0, falseNegatives: Int = 0) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
  }

  /// The share of what was found that is right; 0 if nothing was found.
  package var precision: Double { share(truePositives, of: truePositives + falsePositives) }
  /// The share of what is labelled that was found; 0 if nothing is labelled.
  package var recall: Double { share(truePositives, of: truePositives + falseNegatives) }
  /// The harmonic mean of the two; 0 if there is nothing to count.
  package var f1: Double {
    share(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives)
  }

  enum CodingKeys: String, CodingKey {
    case truePositives = "tp"
    case falsePositives = "fp"
    case falseNegatives = "fn"
    case precision
    case recall
    case f1
  }

  /// Writes the counts and what follows from them.
  package func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(truePositives, forKey: .truePositives)
    try object.encode(falsePositives, forKey: .falsePositives)
    try object.encode(falseNegatives, forKey: .falseNegatives)
    try object.encode(precision, forKey: .precision)
    try object.encode(recall, forKey: .recall)
    try object.encode(f1, forKey: .f1)
  }
}

/// `part` of `whole` as a share; 0 where there is no whole.
func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
