/// Fitted weights as statements of a rule file.
enum WeighedLines {
  /// Weights that one line holds.
  static let weightsPerLine = 6

  /// Statements of a few weights each, heaviest first.
  ///
  /// - Parameters:
  ///   - words: What each statement begins with, such as `weighs against`.
  ///   - weights: What is weighed, as rules write it, and its points, whose sign the words give.
  static func lines(_ words: [String], _ weights: [(name: String, points: Int)]) -> [String] {
    var rest = weights.sorted { (-abs($0.points), $0.name) < (-abs($1.points), $1.name) }[...]
    var lines: [String] = []
    while !rest.isEmpty {
      let some = rest.prefix(weightsPerLine).map { "\(abs($0.points)) \($0.name)" }
      lines.append("  \(words.joined(separator: " ")) \(some.joined(separator: ", "))")
      rest = rest.dropFirst(weightsPerLine)
    }
    return lines
  }
}
