/// A network that reads an article sentence by sentence: what a sentence has adds up in facets, what the facets
/// of the sentence, of its two neighbours and of the article on the mean say adds up in threads, and both speak
/// for outputs.
///
/// Facets and threads count as far as their sums are above 0 (Nair and Hinton, Rectified Linear Units Improve
/// Restricted Boltzmann Machines, ICML 2010). All sums are of 32-bit floats in one order, so that the same
/// weights give the same bits everywhere. Facets, threads and outputs stand in blocks of sixteen, which the
/// processor adds at once; what fills up the last block weighs nothing.
package struct SentenceNetwork: Sendable {
  package typealias Block = SIMD16<Float>

  /// Whose facets a thread takes in, seen from the sentence that is read.
  package enum Source: String, CaseIterable, Sendable {
    /// Those of the sentence before it.
    case before
    /// Its own.
    case here
    /// Those of the sentence after it.
    case after
    /// The mean of all sentences.
    case article
  }

  /// How many columns there are.
  package let columns: Int
  /// How many facets there are.
  package let facets: Int
  /// How many threads there are.
  package let threads: Int
  /// How many outputs there are.
  package let outputs: Int
  /// Blocks of facets.
  package let width: Int
  /// Blocks of threads.
  package let breadth: Int
  /// Blocks of outputs.
  package let depth: Int

  /// What columns add to facets, in log-odds: by column, then by block of facets.
  package var inner: [Block]
  /// Where the sums of the facets begin.
  package var facetOutset: [Block]
  /// What facets add to threads: by source, then by facet, then by block of threads.
  package var passes: [Block]
  /// Where the sums of the threads begin.
  package var threadOutset: [Block]
  /// What facets add to outputs: by facet, then by block of outputs.
  package var facetShares: [Block]
  /// What threads add to outputs: by thread, then by block of outputs.
  package var threadShares: [Block]
  /// Where the log-odds of the outputs begin.
  package var bias: [Block]

  /// A network whose weights are nothing.
  package init(columns: Int, facets: Int, threads: Int, outputs: Int) {
    (self.columns, self.facets, self.threads, self.outputs) = (columns, facets, threads, outputs)
    (width, breadth, depth) = (
      Self.blocks(of: facets), Self.blocks(of: threads), Self.blocks(of: outputs)
    )
    func nothing(_ count: Int) -> [Block] { [Block](repeating: .zero, count: count) }
    inner = nothing(columns * width)
    facetOutset = nothing(width)
    passes = nothing(Source.allCases.count * facets * breadth)
    threadOutset = nothing(breadth)
    facetShares = nothing(facets * depth)
    threadShares = nothing(threads * depth)
    bias = nothing(depth)
  }

  /// The blocks that so many floats fill.
  package static func blocks(of count: Int) -> Int {
    (count + Block.scalarCount - 1) / Block.scalarCount
  }

  /// Where in `passes` the blocks of a facet begin.
  package func start(ofPasses source: Int, _ facet: Int) -> Int {
    (source * facets + facet) * breadth
  }

  /// What the network makes of an article.
  package struct Reading: Sendable {
    /// By sentence, then by block: the facets, where they are above 0.
    package var facets: [Block]
    /// … and the threads.
    package var threads: [Block]
    /// … and the log-odds of the outputs.
    package var odds: [Block]
    /// Blocks of outputs.
    fileprivate let depth: Int

    /// The log-odds of an output in a sentence.
    package func odds(of output: Int, in sentence: Int) -> Float {
      odds[sentence * depth + output / Block.scalarCount][output % Block.scalarCount]
    }
  }

  /// Reads an article, given the columns of each of its sentences.
  ///
  /// - Complexity: O(sentences × (columns of each + facets above 0 × threads) × facets).
  package func read(_ rows: [[Int32]]) -> Reading {
    var reading = Reading(
      facets: [Block](repeating: .zero, count: rows.count * width),
      threads: [Block](repeating: .zero, count: rows.count * breadth),
      odds: [Block](repeating: .zero, count: rows.count * depth), depth: depth)
    for (sentence, row) in rows.enumerated() {
      addFacets(of: row, at: sentence * width, to: &reading.facets)
    }
    addThreads(of: reading.facets, sentences: rows.count, to: &reading.threads)
    for sentence in rows.indices {
      addOdds(
        Ones(reading.facets, sentence * width, facets),
        Ones(reading.threads, sentence * breadth, threads), at: sentence * depth, to: &reading.odds)
    }
    return reading
  }

  /// Sums up the facets of a sentence, where they are above 0.
  package func addFacets(of row: some Sequence<Int32>, at place: Int, to all: inout [Block]) {
    for block in 0..<width { all[place + block] = facetOutset[block] }
    for column in row {
      let start = Int(column) * width
      for block in 0..<width { all[place + block] += inner[start + block] }
    }
    for block in 0..<width { all[place + block] = pointwiseMax(all[place + block], .zero) }
  }

  /// Sums up the threads of all sentences of an article, where they are above 0.
  package func addThreads(of facetsOfAll: [Block], sentences: Int, to all: inout [Block]) {
    guard sentences > 0 else { return }
    var mean = [Block](repeating: .zero, count: width)
    for index in 0..<sentences * width { mean[index % width] += facetsOfAll[index] }
    for block in 0..<width { mean[block] /= Float(sentences) }
    var common = threadOutset
    Ones(mean, 0, facets).forEach { facet, sum in
      addPasses(of: .article, facet, sum, to: &common, at: 0)
    }
    for sentence in 0..<sentences {
      for block in 0..<breadth { all[sentence * breadth + block] += common[block] }
      Ones(facetsOfAll, sentence * width, facets).forEach { facet, sum in
        // What is before one sentence is after another.
        addPasses(of: .here, facet, sum, to: &all, at: sentence)
        if sentence + 1 < sentences {
          addPasses(of: .before, facet, sum, to: &all, at: sentence + 1)
        }
        if sentence > 0 { addPasses(of: .after, facet, sum, to: &all, at: sentence - 1) }
      }
    }
    for index in all.indices { all[index] = pointwiseMax(all[index], .zero) }
  }

  private func addPasses(
    of source: Source, _ facet: Int, _ sum: Float, to all: inout [Block], at sentence: Int
  ) {
    let start = start(ofPasses: source.number, facet)
    for block in 0..<breadth { all[sentence * breadth + block] += passes[start + block] * sum }
  }

  /// The log-odds of the outputs.
  package func addOdds(
    _ facets: Ones, _ threads: Ones, at place: Int, to all: inout [Block]
  ) {
    for block in 0..<depth { all[place + block] = bias[block] }
    facets.forEach { facet, sum in
      for block in 0..<depth { all[place + block] += facetShares[facet * depth + block] * sum }
    }
    threads.forEach { thread, sum in
      for block in 0..<depth { all[place + block] += threadShares[thread * depth + block] * sum }
    }
  }

  /// By facet: how much an output grows with it in a sentence that has been read, itself and through the
  /// threads of that sentence, as far as facets and threads count there.
  ///
  /// - Complexity: O(facets × threads).
  package func slopes(of output: Int, in sentence: Int, _ reading: Reading) -> [Block] {
    let lanes = Block.scalarCount
    var ofThreads = [Block](repeating: .zero, count: breadth)
    Ones(reading.threads, sentence * breadth, threads).forEach { thread, _ in
      ofThreads[thread / lanes][thread % lanes] =
        threadShares[thread * depth + output / lanes][output % lanes]
    }
    var slopes = [Block](repeating: .zero, count: width)
    Ones(reading.facets, sentence * width, facets).forEach { facet, _ in
      let start = start(ofPasses: Source.here.number, facet)
      var slope = Block.zero
      for block in 0..<breadth { slope += passes[start + block] * ofThreads[block] }
      slopes[facet / lanes][facet % lanes] =
        facetShares[facet * depth + output / lanes][output % lanes] + slope.sum()
    }
    return slopes
  }

  /// What a column adds where its facets have these slopes.
  package func sum(of column: Int32, along slopes: [Block]) -> Float {
    var sum = Block.zero
    for block in 0..<width { sum += inner[Int(column) * width + block] * slopes[block] }
    return sum.sum()
  }

  /// Those of some sums in blocks that are above 0.
  package struct Ones {
    private let sums: [Block]
    private let start: Int
    private let count: Int

    /// Some sums, from a block on.
    package init(_ sums: [Block], _ start: Int, _ count: Int) {
      (self.sums, self.start, self.count) = (sums, start, count)
    }

    /// Gives each with its number, in order.
    package func forEach(_ body: (Int, Float) -> Void) {
      for number in 0..<count {
        let sum = sums[start + number / Block.scalarCount][number % Block.scalarCount]
        if sum > 0 { body(number, sum) }
      }
    }
  }
}

extension SentenceNetwork.Source {
  /// Its place among all.
  package var number: Int {
    switch self {
    case .before: 0
    case .here: 1
    case .after: 2
    case .article: 3
    }
  }
}
