internal import Foundation

/// Teaches a network of facets by rows of which each says yes, no or nothing for every output.
///
/// Logistic loss; steps by `Adam`; columns and facets are left out by chance, so that none relies on another
/// (Srivastava et al., Dropout, JMLR 15, 2014); the smallest weights of the columns are struck out little by little, so that facets stay short enough to read (Zhu and Gupta, To Prune, or Not to Prune, 2017).
/// Chance is a seeded sequence: the same rows give the same network.
struct FacetTraining: Sendable {
  /// How to teach.
  struct Options: Sendable {
    /// Facets of the network.
    var facets = 384
    /// The share of the weights of columns that is kept.
    var kept = 0.1
    /// Times that all rows are shown; more where there are few.
    var rounds = 14
    /// Steps that there are at least.
    var leastSteps = 600
    /// Rows of a step; fewer where there are few.
    var rowsOfStep = 256
    /// How far a step goes at most.
    var rate = 0.002
    /// The share of a weight that goes with a step at that rate, over the rate.
    var decay = 0.0001
    /// The shares of columns and of facets that are left out by chance; the other facets count for more
    /// then, the other columns do not: a sentence that has all its words is surer than those that taught.
    var columnsLeftOut = 0.25
    var facetsLeftOut = 0.4
    /// Where the log-odds of the outputs begin; nil for what share of its rows says yes to each.
    var bias: Float? = -5
    /// What the sequence of chance begins with.
    var seed: UInt64 = 1
  }

  /// What a row says of an output.
  enum Verdict: UInt8, Sendable { case nothing, no, yes }

  private typealias Block = FacetNetwork.Block

  let options: Options

  /// The network that rows teach.
  ///
  /// - Parameters:
  ///   - rows: Columns by row.
  ///   - used: The rows to teach by.
  ///   - verdicts: By row, then by output.
  /// - Complexity: O(rounds × columns of all rows × facets + steps × columns × facets).
  func network(
    columns: Int, outputs: Int, rows: [[Int32]], used: [Int], verdicts: [[Verdict]]
  ) -> FacetNetwork {
    var chance = Chance(state: options.seed)
    var network = started(columns: columns, outputs: outputs, &chance)
    guard !used.isEmpty, columns > 0, outputs > 0 else { return network }
    for output in 0..<outputs {
      network.bias[output / Block.scalarCount][output % Block.scalarCount] =
        bias(of: output, used, verdicts)
    }
    let size = min(options.rowsOfStep, max(8, used.count / 32))
    let stepsOfRound = (used.count + size - 1) / size
    let rounds = max(options.rounds, (options.leastSteps + stepsOfRound - 1) / stepsOfRound)
    let steps = rounds * stepsOfRound
    var moments = (
      inner: Adam(count: network.inner.count), outset: Adam(count: network.width),
      outer: Adam(count: network.outer.count), bias: Adam(count: network.depth)
    )
    var pass = Pass(network, options)
    var kept: [Block]?
    var order = used
    var time = 0
    for round in 0..<rounds {
      if let share = shareKept(in: round, of: rounds) { kept = mask(network, keeping: share) }
      if let kept { for index in kept.indices { network.inner[index] *= kept[index] } }
      chance.shuffle(&order)
      for start in stride(from: 0, to: order.count, by: size) {
        let chosen = order[start..<min(order.count, start + size)]
        pass.begin()
        for row in chosen { pass.add(rows[row], verdicts[row], network, &chance) }
        pass.scale(by: 1 / Float(chosen.count))
        time += 1
        let rate = Adam.rate(of: time, in: steps, top: options.rate)
        let decay = Float(options.decay)
        moments.inner.step(&network.inner, pass.inner, rate: rate, decay: decay, time: time)
        moments.outset.step(&network.outset, pass.outset, rate: rate, decay: decay, time: time)
        moments.outer.step(&network.outer, pass.outer, rate: rate, decay: decay, time: time)
        moments.bias.step(&network.bias, pass.bias, rate: rate, decay: decay, time: time)
        if let kept { for index in kept.indices { network.inner[index] *= kept[index] } }
      }
    }
    return network
  }

  /// The network that all rows teach, and the log-odds of every row by one that has not seen its fold; the
  /// networks are taught side by side.
  ///
  /// - Complexity: that of `network`, once a fold and once more.
  func crossValidated(
    columns: Int, outputs: Int, rows: [[Int32]], verdicts: [[Verdict]], folds: [Int], of count: Int
  ) async -> (whole: FacetNetwork, leftOut: [[Float]]) {
    let networks = await withTaskGroup(of: (Int, FacetNetwork).self) { group in
      for fold in 0...count {
        group.addTask {
          let used = rows.indices.filter { row in
            folds[row] != fold && verdicts[row].contains { $0 != .nothing }
          }
          return (
            fold,
            network(
              columns: columns, outputs: outputs, rows: rows, used: used, verdicts: verdicts)
          )
        }
      }
      var networks: [Int: FacetNetwork] = [:]
      for await (fold, network) in group { networks[fold] = network }
      return networks
    }
    let whole =
      networks[count] ?? FacetNetwork(columns: columns, facets: options.facets, outputs: outputs)
    return (whole, rows.indices.map { networks[folds[$0]]?.scores(rows[$0]) ?? [] })
  }

