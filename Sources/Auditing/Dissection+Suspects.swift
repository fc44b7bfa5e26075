package import RuleCompilation
internal import SourceText

extension Dissection {
  /// Somebody whose conduct a sentence may report.
  struct Suspect {
    var actor: Actor
    /// Where they stand, seen from the sentence, and what the article tells of them.
    var place: BlameWeights.Place
    var features: Set<BlameWeights.Feature>
    /// What the rules give them for it.
    var sums = BlameIndex.Sums(plain: 0, grounds: [])
    /// Where the sentence names or means them, if it does.
    var mention: Int?
    /// How they came to be a suspect, in a word.
    var by: String
  }

  /// What the whole article tells of somebody.
  struct Profile {
    /// Where they are named or meant, in order.
    var places: [(sentence: Int, mention: Int)] = []
    /// … and where by a name.
    var named: [(sentence: Int, mention: Int)] = []
    var features: Set<BlameWeights.Feature> = []
  }

  /// Who may be blamed for what a sentence tells, in the order in which the article brings them up, each with
  /// what the rules' `attribution` gives them.
  ///
  /// - Complexity: O(actors of the article × (their features + their mentions)).
  func suspects(of sentence: Int) -> [Suspect] {
    let here = sentences[sentence].mentions.filter {
      mentions[$0].isNaming && mentions[$0].actor.map(Self.maybeBlamed) ?? false
        && !Role.isBlameless(mentions[$0].role)
    }
    let last = lastSpoken[sentence]
    var suspects = profiles.map { actor, profile in
      var features = profile.features
      let mine = Self.from(sentence, of: profile.places).prefix { $0.sentence == sentence }
        .map(\.mention)
      var suspect: Suspect
      if let best = prominentMention(among: mine.filter { mentions[$0].isNaming }) {
        addFeatures(of: best, among: here, to: &features)
        suspect = Suspect(
          actor: actor, place: .here, features: features, mention: best,
          by: manner(of: mentions[best]))
      } else {
        var by = addFeatures(elsewhere: profile, sentence, actor, last: last, to: &features)
        let best = prominentMention(among: mine)
        if best != nil {
          features.insert(.trait(.meant))
          by = "reference"
        }
        suspect = Suspect(
          actor: actor, place: here.isEmpty ? .absent : .beside, features: features, mention: best,
          by: by)
      }
      if let place = suspect.mention.map({ mentions[$0].range.lower }) {
        let range = sentences[sentence].range
        let fifth = 5 * (place - range.lower) / max(1, range.count)
        suspect.features.insert(.trait(Self.fifths[min(fifth, 4)]))
        if isBracketed(place, in: range) { suspect.features.insert(.trait(.bracketed)) }
      }
      return suspect
    }
    weigh(&suspects)
    return suspects
  }

  /// Whether a place of a sentence stands behind a bracket that has not been closed.
  ///
  /// - Complexity: O(`Limits.bracketedBytes`).
  private func isBracketed(_ place: Int, in sentence: ByteRange) -> Bool {
    let from = max(sentence.lower, place - Limits.bracketedBytes)
    return folded.bytes[from..<place].last { $0 == 0x28 || $0 == 0x29 } == 0x28
  }

  private static let fifths: [BlameTrait] = [.fifth1, .fifth2, .fifth3, .fifth4, .fifth5]

  /// Gives suspects their points, by what is told of each and of the others.
  ///
  /// - Complexity: O(features of all suspects).
  private func weigh(_ suspects: inout [Suspect]) {
    let bearers = Self.bearers(of: suspects)
    for place in BlameWeights.Place.allCases {
      let there = suspects.indices.filter { suspects[$0].place == place }
      if there.isEmpty { continue }
      let ofAll = index.blame.sums(ofOthers: bearers.keys, at: place)
      for row in there {
        let features = suspects[row].features
        // What is told of it alone is told of no other.
        suspects[row].sums = index.blame.sums(
          place, features, others: ofAll, less: features.lazy.filter { bearers[$0] == 1 })
      }
    }
  }

  /// Of how many suspects each feature is told.
  private static func bearers(of suspects: [Suspect]) -> [BlameWeights.Feature: Int] {
    suspects.reduce(into: [:]) { bearers, suspect in
      for feature in suspect.features { bearers[feature, default: 0] += 1 }
    }
  }

