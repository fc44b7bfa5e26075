/// Whose conduct a sentence reports: points for each company of the article, of which the one with the most
/// is blamed if they suffice.
///
/// Points are log-odds times ten, fitted to labelled articles by `assay rules blame` or set by hand.
/// Candidates for an antecedent with weighted features, as in mention ranking (Denis and Baldridge,
/// Specialized Models and Ranking for Coreference Resolution, EMNLP 2008).
package struct BlameCard: Sendable {
  /// What is weighed as it stands, whatever the signal.
  package var weights: BlameWeights
  /// What grounds count for where a signal does not say itself.
  package var shares: [Ground.Share]
  /// The points from which a company is blamed.
  package var threshold: Int

  /// A card without weights.
  package init(threshold: Int = 1) {
    (weights, shares, self.threshold) = (BlameWeights(), [], threshold)
  }

  /// What is weighed where no rule says: who is the subject, else the only one named, else who was spoken of
  /// last.
  package static let plain: BlameCard = {
    var card = BlameCard(threshold: 1)
    for (place, weights) in plainWeights {
      for (feature, points) in weights { card.weights[place, feature] = points }
    }
    return card
  }()

  private static let plainWeights: [(BlameWeights.Place, [(BlameWeights.Feature, Int)])] = [
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