  /// Weights by chance, small enough that no facet is sure of anything.
  private func started(columns: Int, outputs: Int, _ chance: inout Chance) -> FacetNetwork {
    var network = FacetNetwork(columns: columns, facets: options.facets, outputs: outputs)
    let lanes = Block.scalarCount
    for column in 0..<columns {
      for facet in 0..<options.facets {
        network.inner[column * network.width + facet / lanes][facet % lanes] =
          0.05 * chance.normal()
      }
    }
    let reach = 1 / Float(options.facets).squareRoot()
    for facet in 0..<options.facets {
      for output in 0..<outputs {
        network.outer[facet * network.depth + output / lanes][output % lanes] =
          reach * (2 * chance.share() - 1)
      }
    }
    return network
  }

  /// Where the log-odds of an output begin: with one more row of each kind than there is.
  private func bias(of output: Int, _ used: [Int], _ verdicts: [[Verdict]]) -> Float {
    if let bias = options.bias { return bias }
    let yes = used.count { verdicts[$0][output] == .yes }
    let no = used.count { verdicts[$0][output] == .no }
    return log(Float(yes + 1) / Float(no + 1))
  }

  /// The share of the weights that is kept from a round on; nil where nothing changes.
  private func shareKept(in round: Int, of rounds: Int) -> Double? {
    let last = max(2, rounds * 7 / 10)
    guard options.kept < 1, (2...last).contains(round) else { return nil }
    let way = last > 2 ? 1 - Double(round - 1) / Double(last - 1) : 0
    return 1 - (1 - options.kept) * (1 - way * way)
  }

  /// Ones for the greatest weights of the columns, and zeros.
  private func mask(_ network: FacetNetwork, keeping share: Double) -> [Block] {
    var sizes: [Float] = []
    sizes.reserveCapacity(network.columns * network.facets)
    for index in network.inner.indices {
      let first = index % network.width * Block.scalarCount
      for lane in 0..<min(Block.scalarCount, network.facets - first) {
        sizes.append(abs(network.inner[index][lane]))
      }
    }
    sizes.sort()
    let least = sizes[min(sizes.count - 1, Int(Double(sizes.count) * (1 - share)))]
    return network.inner.map { block in
      var ones = Block.zero
      for lane in 0..<Block.scalarCount where abs(block[lane]) >= least { ones[lane] = 1 }
      return ones
    }
  }

  /// The gradients of one step.
  private struct Pass {
    var inner: [Block]
    var outset: [Block]
    var outer: [Block]
    var bias: [Block]
    private var touched: [Int32] = []
    private var isTouched: [Bool]
    private var sums: [Block]
    private var back: [Block]
    private var odds: [Block]
    private var columns: [Int32] = []
    private let options: Options

    init(_ network: FacetNetwork, _ options: Options) {
      self.options = options
      inner = [Block](repeating: .zero, count: network.inner.count)
      outset = [Block](repeating: .zero, count: network.width)
      outer = [Block](repeating: .zero, count: network.outer.count)
      bias = [Block](repeating: .zero, count: network.depth)
      (sums, back, odds) = (outset, outset, bias)
      isTouched = [Bool](repeating: false, count: network.columns)
    }

    mutating func begin() {
      let width = outset.count
      for column in touched {
        isTouched[Int(column)] = false
        for block in 0..<width { inner[Int(column) * width + block] = .zero }
      }
      touched.removeAll(keepingCapacity: true)
      for index in outset.indices { outset[index] = .zero }
      for index in outer.indices { outer[index] = .zero }
      for index in bias.indices { bias[index] = .zero }
    }

    /// Adds what one row teaches.
    mutating func add(
      _ row: [Int32], _ verdicts: [Verdict], _ network: FacetNetwork, _ chance: inout Chance
    ) {
      let (width, depth, lanes) = (network.width, network.depth, Block.scalarCount)
      columns.removeAll(keepingCapacity: true)
      for column in row where chance.share() >= Float(options.columnsLeftOut) {
        columns.append(column)
      }
      network.hidden(columns, into: &sums)
      let kept = 1 / (1 - Float(options.facetsLeftOut))
      for facet in 0..<network.facets where sums[facet / lanes][facet % lanes] > 0 {
        sums[facet / lanes][facet % lanes] *=
          chance.share() < Float(options.facetsLeftOut) ? 0 : kept
      }
      network.odds(sums, into: &odds)
      // The slope of the logistic loss: how sure it is, less what is said.
      for output in 0..<network.outputs {
        let (block, lane) = (output / lanes, output % lanes)
        odds[block][lane] =
          verdicts[output] == .nothing
          ? 0 : 1 / (1 + exp(-odds[block][lane])) - (verdicts[output] == .yes ? 1 : 0)
      }
      for block in 0..<depth { bias[block] += odds[block] }
      for block in 0..<width { back[block] = .zero }
      for facet in 0..<network.facets {
        let sum = sums[facet / lanes][facet % lanes]
        guard sum > 0 else { continue }
        var slope = Block.zero
        for block in 0..<depth {
          outer[facet * depth + block] += odds[block] * sum
          slope += odds[block] * network.outer[facet * depth + block]
        }
        back[facet / lanes][facet % lanes] = slope.sum() * kept
      }
      for block in 0..<width { outset[block] += back[block] }
      for column in columns {
        if !isTouched[Int(column)] {
          isTouched[Int(column)] = true
          touched.append(column)
        }
        let start = Int(column) * width
        for block in 0..<width { inner[start + block] += back[block] }
      }
    }

    mutating func scale(by factor: Float) {
      let width = outset.count
      for column in touched {
        for block in 0..<width { inner[Int(column) * width + block] *= factor }
      }
      for index in outset.indices { outset[index] *= factor }
      for index in outer.indices { outer[index] *= factor }
      for index in bias.indices { bias[index] *= factor }
    }
  }
}
