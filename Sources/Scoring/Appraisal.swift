package import SourceText

/// A company's dossier, ready to be weighed on any day.
///
/// All sums run over whole billionths, rounded before they are summed, so that no result depends on an
/// order. What does not change from day to day is computed once.
package struct Appraisal<Steps: ScoreSteps>: Sendable {
  /// What one voice of one case adds.
  package struct Line: Hashable, Sendable {
    /// Where its conduct stands in the dossier.
    package var conduct: Int
    /// Where its case stands in the conduct.
    package var `case`: Int
    /// Where its voice stands in the case.
    package var voice: Int
    /// Where, in the voice, the statement stands that weighs most.
    package var statement: Int
    /// Its rank among the voices of the case, from 0, relief counted.
    package var voiceRank: Int
    /// Its case's rank among the cases of the signal, from 0, relief counted.
    package var caseRank: Int
    /// What it adds to L before relief, in billionths.
    package var gross: Int
    /// What it adds to L, in billionths.
    package var net: Int
  }

  /// What all lines of a day come to.
  package struct Exposure: Hashable, Sendable {
    /// The lines, in the dossier's order.
    package var lines: [Line] = []
    /// L before relief, in billionths.
    package var gross = 0
    /// L, in billionths.
    package var net = 0
  }

  /// A statement and what it weighs on the day it is made.
  struct Entry {
    var voice: Int
    var statement: Int
    var day: Day
    var fresh: Fixed
  }

  /// The entries of a case, in the order of its voices.
  struct Docket {
    var cleared: Day?
    var entries: [Entry]
  }

  /// What a voice of a case comes to on a day.
  private struct Heard {
    var voice: Int
    var statement: Int
    var gross: Fixed
    var net: Fixed
    var best: Fixed
  }

  /// The voices of a case in the order of their rank, each with what its rank leaves of it.
  struct Ranking {
    var sum = Fixed.zero
    var parts: [Ranked] = []
  }

  /// What is weighed.
  package let dossier: Dossier
  let model: ScoreModel
  let dockets: [[Docket]]
  /// κ · severity/10 of each conduct.
  let scales: [Fixed]
  private let voiceShares: [Fixed]
  private let caseShares: [Fixed]

  /// Prepares a dossier.
  ///
  /// - Complexity: O(n) over the dossier's statements.
  package init(of dossier: Dossier, model: ScoreModel) {
    self.dossier = dossier
    self.model = model
    dockets = dossier.conducts.map { conduct in conduct.cases.map { Self.docket($0, model: model) }
    }
    scales = dossier.conducts.map {
      model.scale * $0.weight.severity.divided(by: Limits.severityMax)
    }
    let cases = dossier.conducts.map(\.cases.count).max() ?? 0
    let voices = dossier.conducts.flatMap { $0.cases.map(\.voices.count) }.max() ?? 0
    voiceShares = Self.shares(model.voiceShare, count: voices)
    caseShares = Self.shares(model.caseShare, count: cases)
  }

  /// Weighs what the dossier holds up to `day`.
  ///
  /// - Complexity: O(n log n) over the dossier's statements.
  package func exposure(on day: Day) -> Exposure {
    let reliefs = reliefs(on: day)
    var exposure = Exposure()
    for index in dockets.indices {
      for line in lines(of: index, on: day, reliefs: reliefs) {
        exposure.lines.append(line)
        exposure.gross = Self.sum(exposure.gross, line.gross)
        exposure.net = Self.sum(exposure.net, line.net)
      }
    }
    return exposure
  }

  /// The mitigations that are known on a day.
  package func reliefs(on day: Day) -> Reliefs {
    Reliefs(dossier.mitigations, on: day, model: model)
  }

  /// The ranking of a case on a day, relief counted.
  func ranking(of docket: Docket, conduct: Int, on day: Day, reliefs: Reliefs) -> Ranking {
    let heard = heard(docket, conduct: conduct, on: day, reliefs: reliefs)
    return ranking(heard.indices.map { Ranked(value: heard[$0].net, place: $0) })
  }

  /// What remains of the case at this rank among those of its signal.
  func caseShare(atRank rank: Int) -> Fixed { rank < caseShares.count ? caseShares[rank] : .zero }

  /// The sum, at most the greatest number.
  static func sum(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }
}

extension Appraisal {
  /// What ranks leave, as far as there is anything left.
  private static func shares(_ share: Fixed, count: Int) -> [Fixed] {
    var shares: [Fixed] = []
    for rank in 0..<count {
      let left = Steps.diminished(by: share, atRank: rank)
      if left == .zero { break }
      shares.append(left)
    }
    return shares
  }

