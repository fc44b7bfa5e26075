internal import RuleCompilation
internal import SourceText

/// The roles that mentions stand in, and which of two holds where frames disagree.
enum Role {
  static let actor = "actor"
  static let accuser = "accuser"
  static let outlet = "outlet"

  /// Higher holds.
  ///
  /// Who accuses is never blamed for what it tells; the rest keep their order of use.
  static func rank(_ role: String?) -> Int {
    switch role {
    case nil: 0
    case accuser: 5
    case actor: 4
    case "excluded": 3
    case "victim": 2
    default: 1
    }
  }

  /// Whether who stands in a role is never blamed.
  static func isBlameless(_ role: String?) -> Bool { role != nil && role != actor }
}

extension Dissection {
  /// Stratum 5, and 4 within it: frames over names, then references, then frames over both; subjects; how
  /// prominent each actor is.
  mutating func assignRoles() {
    paragraphProminence = [[Actor: Int]](repeating: [:], count: paragraphs.count)
    for index in sentences.indices {
      markLists(in: index)
      markSubjects(in: index)
    }
    countProminence()
    var focus: Actor?
    var paragraph = -1
    for index in sentences.indices {
      if sentences[index].paragraph != paragraph {
        paragraph = sentences[index].paragraph
        // Each paragraph is its own affair; what it refers to beyond its names is the article's topic.
        focus = nil
      }
      sentences[index].focus = focus
      applyFrames(in: index)
      addReferences(in: index, focus: focus)
      applyFrames(in: index)
      spreadOverLists(in: index)
      focus = newFocus(after: index) ?? focus
      countReferences(in: index)
    }
  }

  /// Numbers the joined lists: neighbours with nothing between them but joiners.
  ///
  /// Two names that only a
  /// mark stands between are no list yet ("Unlike A, B …"); a word, or a third name, makes them one.
  private mutating func markLists(in sentence: Int) {
    guard let language = paragraphs[sentences[sentence].paragraph].language else { return }
    let joins = index.joins[language.row]
    var members: [Int] = []
    var hasWord = false
    for index in sentences[sentence].mentions {
      if let last = members.last {
        let end = mentions[last].range.upper
        let gap = ByteRange(end, max(end, mentions[index].range.lower))
        if isJoiner(gap, joins) {
          hasWord = hasWord || kinds[gap.indices].contains { $0 != 0 }
        } else {
          number(members, hasWord)
          members = []
          hasWord = false
        }
      }
      members.append(index)
    }
    number(members, hasWord)
  }

  private mutating func number(_ members: [Int], _ hasWord: Bool) {
    guard members.count > 2 || (members.count == 2 && hasWord) else { return }
    for index in members { mentions[index].list = members[0] }
  }

  private func isJoiner(_ gap: ByteRange, _ joins: [[UInt8]]) -> Bool {
    var index = gap.lower
    var found = false
    while index < gap.upper {
      if folded.bytes[index] == 0x20 || folded.bytes[index] == 0x22 {
        index += 1
        continue
      }
      let rest = folded.bytes[index..<gap.upper]
      guard let join = joins.first(where: { rest.starts(with: $0) }) else { return false }
      found = true
      index += join.count
    }
    return found
  }

  /// 2 for what carries a subject's marker, or, where word order tells, for the first mention that is not
  /// governed by an oblique word; 1 for others that are not.
  mutating func markSubjects(in sentence: Int) {
    guard let language = language(of: sentence) else { return }
    let oblique = places(of: language.obliqueBefore, in: sentence).map(\.range)
    var isFirst = true
    var governedList: Int?
    for index in sentences[sentence].mentions {
      let range = mentions[index].range
      if !language.subjectAfter.isEmpty {
        if carries(language.subjectAfter, range, language) {
          mentions[index].subject = 2
        } else if carries(language.objectAfter, range, language)
          || carries(language.obliqueAfter, range, language)
        {
          mentions[index].subject = 0
        } else {
          mentions[index].subject = 1
        }
        continue
      }
      let list = mentions[index].list
      let governed =
        oblique.contains { $0.end <= range.start && wordsBetween($0, range) <= 1 }
        || (list != nil && list == governedList)
      if governed { governedList = list }
      mentions[index].subject = governed ? 0 : isFirst ? 2 : 1
      if !governed { isFirst = false }
    }
  }

  /// Whether one of the suffixes stands right after a name, a closing mark between them or not.
  private func carries(
    _ suffixes: [[UInt8]], _ range: ByteRange, _ language: Language
  ) -> Bool {
    var start = range.upper
    if start < folded.bytes.count, kinds[start] == 0, folded.bytes[start] != 0x20 {
      // `Meta(메타)는`: the marker stands after the bracket.
      if folded.bytes[start] == 0x28 {
        guard
          let close = folded.bytes[start..<min(folded.bytes.count, start + 60)].firstIndex(of: 0x29)
        else { return false }
        start = close + 1
      } else {
        start += Folding.decode(folded.bytes, at: start).width
      }
    }
    guard start < folded.bytes.count else { return false }
    // Where no blanks part the words, letters follow a marker.
    let isOpen = language.bounded == .none
    return suffixes.contains { suffix in
      let end = start + suffix.count
      return folded.bytes[start...].starts(with: suffix)
        && (isOpen || end == folded.bytes.count || kinds[end] == 0)
    }
  }

