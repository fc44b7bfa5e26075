internal import RuleCompilation

/// A network of facets as rules write it: in whole points and hundredths.
package struct FittedFacets: Sendable {
  /// A facet: what is weighed for it.
  package struct Facet: Sendable {
    /// After the output that takes most of it: `covert-tracking-3`, or `not-…` where it speaks against that.
    package var id: String
    /// The weights in tenths of a point, heaviest first.
    package var weights: [ScorecardFit.Card.Weight]
    /// Where its sum begins.
    package var outset: Int
  }

  /// The facets, by id.
  package var facets: [Facet]
  /// By output, a signal or a stance, then by facet: how much of it counts, in hundredths, never 0.
  package var shares: [String: [String: Int]]
  /// By output: where its log-odds begin, with the facets that weigh nothing and always count.
  let bias: [String: Double]

  /// Rounds a network: of each facet, the output that takes most of it takes all.
  ///
  /// - Complexity: O(columns × facets + facets × outputs).
  init(_ network: FacetNetwork, outputs: [String], features: [SentenceRows.Feature]) {
    let points = Float(Scorecard.pointsPerLogOdds)
    var found: [(facet: Facet, shares: [Int])] = []
    var biases = network.biases
    for facet in 0..<network.facets {
      let parts = outputs.indices.map { network.weight(ofFacet: facet, in: $0) }
      guard let most = parts.indices.max(by: { (abs(parts[$0]), $1) < (abs(parts[$1]), $0) }),
        parts[most] != 0
      else { continue }
      // Tenths of points, of which the output that takes most takes a hundred hundredths.
      let scale = abs(parts[most]) * points * 10
      let weights: [ScorecardFit.Card.Weight] = features.indices.compactMap { column in
        let rounded = Self.whole(network.weight(of: column, in: facet) * scale)
        return rounded == 0 ? nil : .init(features[column], points: rounded)
      }
      let lanes = FacetNetwork.Block.scalarCount
      let start = network.outset[facet / lanes][facet % lanes]
      if weights.isEmpty {
        for (number, part) in parts.enumerated() { biases[number] += Double(max(0, start) * part) }
        continue
      }
      let outset = Self.whole(start * scale)
      found.append(
        (
          Facet(
            id: (parts[most] < 0 ? "not-" : "") + outputs[most],
            weights: ScorecardFit.Card.sorted(weights), outset: outset),
          parts.map { Int(($0 / abs(parts[most]) * 100).rounded()) }
        ))
    }
    bias = Dictionary(uniqueKeysWithValues: zip(outputs, biases))
    var numbers: [String: Int] = [:]
    facets = []
    shares = [:]
    for (one, parts) in found.sorted(by: { $0.facet.id < $1.facet.id }) {
      var facet = one
      numbers[facet.id, default: 0] += 1
      facet.id += "-\(numbers[facet.id] ?? 0)"
      for (signal, part) in zip(outputs, parts) where part != 0 {
        shares[signal, default: [:]][facet.id] = part
      }
      facets.append(facet)
    }
  }

  /// A number as rules can say it.
  private static func whole(_ value: Float) -> Int {
    let most = Float(RuleCompilation.Limits.points)
    return value.isNaN ? 0 : Int(max(-most, min(most, value)).rounded())
  }
}
