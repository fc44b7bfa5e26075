internal import ArticleReading
internal import PhraseMatching
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Stratum 3: the declared names in each sentence, the longest where they overlap, guards applied and
  /// dates of ownership held against the article's day.
  mutating func findMentions() {
    let candidates = nameCandidates()
    var elsewhere: Set<NameID> = []
    var beginnings: [NameID: Int] = [:]
    for candidate in candidates where !sentences[candidate.sentence].isCopy {
      if isInitial(candidate.range, in: candidate.sentence) {
        beginnings[candidate.name, default: 0] += 1
        // A word that begins two sentences with a capital is more likely a name.
        if beginnings[candidate.name] == Limits.beginningsOfName {
          elsewhere.insert(candidate.name)
        }
      } else {
        elsewhere.insert(candidate.name)
      }
    }
    let occurring = occurringConcepts()
    var bySentence: [Int: [Mention]] = [:]
    var unsure: [NameCandidate] = []
    for candidate in candidates {
      let name = rules.names[candidate.name.row]
      switch admission(of: name, candidate, elsewhere: elsewhere, occurring) {
      case .refused: continue
      case .unsure:
        unsure.append(candidate)
        continue
      case .admitted: break
      }
      switch name.bearer {
      case .company(let id):
        bySentence[candidate.sentence, default: []].append(mention(of: id, candidate))
      case .body(let id):
        bySentence[candidate.sentence, default: []].append(
          Mention(range: candidate.range, actor: .body(id), manner: .name, name: candidate.name))
      case .publisher(let id): outlets.append((id, candidate.range))
      case .namedCase(let id):
        namedCases.append((id, sentences[candidate.sentence].paragraph))
      }
    }
    var unlisted = unlistedMentions(beside: bySentence)
    declare(unsure, in: &unlisted)
    for index in sentences.indices {
      let declared = longest(bySentence[index] ?? [])
      let free = (unlisted[index] ?? []).filter { u in
        !declared.contains { $0.range.overlaps(u.range) }
      }
      let first = mentions.count
      mentions += (declared + free).sorted { $0.range < $1.range }.prefix(
        Limits.mentionsPerSentence)
      sentences[index].mentions = Array(first..<mentions.count)
    }
    for (index, mention) in mentions.enumerated() {
      if let actor = mention.actor, firstMention[actor] == nil { firstMention[actor] = index }
    }
  }

  private struct NameCandidate {
    var name: NameID
    var range: ByteRange
    var sentence: Int
  }

  private func nameCandidates() -> [NameCandidate] {
    var found: [NameCandidate] = []
    var sentence = 0
    for hit in hits {
      while sentence < sentences.count, sentences[sentence].range.end <= hit.range.start {
        sentence += 1
      }
      guard sentence < sentences.count else { break }
      guard sentences[sentence].range.contains(hit.range) else { continue }
      for case .name(let name) in rules.senses[Int(hit.phrase.index)] {
        found.append(NameCandidate(name: name, range: hit.range, sentence: sentence))
      }
    }
    return found
  }

  /// Where each concept occurs that a guard may ask for: all places, by concept.
  private func occurringConcepts() -> [ConceptID: [ByteRange]] {
    var places: [ConceptID: [ByteRange]] = [:]
    for hit in hits {
      for case .concept(let concept, _) in rules.senses[Int(hit.phrase.index)]
      where index.isGuarding[concept.row] {
        places[concept, default: []].append(hit.range)
      }
    }
    return places
  }

  /// What guards say of a place of a name.
  private enum Admission {
    case admitted
    /// Nothing speaks against it, but what the guards ask for is not there.
    case unsure
    case refused
  }

  /// Takes names that their guards neither admit nor refuse for the companies that bear them, where the
  /// article shows them to be organisations': "the app Tea", "Ledger, a maker of wallets".
  ///
  /// - Complexity: O(`unsure` × the undeclared mentions of a sentence).
  private func declare(_ unsure: [NameCandidate], in unlisted: inout [Int: [Mention]]) {
    for candidate in unsure {
      guard case .company(let id) = rules.names[candidate.name.row].bearer,
        let place = unlisted[candidate.sentence]?.firstIndex(where: {
          $0.range == candidate.range
        }),
        case .unlisted(let number) = unlisted[candidate.sentence]?[place].actor,
        number < describedUnlisted
      else { continue }
      unlisted[candidate.sentence]?[place] = mention(of: id, candidate)
    }
  }

  private func mention(of company: CompanyID, _ candidate: NameCandidate) -> Mention {
    let manner: Mention.Manner =
      switch rules.names[candidate.name.row].manner {
      case .product: .product
      case .person: .person
      default: .name
      }
    return Mention(
      range: candidate.range, actor: .company(company), manner: manner, name: candidate.name)
  }

  private func admission(
    of name: Name, _ candidate: NameCandidate, elsewhere: Set<NameID>,
    _ occurring: [ConceptID: [ByteRange]]
  ) -> Admission {
    guard name.holds(on: article.published) else { return .refused }
    var admission = Admission.admitted
    for test in name.guards {
      switch test {
      case .adjacent(let texts, let after, let needs, let language):
        let spoken = paragraphs[sentences[candidate.sentence].paragraph].language
        if let language, language != spoken { continue }
        if texts.contains(where: { stands($0, beside: candidate.range, after: after) }) != needs {
          return .refused
        }
      case .near(let concept, let scope, let needs):
        let found = (occurring[concept] ?? []).contains {
          !$0.overlaps(candidate.range) && isWithin(scope, $0, of: candidate)
        }
        if found != needs {
          if !needs { return .refused }
          admission = .unsure
        }
      case .notInitial:
        if isInitial(candidate.range, in: candidate.sentence), !elsewhere.contains(candidate.name) {
          admission = .unsure
        }
      }
    }
    return admission
  }

  /// Whether a text stands right beside a range, a blank between them or not.
  func stands(_ text: [UInt8], beside range: ByteRange, after: Bool) -> Bool {
    let bytes = folded.bytes
    if after {
      var start = range.upper
      if start < bytes.count, bytes[start] == 0x20 { start += 1 }
      guard bytes[min(start, bytes.count)...].starts(with: text) else { return false }
      // In scripts with blanks a whole word is meant.
      let end = start + text.count
      return end == bytes.count || kinds[end] != 1 || kinds[end - 1] != 1
    }
    var end = range.lower
    if end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    guard end >= text.count, bytes[(end - text.count)..<end].elementsEqual(text) else {
      return false
    }
    let start = end - text.count
    return start == 0 || kinds[start - 1] != 1 || kinds[start] != 1
  }

  private func isWithin(_ scope: Scope, _ place: ByteRange, of candidate: NameCandidate) -> Bool {
    switch scope {
    case .article: true
    case .paragraph: paragraphs[sentences[candidate.sentence].paragraph].range.contains(place)
    case .words(let count): distance(place, candidate.range) <= count
    case .sentences(let count):
      sentences[
        max(
          0, candidate.sentence - count + 1)...min(
            sentences.count - 1, candidate.sentence + count - 1)
      ]
      .contains { $0.range.contains(place) }
    }
  }

  /// Whether no word stands before a range in its sentence.
  func isInitial(_ range: ByteRange, in sentence: Int) -> Bool {
    kinds[sentences[sentence].range.lower..<range.lower].allSatisfy { $0 == 0 }
  }

  /// Of mentions that overlap the longest, of equals the first.
  private func longest(_ found: [Mention]) -> [Mention] {
    let byLength = found.sorted {
      ($1.range.count, $0.range.start) < ($0.range.count, $1.range.start)
    }
    var kept: [Mention] = []
    for mention in byLength where !kept.contains(where: { $0.range.overlaps(mention.range) }) {
      kept.append(mention)
    }
    return kept
  }
}
