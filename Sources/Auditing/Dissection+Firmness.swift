internal import Findings
internal import RuleCompilation

extension Dissection {
  /// Settles each find's stance by what its sentence weighs for every stance, beside what words say.
  ///
  /// What the article says elsewhere of the same company and signal counts as much: an article that reports a
  /// lawsuit goes on to tell its claims as a story. What suffices is asked once, of all of it, as it holds how often
  /// a stance is to be expected at all. What a frame's accuser says is alleged, whatever it weighs;
  /// where no stance has a scorecard, what words say holds.
  ///
  /// - Complexity: O(candidates × stances).
  mutating func weighStances(beside said: [Int: Reading], _ weighed: [Int: [Int]]) {
    var points: [Int: [Int]] = [:]
    var all: [Matter: [Int]] = [:]
    // Several candidates of a sentence say the same thing once.
    var counted: [Instance: Int] = [:]
    for index in candidates.indices where !candidates[index].hasFallen {
      let own = stancePoints(of: weighed[index] ?? [], said[index])
      points[index] = own
      for matter in matters(of: candidates[index]) {
        let instance = Instance(matter: matter, sentence: candidates[index].sentence)
        guard counted[instance] == nil else { continue }
        counted[instance] = index
        all[matter] = zip(all[matter] ?? own.map { _ in 0 }, own).map(+)
      }
    }
    let areWeighed = rules.stanceCues.contains { $0.scorecard != nil }
    for (index, own) in points
    where (areWeighed && said[index]?.isAccused != true) || said[index] == nil {
      var sums = own
      if let matter = matters(of: candidates[index]).first {
        let instance = Instance(matter: matter, sentence: candidates[index].sentence)
        if let all = all[matter], let here = counted[instance].flatMap({ points[$0] }) {
          sums = sums.indices.map { sums[$0] + all[$0] - here[$0] }
        }
      }
      for (number, cue) in rules.stanceCues.enumerated() {
        sums[number] -= cue.scorecard?.threshold ?? 0
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
  mutating func weighDenials(_ sums: [Int: [Int]]) {
    guard let card = rules.denialCues.scorecard else { return }
    var weighed: [(index: Int, isDenied: Bool)] = []
    var denied: Set<Matter> = []
    for index in candidates.indices where !candidates[index].hasFallen {
      let candidate = candidates[index]
      guard !rules.signals[candidate.signal.row].isMitigating, let denial = sums[index]?.last
      else { continue }
      let surplus =
        denial - card.threshold
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

  /// A sentence that is evidence of somebody and a signal.
  private struct Instance: Hashable {
    var matter: Matter
    var sentence: Int
  }

  /// What the sentence of a candidate weighs as evidence of its signal against whom it blames, for each stance
  /// and last for being denied: beside its own words and those around it count those of the other sentences
  /// that name or mean them.
  ///
  /// - Complexity: O(what stands in the sentences that name them × the facets that weigh it).
  private func sums(of candidate: Candidate, _ tellings: [Actor: Telling]) -> [Int] {
    guard !unsettled.isEmpty, !unsettled[candidate.sentence].isEmpty else { return [] }
    var theirs = index.weights.none
    for pair in candidate.pair {
      if let telling = tellings[pair.actor] {
        theirs.formUnion(telling.features(without: candidate.sentence, weighable))
      }
    }
    return index.weights.firmness(
      unsettled[candidate.sentence], of: rules.signals[candidate.signal.row].id, theirs)
  }

  /// What candidates weigh for stances and for being denied, by index, but for those that fell.
  ///
  /// - Complexity: O(mentions × columns + candidates + distinct ones of them × what one costs).
  func weighFirmness() -> [Int: [Int]] {
    let tellings = tellings()
    var known: [Evident: [Int]] = [:]
    var found: [Int: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() where !candidate.hasFallen {
      let evident = Evident(
        sentence: candidate.sentence, signal: candidate.signal, actors: candidate.pair.map(\.actor))
      let sums = known[evident] ?? sums(of: candidate, tellings)
      known[evident] = sums
      found[index] = sums
    }
    return found
  }

  /// What a sentence is evidence of, and against whom.
  private struct Evident: Hashable {
    var sentence: Int
    var signal: SignalID
    var actors: [Actor]
  }

  /// What the sentences that name or mean somebody have.
  private struct Telling {
    /// The sentences, in order.
    var sentences: [Int] = []
    /// What any of them has.
    var anywhere: WeightIndex.Features
    /// What two of them have or more.
    var repeated: WeightIndex.Features

    /// What those but one have.
    ///
    /// - Complexity: O(columns).
    func features(without sentence: Int, _ all: [WeightIndex.Features]) -> WeightIndex.Features {
      guard has(sentence) else { return anywhere }
      var rest = anywhere
      rest.subtract(all[sentence])
      rest.formUnion(repeated)
      return rest
    }

    /// Whether a sentence is one of them.
    ///
    /// - Complexity: O(log n).
    private func has(_ sentence: Int) -> Bool {
      var (low, high) = (0, sentences.count)
      while low < high {
        let middle = (low + high) / 2
        if sentences[middle] < sentence { low = middle + 1 } else { high = middle }
      }
      return low < sentences.count && sentences[low] == sentence
    }
  }

  /// What the sentences that name or mean whom a candidate blames have.
  ///
  /// - Complexity: O(mentions × columns).
  private func tellings() -> [Actor: Telling] {
    guard !weighable.isEmpty else { return [:] }
    let blamed = Set(candidates.lazy.filter { !$0.hasFallen }.flatMap { $0.pair.map(\.actor) })
    var tellings: [Actor: Telling] = [:]
    for (actor, profile) in profiles where blamed.contains(actor) {
      var telling = Telling(anywhere: index.weights.none, repeated: index.weights.none)
      for place in profile.places where telling.sentences.last != place.sentence {
        telling.sentences.append(place.sentence)
        telling.repeated.formUnion(telling.anywhere.formUnion(weighable[place.sentence]))
      }
      tellings[actor] = telling
    }
    return tellings
  }

  /// By stance, in the order of the rules: what a candidate's sentence weighs, with what a word that says it counts
  /// for.
  private func stancePoints(of sums: [Int], _ said: Reading?) -> [Int] {
    rules.stanceCues.enumerated().map { number, cue in
      (sums.isEmpty || cue.scorecard == nil ? 0 : sums[number])
        + (said?.stance == cue.stance ? Limits.saidPoints : 0)
    }
  }
}
