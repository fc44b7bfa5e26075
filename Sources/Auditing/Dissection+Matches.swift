internal import RuleCompilation
internal import SourceText

extension Pattern {
  /// The first `{…}`: what negations and suppositions are asked about.
  var act: (index: Int, concepts: [ConceptID], negated: Bool)? {
    for (index, element) in elements.enumerated() {
      if case .concepts(let concepts, let negated) = element { return (index, concepts, negated) }
    }
    return nil
  }

  /// How many elements ask for words of vocabularies.
  var vocabularies: Int {
    elements.count { if case .concepts = $0 { true } else { false } }
  }
}

extension Dissection {
  /// Stratum 6: where the patterns of the signals match; what is negated, supposed, asked, excluded or
  /// taken back falls, with its reason.
  mutating func findMatches() {
    // By row of the concept: whether the article has a word of it.
    var present = [Bool](repeating: false, count: rules.concepts.count)
    for term in terms { present[term.concept.row] = true }
    for sentence in sentences.indices where !sentences[sentence].isCopy {
      var tried: Set<RuleIndex.Entry> = []
      var last: Int32?
      for (number, _) in sentences[sentence].byConcept where number != last {
        last = number
        for entry in index.byAct[Int(number)] where tried.insert(entry).inserted {
          let pattern = rules.signals[entry.signal.row].matches[entry.pattern]
          let matches = search(pattern, in: window(pattern.scope, at: sentence))
          guard !matches.isEmpty, let contexts = contexts(of: pattern, at: sentence, present)
          else { continue }
          let unmet = isUnmet(entry.signal, in: sentence, present)
          for match in matches {
            if var candidate = candidate(entry.signal, pattern, match, sentence, unmet: unmet) {
              candidate.terms += contexts
              candidates.append(candidate)
            }
          }
        }
      }
    }
    weighSentences(present)
    admitByCompany()
    settleCandidates()
  }

  /// Whether what a signal requires of the article or the paragraph is not there; `present` says by row of the
  /// concept whether the article has a word of it.
  func isUnmet(_ signal: SignalID, in sentence: Int, _ present: [Bool]) -> Bool {
    rules.signals[signal.row].requirements.contains { requirement in
      requirement.concepts.allSatisfy { concept in
        if requirement.scope == .article { return !present[concept.row] }
        let around = paragraphs[sentences[sentence].paragraph].sentences
        return !around.contains { has(concept, in: $0) }
      }
    }
  }

  /// The words that a pattern wants beside it, the nearest of each; nil if one is not there.
  private func contexts(
    of pattern: Pattern, at sentence: Int, _ present: [Bool]
  ) -> [Term]? {
    var found: [Term] = []
    for context in pattern.contexts {
      guard context.concepts.contains(where: { present[$0.row] }) else { return nil }
      let nearby: Range<Int> =
        switch context.scope {
        case .sentences(let count):
          max(0, sentence - count + 1)..<min(sentences.count, sentence + count)
        case .article: sentences.indices
        case .words, .paragraph: window(context.scope, at: sentence)
        }
      let nearest = nearby.sorted { abs($0 - sentence) < abs($1 - sentence) }
      let term = nearest.lazy.compactMap { other in
        context.concepts.lazy.compactMap { self.places(of: $0, in: other).first }.first
      }.first
      guard let term else { return nil }
      found.append(term)
    }
    return found
  }

  /// The sentences of a pattern's window, seen from the sentence of its act.
  private func window(_ scope: Scope, at sentence: Int) -> Range<Int> {
    let paragraph = paragraphs[sentences[sentence].paragraph].sentences
    switch scope {
    case .words: return sentence..<sentence + 1
    case .sentences(let count):
      return max(
        paragraph.lowerBound, sentence - count + 1)..<min(paragraph.upperBound, sentence + count)
    case .paragraph, .article:
      return max(
        paragraph.lowerBound, sentence - Limits.paragraphReach)..<min(
          paragraph.upperBound, sentence + Limits.paragraphReach + 1)
    }
  }

