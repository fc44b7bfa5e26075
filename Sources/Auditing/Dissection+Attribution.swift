internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Stratum 7: whose conduct each match is.
  ///
  /// Points in tenths, as they did best on labelled articles: an actor's frame 40, a subject 10 or
  /// 20, left of the act 10, the article's topic 8, three for four words of distance, a product 4, a
  /// pronoun 2. Who stands in a blameless role takes no part. A firm pattern without anyone goes with the
  /// nearest find of its signal that names somebody, else with who is or was last spoken of, else with the
  /// paragraph's, then the article's most prominent actor.
  mutating func attribute() {
    let topic = mostProminent(prominence)
    var open: [Int] = []
    for index in candidates.indices where !candidates[index].hasFallen {
      if candidates[index].pair.isEmpty {
        candidates[index].pair = actors(of: candidates[index], topic)
        if candidates[index].pair.first?.mention == nil { open.append(index) }
      }
      settleFate(of: index)
    }
    let bySentence = Dictionary(grouping: candidates.indices) { candidates[$0].sentence }
    for index in open where !candidates[index].pair.isEmpty {
      if let actor = neighbour(of: candidates[index], bySentence) {
        candidates[index].pair = [(actor, nil, "neighbour")]
        settleFate(of: index)
      }
    }
    addLikewise()
    dropWithoutRisk()
  }

  /// Who acts in the nearest candidate of the same signal that names its actor, within a few sentences and
  /// before those that follow, unless this sentence clears it of blame.
  ///
  /// - Complexity: O(candidates in the sentences looked at).
  private func neighbour(of candidate: Candidate, _ bySentence: [Int: [Int]]) -> Actor? {
    let blameless = sentences[candidate.sentence].mentions.lazy.map { mentions[$0] }
      .filter { Role.isBlameless($0.role) }
    for distance in 1...Limits.neighbourReach {
      for other in [candidate.sentence - distance, candidate.sentence + distance] {
        for index in bySentence[other] ?? [] {
          guard candidates[index].signal == candidate.signal, !candidates[index].hasFallen,
            let pair = candidates[index].pair.first, pair.mention != nil, !pair.actor.isBody,
            pair.actor != .unnamed, !candidate.barred.contains(pair.actor),
            !isSpared(pair.actor, by: candidate.signal),
            !blameless.contains(where: { $0.actor == pair.actor })
          else { continue }
          return pair.actor
        }
      }
    }
    return nil
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
  func actors(
    of candidate: Candidate, _ topic: Actor?
  ) -> [(actor: Actor, mention: Int?, by: String)] {
    let here = sentences[candidate.sentence].mentions
    var best: (index: Int, points: Int)?
    var barred = candidate.barred
    for index in here {
      let mention = mentions[index]
      guard let actor = mention.actor, !actor.isBody else { continue }
      if Role.isBlameless(mention.role) {
        barred.insert(actor)
        continue
      }
      if candidate.barred.contains(actor) { continue }
      if isSpared(actor, by: candidate.signal) {
        barred.insert(actor)
        continue
      }
      let points = points(of: mention, for: candidate, topic)
      if best.map({ points > $0.points }) ?? true { best = (index, points) }
    }
    if let best, best.points >= 0 {
      let mention = mentions[best.index]
      let by =
        mention.role == Role.actor
        ? "frame"
        : mention.manner == .reference || mention.manner == .pronoun
          ? "reference" : mention.subject == 2 ? "subject" : "nearest"
      if mention.actor == .unnamed { return [] }
      var pair: [(actor: Actor, mention: Int?, by: String)] = []
      for index in here {
        guard let actor = mentions[index].actor, !actor.isBody, actor != .unnamed,
          !Role.isBlameless(mentions[index].role), !candidate.barred.contains(actor),
          !isSpared(actor, by: candidate.signal),
          index == best.index || (mention.list != nil && mentions[index].list == mention.list),
          !pair.contains(where: { $0.actor == actor })
        else { continue }
        pair.append((actor, index, index == best.index ? by : "list"))
      }
      return pair
    }
    guard candidate.pattern.firm else { return [] }
    for actor in prominence.keys where isSpared(actor, by: candidate.signal) {
      barred.insert(actor)
    }
    let isClear = candidate.surplus.map { $0 >= Limits.spokenOfSurplus } ?? true
    if let focus = sentences[candidate.sentence].focus, !barred.contains(focus), !focus.isBody,
      isClear || !candidate.isWeighed
    {
      return [(focus, nil, "focus")]
    }
    guard isClear else { return [] }
    if let actor = lastSpokenOf(before: candidate.sentence, except: barred) {
      return [(actor, nil, "last")]
    }
    let paragraph = paragraphProminence[sentences[candidate.sentence].paragraph]
    if let actor = mostProminent(paragraph, except: barred) { return [(actor, nil, "paragraph")] }
    if let actor = topic, !barred.contains(actor) { return [(actor, nil, "topic")] }
    return []
  }

  /// Who was spoken of last before a sentence, in whichever paragraph: of the nearest sentence that names
  /// somebody to blame, its subject, else who stands first in it.
  ///
  /// - Complexity: O(mentions before).
  private func lastSpokenOf(before sentence: Int, except barred: Set<Actor>) -> Actor? {
    for earlier in (0..<sentence).reversed() {
      let there = sentences[earlier].mentions.lazy.map { mentions[$0] }.filter { mention in
        guard let actor = mention.actor, !actor.isBody, actor != .unnamed else { return false }
        return !Role.isBlameless(mention.role) && !barred.contains(actor)
      }
      if let mention = there.first(where: { $0.subject == 2 }) ?? there.first {
        return mention.actor
      }
    }
    return nil
  }

  /// Whether a signal spares all kinds that a company is of: publishers license works, they do not buy them.
  private func isSpared(_ actor: Actor, by signal: SignalID) -> Bool {
    guard case .company(let id) = actor else { return false }
    let spared = rules.signals[signal.row].sparedKinds
    let kinds = rules.companies[id.row].kinds
    return !spared.isEmpty && !kinds.isEmpty && kinds.allSatisfy { spared.contains($0) }
  }

  private func points(of mention: Mention, for candidate: Candidate, _ topic: Actor?) -> Int {
    var points = mention.subject * 10
    if mention.role == Role.actor { points += 40 }
    if mention.range.end <= candidate.act.start { points += 10 }
    if mention.actor == topic { points += 8 }
    // Who is no subject and is named as a part of what matched ("sent to Facebook") is what it is done
    // to or with.
    if mention.subject == 0,
      candidate.terms.contains(where: { $0.pieces.contains { $0.overlaps(mention.range) } })
    {
      points -= 40
    }
    if mention.manner == .product { points -= 4 }
    if mention.manner == .pronoun { points -= 2 }
    return points - distance(mention.range, candidate.act) * 3 / 4
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
