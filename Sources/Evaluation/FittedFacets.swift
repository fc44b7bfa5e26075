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
  /// By column: the facets that weigh it.
  private var entries: [[(facet: Int, points: Int)]]

  /// Rounds a network: of each facet, the output that takes most of it takes all.
  ///
  /// - Complexity: O(columns × facets + facets × outputs).
  init(_ network: FacetNetwork, outputs: [String], features: [SentenceRows.Feature]) {
    let points = Float(Scorecard.pointsPerLogOdds)
    var found: [(facet: Facet, shares: [Int], columns: [(column: Int, points: Int)])] = []
    var biases = network.biases
    for facet in 0..<network.facets {
      let parts = outputs.indices.map { network.weight(ofFacet: facet, in: $0) }
      guard let most = parts.indices.max(by: { (abs(parts[$0]), $1) < (abs(parts[$1]), $0) }),
        parts[most] != 0
      else { continue }
      // Tenths of points, of which the output that takes most takes a hundred hundredths.
      let scale = abs(parts[most]) * points * 10
      let columns: [(column: Int, points: Int)] = features.indices.compactMap { column in
        let rounded = Self.whole(network.weight(of: column, in: facet) * scale)
        return rounded == 0 ? nil : (column, rounded)
      }
      let lanes = FacetNetwork.Block.scalarCount
      let start = network.outset[facet / lanes][facet % lanes]
      if columns.isEmpty {
        for (number, part) in parts.enumerated() { biases[number] += Double(max(0, start) * part) }
        continue
      }
      let outset = Self.whole(start * scale)
      found.append(
        (
          Facet(
            id: (parts[most] < 0 ? "not-" : "") + outputs[most],
            weights: ScorecardFit.Card.sorted(
              columns.map { .init(features[$0.column], points: $0.points) }),
            outset: outset),
          parts.map { Int(($0 / abs(parts[most]) * 100).rounded()) }, columns
        ))
    }
    bias = Dictionary(uniqueKeysWithValues: zip(outputs, biases))
    var numbers: [String: Int] = [:]
    facets = []
    shares = [:]
    entries = [[(facet: Int, points: Int)]](repeating: [], count: features.count)
    for (one, parts, columns) in found.sorted(by: { $0.facet.id < $1.facet.id }) {
      var facet = one
      numbers[facet.id, default: 0] += 1
      facet.id += "-\(numbers[facet.id] ?? 0)"
      for (signal, part) in zip(outputs, parts) where part != 0 {
        shares[signal, default: [:]][facet.id] = part
      }
      for (column, points) in columns { entries[column].append((facets.count, points)) }
      facets.append(facet)
    }
  }

  /// A number as rules can say it.
  private static func whole(_ value: Float) -> Int {
    let most = Float(RuleCompilation.Limits.points)
    return value.isNaN ? 0 : Int(max(-most, min(most, value)).rounded())
  }

  /// What a row's columns weigh for a signal, as the program sums it up.
  ///
  /// - Complexity: O(weights of the row's columns + facets).
  func sum(_ row: [Int32], for signal: String) -> Int {
    var sums = facets.map(\.outset)
    for column in row {
      for entry in entries[Int(column)] { sums[entry.facet] += entry.points }
    }
    let shares = shares[signal] ?? [:]
    let shared = facets.indices.reduce(0) { total, facet in
      total + max(0, sums[facet]) * (shares[facets[facet].id] ?? 0)
    }
    return RuleCompilation.Facet.points(ofShares: shared)
  }
}
