internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Stratum 7: whose conduct each match is.
  ///
  /// Of all whom the article speaks of it is who weighs most by the rules' `attribution`, beside what the signal
  /// says of kinds of company. A pattern that is not firm goes only with whom its sentence names.
  mutating func attribute() {
    let open = candidates.indices.filter {
      !candidates[$0].hasFallen && candidates[$0].pair.isEmpty
    }
    // Of all candidates of a sentence the same are suspects.
    for (sentence, indices) in Dictionary(grouping: open, by: { candidates[$0].sentence }) {
      let suspects = suspects(of: sentence)
      for index in indices {
        candidates[index].pair = actors(of: candidates[index], among: suspects)
      }
    }
    for index in candidates.indices where !candidates[index].hasFallen { settleFate(of: index) }
    settleTogether()
    addLikewise()
    dropWithoutRisk()
  }

  /// What counts only beside a risk stays with the companies of which the article reports one.
  private mutating func dropWithoutRisk() {
    var risky: Set<Actor> = []
    for candidate in candidates where !candidate.hasFallen && !candidate.pattern.besideRisk {
      guard !rules.signals[candidate.signal.row].isMitigating else { continue }
      risky.formUnion(candidate.pair.map(\.actor))
    }
    for index in candidates.indices
    where !candidates[index].hasFallen && candidates[index].pattern.besideRisk {
      candidates[index].pair.removeAll { !risky.contains($0.actor) }
      if candidates[index].pair.isEmpty {
        candidates[index].fate = .fell(stratum: "signal", reason: "beside risk")
      } else {
        settleFate(of: index)
      }
    }
  }

  private mutating func settleFate(of index: Int) {
    let companies = candidates[index].pair.compactMap { pair -> CompanyID? in
      if case .company(let id) = pair.actor { id } else { nil }
    }
    let unlisted = candidates[index].pair.compactMap { pair -> String? in
      if case .unlisted(let number) = pair.actor { unlistedNames[number] } else { nil }
    }
    if let company = companies.first {
      candidates[index].fate = .found(rules.companies[company.row].name)
    } else if let name = unlisted.first {
      candidates[index].fate = .unlisted(name)
    } else {
      candidates[index].fate = .unattributed
    }
  }

  /// Who acts in a candidate.
  ///
  /// - Complexity: O(actors of the article × their features).
  func actors(of candidate: Candidate) -> [(actor: Actor, mention: Int?, by: String)] {
    actors(of: candidate, among: suspects(of: candidate.sentence))
  }

  /// Who of some suspects acts in a candidate.
  ///
  /// - Complexity: O(suspects).
  func actors(
    of candidate: Candidate, among suspects: [Suspect]
  ) -> [(actor: Actor, mention: Int?, by: String)] {
    let threshold = rules.attribution.threshold
    var best: (suspect: Suspect, points: Int)?
    var sufficing: Set<Actor> = []
    for suspect in suspects where isPossible(suspect, for: candidate) {
      let points = points(of: suspect, for: candidate)
      if points >= threshold { sufficing.insert(suspect.actor) }
      if best.map({ points > $0.points }) ?? true { best = (suspect, points) }
    }
    guard let (best, points) = best, points >= threshold else { return [] }
    let here = sentences[candidate.sentence].mentions
    let unnamed = here.lazy.map { mentions[$0] }.filter { $0.actor == .unnamed }
    guard let mention = best.mention else {
      // Somebody who is left unnamed does what the sentence tells.
      return unnamed.isEmpty ? [(best.actor, nil, best.by)] : []
    }
    // … or what is told before another is named.
    if let unnamed = unnamed.first(where: { $0.subject > 0 }),
      unnamed.range.start < candidate.act.start,
      candidate.act.end <= mentions[mention].range.start
    {
      return []
    }
    var pair: [(actor: Actor, mention: Int?, by: String)] = []
    for index in here {
      guard let actor = mentions[index].actor, !actor.isBody, actor != .unnamed,
        index == mention
          || (mentions[index].list != nil && mentions[index].list == mentions[mention].list
            && sufficing.contains(actor)),
        !pair.contains(where: { $0.actor == actor })
      else { continue }
      pair.append((actor, index, index == mention ? best.by : "list"))
    }
    return pair
  }

  /// What the rules give somebody for what a candidate tells.
  ///
  /// - Complexity: O(grounds that its signal takes shares of + kinds).
  private func points(of suspect: Suspect, for candidate: Candidate) -> Int {
    let signal = rules.signals[candidate.signal.row]
    let kinds = kindPoints(of: suspect.actor, for: candidate.signal)
    // What a frame calls the actor is not held against its kind.
    let isNamedActor = suspect.mention.map { mentions[$0].role == Role.actor } ?? false
    return points(of: suspect, by: signal.grounds) + signal.blamesAnyone
      + (isNamedActor ? max(0, kinds) : kinds)
      - (isMatched(suspect, in: candidate) ? Limits.matchedPoints : 0)
  }

  /// What `attribution` gives somebody, with a signal's own shares of grounds in place of its own.
  ///
  /// - Complexity: O(shares).
  func points(of suspect: Suspect, by own: [Ground.Share] = []) -> Int {
    let shares = own.isEmpty ? rules.attribution.shares : own
    let shared = shares.reduce(0) { sum, share in
      sum + share.percent * max(0, suspect.sums.grounds[share.ground.row])
    }
    return suspect.sums.plain + Facet.points(ofShares: shared)
  }

  /// Whether the candidate's pattern and signal leave somebody as who may act.
  private func isPossible(_ suspect: Suspect, for candidate: Candidate) -> Bool {
    guard !candidate.barred.contains(suspect.actor), !isSpared(suspect.actor, by: candidate.signal)
    else { return false }
    guard let mention = suspect.mention.map({ mentions[$0] }) else { return candidate.pattern.firm }
    return !Role.isBlameless(mention.role)
  }

  /// Who is no subject and is named as a part of what matched ("sent to Facebook") is what it is done to or
  /// with, if anybody else is there to have done it.
  private func isMatched(_ suspect: Suspect, in candidate: Candidate) -> Bool {
    guard let mention = suspect.mention.map({ mentions[$0] }), mention.subject == 0 else {
      return false
    }
    return candidate.terms.contains { $0.pieces.contains { $0.overlaps(mention.range) } }
  }

  /// What a signal says for or against a company by its kinds.
  private func kindPoints(of actor: Actor, for signal: SignalID) -> Int {
    guard case .company(let id) = actor else { return 0 }
    let blames = rules.signals[signal.row].blames
    return blames.isEmpty ? 0 : rules.companies[id.row].kinds.reduce(0) { $0 + (blames[$1] ?? 0) }
  }

  /// Whether a signal spares all kinds that a company is of: publishers license works, they do not buy them.
  private func isSpared(_ actor: Actor, by signal: SignalID) -> Bool {
    guard case .company(let id) = actor else { return false }
    let spared = rules.signals[signal.row].sparedKinds
    let kinds = rules.companies[id.row].kinds
    return !spared.isEmpty && !kinds.isEmpty && kinds.allSatisfy { spared.contains($0) }
  }

  /// "Did the same": the nearest earlier find of the paragraph counts for the actor of the phrase too.
  private mutating func addLikewise() {
    var copies: [Candidate] = []
    let bySentence = Dictionary(grouping: candidates.indices) { candidates[$0].sentence }
    for sentence in sentences.indices where !sentences[sentence].isCopy {
      guard let language = language(of: sentence), !language.likewise.isEmpty else { continue }
      for pattern in language.likewise {
        for match in search(pattern, in: sentence..<sentence + 1) {
          let named = zip(pattern.elements, match.bindings).compactMap { element, binding -> Int? in
            if case .role(Role.actor) = element, case .mention(let index) = binding {
              index
            } else {
              nil
            }
          }
          guard let mention = named.first, let actor = mentions[mention].actor, !actor.isBody,
            let earlier = earlierFind(before: match.range, in: sentence, of: actor, bySentence)
          else { continue }
          var copy = candidates[earlier]
          copy.sentence = sentence
          copy.pair = [(actor, mention, "likewise")]
          copy.range = match.range
          copies.append(copy)
        }
      }
    }
    for copy in copies {
      candidates.append(copy)
      settleFate(of: candidates.count - 1)
    }
  }

  /// The last find before a place of its paragraph that is not the actor's own already.
  private func earlierFind(
    before place: ByteRange, in sentence: Int, of actor: Actor, _ bySentence: [Int: [Int]]
  ) -> Int? {
    let first = paragraphs[sentences[sentence].paragraph].sentences.lowerBound
    for earlier in (max(first, sentence - Limits.referenceReach)...sentence).reversed() {
      let found = bySentence[earlier]?.last { index in
        guard case .found = candidates[index].fate else { return false }
        return candidates[index].act.end <= place.start
          && !candidates[index].pair.contains { $0.actor == actor }
      }
      if let found { return found }
    }
    return nil
  }
}
