internal import Findings
internal import RuleCompilation

extension Dissection {
  /// Settles each find's stance by what its sentence weighs for every stance, beside what words say.
  ///
  /// What the article says elsewhere of the same company and signal counts as much: an article that reports a
  /// lawsuit goes on to tell its claims as a story. What a frame's accuser says is alleged, whatever it weighs;
  /// where no stance has a scorecard, what words say holds.
  ///
  /// - Complexity: O(candidates × stances).
  mutating func weighStances(beside said: [Int: Reading]) {
    var points: [Int: [Int]] = [:]
    var all: [Matter: [Int]] = [:]
    // Several candidates of a sentence say the same thing once.
    var counted: [Telling: Int] = [:]
    for index in candidates.indices where !candidates[index].hasFallen {
      let own = stancePoints(of: candidates[index], said[index])
      points[index] = own
      for matter in matters(of: candidates[index]) {
        let telling = Telling(matter: matter, sentence: candidates[index].sentence)
        guard counted[telling] == nil else { continue }
        counted[telling] = index
        all[matter] = zip(all[matter] ?? own.map { _ in 0 }, own).map(+)
      }
    }
    let areWeighed = rules.stanceCues.contains { $0.scorecard != nil }
    for (index, own) in points
    where (areWeighed && said[index]?.isAccused != true) || said[index] == nil {
      var sums = own
      if let matter = matters(of: candidates[index]).first {
        let telling = Telling(matter: matter, sentence: candidates[index].sentence)
        if let all = all[matter], let here = counted[telling].flatMap({ points[$0] }) {
          sums = sums.indices.map { sums[$0] + all[$0] - here[$0] }
        }
      }
      let never = rules.signals[candidates[index].signal.row].neverStances
      // Firmest first; of what weighs the same the firmer holds.
      var best: (stance: Stance, points: Int)?
      for (number, cue) in rules.stanceCues.enumerated() where !never.contains(cue.stance) {
        if best.map({ sums[number] > $0.points }) ?? true { best = (cue.stance, sums[number]) }
      }
      candidates[index].stance = best?.stance ?? .confirmed
      if said[index]?.stance != candidates[index].stance { candidates[index].cue = nil }
    }
  }

  /// Settles whether each find is denied by what its sentence weighs, beside a denial that is spoken.
  ///
  /// A denial that is spoken holds for all that it reaches, if any of the same company and signal weighs enough.
  ///
  /// - Complexity: O(candidates).
  mutating func weighDenials() {
    guard let card = rules.denialCues.scorecard else { return }
    var weighed: [(index: Int, isDenied: Bool)] = []
    var denied: Set<Matter> = []
    for index in candidates.indices where !candidates[index].hasFallen {
      let candidate = candidates[index]
      guard !rules.signals[candidate.signal.row].isMitigating, !sums[candidate.sentence].isEmpty
      else { continue }
      let surplus =
        self.index.weights.denial(of: sums[candidate.sentence]) - card.threshold
        + (candidate.denied ? Limits.saidDenialPoints : 0)
      weighed.append((index, surplus >= 0))
      if surplus >= 0 { denied.formUnion(matters(of: candidate)) }
    }
    for (index, isDenied) in weighed {
      let isSpoken =
        candidates[index].denied && !denied.isDisjoint(with: matters(of: candidates[index]))
      candidates[index].denied = isDenied || isSpoken
    }
  }

  /// Whom and what a candidate is about, of all whom it blames.
  private func matters(of candidate: Candidate) -> [Matter] {
    candidate.pair.map { Matter(actor: $0.actor, signal: candidate.signal) }
  }

  /// A sentence that tells of somebody and a signal.
  private struct Telling: Hashable {
    var matter: Matter
    var sentence: Int
  }

  /// By stance, in the order of the rules: by how far the words of a candidate's sentence pass what suffices,
  /// with what a word that says it counts for.
  private func stancePoints(of candidate: Candidate, _ said: Reading?) -> [Int] {
    let sums = sums.isEmpty ? [] : sums[candidate.sentence]
    return rules.stanceCues.enumerated().map { number, cue in
      let weighed =
        sums.isEmpty
        ? 0
        : cue.scorecard.map { index.weights.stance(number, of: sums) - $0.threshold } ?? 0
      return weighed + (said?.stance == cue.stance ? Limits.saidPoints : 0)
    }
  }
}
