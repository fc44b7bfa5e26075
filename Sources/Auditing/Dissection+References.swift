internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Stratum 4: words that stand for a company ("the company", "the Dutch retailer", "it") become mentions
  /// of the nearest one that fits; a description that fits none stays without an actor.
  mutating func addReferences(in sentence: Int, focus: Actor?) {
    guard let language = language(of: sentence) else { return }
    var found: [Mention] = []
    let names = sentences[sentence].mentions.map { mentions[$0].range }
    func add(_ term: Term, _ manner: Mention.Manner, kind: String?) {
      guard !names.contains(where: { $0.overlaps(term.range) }),
        !found.contains(where: { $0.range.overlaps(term.range) })
      else { return }
      // "the social network Facebook", "The Dutch company Foo": the name itself follows.
      if names.contains(where: {
        $0.start >= term.range.end
          && folded.bytes[term.range.upper..<$0.lower].allSatisfy { $0 == 0x20 }
      }) {
        return
      }
      found.append(
        Mention(range: term.range, actor: nil, manner: manner, name: nil, kind: kind))
    }
    for firm in seatedFirms(in: sentence, language) { add(firm.term, .reference, kind: firm.kind) }
    for (kind, concept) in language.kindReferences.sorted(by: { $0.key < $1.key }) {
      for term in places(of: concept, in: sentence) { add(term, .reference, kind: kind) }
    }
    for term in places(of: language.references, in: sentence) { add(term, .reference, kind: nil) }
    let spared = places(of: language.spared, in: sentence).map(\.range)
    for term in places(of: language.pronouns, in: sentence)
    where !spared.contains(where: { $0.contains(term.range) }) {
      add(term, .pronoun, kind: nil)
    }
    for term in places(of: language.unnamed, in: sentence)
    where !names.contains(where: { $0.overlaps(term.range) }) {
      found.removeAll { $0.range.overlaps(term.range) }
      found.append(Mention(range: term.range, actor: .unnamed, manner: .reference, name: nil))
    }
    for index in found.indices where found[index].manner == .reference {
      found[index].seat = seat(beside: found[index].range, in: sentence, language)
    }
    if found.isEmpty, language.omitsSubject, needsSubject(sentence), let focus {
      let start = sentences[sentence].range.lower
      var omitted = Mention(
        range: ByteRange(start, start), actor: focus, manner: .pronoun, name: nil)
      omitted.subject = 2
      insert([omitted], in: sentence)
      return
    }
    guard !found.isEmpty else { return }
    insert(found, in: sentence)
    markSubjects(in: sentence)
    for index in sentences[sentence].mentions where mentions[index].actor == nil {
      mentions[index].actor = resolve(index, in: sentence, focus: focus)
    }
  }

  /// A seat, or another name of a place, with the word for a firm right after it: "Dutch firm", "Seoul-based retailer".
  private func seatedFirms(
    in sentence: Int, _ language: Language
  ) -> [(term: Term, kind: String?)] {
    guard let row = paragraphs[sentences[sentence].paragraph].language?.row else { return [] }
    var places = language.seatWords.values.flatMap { self.places(of: $0, in: sentence) }.map(
      \.range)
    // "The Santa Monica firm": a place that no rule knows is a place all the same.
    let names = sentences[sentence].mentions.map { mentions[$0].range }
    places += capitalRuns(in: sentence).filter { run in
      !isInitial(run, in: sentence) && !isTerm(run, in: sentence)
        && !(names + places).contains { $0.overlaps(run) }
    }
    var found: [(term: Term, kind: String?)] = []
    for place in places.sorted() {
      var start = place.upper
      if start < folded.bytes.count, folded.bytes[start] == 0x20 { start += 1 }
      guard start < sentences[sentence].range.upper else { continue }
      let rest = folded.bytes[start..<sentences[sentence].range.upper]
      let firm = index.firms[row].first { firm in
        let end = start + firm.text.count
        return rest.starts(with: firm.text)
          && (end >= kinds.count || kinds[end] != kinds[end - 1])
      }
      guard let firm else { continue }
      let range = ByteRange(place.lower, start + firm.text.count)
      found.append((Term(concept: language.references, range: range), firm.kind))
    }
    return found
  }

  /// Whether a sentence of a language that omits subjects names none.
  private func needsSubject(_ sentence: Int) -> Bool {
    !sentences[sentence].mentions.contains { mentions[$0].subject == 2 }
  }

  private mutating func insert(_ new: [Mention], in sentence: Int) {
    let first = mentions.count
    mentions += new
    sentences[sentence].mentions = (sentences[sentence].mentions + Array(first..<mentions.count))
      .sorted { (mentions[$0].range, $0) < (mentions[$1].range, $1) }
  }

  private func seat(beside range: ByteRange, in sentence: Int, _ language: Language) -> String? {
    for (seat, concept) in language.seatWords.sorted(by: { $0.key < $1.key }) {
      for term in places(of: concept, in: sentence)
      where term.range.overlaps(range) || distance(term.range, range) == 0 {
        return seat
      }
    }
    return nil
  }

  /// Whom a reference means: an earlier subject of its sentence, the focus, the paragraph's or the
  /// article's most prominent; with a kind or seat the nearest earlier company that has it.
  private func resolve(_ index: Int, in sentence: Int, focus: Actor?) -> Actor? {
    let mention = mentions[index]
    func fits(_ actor: Actor) -> Bool {
      guard case .company(let id) = actor else { return false }
      let company = rules.companies[id.row]
      if let kind = mention.kind, !company.kinds.contains(kind) { return false }
      if let seat = mention.seat, !company.seats.contains(seat) { return false }
      return true
    }
    // Whom a frame of this sentence has just set apart is not meant by its pronouns; an accuser may be.
    let apart = Set(
      sentences[sentence].mentions.map { mentions[$0] }
        .filter { Role.isBlameless($0.role) && $0.role != Role.accuser }.compactMap(\.actor))
    let earlierHere = sentences[sentence].mentions.prefix { $0 != index }.map { mentions[$0] }
      .filter { $0.actor.map { !$0.isBody && $0 != .unnamed } ?? false }
    if mention.kind == nil, mention.seat == nil {
      if let subject = earlierHere.first(where: { $0.subject == 2 && !Role.isBlameless($0.role) }) {
        return subject.actor
      }
      if let focus, !apart.contains(focus) { return focus }
    } else {
      if let focus, fits(focus) { return focus }
      for earlier in (max(0, sentence - Limits.referenceReach)...sentence).reversed() {
        for other in sentences[earlier].mentions.reversed()
        where mentions[other].range < mention.range {
          if let actor = mentions[other].actor, fits(actor) { return actor }
        }
      }
      // A description before its name: the article's own subject, if it may be described so.
      if let actor = mostProminent(prominence.filter({ fits($0.key) })) { return actor }
      // Nobody is known to fit: who is spoken of, unless it is known to be of another kind or place.
      if let focus, !contradicts(mention, focus) { return focus }
    }
    let paragraph = paragraphProminence[sentences[sentence].paragraph]
    return mostProminent(paragraph.filter { !contradicts(mention, $0.key) }, except: apart)
      ?? mostProminent(prominence.filter { !contradicts(mention, $0.key) }, except: apart)
  }

  /// Whether a description says of somebody what the rules know to be otherwise.
  private func contradicts(_ mention: Mention, _ actor: Actor) -> Bool {
    guard case .company(let id) = actor else { return false }
    let company = rules.companies[id.row]
    if let kind = mention.kind, !company.kinds.isEmpty, !company.kinds.contains(kind) {
      return true
    }
    if let seat = mention.seat, !company.seats.isEmpty, !company.seats.contains(seat) {
      return true
    }
    return false
  }
}
