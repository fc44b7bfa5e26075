import Findings
package import SourceText

/// Scores companies by `Formula` or, in a test, by other steps.
package struct Appraiser<Steps: ScoreSteps>: Sendable {
  private let model: ScoreModel
  private let asOf: Day

  /// Makes an appraiser of what is known on a day.
  package init(model: ScoreModel, asOf: Day) {
    self.model = model
    self.asOf = asOf
  }

  /// The score of a company of which `record` is known.
  ///
  /// - Complexity: O(n log n) over the record's keys, and that of `Appraisal.peak(from:through:)`.
  package func score(of company: String, record: ScoreState.CompanyRecord) -> CompanyScore {
    let dossier = Dossier(of: record, selecting: .counting, asOf: asOf, model: model)
    let appraisal = Appraisal<Steps>(of: dossier, model: model)
    let exposure = appraisal.exposure(on: asOf)
    let score = Points(exposure: exposure.net)
    let gross = Points(exposure: exposure.gross)
    let isRead = record.firstRead.map { $0 <= asOf } ?? false
    let setAside = SetAside.list(of: record, asOf: asOf)
    var unsuppressed = score
    if !setAside.isEmpty {
      let all = Dossier(of: record, selecting: .all, asOf: asOf, model: model)
      unsuppressed = points(of: all, on: asOf)
    }
    return CompanyScore(
      company: company, score: score, gross: gross,
      band: isRead ? model.band(of: score) : ScoreModel.notRated,
      peak: peak(of: appraisal, now: score),
      contributions: contributions(to: exposure, of: appraisal, score: score, gross: gross),
      mitigations: dossier.mitigations, setAside: setAside, unsuppressed: unsuppressed,
      prospects: prospects(of: appraisal, exposure))
  }

  private func points(of dossier: Dossier, on day: Day) -> Points {
    Points(exposure: Appraisal<Steps>(of: dossier, model: model).exposure(on: day).net)
  }

  /// The highest score of the window, at least that of its last day.
  private func peak(of appraisal: Appraisal<Steps>, now: Points) -> CompanyScore.Peak {
    let day = appraisal.peak(from: asOf - model.peakDays, through: asOf)
    let score = Points(exposure: appraisal.exposure(on: day).net)
    return score < now
      ? CompanyScore.Peak(score: now, day: asOf) : CompanyScore.Peak(score: score, day: day)
  }

  private func contributions(
    to exposure: Appraisal<Steps>.Exposure, of appraisal: Appraisal<Steps>, score: Points,
    gross: Points
  ) -> [Contribution] {
    let dossier = appraisal.dossier
    let reliefs = appraisal.reliefs(on: asOf)
    let lines = exposure.lines.enumerated().sorted { a, b in
      a.element.gross != b.element.gross
        ? a.element.gross > b.element.gross : a.offset < b.offset
    }
    .map(\.element)
    let points = Hundredths.apportion(gross.hundredths, by: lines.map(\.gross))
    let netPoints = Hundredths.apportion(score.hundredths, by: lines.map(\.net))
    return lines.indices.map { index in
      let line = lines[index]
      let conduct = dossier.conducts[line.conduct]
      let settled = conduct.cases[line.case]
      let voice = settled.voices[line.voice]
      let statement = voice.statements[line.statement]
      return Contribution(
        signal: conduct.signal, case: settled.name, voice: voice.name,
        stance: statement.stance, weak: statement.weak, denied: settled.denied,
        first: statement.first, copiers: voice.copiers, grossExposure: line.gross,
        exposure: line.net, points: points[index], netPoints: netPoints[index],
        derivation: derivation(of: line, statement, by: voice, settled, conduct, reliefs))
    }
  }

  private func derivation(
    of line: Appraisal<Steps>.Line, _ statement: Dossier.Statement, by voice: Dossier.Voice,
    _ settled: Dossier.Case, _ conduct: Dossier.Conduct, _ reliefs: Appraisal<Steps>.Reliefs
  ) -> Contribution.Derivation {
    let weight = conduct.weight
    let reported = statement.first.day
    let age = max(0, asOf - reported)
    let isCleared =
      settled.cleared.map { Steps.clears($0, reported: reported, asOf: asOf) } ?? false
    return Contribution.Derivation(
      severity: weight.severity,
      stanceWeight: Steps.weight(of: statement.stance, weak: statement.weak, in: model),
      voiceWeight: voice.weight, age: age, halfLife: weight.halfLife,
      decay: Steps.decay(age: age, of: weight),
      denial: settled.denied ? Steps.denial(of: statement.stance, in: model) : .one,
      clearance: isCleared ? model.cleared : .one,
      relief: reliefs.share(of: weight, reported: reported, model: model),
      voiceRank: line.voiceRank + 1, caseRank: line.caseRank + 1)
  }

  /// What would move the score: a second voice for the weightiest report, its confirmation, silence.
  private func prospects(
    of appraisal: Appraisal<Steps>, _ exposure: Appraisal<Steps>.Exposure
  ) -> [Prospect] {
    let dossier = appraisal.dossier
    var prospects: [Prospect] = []
    func add(_ change: Prospect.Change, _ score: Points) {
      prospects.append(Prospect(change: change, score: score, band: model.band(of: score)))
    }
    func scoreAdding(_ statement: Dossier.Statement, to line: Appraisal<Steps>.Line) -> Points {
      var other = dossier
      other.conducts[line.conduct].cases[line.case].voices.append(
        Dossier.Voice(name: "", weight: model.namedVoice, statements: [statement], copiers: []))
      return points(of: other, on: asOf)
    }
    func names(_ line: Appraisal<Steps>.Line) -> (signal: String, case: String) {
      let conduct = dossier.conducts[line.conduct]
      return (conduct.signal, conduct.cases[line.case].name)
    }
    func statement(_ line: Appraisal<Steps>.Line) -> Dossier.Statement {
      let settled = dossier.conducts[line.conduct].cases[line.case]
      return settled.voices[line.voice].statements[line.statement]
    }
    func weightiest(where isMeant: (Appraisal<Steps>.Line) -> Bool) -> Appraisal<Steps>.Line? {
      var best: Appraisal<Steps>.Line?
      for line in exposure.lines where isMeant(line) && line.net > best?.net ?? 0 { best = line }
      return best
    }
    if let line = weightiest(where: { _ in true }) {
      let (signal, name) = names(line)
      add(.corroborated(signal: signal, case: name), scoreAdding(statement(line), to: line))
      let until = asOf + model.peakDays
      add(.quiet(until: until), Points(exposure: appraisal.exposure(on: until).net))
    }
    if let line = weightiest(where: { statement($0).stance != .confirmed }) {
      let (signal, name) = names(line)
      let today = Dossier.Statement(
        stance: .confirmed, weak: false, first: Sighting(day: asOf, article: ""))
      add(.confirmed(signal: signal, case: name), scoreAdding(today, to: line))
    }
    return prospects
  }
}

