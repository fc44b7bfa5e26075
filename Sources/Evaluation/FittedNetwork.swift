package import RuleCompilation

/// A network as rules write it: in whole hundredths.
package struct FittedNetwork: Sendable {
  /// What a row of weights is of.
  package struct Column: Sendable {
    /// As rules write it: `{works}`, `<money>`, `kind ai-lab`.
    package var feature: String
    /// In the sentence, or in it twice.
    package var place: Scorecard.Place
  }

  /// What each column is.
  package let columns: [Column]
  /// The outputs: signals.
  package let signals: [String]
  /// The weights, rounded.
  private let network: SentenceNetwork

  /// Rounds a network.
  ///
  /// - Complexity: O(weights).
  init(_ network: SentenceNetwork, signals: [String], features: [SentenceRows.Feature]) {
    var rounded = network
    Self.round(&rounded.inner)
    Self.round(&rounded.facetOutset)
    Self.round(&rounded.passes)
    Self.round(&rounded.threadOutset)
    Self.round(&rounded.facetShares)
    Self.round(&rounded.threadShares)
    self.network = rounded
    self.signals = signals
    columns = features.map { Column(feature: $0.name, place: $0.place) }
  }

  private static func round(_ blocks: inout [SentenceNetwork.Block]) {
    let most = Float(RuleCompilation.Limits.networkWeight)
    for index in blocks.indices {
      for lane in 0..<SentenceNetwork.Block.scalarCount {
        let value = blocks[index][lane] * 100
        // What is no number came of a step too far, and says nothing.
        blocks[index][lane] = value.isNaN ? 0 : max(-most, min(most, value.rounded())) / 100
      }
    }
  }

  /// How many facets there are.
  package var facets: Int { network.facets }
  /// How many threads there are.
  package var threads: Int { network.threads }
  /// Where the sums of the facets begin, in hundredths.
  package var facetOutset: [Int] { Self.row(network.facetOutset, 0, facets) }
  /// Where the sums of the threads begin, in hundredths.
  package var threadOutset: [Int] { Self.row(network.threadOutset, 0, threads) }

  /// What a column adds to each facet, in hundredths.
  package func weights(of column: Int) -> [Int] {
    Self.row(network.inner, column * network.width, facets)
  }

  /// What a facet passes to each thread, in hundredths.
  package func passes(of facet: Int, _ source: SentenceNetwork.Source) -> [Int] {
    Self.row(network.passes, network.start(ofPasses: source.number, facet), threads)
  }

  /// What a signal takes of the network.
  package func shares(of signal: String) -> Network.Shares {
    var shares = Network.Shares()
    guard let output = signals.firstIndex(of: signal) else { return shares }
    func column(_ blocks: [SentenceNetwork.Block], _ count: Int) -> [Int] {
      (0..<count).map { Self.row(blocks, $0 * network.depth, signals.count)[output] }
    }
    shares.facets = column(network.facetShares, facets)
    shares.threads = column(network.threadShares, threads)
    return shares
  }

  /// Where the log-odds of a signal begin.
  func bias(of signal: String) -> Double? {
    let lanes = SentenceNetwork.Block.scalarCount
    return signals.firstIndex(of: signal).map { Double(network.bias[$0 / lanes][$0 % lanes]) }
  }

  /// By sentence of an article: the points of a signal, as the program sums them up.
  ///
  /// - Complexity: that of `SentenceNetwork.read`.
  package func points(of signal: String, in rows: [[Int32]]) -> [Int] {
    guard let output = signals.firstIndex(of: signal), let bias = bias(of: signal) else {
      return []
    }
    let reading = network.read(rows)
    return rows.indices.map {
      ScorecardFit.points(Double(reading.odds(of: output, in: $0)) - bias)
    }
  }

  private static func row(
    _ blocks: [SentenceNetwork.Block], _ start: Int, _ count: Int
  ) -> [Int] {
    let lanes = SentenceNetwork.Block.scalarCount
    return (0..<count).map { Int((blocks[start + $0 / lanes][$0 % lanes] * 100).rounded()) }
  }
}
