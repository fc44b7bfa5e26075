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
    for candidate in candidates {
      let name = rules.names[candidate.name.row]
      guard admits(name, candidate, elsewhere: elsewhere, occurring) else { continue }
      switch name.bearer {
      case .company(let id):
        let manner: Mention.Manner =
          switch name.manner {
          case .product: .product
          case .person: .person
          default: .name
          }
        bySentence[candidate.sentence, default: []].append(
          Mention(range: candidate.range, actor: .company(id), manner: manner, name: candidate.name)
        )
      case .body(let id):
        bySentence[candidate.sentence, default: []].append(
          Mention(range: candidate.range, actor: .body(id), manner: .name, name: candidate.name))
      case .publisher(let id): outlets.append((id, candidate.range))
      case .namedCase(let id):
        namedCases.append((id, sentences[candidate.sentence].paragraph))
      }
    }
    let unlisted = unlistedMentions(beside: bySentence)
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

  private func admits(
    _ name: Name, _ candidate: NameCandidate, elsewhere: Set<NameID>,
    _ occurring: [ConceptID: [ByteRange]]
  ) -> Bool {
    guard name.holds(on: article.published) else { return false }
    for test in name.guards {
      switch test {
      case .adjacent(let texts, let after, let needs, let language):
        let spoken = paragraphs[sentences[candidate.sentence].paragraph].language
        if let language, language != spoken { continue }
        if texts.contains(where: { stands($0, beside: candidate.range, after: after) }) != needs {
          return false
        }
      case .near(let concept, let scope, let needs):
        let found = (occurring[concept] ?? []).contains {
          !$0.overlaps(candidate.range) && isWithin(scope, $0, of: candidate)
        }
        if found != needs { return false }
      case .notInitial:
        if isInitial(candidate.range, in: candidate.sentence), !elsewhere.contains(candidate.name) {
          return false
        }
      }
    }
    return true
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
