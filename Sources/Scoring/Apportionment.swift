extension Hundredths {
  /// Splits a total in proportion to weights so that the parts sum exactly to it: each gets its whole
  /// hundredths, and those left over go to the largest remainders, the first of equals first (Hamilton's
  /// method).
  ///
  /// Without any weight every part is zero.
  ///
  /// - Complexity: O(n log n) over the weights.
  package static func apportion(_ total: Hundredths, by weights: [Int]) -> [Hundredths] {
    let sum = weights.reduce(Int128(0)) { $0 + Int128(max(0, $1)) }
    guard sum > 0, total.count > 0 else { return weights.map { _ in .zero } }
    var counts: [Int] = []
    var remainders: [(index: Int, rest: Int128)] = []
    for (index, weight) in weights.enumerated() {
      let (whole, rest) = (Int128(max(0, weight)) * Int128(total.count))
        .quotientAndRemainder(dividingBy: sum)
      counts.append(Int(whole))
      remainders.append((index, rest))
    }
    remainders.sort { $0.rest != $1.rest ? $0.rest > $1.rest : $0.index < $1.index }
    for (index, _) in remainders.prefix(total.count - counts.reduce(0, +)) { counts[index] += 1 }
    return counts.map(Hundredths.init(count:))
  }
}
