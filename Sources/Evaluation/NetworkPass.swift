internal import Foundation
internal import RuleCompilation

extension NetworkTraining {
  /// One step: articles are read with what is left out by chance, and the slopes of the loss are traced back.
  struct Pass {
    private typealias Block = SentenceNetwork.Block

    /// The slopes, as weights of a network.
    private var slopes: SentenceNetwork
    private let options: Options
    private var sentences = 0
    /// Of the article: facets and threads as they count, and the slopes of both and of the outputs.
    private var facets: [Block] = []
    private var threads: [Block] = []
    private var odds: [Block] = []
    private var ofFacets: [Block] = []
    private var ofThreads: [Block] = []

    init(_ network: SentenceNetwork, _ options: Options) {
      self.options = options
      slopes = SentenceNetwork(
        columns: network.columns, facets: network.facets, threads: network.threads,
        outputs: network.outputs)
    }

    /// Forgets the step before.
    mutating func begin() {
      sentences = 0
      Self.clear(&slopes.inner)
      Self.clear(&slopes.facetOutset)
      Self.clear(&slopes.passes)
      Self.clear(&slopes.threadOutset)
      Self.clear(&slopes.facetShares)
      Self.clear(&slopes.threadShares)
      Self.clear(&slopes.bias)
    }

    /// The slopes, a sentence on the mean.
    mutating func averaged() -> SentenceNetwork {
      let factor = 1 / Float(max(1, sentences))
      Self.scale(&slopes.inner, by: factor)
      Self.scale(&slopes.facetOutset, by: factor)
      Self.scale(&slopes.passes, by: factor)
      Self.scale(&slopes.threadOutset, by: factor)
      Self.scale(&slopes.facetShares, by: factor)
      Self.scale(&slopes.threadShares, by: factor)
      Self.scale(&slopes.bias, by: factor)
      return slopes
    }

    /// Adds what an article teaches.
    mutating func add(
      _ lessons: Lessons, _ article: Range<Int>, _ network: SentenceNetwork, _ chance: inout Chance
    ) {
      guard !article.isEmpty else { return }
      sentences += article.count
      let rows = article.map { sentence in
        lessons.rows[sentence].filter { _ in chance.share() >= options.columnsLeftOut }
      }
      read(rows, network, &chance)
      for (number, sentence) in article.enumerated() {
        traceOutputs(number, lessons.verdicts[sentence], network)
      }
      traceThreads(rows.count, network)
      for (number, row) in rows.enumerated() { traceFacets(number, row, network) }
    }

    private mutating func read(
      _ rows: [[Int32]], _ network: SentenceNetwork, _ chance: inout Chance
    ) {
      Self.clear(&facets, count: rows.count * network.width)
      Self.clear(&threads, count: rows.count * network.breadth)
      Self.clear(&odds, count: rows.count * network.depth)
      Self.clear(&ofFacets, count: facets.count)
      Self.clear(&ofThreads, count: threads.count)
      for (number, row) in rows.enumerated() {
        network.addFacets(of: row, at: number * network.width, to: &facets)
      }
      leaveOut(of: &facets, &chance)
      network.addThreads(of: facets, sentences: rows.count, to: &threads)
      leaveOut(of: &threads, &chance)
      for number in rows.indices {
        network.addOdds(
          .init(facets, number * network.width, network.facets),
          .init(threads, number * network.breadth, network.threads),
          at: number * network.depth, to: &odds)
      }
    }

    private func leaveOut(of sums: inout [Block], _ chance: inout Chance) {
      let kept = 1 / (1 - options.sumsLeftOut)
      for index in sums.indices {
        for lane in 0..<Block.scalarCount where sums[index][lane] > 0 {
          sums[index][lane] *= chance.share() < options.sumsLeftOut ? 0 : kept
        }
      }
    }