  /// Finds the language's frames in a sentence and gives their roles; a later, weightier role holds.
  private mutating func applyFrames(in sentence: Int) {
    guard let row = paragraphs[sentences[sentence].paragraph].language?.row,
      !sentences[sentence].mentions.isEmpty
    else { return }
    var numbers: Set<Int> = []
    for concept in Set(terms[sentences[sentence].terms].map(\.concept)) {
      numbers.formUnion(index.frames[row][concept] ?? [])
    }
    for frame in numbers.sorted().map({ rules.languages[row].frames[$0] }) {
      for match in search(frame, in: sentence..<sentence + 1) {
        if isReflexive(frame, match) { continue }
        let number = sentences[sentence].frames.count
        var terms: [Term] = []
        var accuses = false
        var holds = false
        for (element, binding) in zip(frame.elements, match.bindings) {
          switch (element, binding) {
          case (.role(let role), .mention(let index)):
            // An authority that rules is no accuser; where it alleges, its words say so.
            accuses = accuses || (role == Role.accuser && !isAuthority(mentions[index].actor))
            if Role.rank(role) > Role.rank(mentions[index].role) {
              mentions[index].role = role
              mentions[index].frame = number
              holds = true
            }
          case (_, .term(let term)): terms.append(term)
          default: continue
          }
        }
        if holds {
          sentences[sentence].frames.append(
            FrameMatch(text: frame.text, terms: terms, accuses: accuses))
        }
      }
    }
  }

  private func isAuthority(_ actor: Actor?) -> Bool {
    guard case .body(let id) = actor else { return false }
    return rules.bodies[id.row].isAuthority
  }

  /// Whether a frame gives one and the same actor two roles: who speaks of itself accuses nobody.
  private func isReflexive(_ frame: Pattern, _ match: PatternMatch) -> Bool {
    var seen: Set<Actor> = []
    for case .mention(let index) in match.bindings {
      if let actor = mentions[index].actor, !seen.insert(actor).inserted { return true }
    }
    return false
  }

  private mutating func spreadOverLists(in sentence: Int) {
    for index in sentences[sentence].mentions {
      guard let list = mentions[index].list else { continue }
      for other in sentences[sentence].mentions
      where mentions[other].list == list
        && Role.rank(mentions[other].role) < Role.rank(mentions[index].role)
      {
        mentions[other].role = mentions[index].role
        mentions[other].frame = mentions[index].frame
      }
    }
  }

  private mutating func countProminence() {
    for index in sentences.indices {
      let section = paragraphs[sentences[index].paragraph].section
      for mention in sentences[index].mentions.map({ mentions[$0] }) {
        guard let actor = mention.actor, !actor.isBody else { continue }
        let weight = 1 + mention.subject
        paragraphProminence[sentences[index].paragraph][actor, default: 0] += weight
        prominence[actor, default: 0] += section == .title ? weight * 2 : weight
      }
    }
  }

  private mutating func countReferences(in sentence: Int) {
    for mention in sentences[sentence].mentions.map({ mentions[$0] }) {
      guard mention.manner == .reference || mention.manner == .pronoun, let actor = mention.actor,
        actor != .unnamed
      else { continue }
      paragraphProminence[sentences[sentence].paragraph][actor, default: 0] += 1
    }
  }

  /// Who is spoken of after a sentence: its first subject without a blameless role, else its actor.
  private func newFocus(after sentence: Int) -> Actor? {
    let here = sentences[sentence].mentions.map { mentions[$0] }
      .filter { $0.actor.map { !$0.isBody && $0 != .unnamed } ?? false }
    return here.first { $0.subject == 2 && !Role.isBlameless($0.role) }?.actor
      ?? here.last { $0.role == Role.actor }?.actor
      ?? here.first { !Role.isBlameless($0.role) && $0.subject > 0 }?.actor
  }

  /// The most prominent of some actors that may be blamed; of equals the one declared first.
  func mostProminent(_ counts: [Actor: Int], except excluded: Set<Actor> = []) -> Actor? {
    counts.filter { !excluded.contains($0.key) }
      .max { ($0.value, order($1.key)) < ($1.value, order($0.key)) }?.key
  }

  /// A fixed order of actors, so that ties never fall by chance: who is mentioned first.
  func order(_ actor: Actor) -> Int {
    firstMention[actor] ?? Int.max
  }
}