  private func candidate(
    _ signal: SignalID, _ pattern: Pattern, _ match: PatternMatch, _ sentence: Int, unmet: Bool
  ) -> Candidate? {
    var matched: [Term] = []
    var act = match.range
    for (index, binding) in match.bindings.enumerated() {
      guard case .term(let term) = binding else { continue }
      matched.append(term)
      if index == pattern.act?.index { act = term.range }
    }
    guard sentences[sentence].range.contains(act) else { return nil }
    var candidate = Candidate(
      signal: signal, pattern: pattern, sentence: sentence, terms: matched, act: act,
      range: match.range, fate: .unattributed)
    for (element, binding) in zip(pattern.elements, match.bindings) {
      if case .role(let role) = element, case .mention(let index) = binding {
        if role == Role.actor, let actor = mentions[index].actor {
          candidate.pair.append((actor, index, "pattern"))
        } else if let actor = mentions[index].actor {
          candidate.barred.insert(actor)
        }
      }
    }
    if let reason = fault(of: candidate, match) {
      candidate.fate = reason
    } else if unmet {
      candidate.fate = Self.outOfContext
    }
    return candidate
  }

  /// What becomes of a match whose pattern asks for a negation that is not there.
  static let notNegated = Candidate.Fate.fell(stratum: "negation", reason: "not negated")
  /// What becomes of a match outside the context that its signal requires.
  static let outOfContext = Candidate.Fate.fell(stratum: "signal", reason: "requires")

  /// What lacks the context that its signal requires is in it all the same if the article reports a
  /// conduct that needs none: a fine beside a leak is a fine over data.
  private mutating func admitByCompany() {
    let hasConduct = candidates.contains {
      !$0.hasFallen && rules.signals[$0.signal.row].requirements.isEmpty
    }
    guard hasConduct else { return }
    for index in candidates.indices where candidates[index].fate == Self.outOfContext {
      candidates[index].fate = .unattributed
    }
  }

  private func fault(of candidate: Candidate, _ match: PatternMatch) -> Candidate.Fate? {
    let negations = language(of: candidate.sentence)?.negations ?? []
    for (element, binding) in zip(candidate.pattern.elements, match.bindings) {
      guard case .concepts(_, let negated) = element, case .term(let term) = binding, negated else {
        continue
      }
      if reaching(
        negations, term.range, in: candidate.sentence, sparing: []) == nil
      {
        return Self.notNegated
      }
    }
    return fault(of: candidate)
  }

  /// The word that negates the act of a candidate, unless its pattern asks for one.
  func negation(of candidate: Candidate) -> ByteRange? {
    guard candidate.pattern.act?.negated != true, !candidate.pattern.hasNegation else { return nil }
    return reaching(
      language(of: candidate.sentence)?.negations ?? [], candidate.act, in: candidate.sentence,
      sparing: candidate.terms.flatMap(\.pieces))
  }

  /// What speaks against a candidate in its sentence.
  func fault(of candidate: Candidate) -> Candidate.Fate? {
    faultOfAct(candidate) ?? faultOfSentence(candidate)
  }

  /// A negation or supposition of a candidate's act.
  func faultOfAct(_ candidate: Candidate) -> Candidate.Fate? {
    if let cue = negation(of: candidate) {
      return .fell(stratum: "negation", reason: text(cue))
    }
    let suppositions = language(of: candidate.sentence)?.suppositions ?? []
    let matched = candidate.terms.flatMap(\.pieces)
    if let cue = reaching(
      suppositions, candidate.act, in: candidate.sentence, sparing: matched)
    {
      return .fell(stratum: "negation", reason: "supposed: \(text(cue))")
    }
    return nil
  }

