/// A network of one hidden layer over rows of ones and zeros: what columns weigh for each facet, and what the
/// facets whose sums are above 0 weigh for each output.
///
/// Facets and outputs stand in blocks of sixteen, which the processor adds at once.
struct FacetNetwork: Sendable {
  typealias Block = SIMD16<Float>

  /// How many columns, facets and outputs there are; what fills up the last block weighs nothing.
  let columns: Int
  let facets: Int
  let outputs: Int
  /// Blocks of facets, and of outputs.
  let width: Int
  let depth: Int

  /// By column, then by block of facets.
  var inner: [Block]
  /// Where the sums of the facets begin.
  var outset: [Block]
  /// By facet, then by block of outputs.
  var outer: [Block]
  /// Where the log-odds of the outputs begin.
  var bias: [Block]

  /// A network whose weights are nothing.
  init(columns: Int, facets: Int, outputs: Int) {
    (self.columns, self.facets, self.outputs) = (columns, facets, outputs)
    width = Self.blocks(of: facets)
    depth = Self.blocks(of: outputs)
    inner = [Block](repeating: .zero, count: columns * width)
    outset = [Block](repeating: .zero, count: width)
    outer = [Block](repeating: .zero, count: width * Block.scalarCount * depth)
    bias = [Block](repeating: .zero, count: depth)
  }

  static func blocks(of count: Int) -> Int { (count + Block.scalarCount - 1) / Block.scalarCount }

  /// What a column weighs for a facet.
  func weight(of column: Int, in facet: Int) -> Float {
    inner[column * width + facet / Block.scalarCount][facet % Block.scalarCount]
  }

  /// What a facet weighs for an output.
  func weight(ofFacet facet: Int, in output: Int) -> Float {
    outer[facet * depth + output / Block.scalarCount][output % Block.scalarCount]
  }

  /// The log-odds of each output that nothing speaks for.
  var biases: [Double] {
    (0..<outputs).map { Double(bias[$0 / Block.scalarCount][$0 % Block.scalarCount]) }
  }

  /// The sums of the facets, where they are above 0.
  ///
  /// - Complexity: O(columns of the row × facets).
  func hidden(_ row: some Sequence<Int32>, into sums: inout [Block]) {
    for block in 0..<width { sums[block] = outset[block] }
    for column in row {
      let start = Int(column) * width
      for block in 0..<width { sums[block] += inner[start + block] }
    }
    for block in 0..<width { sums[block] = pointwiseMax(sums[block], .zero) }
  }

  /// The log-odds of the outputs, of facets that sum up to so much.
  ///
  /// - Complexity: O(facets × outputs).
  func odds(_ sums: [Block], into odds: inout [Block]) {
    for block in 0..<depth { odds[block] = bias[block] }
    for facet in 0..<facets {
      let sum = sums[facet / Block.scalarCount][facet % Block.scalarCount]
      guard sum > 0 else { continue }
      for block in 0..<depth { odds[block] += outer[facet * depth + block] * sum }
    }
  }

  /// The log-odds of each output of a row.
  func scores(_ row: [Int32]) -> [Float] {
    var sums = [Block](repeating: .zero, count: width)
    var odds = [Block](repeating: .zero, count: depth)
    hidden(row, into: &sums)
    self.odds(sums, into: &odds)
    return (0..<outputs).map { odds[$0 / Block.scalarCount][$0 % Block.scalarCount] }
  }
}
