internal import Findings
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Stratum 8: how firmly each find is reported, by the cues of its sentence, and what is denied.
  mutating func readStances() {
    var said: [Int: Reading] = [:]
    for index in candidates.indices where !candidates[index].hasFallen {
      let reading = reading(of: candidates[index])
      said[index] = reading
      candidates[index].stance = reading?.stance ?? .confirmed
      candidates[index].cue = reading?.cue
    }
    let weighed = weighFirmness()
    weighStances(beside: said, weighed)
    markDenials()
    markContradictions()
    weighDenials(weighed)
    keepSupportOfOneMind()
  }

  /// What is quoted in support of an event must not tell it more or less firmly.
  private mutating func keepSupportOfOneMind() {
    for index in candidates.indices where !candidates[index].support.isEmpty {
      let said = candidates[index].stance
      candidates[index].support = candidates[index].support.filter { _, candidate in
        let reading = reading(of: candidate)
        return reading == nil || reading?.stance == said
      }
    }
  }

  /// Who is reported not to have done what the article has it do, denies it: "X says it never sold a
  /// record" beside a report that it sold some.
  private mutating func markContradictions() {
    var denied: [Matter: [Int]] = [:]
    for candidate in candidates where candidate.hasFallen && negation(of: candidate) != nil {
      for pair in actors(of: candidate) where pair.mention != nil {
        denied[Matter(actor: pair.actor, signal: candidate.signal), default: []].append(
          candidate.sentence)
      }
    }
    for index in candidates.indices
    where !candidates[index].hasFallen
      && !rules.signals[candidates[index].signal.row].isMitigating
    {
      let (signal, sentence) = (candidates[index].signal, candidates[index].sentence)
      // As far as a denial that is called so: some sentences back, few ahead.
      let reach = (sentence - Limits.denialAhead)...(sentence + Limits.denialReach)
      let isDenied = candidates[index].pair.contains { pair in
        (denied[Matter(actor: pair.actor, signal: signal)] ?? []).contains(where: reach.contains)
      }
      if isDenied { candidates[index].denied = true }
    }
  }

  /// Whom and what a candidate is about.
  struct Matter: Hashable {
    var actor: Actor
    var signal: SignalID
  }

  /// A stance that is said in so many words.
  struct Reading {
    var stance: Stance
    /// The word, if it is one of the sentence and not the pattern's own.
    var cue: Term?
    /// Whether a frame of the sentence has an accuser, who speaks.
    var isAccused = false
  }

  /// The stance that a candidate's words say: an accuser makes it alleged; else the cue that stands nearest to
  /// the act, `planned` only where it stands before it, and before a confirming one only in what was weighed,
  /// which has no pattern that says what is done; else what the pattern says; nil if nothing does.
  private func reading(of candidate: Candidate) -> Reading? {
    let matched = candidate.terms.flatMap(\.pieces)
    let followsVerb = language(of: candidate.sentence).map(Self.marksAfterVerbs) ?? false
    var nearest: [Stance: Term] = [:]
    let never = rules.signals[candidate.signal.row].neverStances
    for cue in rules.stanceCues where !never.contains(cue.stance) {
      let said = cue.patterns.flatMap {
        search($0, in: candidate.sentence..<candidate.sentence + 1)
      }
      .map { Term(concept: cue.concept, range: $0.range) }
      for term in places(of: cue.concept, in: candidate.sentence) + said {
        if matched.contains(where: { $0.contains(term.range) }) { continue }
        if cue.stance == .planned, distance(term.range, candidate.act) > Limits.planReach {
          continue
        }
        if cue.stance == .confirmed, isDenied(term.range, in: candidate.sentence, followsVerb) {
          continue
        }
        if cue.stance == .planned, !followsVerb, term.range.end > candidate.act.end { continue }
        if let known = nearest[cue.stance],
          distance(known.range, candidate.act) <= distance(term.range, candidate.act)
        {
          continue
        }
        nearest[cue.stance] = term
      }
    }
    if let cue = nearest[.cleared], isProminent(candidate.sentence) {
      return Reading(stance: .cleared, cue: cue)
    }
    let accused =
      !never.contains(.alleged) && sentences[candidate.sentence].frames.contains { $0.accuses }
    if let alleged = nearest[.alleged] {
      if let confirmed = nearest[.confirmed], !accused,
        distance(confirmed.range, candidate.act) < distance(alleged.range, candidate.act)
      {
        return Reading(stance: .confirmed, cue: confirmed)
      }
      if let planned = nearest[.planned], !accused,
        distance(planned.range, candidate.act) < distance(alleged.range, candidate.act)
      {
        return Reading(stance: .planned, cue: planned)
      }
      return Reading(stance: .alleged, cue: alleged, isAccused: accused)
    }
    if accused {
      let term = sentences[candidate.sentence].frames.first { $0.accuses }?.terms.first
      return Reading(stance: .alleged, cue: term, isAccused: true)
    }
    if let confirmed = nearest[.confirmed] {
      if candidate.isWeighed, let planned = nearest[.planned],
        distance(planned.range, candidate.act) < distance(confirmed.range, candidate.act)
      {
        return Reading(stance: .planned, cue: planned)
      }
      return Reading(stance: .confirmed, cue: confirmed)
    }
    if let stance = candidate.pattern.stance { return Reading(stance: stance, cue: nil) }
    return nearest[.planned].map { Reading(stance: .planned, cue: $0) }
  }

  /// Whether a denial governs a cue: who "denies that it broke the law" confirms nothing.
  private func isDenied(_ cue: ByteRange, in sentence: Int, _ followsVerb: Bool) -> Bool {
    rules.denialCues.concepts.contains { denial in
      places(of: denial, in: sentence).contains { term in
        let isBefore = term.range.end <= cue.start
        return isBefore != followsVerb && !term.range.overlaps(cue)
          && distance(term.range, cue) <= Limits.planReach
      }
    }
  }

  /// Whether a language negates after the verb, and so plans after it too.
  private static func marksAfterVerbs(_ language: Language) -> Bool {
    language.negations.contains { if case .wordsBefore = $0.extent { true } else { false } }
  }

  /// Whether a sentence stands in the title or the lead.
  func isProminent(_ sentence: Int) -> Bool {
    paragraphs[sentences[sentence].paragraph].section == .title || part(of: sentence) == .lead
  }

  /// Where a sentence stands.
  func part(of sentence: Int) -> Evidence.Part {
    let paragraph = sentences[sentence].paragraph
    if paragraphs[paragraph].section == .title { return .title }
    return sentence - (firstOfBody ?? 0) < Limits.leadSentences ? .lead : .body
  }

  /// A denial belongs to the company that speaks it: the subject of its sentence, else who is spoken of;
  /// it is said of what that company is found to do in that sentence, else shortly before, else just
  /// after.
  private mutating func markDenials() {
    let bySentence = Dictionary(grouping: candidates.indices) { candidates[$0].sentence }
    for sentence in sentences.indices where !sentences[sentence].isCopy {
      let cues = rules.denialCues.concepts.flatMap { places(of: $0, in: sentence) }
      guard let cue = cues.min(by: { $0.range < $1.range }) else { continue }
      let negations = language(of: sentence)?.negations ?? []
      if reaching(negations, cue.range, in: sentence, sparing: [cue.range]) != nil {
        continue
      }
      guard let speaker = speaker(of: cue, in: sentence) else { continue }
      let reach = (sentence - Limits.denialReach)...(sentence + Limits.denialAhead)
      let own = reach.flatMap { bySentence[$0] ?? [] }.filter { index in
        candidates[index].pair.contains { $0.actor == speaker } && !candidates[index].hasFallen
          && !rules.signals[candidates[index].signal.row].isMitigating
      }
      let here = own.filter { candidates[$0].sentence == sentence }
      let before = own.filter { candidates[$0].sentence < sentence }
      let after = own.filter { candidates[$0].sentence > sentence }
      // Who contests a decision contests what it is about: an order here does not end the search, nor does
      // what is only weighed, for the words of a denial weigh, too.
      let isConduct = here.contains {
        !candidates[$0].isWeighed
          && !rules.signals[candidates[$0].signal.row].neverStances.contains(.alleged)
      }
      let earlier = before.isEmpty ? after : before
      for index in isConduct ? here : here + earlier {
        candidates[index].denied = true
      }
    }
  }

  private func speaker(of cue: Term, in sentence: Int) -> Actor? {
    let speakers = sentences[sentence].mentions.map { mentions[$0] }
      .filter { $0.actor.map { !$0.isBody && $0 != .unnamed } ?? false }
    let left = speakers.filter { $0.range.end <= cue.range.start }
    if let subject = left.last(where: { $0.subject == 2 }) ?? left.last ?? speakers.first {
      return subject.actor
    }
    return suspects(of: sentence).max { points(of: $0) < points(of: $1) }?.actor
  }
}
