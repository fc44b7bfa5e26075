package import Findings
package import SourceText

/// What is known of one company up to a day, in order, with every copy given to the voice it is of.
///
/// Copies are reports of a case whose folded quotes are equal: they are one voice, the earliest; on one
/// day the weightiest, then the one whose article's digest is smallest. Settling it here and not while
/// absorbing keeps the state a semilattice.
package struct Dossier: Sendable {
  /// Which reports are looked at.
  package enum Selection: Sendable {
    /// Those that no suppression sets aside.
    case counting
    /// All.
    case all
  }

  /// What a voice said with one stance.
  package struct Statement: Hashable, Sendable {
    /// How firmly.
    package var stance: Stance
    /// Whether it counts half.
    package var weak: Bool
    /// When first, and by which article.
    package var first: Sighting
  }

  /// A voice of a case.
  package struct Voice: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// r: what it weighs.
    package var weight: Fixed
    /// What it said, firmest first.
    package var statements: [Statement]
    /// The voices that repeated its quotes, sorted.
    package var copiers: [String]
  }

  /// A case of a signal.
  package struct Case: Hashable, Sendable {
    /// What happened.
    package var name: String
    /// Whether the company denies it.
    package var denied: Bool
    /// The first day on which it was cleared.
    package var cleared: Day?
    /// Who says it, sorted by name.
    package var voices: [Voice]
  }

  /// What a company is reported to do.
  package struct Conduct: Sendable {
    /// The signal's id.
    package var signal: String
    /// What it weighs.
    package var weight: ScoreModel.Weight
    /// Its cases, sorted by name.
    package var cases: [Case]
  }

  /// What lowers a score.
  package struct Mitigation: Hashable, Sendable {
    /// The mitigating signal's id.
    package var signal: String
    /// What happened.
    package var `case`: String
    /// How firmly.
    package var stance: Stance
    /// Whether it counts half.
    package var weak: Bool
    /// When first, and by which article.
    package var first: Sighting
  }

  /// What it is reported to do, sorted by signal.
  package var conducts: [Conduct] = []
  /// What lowers its score, sorted by signal, case and stance.
  package var mitigations: [Mitigation] = []

  /// Puts in order what `record` holds up to `asOf`; signals that the rules do not have are left out.
  ///
  /// - Complexity: O(n log n) over the record's keys.
  package init(
    of record: ScoreState.CompanyRecord, selecting selection: Selection, asOf: Day,
    model: ScoreModel
  ) {
    let cases = record.cases.sorted { a, b in
      a.key.signal != b.key.signal ? a.key.signal < b.key.signal : a.key.case < b.key.case
    }
    for (key, known) in cases {
      guard let weight = model.signals[key.signal] else { continue }
      let seen = known.sightings.filter {
        $0.value.day <= asOf && $0.key.stance != .cleared && selection.takes($0.key.suppression)
      }
      if seen.isEmpty { continue }
      if weight.relief != nil {
        mitigations += Self.mitigations(of: key, seen)
        continue
      }
      let settled = Case(
        name: key.case,
        denied: selection.first(of: known.denials).map { $0 <= asOf } ?? false,
        cleared: selection.first(of: known.clearances),
        voices: Self.voices(seen, model: model))
      if conducts.last?.signal == key.signal {
        conducts[conducts.count - 1].cases.append(settled)
      } else {
        conducts.append(Conduct(signal: key.signal, weight: weight, cases: [settled]))
      }
    }
  }

  /// The days on which something is first reported, without repeats.
  package var days: Set<Day> {
    var days: Set<Day> = []
    for conduct in conducts {
      for settled in conduct.cases {
        for voice in settled.voices { days.formUnion(voice.statements.map(\.first.day)) }
      }
    }
    return days
  }
}

extension Dossier.Selection {
  fileprivate func takes(_ suppression: Int?) -> Bool { self == .all || suppression == nil }

  fileprivate func first(of days: [Int?: Day]) -> Day? {
    days.filter { takes($0.key) }.values.min()
  }
}

extension Dossier {
  private typealias Sightings = [ScoreState.SightingKey: Sighting]

  private struct Manner: Hashable {
    var stance: Stance
    var weak: Bool

    static func precedes(_ a: Manner, _ b: Manner) -> Bool {
      a.stance != b.stance ? a.stance.firmness > b.stance.firmness : !a.weak && b.weak
    }
  }

  private struct Origin {
    var first: Sighting
    var weight: Fixed
    var voice: String

    func precedes(_ other: Origin) -> Bool {
      if first.day != other.first.day { return first.day < other.first.day }
      if weight != other.weight { return weight > other.weight }
      if first != other.first { return first < other.first }
      return voice < other.voice
    }
  }

  /// The voices of a case, every copy given to the voice of its origin.
  private static func voices(_ seen: Sightings, model: ScoreModel) -> [Voice] {
    var origins: [QuoteMark: Origin] = [:]
    for (key, sighting) in seen {
      guard let quote = key.quote else { continue }
      let origin = Origin(
        first: sighting, weight: model.weight(ofVoice: key.voice), voice: key.voice)
      if let known = origins[quote], !origin.precedes(known) { continue }
      origins[quote] = origin
    }
    var statements: [String: [Manner: Sighting]] = [:]
    var copiers: [String: Set<String>] = [:]
    for (key, sighting) in seen {
      let voice = key.quote.flatMap { origins[$0]?.voice } ?? key.voice
      if voice != key.voice { copiers[voice, default: []].insert(key.voice) }
      let manner = Manner(stance: key.stance, weak: key.weak)
      let known = statements[voice]?[manner] ?? sighting
      statements[voice, default: [:]][manner] = min(known, sighting)
    }
    return statements.map { name, said in
      Voice(
        name: name, weight: model.weight(ofVoice: name),
        statements: said.sorted { Manner.precedes($0.key, $1.key) }.map {
          Statement(stance: $0.key.stance, weak: $0.key.weak, first: $0.value)
        },
        copiers: copiers[name, default: []].sorted())
    }
    .sorted { $0.name < $1.name }
  }

  /// The first sighting of each manner in which a mitigation is reported.
  private static func mitigations(of key: ScoreState.CaseKey, _ seen: Sightings) -> [Mitigation] {
    var first: [Manner: Sighting] = [:]
    for (seenKey, sighting) in seen {
      let manner = Manner(stance: seenKey.stance, weak: seenKey.weak)
      first[manner] = min(first[manner] ?? sighting, sighting)
    }
    return first.sorted { Manner.precedes($0.key, $1.key) }.map {
      Mitigation(
        signal: key.signal, case: key.case, stance: $0.key.stance, weak: $0.key.weak,
        first: $0.value)
    }
  }
}
