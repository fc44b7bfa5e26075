internal import Findings
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Stratum 6, second part: the sentences whose words weigh enough for a signal together.
  ///
  /// A signal's patterns go before its scorecard: where one of them matched in a sentence, or matched and
  /// fell, the sentence is not weighed for it.
  ///
  /// - Complexity: O(features of each sentence and around it × the cards that weigh them).
  mutating func weighSentences(requirementsUnmet unmet: (SignalID, _ sentence: Int) -> Bool) {
    guard !index.cards.isEmpty else { return }
    let present = sentences.indices.map { features(of: $0) }
    var decided: Set<Weighing> = []
    for candidate in candidates {
      decided.insert(Weighing(sentence: candidate.sentence, signal: candidate.signal))
    }
    for sentence in sentences.indices where !sentences[sentence].isCopy {
      var points: [SignalID: Int] = [:]
      for feature in present[sentence] {
        for entry in index.cards[feature] ?? [] where !entry.isAround {
          points[entry.signal, default: 0] += entry.points
        }
      }
      points = points.filter { signal, sum in
        guard let card = rules.signals[signal.row].scorecard else { return false }
        return 100 * sum >= Limits.shareInSentence * card.threshold
      }
      guard !points.isEmpty else { continue }
      for feature in around(sentence, { present[$0] }) {
        for entry in index.cards[feature] ?? []
        where entry.isAround && points[entry.signal] != nil {
          points[entry.signal, default: 0] += entry.points
        }
      }
      for (signal, sum) in points.sorted(by: { $0.key < $1.key }) {
        guard let card = rules.signals[signal.row].scorecard, sum >= card.threshold,
          !decided.contains(Weighing(sentence: sentence, signal: signal)),
          let candidate = weighed(signal, card, sum, sentence, unmet: unmet(signal, sentence))
        else { continue }
        candidates.append(candidate)
      }
    }
  }

  /// The stance whose scorecard a sentence passes by most, of those that may be said.
  func weighedStance(of sentence: Int, never: [Stance]) -> Stance? {
    var best: (stance: Stance, surplus: Int)?
    var features: (here: Set<Scorecard.Feature>, around: Set<Scorecard.Feature>)?
    for cue in rules.stanceCues where !never.contains(cue.stance) {
      // Nothing is alleged where nobody accuses.
      if cue.stance == .alleged, !isAccusation(near: sentence) { continue }
      guard let card = cue.scorecard else { continue }
      if features == nil {
        features = (self.features(of: sentence), around(sentence, self.features(of:)))
      }
      let sum = card.weights.reduce(0) { sum, weight in
        let isThere =
          weight.isAround
          ? features?.around.contains(weight.feature) : features?.here.contains(weight.feature)
        return sum + (isThere ?? false ? weight.points : 0)
      }
      let surplus = sum - card.threshold
      if surplus >= 0, surplus > best?.surplus ?? -1 { best = (cue.stance, surplus) }
    }
    return best?.stance
  }

  /// Whether a word with which somebody accuses stands in a sentence or around it.
  private func isAccusation(near sentence: Int) -> Bool {
    guard let row = paragraphs[sentences[sentence].paragraph].language?.row else { return false }
    return vicinity(of: sentence).contains { other in
      terms[sentences[other].terms].contains { index.accusing[row].contains($0.concept) }
    }
  }

  private struct Weighing: Hashable {
    var sentence: Int
    var signal: SignalID
  }

  /// What a sentence has that a scorecard may weigh.
  private func features(of sentence: Int) -> Set<Scorecard.Feature> {
    var found = Set(terms[sentences[sentence].terms].map { Scorecard.Feature.concept($0.concept) })
    for trait in traits(of: sentence) { found.insert(.trait(trait)) }
    return found
  }

  /// What a sentence has besides words of vocabularies.
  func traits(of sentence: Int) -> [SentenceTrait] {
    var found: [SentenceTrait] = []
    if !amounts(in: sentence).isEmpty { found.append(.money) }
    if !numbers(in: sentence).isEmpty { found.append(.number) }
    if let language = language(of: sentence) {
      if language.negations.contains(where: { has($0.concept, in: sentence) }) {
        found.append(.negation)
      }
      if language.suppositions.contains(where: { has($0.concept, in: sentence) }) {
        found.append(.supposition)
      }
    }
    let actors = Set(sentences[sentence].mentions.compactMap { mentions[$0].actor })
    let companies = actors.count { !$0.isBody && $0 != .unnamed }
    if companies > 0 { found.append(.company) }
    if companies > 1 { found.append(.companies) }
    if actors.contains(where: \.isBody) { found.append(.body) }
    return found
  }

  /// The sentences that count as around one, itself among them.
  private func vicinity(of sentence: Int) -> ClosedRange<Int> {
    max(
      0, sentence - Limits.aroundSentences)...min(
        sentences.count - 1, sentence + Limits.aroundSentences)
  }

  /// What the sentences around one have, each asked for by `features`.
  private func around(
    _ sentence: Int, _ features: (Int) -> Set<Scorecard.Feature>
  ) -> Set<Scorecard.Feature> {
    vicinity(of: sentence).reduce(into: []) { found, other in
      if other != sentence { found.formUnion(features(other)) }
    }
  }

  /// The candidate of a sentence that weighs enough: its act is the heaviest word, and its words are those
  /// that speak for it, heaviest first.
  private func weighed(
    _ signal: SignalID, _ card: Scorecard, _ sum: Int, _ sentence: Int, unmet: Bool
  ) -> Candidate? {
    var words: [(term: Term, points: Int)] = []
    for weight in card.weights where weight.points > 0 && !weight.isAround {
      if case .concept(let concept) = weight.feature,
        let term = places(of: concept, in: sentence).first
      {
        words.append((term, weight.points))
      }
    }
    words.sort { ($1.points, $0.term.range) < ($0.points, $1.term.range) }
    // A word that several vocabularies have is one reason, not several.
    var reasons: [(term: Term, points: Int)] = []
    for word in words where !reasons.contains(where: { $0.term.range.overlaps(word.term.range) }) {
      reasons.append(word)
    }
    let own = reasons.reduce(0) { $0 + $1.points }
    guard let heaviest = reasons.first, reasons.count >= Limits.weighedReasons,
      100 * own >= Limits.shareOfReasons * card.threshold
    else { return nil }
    let kept = reasons.prefix(Limits.weighedWords)
    let range = kept.reduce(heaviest.term.range) { $0.union($1.term.range) }
    let said = kept.map { "\($0.points) {\(rules.concepts[$0.term.concept.row].id)}" }
    let pattern = Pattern(
      order: .near, elements: [], gaps: [], scope: .sentences(1),
      text: "weighs \(sum): \(said.joined(separator: ", ")), suffices \(card.threshold)",
      place: card.place)
    var candidate = Candidate(
      signal: signal, pattern: pattern, sentence: sentence, terms: kept.map(\.term),
      act: heaviest.term.range, range: range, fate: .unattributed)
    let faults = kept.prefix(Limits.weighedActs).lazy.compactMap { word in
      var asked = candidate
      asked.act = word.term.range
      return self.fault(of: asked)
    }
    if let reason = faults.first {
      candidate.fate = reason
    } else if unmet {
      candidate.fate = Self.outOfContext
    }
    return candidate
  }
}
