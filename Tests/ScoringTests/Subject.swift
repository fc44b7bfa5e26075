import Scoring
import SourceText

/// What a company comes to, as far as a property speaks of it.
struct Outcome: Hashable {
  /// What a voice of a case adds.
  struct Part: Hashable {
    var signal: String
    var name: String
    var voice: String
    var gross: Int
    var net: Int
  }

  var score: Points
  var gross: Points
  var exposure: Int
  var grossExposure: Int
  var parts: [Part]
}

/// The score under test: the formula, or one with a fault in it.
struct Subject: Sendable {
  /// What is wrong with it.
  var name: String
  /// Knows all of the reports.
  var state: @Sendable ([Report]) -> ScoreState
  /// What a company comes to on a day.
  var outcome: @Sendable (ScoreState, _ company: String, Day) -> Outcome
  /// A company's whole score on a day.
  var score: @Sendable (ScoreState, _ company: String, Day) -> CompanyScore

  /// What a company scored on an earlier day, by what is known of it on a later one.
  var known: @Sendable (ScoreState.CompanyRecord, _ asOf: Day) -> (Day) -> Points

  /// The score whose steps are `steps`, absorbing what `prepare` makes of the reports.
  static func of<Steps: ScoreSteps>(
    _ name: String, _ steps: Steps.Type, model: ScoreModel,
    prepare: @escaping @Sendable ([Report]) -> [Report] = { $0 }
  ) -> Subject {
    Subject(
      name: name,
      state: { reports in
        var state = ScoreState()
        for report in prepare(reports) { state.absorb(report) }
        return state
      },
      outcome: { state, company, day in
        let record = state.companies[company] ?? ScoreState.CompanyRecord()
        let dossier = Dossier(of: record, selecting: .counting, asOf: day, model: model)
        let appraisal = Appraisal<Steps>(of: dossier, model: model).exposure(on: day)
        let parts = appraisal.lines.map { line in
          let conduct = dossier.conducts[line.conduct]
          let settled = conduct.cases[line.case]
          return Outcome.Part(
            signal: conduct.signal, name: settled.name, voice: settled.voices[line.voice].name,
            gross: line.gross, net: line.net)
        }
        return Outcome(
          score: Points(exposure: appraisal.net), gross: Points(exposure: appraisal.gross),
          exposure: appraisal.net, grossExposure: appraisal.gross, parts: parts)
      },
      score: { state, company, day in
        Appraiser<Steps>(model: model, asOf: day).score(
          of: company, record: state.companies[company] ?? ScoreState.CompanyRecord())
      },
      known: { record, asOf in
        let dossier = Dossier(of: record, selecting: .counting, asOf: asOf, model: model)
        let appraisal = Appraisal<Steps>(of: dossier, model: model)
        return { Points(exposure: appraisal.exposure(on: $0).net) }
      })
  }

  /// What the reports of company `k` come to.
  func outcome(_ reports: [Report], asOf day: Day = Dice.asOf) -> Outcome {
    outcome(state(reports), "k", day)
  }
}