  /// The names of those who may be blamed for what a sentence tells, where they stand, and what the article
  /// tells of them, and of at least one of the others.
  ///
  /// - Complexity: O(actors of the article × (all their features + their mentions)).
  package func namedSuspects(
    of sentence: Int
  ) -> [(
    name: String, company: CompanyID?, place: BlameWeights.Place,
    features: Set<BlameWeights.Feature>,
    others: Set<BlameWeights.Feature>
  )] {
    let suspects = suspects(of: sentence)
    let bearers = Self.bearers(of: suspects)
    return suspects.map { suspect in
      let others = Set(
        bearers.lazy.filter { $0.value > 1 || !suspect.features.contains($0.key) }.map(\.key))
      return switch suspect.actor {
      case .company(let id):
        (rules.companies[id.row].name, id, suspect.place, suspect.features, others)
      case .unlisted(let number):
        (unlistedNames[number], nil, suspect.place, suspect.features, others)
      case .body, .unnamed: ("", nil, suspect.place, suspect.features, others)
      }
    }
  }

  /// Whether findings may be of somebody.
  static func maybeBlamed(_ actor: Actor) -> Bool { !actor.isBody && actor != .unnamed }

  /// What the article tells of everybody in it who may be blamed, in the order of their first mentions.
  ///
  /// - Complexity: O(mentions).
  mutating func profileActors() {
    var rows: [Actor: Int] = [:]
    profiles = []
    for sentence in sentences.indices where !sentences[sentence].isCopy {
      for mention in sentences[sentence].mentions {
        guard let actor = mentions[mention].actor, Self.maybeBlamed(actor) else { continue }
        let row = rows[actor] ?? profiles.count
        if row == profiles.count {
          rows[actor] = row
          profiles.append((actor, Profile()))
        }
        profiles[row].profile.places.append((sentence, mention))
        if mentions[mention].isNaming {
          profiles[row].profile.named.append((sentence, mention))
        }
      }
    }
    lastSpoken = whoWasSpokenOf()
    let said = profiles.map { prominence[$0.actor] ?? 0 }
    let total = said.reduce(0, +)
    let main = said.indices.max { (said[$0], $1) < (said[$1], $0) }
    let rarestFirst = profiles.map(\.profile.places.count).sorted()
    let bearers = profiles.reduce(into: [String: Int]()) { bearers, profile in
      for kind in kinds(of: profile.actor) { bearers[kind, default: 0] += 1 }
    }
    for row in profiles.indices {
      var features = features(of: profiles[row].profile.places)
      if case .unlisted = profiles[row].actor { features.insert(.trait(.unlisted)) }
      if row == 0 { features.insert(.trait(.opens)) }
      if row == main { features.insert(.trait(.main)) }
      if said[row] * 2 >= total, said[row] > 0 { features.insert(.trait(.half)) }
      features.insert(
        .trait(profiles.count == 1 ? .alone : profiles.count == 2 ? .ofTwo : .ofMany))
      let places = profiles[row].profile.places.count
      let more = rarestFirst.suffix(3).count { $0 > places }
      features.insert(.trait([.noneMore, .oneMore, .twoMore, .manyMore][more]))
      for kind in kinds(of: profiles[row].actor) {
        features.insert(.kind(kind))
        if bearers[kind, default: 0] > 1 { features.insert(.trait(.rival)) }
      }
      profiles[row].profile.features = features
    }
  }

  /// The kinds of an actor, if it is a declared company.
  private func kinds(of actor: Actor) -> [String] {
    guard case .company(let id) = actor else { return [] }
    return rules.companies[id.row].kinds
  }

  private func features(
    of places: [(sentence: Int, mention: Int)]
  ) -> Set<BlameWeights.Feature> {
    var features: Set<BlameWeights.Feature> = [.trait(.company)]
    var blameless = 0
    for (sentence, mention) in places {
      if paragraphs[sentences[sentence].paragraph].section == .title {
        features.insert(.trait(.title))
        if mentions[mention].subject == 2 { features.insert(.trait(.titleSubject)) }
      }
      if let role = mentions[mention].role { features.insert(.everRole(role)) }
      if Role.isBlameless(mentions[mention].role) { blameless += 1 }
    }
    features.insert(.trait(places.count == 1 ? .once : places.count == 2 ? .twice : .often))
    if blameless * 2 >= places.count { features.insert(.trait(.mostlyBlameless)) }
    return features
  }

