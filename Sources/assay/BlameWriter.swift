internal import RuleCompilation

/// Writes the points by which somebody is blamed as rules.
enum BlameWriter {
  /// The `attribution` block.
  static func declaration(of card: BlameCard) -> String {
    var lines = ["## Whose conduct a sentence reports.", "attribution {"]
    for place in BlameCard.Place.allCases {
      let weights = card.weights(at: place).map { (name: text(of: $0.feature), points: $0.points) }
      for isAgainst in [false, true] {
        let words = ["weighs", place.rawValue] + (isAgainst ? ["against"] : [])
        lines += Self.lines(words, weights.filter { ($0.points < 0) == isAgainst })
      }
    }
    lines.append("  suffices \(card.threshold)")
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// The `blames` statements of a signal.
  static func lines(of kinds: [String: Int]) -> [String] {
    let weights = kinds.map { (name: "kind \($0.key)", points: $0.value) }
    return lines(["blames"], weights.filter { $0.points > 0 })
      + lines(["blames", "against"], weights.filter { $0.points < 0 })
  }

  /// Statements of a few weights each, heaviest first.
  private static func lines(
    _ words: [String], _ weights: [(name: String, points: Int)]
  ) -> [String] {
    var rest = weights.sorted { (-abs($0.points), $0.name) < (-abs($1.points), $1.name) }[...]
    var lines: [String] = []
    while !rest.isEmpty {
      let some = rest.prefix(ScorecardWriter.weightsPerLine).map { "\(abs($0.points)) \($0.name)" }
      lines.append("  \(words.joined(separator: " ")) \(some.joined(separator: ", "))")
      rest = rest.dropFirst(ScorecardWriter.weightsPerLine)
    }
    return lines
  }

  private static func text(of feature: BlameCard.Feature) -> String {
    switch feature {
    case .trait(let trait): "<\(trait.rawValue)>"
    case .role(let role): "role \(role)"
    case .everRole(let role): "ever \(role)"
    }
  }
}