    /// The slopes of a sentence's outputs, of their shares, and of the facets and threads as far as outputs go.
    private mutating func traceOutputs(
      _ number: Int, _ verdicts: [Verdict], _ network: SentenceNetwork
    ) {
      let (depth, lanes) = (network.depth, Block.scalarCount)
      let first = number * depth
      // The slope of the logistic loss: how sure it is, less what is said.
      for output in 0..<network.outputs {
        let (block, lane) = (first + output / lanes, output % lanes)
        odds[block][lane] =
          verdicts[output] == .nothing
          ? 0 : 1 / (1 + exp(-odds[block][lane])) - (verdicts[output] == .yes ? 1 : 0)
      }
      for block in 0..<depth { slopes.bias[block] += odds[first + block] }
      let odds = odds
      let start = (facets: number * network.width, threads: number * network.breadth)
      let kept = 1 / (1 - options.sumsLeftOut)
      SentenceNetwork.Ones(facets, start.facets, network.facets).forEach { facet, sum in
        var slope = Block.zero
        for block in 0..<depth {
          slopes.facetShares[facet * depth + block] += odds[first + block] * sum
          slope += odds[first + block] * network.facetShares[facet * depth + block]
        }
        ofFacets[start.facets + facet / lanes][facet % lanes] = slope.sum() * kept
      }
      SentenceNetwork.Ones(threads, start.threads, network.threads).forEach { thread, sum in
        var slope = Block.zero
        for block in 0..<depth {
          slopes.threadShares[thread * depth + block] += odds[first + block] * sum
          slope += odds[first + block] * network.threadShares[thread * depth + block]
        }
        ofThreads[start.threads + thread / lanes][thread % lanes] = slope.sum() * kept
      }
    }

    /// The slopes of what facets pass to threads, and of the facets as far as threads go.
    private mutating func traceThreads(_ count: Int, _ network: SentenceNetwork) {
      let (width, breadth, lanes) = (network.width, network.breadth, Block.scalarCount)
      let kept = 1 / (1 - options.sumsLeftOut)
      var mean = [Block](repeating: .zero, count: width)
      var ofAll = [Block](repeating: .zero, count: breadth)
      for index in facets.indices { mean[index % width] += facets[index] / Float(count) }
      for index in ofThreads.indices { ofAll[index % breadth] += ofThreads[index] }
      for block in 0..<breadth { slopes.threadOutset[block] += ofAll[block] }
      var ofMean = [Float](repeating: 0, count: network.facets)
      SentenceNetwork.Ones(mean, 0, network.facets).forEach { facet, sum in
        ofMean[facet] =
          trace(.article, facet, sum, ofAll, 0, network) * kept / Float(count)
      }
      let (facets, ofThreads) = (facets, ofThreads)
      for number in 0..<count {
        SentenceNetwork.Ones(facets, number * width, network.facets).forEach { facet, sum in
          var slope = trace(.here, facet, sum, ofThreads, number, network)
          if number + 1 < count {
            slope += trace(.before, facet, sum, ofThreads, number + 1, network)
          }
          if number > 0 { slope += trace(.after, facet, sum, ofThreads, number - 1, network) }
          ofFacets[number * width + facet / lanes][facet % lanes] += slope * kept + ofMean[facet]
        }
      }
    }

    /// Adds to the slopes of what a facet passes to the threads of a sentence; the slope of the facet by these.
    private mutating func trace(
      _ source: SentenceNetwork.Source, _ facet: Int, _ sum: Float, _ ofThreads: [Block],
      _ sentence: Int, _ network: SentenceNetwork
    ) -> Float {
      let start = network.start(ofPasses: source.number, facet)
      var slope = Block.zero
      for block in 0..<network.breadth {
        let ofThread = ofThreads[sentence * network.breadth + block]
        slopes.passes[start + block] += ofThread * sum
        slope += ofThread * network.passes[start + block]
      }
      return slope.sum()
    }

    /// The slopes of what a sentence's columns add to its facets.
    private mutating func traceFacets(
      _ number: Int, _ row: [Int32], _ network: SentenceNetwork
    ) {
      let width = network.width
      for block in 0..<width { slopes.facetOutset[block] += ofFacets[number * width + block] }
      for column in row {
        for block in 0..<width {
          slopes.inner[Int(column) * width + block] += ofFacets[number * width + block]
        }
      }
    }

    private static func clear(_ blocks: inout [Block], count: Int? = nil) {
      if let count, blocks.count != count {
        blocks = [Block](repeating: .zero, count: count)
        return
      }
      for index in blocks.indices { blocks[index] = .zero }
    }

    private static func scale(_ blocks: inout [Block], by factor: Float) {
      for index in blocks.indices { blocks[index] *= factor }
    }
  }
}
