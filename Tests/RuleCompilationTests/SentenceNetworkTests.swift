import RuleCompilation
import Testing

/// The network against sums as `Rules/README.md` tells them.
@Suite struct `A network of facets and threads` {
  /// A seeded sequence of whole numbers (Marsaglia, Xorshift RNGs, 2003).
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private func network(_ facets: Int, _ threads: Int, _ chance: inout Seeded) -> Network {
    func row(_ count: Int) -> [Int] {
      (0..<count).map { _ in Int.random(in: -99...99, using: &chance) }
    }
    var network = Network()
    (network.facets, network.threads) = (row(facets), row(threads))
    network.columns = (0..<7).map { .init(feature: .kind("kind-\($0)"), place: .sentence) }
    network.weights = network.columns.map { _ in row(facets) }
    network.passes = network.passes.map { _ in
      // A facet may pass nothing on.
      (0..<facets).map { _ in Bool.random(using: &chance) ? row(threads) : [] }
    }
    return network
  }

  /// The log-odds of a card in each sentence, a number at a time.
  private func obvious(_ network: Network, _ card: Network.Shares, _ rows: [[Int32]]) -> [Double] {
    let facets = rows.map { row in
      network.facets.indices.map { facet in
        max(
          0,
          row.reduce(Double(network.facets[facet])) { $0 + Double(network.weights[Int($1)][facet]) }
        )
      }
    }
    let mean = network.facets.indices.map { facet in
      facets.reduce(0) { $0 + $1[facet] } / Double(rows.count)
    }
    let nothing = mean.map { _ in 0.0 }
    return rows.indices.map { sentence in
      let sources = [
        sentence > 0 ? facets[sentence - 1] : nothing, facets[sentence],
        sentence + 1 < rows.count ? facets[sentence + 1] : nothing, mean,
      ]
      let threads = network.threads.indices.map { thread in
        var sum = Double(network.threads[thread])
        for (source, facets) in sources.enumerated() {
          for (facet, value) in facets.enumerated() where !network.passes[source][facet].isEmpty {
            sum += value * Double(network.passes[source][facet][thread]) / 100
          }
        }
        return max(0, sum)
      }
      func share(_ values: [Double], _ hundredths: [Int]) -> Double {
        zip(values, hundredths).reduce(0) { $0 + $1.0 * Double($1.1) / 100 }
      }
      return (share(facets[sentence], card.facets) + share(threads, card.threads)) / 100
    }
  }

  @Test(arguments: 1...40)
  func `sums up as the rules say, whatever its size`(_ seed: Int) {
    var chance = Seeded(state: UInt64(seed) &* 0x9E37_79B9)
    let (facets, threads) = (
      Int.random(in: 1...40, using: &chance), Int.random(in: 1...40, using: &chance)
    )
    let network = network(facets, threads, &chance)
    let cards = (0..<Int.random(in: 1...20, using: &chance)).map { _ in
      var card = Network.Shares()
      card.facets = network.facets.map { _ in Int.random(in: -99...99, using: &chance) }
      card.threads = network.threads.map { _ in Int.random(in: -99...99, using: &chance) }
      return card
    }
    let rows = (0..<Int.random(in: 0...9, using: &chance)).map { _ in
      (0..<7).filter { _ in Bool.random(using: &chance) }.map { Int32($0) }
    }
    let reading = network.summed(for: cards).read(rows)
    for (number, card) in cards.enumerated() {
      for (sentence, odds) in obvious(network, card, rows).enumerated() {
        let found = Double(reading.odds(of: number, in: sentence))
        #expect(abs(found - odds) <= 1e-4 * max(1, abs(odds)))
      }
    }
  }

  @Test(arguments: 1...20)
  func `a column adds what its slopes say, as long as the same facets and threads count`(
    _ seed: Int
  ) {
    var chance = Seeded(state: UInt64(seed) &* 0x9E37_79B9)
    var network = network(20, 20, &chance)
    // A step so small that nothing passes 0.
    network.weights[6] = network.weights[6].map { $0 == 0 ? 0 : $0 > 0 ? 1 : -1 }
    var card = Network.Shares()
    card.facets = network.facets.map { _ in Int.random(in: -99...99, using: &chance) }
    card.threads = network.threads.map { _ in Int.random(in: -99...99, using: &chance) }
    // Of one sentence the mean is the sentence itself, which slopes leave out.
    network.passes[SentenceNetwork.Source.article.number] = network.facets.map { _ in [] }
    let summed = network.summed(for: [card])
    let (with, without) = (summed.read([[0, 1, 6]]), summed.read([[0, 1]]))
    let isSame =
      zip(with.facets + with.threads, without.facets + without.threads).allSatisfy {
        ($0 .> .zero) == ($1 .> .zero)
      }
    guard isSame else { return }
    let added = with.odds(of: 0, in: 0) - without.odds(of: 0, in: 0)
    let sum = summed.sum(of: 6, along: summed.slopes(of: 0, in: 0, with))
    #expect(abs(added - sum) <= 1e-4 * max(1, abs(added)))
  }

  @Test func `an article without sentences, and a network without facets, say nothing`() {
    #expect(Network().isEmpty)
    #expect(Network().summed(for: [.init()]).read([[], []]).odds(of: 0, in: 1) == 0)
    #expect(Network().summed(for: []).read([]).facets.isEmpty)
  }
}
