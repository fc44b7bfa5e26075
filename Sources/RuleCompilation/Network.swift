/// The network by which the sentences of an article are read, as rules write it: what a sentence has adds up in
/// facets of it, and these in threads that run through the article; scorecards take shares of both.
///
/// `SentenceNetwork` sums it up. Fitted by `assay rules weigh`: where a `Facet` is one thing that a rule can name,
/// these are hundreds that have no names, each with a weight for everything.
package struct Network: Sendable {
  /// What a row of weights is of.
  package struct Column: Hashable, Sendable {
    /// What a sentence has.
    package var feature: Scorecard.Feature
    /// In it, or in it twice.
    package var place: Scorecard.Place

    /// Makes a column.
    package init(feature: Scorecard.Feature, place: Scorecard.Place) {
      self.feature = feature
      self.place = place
    }
  }

  /// Where the sums of the facets begin, in tenths of a point.
  package var facets: [Int] = []
  /// Where the sums of the threads begin, in tenths of a point.
  package var threads: [Int] = []
  /// What adds to facets.
  package var columns: [Column] = []
  /// By column, then by facet, in tenths of a point.
  package var weights: [[Int]] = []
  /// By source, then by facet, then by thread, in hundredths; empty for a facet that passes nothing on.
  package var passes: [[[Int]]]

  /// No network.
  package init() {
    passes = SentenceNetwork.Source.allCases.map { _ in [] }
  }

  /// Whether no rule declares one.
  package var isEmpty: Bool { facets.isEmpty }

  /// What a scorecard takes of a network.
  package struct Shares: Sendable, Equatable {
    /// By facet, in hundredths; empty where it takes none.
    package var facets: [Int] = []
    /// By thread, in hundredths; empty where it takes none.
    package var threads: [Int] = []

    /// Whether it takes nothing.
    package var isEmpty: Bool { facets.isEmpty && threads.isEmpty }

    /// Takes nothing.
    package init() {}
  }

  /// The network that is summed up, with an output for each of some scorecards.
  ///
  /// - Complexity: O(weights).
  package func summed(for cards: [Shares]) -> SentenceNetwork {
    var network = SentenceNetwork(
      columns: columns.count, facets: facets.count, threads: threads.count, outputs: cards.count)
    Self.fill(&network.facetOutset, at: 0, facets)
    Self.fill(&network.threadOutset, at: 0, threads)
    for (column, row) in weights.enumerated() {
      Self.fill(&network.inner, at: column * network.width, row)
    }
    for (source, rows) in passes.enumerated() {
      for (facet, row) in rows.enumerated() {
        Self.fill(&network.passes, at: network.start(ofPasses: source, facet), row)
      }
    }
    for facet in facets.indices {
      Self.fill(
        &network.facetShares, at: facet * network.depth,
        cards.map { $0.facets.isEmpty ? 0 : $0.facets[facet] })
    }
    for thread in threads.indices {
      Self.fill(
        &network.threadShares, at: thread * network.depth,
        cards.map { $0.threads.isEmpty ? 0 : $0.threads[thread] })
    }
    return network
  }

  /// Hundredths as floats, in blocks.
  private static func fill(
    _ blocks: inout [SentenceNetwork.Block], at start: Int, _ hundredths: [Int]
  ) {
    let lanes = SentenceNetwork.Block.scalarCount
    for (number, value) in hundredths.enumerated() {
      blocks[start + number / lanes][number % lanes] = Float(value) / 100
    }
  }
}
