package import SourceText

/// A company's exposure on a day, computed from its dossier.
///
/// All sums run over whole billionths, rounded before they are summed, so that no result depends on an
/// order.
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

  /// The lines, in the dossier's order.
  package private(set) var lines: [Line] = []

  /// L before relief, in billionths.
  package private(set) var gross = 0
  /// L, in billionths.
  package private(set) var net = 0

  /// Weighs what the dossier holds up to `day`.
  ///
  /// - Complexity: O(n log n) over the dossier's statements.
  package init(of dossier: Dossier, on day: Day, model: ScoreModel) {
    let reliefs = Reliefs(dossier.mitigations, on: day, model: model)
    for (index, conduct) in dossier.conducts.enumerated() {
      weigh(conduct, at: index, on: day, reliefs: reliefs, model: model)
    }
  }

  /// What a statement comes to on a day before relief, and the share by which it is relieved.
  package static func value(
    of statement: Dossier.Statement, by voice: Dossier.Voice, in settled: Dossier.Case,
    signal: ScoreModel.Weight, on day: Day, reliefs: Reliefs, model: ScoreModel
  ) -> (gross: Fixed, relief: Fixed) {
    let reported = statement.first.day
    var gross =
      Steps.weight(of: statement.stance, weak: statement.weak, in: model) * voice.weight
      * Steps.decay(age: max(0, day - reported), halfLife: signal.halfLife, in: model)
    if settled.denied { gross = gross * Steps.denial(of: statement.stance, in: model) }
    if let cleared = settled.cleared, Steps.clears(cleared, reported: reported, asOf: day) {
      gross = gross * model.cleared
    }
    return (gross, reliefs.share(of: signal, reported: reported, model: model))
  }

  private mutating func weigh(
    _ conduct: Dossier.Conduct, at index: Int, on day: Day, reliefs: Reliefs, model: ScoreModel
  ) {
    var found: [Line] = []
    var gross: [(voice: Fixed, line: Int)] = []
    var net: [(voice: Fixed, line: Int)] = []
    for (caseIndex, settled) in conduct.cases.enumerated() {
      for (voiceIndex, voice) in settled.voices.enumerated() {
        var heard: (gross: Fixed, net: Fixed, best: Fixed, statement: Int)?
        for (statementIndex, statement) in voice.statements.enumerated()
        where statement.first.day <= day {
          let value = Self.value(
            of: statement, by: voice, in: settled, signal: conduct.weight, on: day,
            reliefs: reliefs, model: model)
          let relieved = value.gross * value.relief.complement
          guard let known = heard else {
            heard = (value.gross, relieved, relieved, statementIndex)
            continue
          }
          heard = (
            Steps.heard(known.gross, value.gross), Steps.heard(known.net, relieved),
            max(known.best, relieved), relieved > known.best ? statementIndex : known.statement
          )
        }
        guard let heard else { continue }
        gross.append((heard.gross, found.count))
        net.append((heard.net, found.count))
        found.append(
          Line(
            conduct: index, case: caseIndex, voice: voiceIndex, statement: heard.statement,
            voiceRank: 0, caseRank: 0, gross: 0, net: 0))
      }
    }
    for placed in Self.ranked(gross, lines: found, conduct: conduct, model: model) {
      found[placed.line].gross = placed.exposure
    }
    for placed in Self.ranked(net, lines: found, conduct: conduct, model: model) {
      found[placed.line].net = placed.exposure
      found[placed.line].voiceRank = placed.voiceRank
      found[placed.line].caseRank = placed.caseRank
    }
    for line in found {
      self.gross = Self.sum(self.gross, line.gross)
      self.net = Self.sum(self.net, line.net)
    }
    lines += found
  }

  private struct Placed {
    var line: Int
    var voiceRank: Int
    var caseRank: Int
    var exposure: Int
  }

  /// Ranks the voices of each case and the cases of the signal, each further one counting less.
  private static func ranked(
    _ values: [(voice: Fixed, line: Int)], lines: [Line], conduct: Dossier.Conduct,
    model: ScoreModel
  ) -> [Placed] {
    var cases: [(value: Fixed, name: String, parts: [(line: Int, value: Fixed)])] = []
    var start = 0
    while start < values.count {
      let caseIndex = lines[values[start].line].case
      var end = start
      while end < values.count, lines[values[end].line].case == caseIndex { end += 1 }
      let settled = conduct.cases[caseIndex]
      let order = values[start..<end]
        .map { (value: $0.voice, name: settled.voices[lines[$0.line].voice].name, line: $0.line) }
        .sorted { Steps.precedes(voice: ($0.value, $0.name), ($1.value, $1.name)) }
      let parts = order.enumerated().map { rank, voice in
        (
          line: voice.line,
          value: Steps.diminished(by: model.voiceShare, atRank: rank) * voice.value
        )
      }
      cases.append((parts.reduce(Fixed.zero) { $0 + $1.value }, settled.name, parts))
      start = end
    }
    cases.sort { Steps.precedes(case: ($0.value, $0.name), ($1.value, $1.name)) }
    let full = model.scale * conduct.weight.severity.divided(by: Limits.severityMax)
    var placed: [Placed] = []
    for (caseRank, settled) in cases.enumerated() {
      let share = full * Steps.diminished(by: model.caseShare, atRank: caseRank)
      for (voiceRank, part) in settled.parts.enumerated() {
        placed.append(
          Placed(
            line: part.line, voiceRank: voiceRank, caseRank: caseRank,
            exposure: Steps.exposure(share * part.value)))
      }
    }
    return placed
  }

  /// The sum, at most the greatest number.
  private static func sum(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }
}

extension Appraisal {
  /// The mitigations of a company on a day, ready to be asked for each of its reports.
  package struct Reliefs: Sendable {
    /// One kind of mitigation: for each strength with which it is reported, the last day.
    private struct Kind {
      var categories: Set<String>
      var latest: [(strength: Fixed, day: Day)]
    }

    private let kinds: [Kind]

    /// Takes in the mitigations up to `day`.
    ///
    /// - Complexity: O(n) over the mitigations.
    package init(_ mitigations: [Dossier.Mitigation], on day: Day, model: ScoreModel) {
      var latest: [String: [Fixed: Day]] = [:]
      for mitigation in mitigations where mitigation.first.day <= day {
        guard let share = model.signals[mitigation.signal]?.relief else { continue }
        let strength =
          share * Steps.weight(of: mitigation.stance, weak: mitigation.weak, in: model)
        let known = latest[mitigation.signal]?[strength] ?? mitigation.first.day
        latest[mitigation.signal, default: [:]][strength] = max(known, mitigation.first.day)
      }
      kinds = latest.sorted { $0.key < $1.key }.map { signal, days in
        Kind(
          categories: model.signals[signal]?.relieved ?? [],
          latest: days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      }
    }

    /// M: the share by which a report of a signal, first made on a day, is relieved.
    package func share(of signal: ScoreModel.Weight, reported: Day, model: ScoreModel) -> Fixed {
      guard Steps.isRelievable(signal), !kinds.isEmpty else { return .zero }
      var shares: [Fixed] = []
      for kind in kinds where kind.categories.contains(signal.category) {
        var share: Fixed?
        for (strength, day) in kind.latest
        where Steps.relieves(day, reported: reported, in: model) {
          share = share.map { Steps.relief(byKind: $0, and: strength) } ?? strength
        }
        if let share { shares.append(share) }
      }
      return Steps.relief(by: shares, in: model)
    }
  }
}