extension SetAside {
  /// What suppressions set aside of a record up to a day: the firmest of each voice.
  ///
  /// - Complexity: O(n log n) over the record's keys.
  static func list(of record: ScoreState.CompanyRecord, asOf: Day) -> [SetAside] {
    struct Key: Hashable {
      var signal: String
      var name: String
      var voice: String
      var suppression: Int
    }
    var found: [Key: SetAside] = [:]
    for (place, known) in record.cases {
      for (seen, sighting) in known.sightings where sighting.day <= asOf {
        guard let suppression = seen.suppression else { continue }
        let key = Key(
          signal: place.signal, name: place.case, voice: seen.voice, suppression: suppression)
        guard var entry = found[key] else {
          found[key] = SetAside(
            signal: place.signal, case: place.case, voice: seen.voice, stance: seen.stance,
            first: sighting, suppression: suppression)
          continue
        }
        entry.stance = entry.stance.joined(with: seen.stance)
        entry.first = min(entry.first, sighting)
        found[key] = entry
      }
    }
    return found.values.sorted { a, b in
      if a.signal != b.signal { return a.signal < b.signal }
      if a.case != b.case { return a.case < b.case }
      if a.voice != b.voice { return a.voice < b.voice }
      return a.suppression < b.suppression
    }
  }
}
