internal import Findings
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Stratum 6, second part: the sentences whose words weigh enough for a signal together, and the matches
  /// of patterns in sentences that weigh too little, which fall.
  ///
  /// A signal's patterns go before its scorecard: where one of them matched in a sentence, or matched and
  /// fell, the sentence is not weighed for it. Where a pattern found another signal, what is weighed must
  /// pass by `Limits.besideSurplus`; where nobody is named, by `Limits.absentSurplus`.
  ///
  /// - Complexity: O(features of each sentence and around it × the cards that weigh them).
  mutating func weighSentences(requirementsUnmet unmet: (SignalID, _ sentence: Int) -> Bool) {
    guard !index.weights.isEmpty else { return }
    sum()
    var decided: Set<Weighing> = []
    // The sentences of which a pattern says what they are about.
    var told: Set<Int> = []
    for candidate in candidates where candidate.fate != Self.notNegated {
      decided.insert(Weighing(sentence: candidate.sentence, signal: candidate.signal))
      if !candidate.hasFallen { told.insert(candidate.sentence) }
    }
    for sentence in sentences.indices
    where !sums[sentence].isEmpty && sentences[sentence].range.count <= Limits.weighedBytes {
      let least =
        told.contains(sentence)
        ? Limits.besideSurplus : sentences[sentence].mentions.isEmpty ? Limits.absentSurplus : 0
      for (row, signal) in rules.signals.enumerated() {
        let id = SignalID(row)
        guard let card = signal.scorecard, sums[sentence][row] - card.threshold >= least,
          !decided.contains(Weighing(sentence: sentence, signal: id))
        else { continue }
        if let candidate = weighed(
          id, card, sums[sentence][row], sentence, unmet: unmet(id, sentence))
        {
          candidates.append(candidate)
        }
      }
    }
    for index in candidates.indices where !candidates[index].hasFallen {
      let (row, sentence) = (candidates[index].signal.row, candidates[index].sentence)
      guard let card = rules.signals[row].scorecard, !sums[sentence].isEmpty else { continue }
      if let needs = card.needs, sums[sentence][row] < needs,
        candidates[index].pattern.vocabularies < Limits.vocabulariesThatSuffice
      {
        candidates[index].fate = .fell(
          stratum: "weight", reason: "\(sums[sentence][row]) of \(needs)")
      }
    }
  }

  /// Sums up what each sentence weighs for each scorecard.
  private mutating func sum() {
    let features = sentences.indices.map { sentence in
      index.weights.features(
        concepts: terms[sentences[sentence].terms].lazy.map(\.concept),
        traits: traits(of: sentence), kinds: kindsOfCompany(in: sentence))
    }
    var ofArticle = index.weights.zeros
    index.weights.add(
      features.reduce(into: index.weights.none) { $0.formUnion($1) }, at: .article, to: &ofArticle)
    sums = sentences.indices.map { sentence in
      if sentences[sentence].isCopy { return [] }
      var sums = ofArticle
      index.weights.add(features[sentence], at: .sentence, to: &sums)
      var around = index.weights.none
      for other in vicinity(of: sentence) where other != sentence {
        around.formUnion(features[other])
      }
      index.weights.add(around, at: .around, to: &sums)
      return sums
    }
  }

  /// The stance whose scorecard a sentence passes by most, of those that may be said.
  func weighedStance(of sentence: Int, never: [Stance]) -> Stance? {
    guard sums.indices.contains(sentence), !sums[sentence].isEmpty else { return nil }
    var best: (stance: Stance, surplus: Int)?
    for (number, cue) in rules.stanceCues.enumerated() where !never.contains(cue.stance) {
      // Nothing is alleged where nobody accuses.
      if cue.stance == .alleged, !isAccusation(near: sentence) { continue }
      guard let card = cue.scorecard else { continue }
      let surplus = sums[sentence][rules.signals.count + number] - card.threshold
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

  /// The kinds of the companies that a sentence names or refers to.
  func kindsOfCompany(in sentence: Int) -> Set<String> {
    sentences[sentence].mentions.reduce(into: []) { found, index in
      if case .company(let id) = mentions[index].actor {
        found.formUnion(rules.companies[id.row].kinds)
      }
    }
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

  /// The candidate of a sentence that weighs enough: its act is the heaviest word, and its words are those
  /// that speak for it, heaviest first.
  private func weighed(
    _ signal: SignalID, _ card: Scorecard, _ sum: Int, _ sentence: Int, unmet: Bool
  ) -> Candidate? {
    var words: [(term: Term, points: Int)] = []
    for weight in card.weights where weight.points > 0 && weight.place == .sentence {
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
    guard let heaviest = reasons.first, reasons.count >= Limits.weighedReasons else { return nil }
    let kept = reasons.prefix(Limits.weighedWords)
    let range = kept.reduce(heaviest.term.range) { $0.union($1.term.range) }
    let said = kept.map { "\($0.points) {\(rules.concepts[$0.term.concept.row].id)}" }
    let pattern = Pattern(
      order: .near, elements: [], gaps: [], scope: .sentences(1), firm: true,
      text: "weighs \(sum): \(said.joined(separator: ", ")), suffices \(card.threshold)",
      place: card.place)
    var candidate = Candidate(
      signal: signal, pattern: pattern, sentence: sentence, terms: kept.map(\.term),
      act: heaviest.term.range, range: range, fate: .unattributed)
    let acts = sum - card.threshold < Limits.outdoingSurplus ? Limits.weighedActs : 1
    let faults = kept.prefix(acts).lazy.compactMap { word in
      var asked = candidate
      asked.act = word.term.range
      return self.faultOfAct(asked)
    }
    if let reason = faults.first ?? faultOfSentence(candidate) {
      candidate.fate = reason
    } else if unmet {
      candidate.fate = Self.outOfContext
    }
    return candidate
  }
}