  /// Of somebody's mentions in a sentence the one that tells most of what they do in it.
  private func prominentMention(among mine: [Int]) -> Int? {
    func rank(_ mention: Mention) -> Int {
      mention.role == Role.actor ? 2 : Role.isBlameless(mention.role) ? 0 : 1
    }
    return mine.max { a, b in
      (rank(mentions[a]), mentions[a].subject, mentions[b].range.lower)
        < (rank(mentions[b]), mentions[b].subject, mentions[a].range.lower)
    }
  }

  private func addFeatures(
    of best: Int, among here: [Int], to features: inout Set<BlameWeights.Feature>
  ) {
    let mention = mentions[best]
    features.insert(
      .trait(
        mention.subject == 2 ? .subject : mention.subject == 1 ? .maybeSubject : .noSubject))
    if let role = mention.role { features.insert(.role(role)) }
    features.insert(.trait(trait(of: mention.manner)))
    if mention.list != nil { features.insert(.trait(.listed)) }
    if let first = here.first, mentions[first].actor == mention.actor {
      features.insert(.trait(.first))
    }
    let actors = Set(here.compactMap { mentions[$0].actor })
    if actors.count > 1 { features.insert(.trait(.among)) }
    if actors.count == 1, actors.first == mention.actor { features.insert(.trait(.only)) }
  }

  /// Adds what the sentences around tell of somebody whom a sentence does not name; in a word, why it may
  /// still mean them.
  private func addFeatures(
    elsewhere profile: Profile, _ sentence: Int, _ actor: Actor, last: Actor?,
    to features: inout Set<BlameWeights.Feature>
  ) -> String {
    var by = features.contains(.trait(.main)) ? "topic" : "elsewhere"
    let after = Self.from(sentence, of: profile.named)
    let before = profile.named[..<after.startIndex]
    if let latest = before.last?.sentence {
      features.insert(
        .trait(sentence - latest == 1 ? .back1 : sentence - latest == 2 ? .back2 : .back3))
      let there = before.reversed().prefix { $0.sentence == latest }.map { mentions[$0.mention] }
      if there.contains(where: { $0.subject == 2 }) { features.insert(.trait(.previousSubject)) }
      if there.allSatisfy({ Role.isBlameless($0.role) }) {
        features.insert(.trait(.previousBlameless))
      }
      if sentences[latest].paragraph == sentences[sentence].paragraph {
        features.insert(.trait(.sameParagraph))
        by = "paragraph"
      }
    } else {
      features.insert(.trait(.onlyLater))
    }
    if let ahead = after.first?.sentence {
      let reach = ahead - sentence
      features.insert(.trait(reach == 1 ? .next : reach < 4 ? .soon : .later))
    }
    if last == actor {
      features.insert(.trait(.last))
      by = "last"
    }
    if sentences[sentence].focus == actor {
      features.insert(.trait(.focus))
      by = "focus"
    }
    return by
  }

  private func trait(of manner: Mention.Manner) -> BlameTrait {
    switch manner {
    case .name, .unlisted: .name
    case .product: .product
    case .person: .person
    case .reference, .pronoun: .meant
    }
  }

  private func manner(of mention: Mention) -> String {
    mention.role == Role.actor ? "frame" : mention.subject == 2 ? "subject" : "nearest"
  }

  /// The places from a sentence on.
  ///
  /// - Complexity: O(log n).
  private static func from(
    _ sentence: Int, of places: [(sentence: Int, mention: Int)]
  ) -> ArraySlice<(sentence: Int, mention: Int)> {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].sentence < sentence { low = middle + 1 } else { high = middle }
    }
    return places[low...]
  }

  /// By sentence: who was spoken of last before it, in whichever paragraph: of the nearest sentence that names
  /// somebody to blame, its subject, else who stands first in it.
  ///
  /// - Complexity: O(mentions).
  private func whoWasSpokenOf() -> [Actor?] {
    var before: [Actor?] = []
    before.reserveCapacity(sentences.count)
    var last: Actor?
    for sentence in sentences {
      before.append(last)
      if sentence.isCopy { continue }
      let there = sentence.mentions.filter {
        mentions[$0].actor.map(Self.maybeBlamed) ?? false && !Role.isBlameless(mentions[$0].role)
      }
      if let spoken = there.first(where: { mentions[$0].subject == 2 }) ?? there.first {
        last = mentions[spoken].actor
      }
    }
    return before
  }
}