  /// What takes back all that a candidate's sentence says: it is a question, an exclusion of the signal
  /// stands in it, or a word of it or of the next revokes it.
  func faultOfSentence(_ candidate: Candidate) -> Candidate.Fate? {
    if sentences[candidate.sentence].isQuestion {
      return .fell(stratum: "sentence", reason: "question")
    }
    for exclusion in rules.signals[candidate.signal.row].exclusions
    where !search(exclusion, in: candidate.sentence..<candidate.sentence + 1).isEmpty {
      return .fell(stratum: "signal", reason: "unless: \(exclusion.text)")
    }
    if isRetracted(candidate.sentence) { return .fell(stratum: "sentence", reason: "taken back") }
    return nil
  }

  /// The first word with a reach that reaches a range, unless it is part of what matched or is spared.
  func reaching(
    _ reaches: [Reach], _ range: ByteRange, in sentence: Int, sparing matched: [ByteRange]
  ) -> ByteRange? {
    let spared =
      language(of: sentence).map { places(of: $0.spared, in: sentence).map(\.range) } ?? []
    for reach in reaches {
      for cue in places(of: reach.concept, in: sentence).map(\.range) {
        if matched.contains(where: { $0.overlaps(cue) })
          || spared.contains(where: { $0.contains(cue) })
        {
          continue
        }
        switch reach.extent {
        case .wordsAfter(let count):
          if cue.end <= range.start, wordsBetween(cue, range) < count { return cue }
        case .wordsBefore(let count):
          // Suffixes stand inside the word that they negate.
          if cue.start >= range.start, cue.end > range.end || cue.overlaps(range),
            wordsBetween(range, cue) < count
          {
            return cue
          }
        case .sentence: return cue
        case .sentenceBefore: continue
        }
      }
    }
    return nil
  }

  /// Whether a word of the sentence, or of the next, takes back what it says.
  private func isRetracted(_ sentence: Int) -> Bool {
    guard let language = language(of: sentence) else { return false }
    let next = sentence + 1
    for retraction in language.retractions {
      switch retraction.extent {
      case .sentenceBefore:
        if next < sentences.count, sentences[next].paragraph == sentences[sentence].paragraph,
          has(retraction.concept, in: next)
        {
          return true
        }
      default:
        if has(retraction.concept, in: sentence) { return true }
      }
    }
    return false
  }

  /// Of the candidates of one signal whose acts overlap in a sentence the one that explains most stays:
  /// one that did not fall before one that did, one that needs no risk beside it, then more elements, then the smaller window.
  private mutating func settleCandidates() {
    func isBetter(_ a: Candidate, _ b: Candidate) -> Bool {
      if a.hasFallen != b.hasFallen { return !a.hasFallen }
      if a.pattern.besideRisk != b.pattern.besideRisk { return b.pattern.besideRisk }
      if a.pattern.elements.count != b.pattern.elements.count {
        return a.pattern.elements.count > b.pattern.elements.count
      }
      return (a.range.count, a.pattern.place.line) < (b.range.count, b.pattern.place.line)
    }
    var kept: [Candidate] = []
    var start = 0
    candidates.sort { ($0.sentence, $0.signal, $0.act) < ($1.sentence, $1.signal, $1.act) }
    while start < candidates.count {
      var end = start
      while end < candidates.count, candidates[end].sentence == candidates[start].sentence,
        candidates[end].signal == candidates[start].signal
      {
        end += 1
      }
      var chosen: [Candidate] = []
      for candidate in candidates[start..<end].sorted(by: isBetter)
      where !chosen.contains(where: { $0.act.overlaps(candidate.act) }) {
        chosen.append(candidate)
      }
      kept += chosen.sorted { $0.act < $1.act }
      start = end
    }
    candidates = kept
  }
}

extension Pattern {
  /// Whether an element asks for a negation, which is then spent.
  var hasNegation: Bool {
    elements.contains { if case .concepts(_, true) = $0 { true } else { false } }
  }
}
