internal import Findings
internal import Foundation
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Stratum 6, second part: the sentences whose words weigh enough for a signal together, and the matches
  /// of patterns in sentences that weigh too little, which fall.
  ///
  /// What is weighed goes before what a pattern matched: a pattern counts where the words do not suffice. But
  /// where a pattern matched that says more than its signal (whose conduct it is, how firmly), or matched and
  /// fell ("never sold data"), its signal is not weighed.
  ///
  /// - Parameter present: By row of the concept: whether the article has a word of it.
  /// - Complexity: O(features of each sentence and around it × the cards that weigh them).
  mutating func weighSentences(_ present: [Bool]) {
    guard !index.weights.isEmpty || !index.network.isEmpty else { return }
    sum()
    var (matched, decided): (Set<Weighing>, Set<Weighing>) = ([], [])
    for candidate in candidates where candidate.fate != Self.notNegated {
      let weighing = Weighing(sentence: candidate.sentence, signal: candidate.signal)
      matched.insert(weighing)
      if candidate.hasFallen || candidate.pattern.isExplicit { decided.insert(weighing) }
    }
    var sufficing: Set<Weighing> = []
    for sentence in sentences.indices
    where !sums[sentence].isEmpty && sentences[sentence].range.count <= Limits.weighedBytes {
      for row in rules.signals.indices
      where sums[sentence][row] >= index.weights.leastSums[row] {
        let weighing = Weighing(sentence: sentence, signal: SignalID(row))
        guard let card = rules.signals[row].scorecard, !decided.contains(weighing) else { continue }
        let lack = max(0, card.threshold - sums[sentence][row])
        guard lack == 0 || !matched.contains(weighing),
          var candidate = weighed(
            weighing.signal, card, sums[sentence][row], sentence,
            unmet: isUnmet(weighing.signal, in: sentence, present))
        else { continue }
        // Words that are nobody's leave it to the pattern to say whose they are.
        if matched.contains(weighing), actors(of: candidate).isEmpty { continue }
        candidate.lack = lack
        candidates.append(candidate)
        if !candidate.hasFallen { sufficing.insert(weighing) }
      }
    }
    candidates.removeAll {
      !$0.isWeighed
        && sufficing.contains(Weighing(sentence: $0.sentence, signal: $0.signal))
    }
    dropIrrelevant()
    for index in candidates.indices where !candidates[index].hasFallen {
      let (row, sentence) = (candidates[index].signal.row, candidates[index].sentence)
      guard let card = rules.signals[row].scorecard, !sums[sentence].isEmpty else { continue }
      if !candidates[index].isWeighed, let needs = card.needs, sums[sentence][row] < needs,
        candidates[index].pattern.vocabularies < Limits.vocabulariesThatSuffice
      {
        candidates[index].fate = .fell(
          stratum: "weight", reason: "\(sums[sentence][row]) of \(needs)")
      }
    }
  }

  /// In an article that weighs too little to be about such matters a signal that is weighed is found only
  /// where its sentence weighs as much more than suffices; one sentence alone does not say what a text is about.
  ///
  /// - Complexity: O(candidates).
  private mutating func dropIrrelevant() {
    guard let relevance, let suffices = rules.relevance?.threshold, relevance < suffices,
      sentences.count(where: { !$0.isCopy }) >= Limits.relevantSentences
    else { return }
    for index in candidates.indices where !candidates[index].hasFallen {
      let (row, sentence) = (candidates[index].signal.row, candidates[index].sentence)
      guard let card = rules.signals[row].scorecard, !sums[sentence].isEmpty,
        sums[sentence][row] - card.threshold < suffices - relevance
      else { continue }
      candidates[index].fate = .fell(
        stratum: "relevance", reason: "the article weighs \(relevance) of \(suffices)")
    }
  }

  /// Keeps what weighs too little alone where several sentences say it of one company.
  ///
  /// Together they must have the odds of one that suffices, and none beside them may suffice: beside one that
  /// does they only support it.
  ///
  /// Points are log-odds, so that what a sentence lacks leaves it a share of e^(-lack/10).
  ///
  /// - Complexity: O(candidates).
  mutating func settleTogether() {
    var shares: [Saying: Double] = [:]
    for candidate in candidates where !candidate.hasFallen {
      for pair in candidate.pair {
        // Beside one that suffices the others only repeat it, and may tell it less firmly.
        let share =
          candidate.lack == 0
          ? .infinity : exp(-Double(candidate.lack) / Scorecard.pointsPerLogOdds)
        shares[Saying(actor: pair.actor, signal: candidate.signal), default: 0] += share
      }
    }
    addSupport()
    for index in candidates.indices where candidates[index].lack > 0 {
      let signal = candidates[index].signal
      candidates[index].pair.removeAll { pair in
        !(1..<Double.infinity).contains(shares[Saying(actor: pair.actor, signal: signal)] ?? 0)
      }
    }
    candidates.removeAll { $0.lack > 0 && ($0.hasFallen || $0.pair.isEmpty) }
  }

  /// Gives what suffices first, in the order of the text, of each company and signal the sentences that
  /// lack least.
  ///
  /// - Complexity: O(n log n) in the candidates.
  private mutating func addSupport() {
    var first: [Saying: Int] = [:]
    var quoted: Set<Weighing> = []
    for index in candidates.indices
    where !candidates[index].hasFallen && candidates[index].lack == 0 {
      let signal = candidates[index].signal
      quoted.insert(Weighing(sentence: candidates[index].sentence, signal: signal))
      for pair in candidates[index].pair {
        let saying = Saying(actor: pair.actor, signal: signal)
        if let known = first[saying],
          candidates[known].sentence <= candidates[index].sentence
        {
          continue
        }
        first[saying] = index
      }
    }
    let lacking = candidates.filter { $0.lack > 0 && !$0.hasFallen }
      .sorted { ($0.lack, $0.sentence) < ($1.lack, $1.sentence) }
    for candidate in lacking
    where !quoted.contains(Weighing(sentence: candidate.sentence, signal: candidate.signal)) {
      for pair in candidate.pair {
        guard let index = first[Saying(actor: pair.actor, signal: candidate.signal)],
          candidates[index].support.count(where: { $0.actor == pair.actor })
            < Limits.supportingQuotes
        else { continue }
        candidates[index].support.append((pair.actor, candidate))
      }
    }
  }

  private struct Saying: Hashable {
    var actor: Actor
    var signal: SignalID
  }

  /// Sums up what each sentence weighs for each scorecard.
  private mutating func sum() {
    let traits = sentences.indices.map { self.traits(of: $0) }
    // A copy says nothing again.
    let features = sentences.indices.map { sentence in
      sentences[sentence].isCopy
        ? index.weights.none
        : index.weights.features(
          concepts: terms[sentences[sentence].terms].lazy.map(\.concept),
          traits: traits[sentence].filter { !$0.isOfSentenceAlone },
          kinds: kindsOfCompany(in: sentence))
    }
    var anywhere = index.weights.none
    var repeated = index.weights.none
    for sentence in sentences.indices {
      repeated.formUnion(anywhere.formUnion(features[sentence]))
    }
    var ofArticle = index.weights.outset
    index.weights.add(anywhere, at: .article, to: &ofArticle)
    index.weights.add(repeated, at: .often, to: &ofArticle)
    relevance = rules.relevance == nil ? nil : index.weights.relevance(of: ofArticle)
    weighable = features
    (awake, unsettled) = ([], [])
    read(traits)
    sums = sentences.indices.map { sentence in
      if sentences[sentence].isCopy {
        awake.append(nil)
        unsettled.append([])
        return []
      }
      var sums = ofArticle
      var own = features[sentence]
      own.formUnion(
        index.weights.features(
          concepts: [], traits: traits[sentence].filter(\.isOfSentenceAlone), kinds: []))
      index.weights.add(own, at: .sentence, to: &sums)
      index.weights.add(
        index.weights.features(concepts: repeatedConcepts(in: sentence), traits: [], kinds: []),
        at: .twice, to: &sums)
      var around = index.weights.none
      for other in vicinity(of: sentence) where other != sentence {
        around.formUnion(features[other])
      }
      index.weights.add(around, at: .around, to: &sums)
      unsettled.append(index.weights.firmness(of: sums))
      awake.append(index.weights.settle(&sums))
      if let reading {
        for row in rules.signals.indices {
          sums[row] += index.network.points(of: SignalID(row), in: sentence, reading)
        }
      }
      return sums
    }
  }

  /// Reads the sentences by the network; a copy has nothing.
  ///
  /// - Complexity: that of `SentenceNetwork.read`.
  private mutating func read(_ traits: [[SentenceTrait]]) {
    guard !index.network.isEmpty else { return }
    reading = index.network.read(
      sentences.indices.map { sentence in
        if sentences[sentence].isCopy { return [] }
        return index.network.columns(
          concepts: terms[sentences[sentence].terms].lazy.map(\.concept),
          twice: repeatedConcepts(in: sentence), traits: traits[sentence],
          kinds: kindsOfCompany(in: sentence))
      })
  }

  private struct Weighing: Hashable {
    var sentence: Int
    var signal: SignalID
  }

  /// The vocabularies that have words at two places of a sentence.
  ///
  /// - Complexity: O(terms of the sentence).
  func repeatedConcepts(in sentence: Int) -> [ConceptID] {
    let entries = sentences[sentence].byConcept
    var found: [ConceptID] = []
    var first = 0
    for place in entries.indices {
      if entries[place].concept != entries[first].concept { first = place }
      let concept = ConceptID(Int(entries[place].concept))
      if place > first, found.last != concept,
        !terms[Int(entries[place].term)].range.overlaps(terms[Int(entries[first].term)].range)
      {
        found.append(concept)
      }
    }
    return found
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
    return found + place(of: sentence)
  }

  /// Where a sentence stands, how long it is and whether it asks.
  private func place(of sentence: Int) -> [SentenceTrait] {
    var found: [SentenceTrait] = []
    if paragraphs[sentences[sentence].paragraph].section == .title { found.append(.title) }
    if sentence < Limits.openingSentences { found.append(.opening) }
    if 4 * sentence > 3 * sentences.count { found.append(.late) }
    if sentences[sentence].isQuestion { found.append(.question) }
    let bytes = sentences[sentence].range.count
    return found + SentenceTrait.lengths.filter { bytes > $0.bytes }.map(\.trait)
  }

  /// The sentences that count as around one, itself among them.
  private func vicinity(of sentence: Int) -> ClosedRange<Int> {
    max(
      0, sentence - Limits.aroundSentences)...min(
        sentences.count - 1, sentence + Limits.aroundSentences)
  }

  /// What the words of a sentence weigh for a signal there, those of one vocabulary together.
  ///
  /// Their own weights, and their part in the facets that count: a facet whose sum is above 0 is a plain sum.
  /// What is around the sentence, and where a facet begins, comes on top.
  ///
  /// - Complexity: O(terms of the sentence + facets + what its vocabularies weigh).
  private func pointsOfWords(
    in sentence: Int, for signal: SignalID, _ card: Scorecard
  ) -> [ConceptID: Int] {
    guard let facets = awake[sentence] else { return [:] }
    let present = Set(sentences[sentence].byConcept.lazy.map { ConceptID(Int($0.concept)) })
    var points: [ConceptID: Int] = [:]
    if let reading {
      points = index.network.points(of: present, for: signal, in: sentence, reading)
    }
    let weighed = index.weights.points(of: present, for: signal, card.shares, among: facets)
    for (concept, own) in weighed { points[concept, default: 0] += own }
    return points
  }

  /// The candidate of a sentence that weighs enough: its act is the heaviest word, and its words are those
  /// that speak for it, heaviest first.
  private func weighed(
    _ signal: SignalID, _ card: Scorecard, _ sum: Int, _ sentence: Int, unmet: Bool
  ) -> Candidate? {
    var words: [(term: Term, points: Int)] = []
    for (concept, points) in pointsOfWords(in: sentence, for: signal, card) where points > 0 {
      if let term = places(of: concept, in: sentence).first { words.append((term, points)) }
    }
    words.sort {
      ($1.points, $0.term.range, $0.term.concept) < ($0.points, $1.term.range, $1.term.concept)
    }
    // A word that several vocabularies have is one reason, not several.
    var reasons: [(term: Term, points: Int)] = []
    for word in words where !reasons.contains(where: { $0.term.range.overlaps(word.term.range) }) {
      reasons.append(word)
    }
    guard let heaviest = reasons.first else { return nil }
    let kept = reasons.prefix(Limits.weighedWords)
    let range = kept.reduce(heaviest.term.range) { $0.union($1.term.range) }
    var said = kept.map { "\($0.points) {\(rules.concepts[$0.term.concept.row].id)}" }
    // Lighter words, what stands around, what the article says on the mean, and where sums begin.
    let rest = sum - kept.reduce(0) { $0 + $1.points }
    if rest != 0 { said.append("\(rest) by all else") }
    let pattern = Pattern(
      order: .near, elements: [], gaps: [], scope: .sentences(1), firm: true,
      text: "weighs \(sum): \(said.joined(separator: ", ")), suffices \(card.threshold)",
      place: card.place)
    var candidate = Candidate(
      signal: signal, pattern: pattern, sentence: sentence, terms: kept.map(\.term),
      act: heaviest.term.range, range: range, fate: .unattributed)
    if let reason = faultOfAct(candidate) ?? faultOfSentence(candidate) {
      candidate.fate = reason
    } else if unmet {
      candidate.fate = Self.outOfContext
    }
    return candidate
  }
}