  private static func docket(_ settled: Dossier.Case, model: ScoreModel) -> Docket {
    var entries: [Entry] = []
    for (voiceIndex, voice) in settled.voices.enumerated() {
      for (index, statement) in voice.statements.enumerated() {
        var fresh =
          Steps.weight(of: statement.stance, weak: statement.weak, in: model) * voice.weight
        if settled.denied { fresh = fresh * Steps.denial(of: statement.stance, in: model) }
        entries.append(
          Entry(voice: voiceIndex, statement: index, day: statement.first.day, fresh: fresh))
      }
    }
    return Docket(cleared: settled.cleared, entries: entries)
  }

  /// What each voice of a case comes to on a day, in the order of the voices.
  private func heard(_ docket: Docket, conduct: Int, on day: Day, reliefs: Reliefs) -> [Heard] {
    let signal = dossier.conducts[conduct].weight
    var heard: [Heard] = []
    for entry in docket.entries where entry.day <= day {
      var gross =
        entry.fresh * Steps.decay(age: day - entry.day, of: signal)
      if let cleared = docket.cleared, Steps.clears(cleared, reported: entry.day, asOf: day) {
        gross = gross * model.cleared
      }
      let relief = reliefs.share(of: signal, reported: entry.day, model: model)
      let net = gross * relief.complement
      if var known = heard.last, known.voice == entry.voice {
        known.gross = Steps.heard(known.gross, gross)
        known.net = Steps.heard(known.net, net)
        if net > known.best { (known.best, known.statement) = (net, entry.statement) }
        heard[heard.count - 1] = known
      } else {
        heard.append(
          Heard(
            voice: entry.voice, statement: entry.statement, gross: gross, net: net, best: net))
      }
    }
    return heard
  }

  /// Ranks the voices of a case, each further one counting less.
  private func ranking(_ voices: [Ranked]) -> Ranking {
    var ranking = Ranking()
    ranking.parts = voices.sorted(by: Steps.precedes(voice:_:))
    for rank in ranking.parts.indices {
      let share = rank < voiceShares.count ? voiceShares[rank] : .zero
      ranking.parts[rank].value = share * ranking.parts[rank].value
      ranking.sum = ranking.sum + ranking.parts[rank].value
    }
    return ranking
  }

  /// The lines of a conduct on a day.
  private func lines(of conduct: Int, on day: Day, reliefs: Reliefs) -> [Line] {
    var lines: [Line] = []
    var starts: [Int] = []
    var gross: [Ranking] = []
    var net: [Ranking] = []
    for (index, docket) in dockets[conduct].enumerated() {
      let heard = heard(docket, conduct: conduct, on: day, reliefs: reliefs)
      if heard.isEmpty { continue }
      starts.append(lines.count)
      gross.append(ranking(heard.indices.map { Ranked(value: heard[$0].gross, place: $0) }))
      net.append(ranking(heard.indices.map { Ranked(value: heard[$0].net, place: $0) }))
      lines += heard.map { voice in
        Line(
          conduct: conduct, case: index, voice: voice.voice, statement: voice.statement,
          voiceRank: 0, caseRank: 0, gross: 0, net: 0)
      }
    }
    eachPart(of: gross, conduct: conduct) { place, _, _, exposure in
      lines[starts[place.case] + place.voice].gross = exposure
    }
    eachPart(of: net, conduct: conduct) { place, caseRank, voiceRank, exposure in
      let line = starts[place.case] + place.voice
      (lines[line].caseRank, lines[line].voiceRank) = (caseRank, voiceRank)
      lines[line].net = exposure
    }
    return lines
  }

  /// Ranks the cases of a conduct and hands out what each of their parts adds to L.
  private func eachPart(
    of cases: [Ranking], conduct: Int,
    _ body: (_ place: (case: Int, voice: Int), _ caseRank: Int, _ voiceRank: Int, Int) -> Void
  ) {
    let order = cases.indices.map { Ranked(value: cases[$0].sum, place: $0) }
      .sorted(by: Steps.precedes(case:_:))
    for (caseRank, ranked) in order.enumerated() {
      let share = scales[conduct] * caseShare(atRank: caseRank)
      for (voiceRank, part) in cases[ranked.place].parts.enumerated() {
        body(
          (ranked.place, part.place), caseRank, voiceRank, Steps.exposure(share * part.value))
      }
    }
  }
}
