internal import RuleCompilation

/// What everything that may be told of somebody weighs, as it stands and for each ground, made once a rule set.
struct BlameIndex: Sendable {
  /// What somebody weighs beside a sentence.
  struct Sums: Sendable {
    /// Points, whatever the signal.
    var plain: Int
    /// By ground: tenths of points.
    var grounds: [Int]

    fileprivate mutating func add(_ other: Sums) {
      plain += other.plain
      for row in grounds.indices { grounds[row] += other.grounds[row] }
    }
  }

  private struct Entry: Sendable {
    var plain = 0
    var grounds: [(ground: Int, points: Int)] = []
  }

  private let entries: [BlameWeights.Weighed: Entry]
  private let outsets: [Int]

  /// Indexes the weights of `attribution` and of the grounds.
  ///
  /// - Complexity: O(weights).
  init(_ rules: RuleSet) {
    var entries: [BlameWeights.Weighed: Entry] = [:]
    for (weighed, points) in rules.attribution.weights.points {
      entries[weighed, default: Entry()].plain = points
    }
    for (row, ground) in rules.grounds.enumerated() {
      for (weighed, points) in ground.weights.points {
        entries[weighed, default: Entry()].grounds.append((row, points))
      }
    }
    self.entries = entries
    outsets = rules.grounds.map(\.outset)
  }

  /// What these features of somebody at a place weigh, and these of at least one of the others.
  ///
  /// - Parameter others: What features of all others weigh, less those that nobody but them has.
  /// - Complexity: O(features × the grounds that weigh them).
  func sums(
    _ place: BlameWeights.Place, _ features: Set<BlameWeights.Feature>, others: Sums,
    less alone: some Sequence<BlameWeights.Feature>
  ) -> Sums {
    var sums = Sums(plain: 0, grounds: outsets)
    sums.add(others)
    for feature in features { add(BlameWeights.Weighed(place, feature), 1, to: &sums) }
    for feature in alone {
      add(BlameWeights.Weighed(place, feature, ofOther: true), -1, to: &sums)
    }
    return sums
  }

  /// What features of others weigh for somebody at a place.
  ///
  /// - Complexity: O(features × the grounds that weigh them).
  func sums(
    ofOthers features: some Sequence<BlameWeights.Feature>, at place: BlameWeights.Place
  ) -> Sums {
    var sums = Sums(plain: 0, grounds: outsets.map { _ in 0 })
    for feature in features {
      add(BlameWeights.Weighed(place, feature, ofOther: true), 1, to: &sums)
    }
    return sums
  }

  private func add(_ weighed: BlameWeights.Weighed, _ sign: Int, to sums: inout Sums) {
    guard let entry = entries[weighed] else { return }
    sums.plain += sign * entry.plain
    for (ground, points) in entry.grounds { sums.grounds[ground] += sign * points }
  }
}
