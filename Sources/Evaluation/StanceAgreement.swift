import Findings

/// How well the stances of rightly found pairs agree with their labels.
struct StanceAgreement: Sendable {
  private struct Cell: Hashable, Sendable {
    var gold: Stance
    var found: Stance
  }

  private var cells: [Cell: Int] = [:]

  /// Counts a pair.
  mutating func add(gold: Stance, found: Stance) {
    cells[Cell(gold: gold, found: found), default: 0] += 1
  }

  /// The share of pairs with the right stance.
  var accuracy: Double {
    share(count { $0.gold == $0.found }, of: count { _ in true })
  }

  /// The mean over the stances that occur in the labels of each one's F1: a rare stance weighs as much
  /// as a common one.
  var macroF1: Double {
    let counts = byStance
    // In one order, so that the last digit is the same every time.
    let scores = Stance.allCases.compactMap { counts[$0]?.f1 }
    return scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
  }

  /// The counts of each stance that occurs in the labels.
  var byStance: [Stance: PairCounts] {
    let occurring = Stance.allCases.filter { stance in count { $0.gold == stance } > 0 }
    return Dictionary(
      uniqueKeysWithValues: occurring.map { stance in
        let counts = PairCounts(
          truePositives: count { $0.gold == stance && $0.found == stance },
          falsePositives: count { $0.gold != stance && $0.found == stance },
          falseNegatives: count { $0.gold == stance && $0.found != stance })
        return (stance, counts)
      })
  }

  private func count(_ isCounted: (Cell) -> Bool) -> Int {
    cells.reduce(0) { $0 + (isCounted($1.key) ? $1.value : 0) }
  }
}
