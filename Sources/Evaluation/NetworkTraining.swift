internal import RuleCompilation

/// Teaches a network that reads articles (`SentenceNetwork`) by sentences of which each says yes, no or nothing
/// for every output.
///
/// As `FacetTraining`, but that an article is taught whole, and that no weight is struck out.
struct NetworkTraining: Sendable {
  /// How to teach.
  struct Options: Sendable {
    /// Facets of a sentence, and threads of its article.
    var facets = 256
    var threads = 256
    /// Times that all articles are shown; more where there are few.
    var rounds = 12
    /// Steps that there are at least.
    var leastSteps = 600
    /// Articles of a step; fewer where there are few.
    var articlesOfStep = 24
    /// How far a step goes at most.
    var rate = 0.002
    /// The share of a weight that goes with a step at that rate, over the rate.
    var decay: Float = 0.0001
    /// The shares of columns, and of facets and threads, that are left out by chance; the others of these count
    /// for more then, the other columns do not.
    var columnsLeftOut: Float = 0.25
    var sumsLeftOut: Float = 0.3
    /// Where the log-odds of the outputs begin.
    var bias: Float = -5
    /// What the sequence of chance begins with.
    var seed: UInt64 = 1
  }

  typealias Verdict = FacetTraining.Verdict
  fileprivate typealias Block = SentenceNetwork.Block

  /// What there is to teach by.
  struct Lessons: Sendable {
    /// Columns by sentence.
    var rows: [[Int32]]
    /// By sentence, then by output.
    var verdicts: [[Verdict]]
    /// The sentences of each article.
    var articles: [Range<Int>]
    /// How many columns and outputs there are.
    var columns: Int
    var outputs: Int
  }

  let options: Options

  /// The network that some articles teach.
  ///
  /// - Complexity: O(rounds × sentences × (columns + threads) × facets + steps × weights).
  func network(_ lessons: Lessons, by used: [Int]) -> SentenceNetwork {
    var chance = Chance(state: options.seed)
    var network = started(lessons, &chance)
    guard !used.isEmpty, lessons.columns > 0, lessons.outputs > 0 else { return network }
    let size = min(options.articlesOfStep, max(4, used.count / 32))
    let stepsOfRound = (used.count + size - 1) / size
    let rounds = max(options.rounds, (options.leastSteps + stepsOfRound - 1) / stepsOfRound)
    var steps = Steps(network)
    var pass = Pass(network, options)
    var order = used
    var time = 0
    for _ in 0..<rounds {
      chance.shuffle(&order)
      for start in stride(from: 0, to: order.count, by: size) {
        pass.begin()
        for article in order[start..<min(order.count, start + size)] {
          pass.add(lessons, lessons.articles[article], network, &chance)
        }
        time += 1
        steps.move(
          &network, against: pass.averaged(),
          rate: Adam.rate(of: time, in: rounds * stepsOfRound, top: options.rate),
          decay: options.decay, time: time)
      }
    }
    return network
  }

  /// The network that all articles teach, and what one that has not seen its fold says of every article; the
  /// networks are taught side by side.
  ///
  /// - Returns: The network, and by sentence, then by output, the log-odds.
  /// - Complexity: that of `network`, once a fold and once more.
  func crossValidated(
    _ lessons: Lessons, folds: [Int], of count: Int
  ) async -> (whole: SentenceNetwork, leftOut: [[Float]]) {
    let networks = await withTaskGroup(of: (Int, SentenceNetwork).self) { group in
      for fold in 0...count {
        group.addTask {
          (fold, network(lessons, by: lessons.articles.indices.filter { folds[$0] != fold }))
        }
      }
      var networks: [Int: SentenceNetwork] = [:]
      for await (fold, network) in group { networks[fold] = network }
      return networks
    }
    var leftOut = [[Float]](repeating: [], count: lessons.rows.count)
    for (article, sentences) in lessons.articles.enumerated() {
      guard let network = networks[folds[article]] else { continue }
      let reading = network.read(Array(lessons.rows[sentences]))
      for (number, sentence) in sentences.enumerated() {
        leftOut[sentence] = (0..<lessons.outputs).map { reading.odds(of: $0, in: number) }
      }
    }
    let none = SentenceNetwork(
      columns: lessons.columns, facets: options.facets, threads: options.threads,
      outputs: lessons.outputs)
    return (networks[count] ?? none, leftOut)
  }

  /// Weights by chance, small enough that no facet is sure of anything.
  private func started(_ lessons: Lessons, _ chance: inout Chance) -> SentenceNetwork {
    var network = SentenceNetwork(
      columns: lessons.columns, facets: options.facets, threads: options.threads,
      outputs: lessons.outputs)
    fill(&network.inner, rows: lessons.columns, options.facets) { 0.05 * chance.normal() }
    let ofFacets = 1 / Float(options.facets).squareRoot()
    fill(
      &network.passes, rows: SentenceNetwork.Source.allCases.count * options.facets, options.threads
    ) {
      ofFacets * (2 * chance.share() - 1)
    }
    fill(&network.facetShares, rows: options.facets, lessons.outputs) {
      ofFacets * (2 * chance.share() - 1)
    }
    let ofThreads = 1 / Float(options.threads).squareRoot()
    fill(&network.threadShares, rows: options.threads, lessons.outputs) {
      ofThreads * (2 * chance.share() - 1)
    }
    for output in 0..<lessons.outputs {
      network.bias[output / Block.scalarCount][output % Block.scalarCount] = options.bias
    }
    return network
  }

  private func fill(_ blocks: inout [Block], rows: Int, _ count: Int, by value: () -> Float) {
    let width = SentenceNetwork.blocks(of: count)
    for row in 0..<rows {
      for number in 0..<count {
        blocks[row * width + number / Block.scalarCount][number % Block.scalarCount] = value()
      }
    }
  }

  /// The past of all weights.
  private struct Steps {
    private var inner: Adam
    private var facetOutset: Adam
    private var passes: Adam
    private var threadOutset: Adam
    private var facetShares: Adam
    private var threadShares: Adam
    private var bias: Adam

    init(_ network: SentenceNetwork) {
      inner = Adam(count: network.inner.count)
      facetOutset = Adam(count: network.facetOutset.count)
      passes = Adam(count: network.passes.count)
      threadOutset = Adam(count: network.threadOutset.count)
      facetShares = Adam(count: network.facetShares.count)
      threadShares = Adam(count: network.threadShares.count)
      bias = Adam(count: network.bias.count)
    }

    mutating func move(
      _ network: inout SentenceNetwork, against slopes: SentenceNetwork, rate: Float,
      decay: Float, time: Int
    ) {
      inner.step(&network.inner, slopes.inner, rate: rate, decay: decay, time: time)
      facetOutset.step(
        &network.facetOutset, slopes.facetOutset, rate: rate, decay: decay, time: time)
      passes.step(&network.passes, slopes.passes, rate: rate, decay: decay, time: time)
      threadOutset.step(
        &network.threadOutset, slopes.threadOutset, rate: rate, decay: decay, time: time)
      facetShares.step(
        &network.facetShares, slopes.facetShares, rate: rate, decay: decay, time: time)
      threadShares.step(
        &network.threadShares, slopes.threadShares, rate: rate, decay: decay, time: time)
      bias.step(&network.bias, slopes.bias, rate: rate, decay: decay, time: time)
    }
  }
}
