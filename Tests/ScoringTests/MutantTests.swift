import Findings
import Scoring
import SourceText
import Testing

private enum VoicesRankedUpward: ScoreSteps {
  static func precedes(
    voice a: (value: Fixed, name: String), _ b: (value: Fixed, name: String)
  ) -> Bool { a.value != b.value ? a.value < b.value : a.name < b.name }
}
private enum CasesRankedUpward: ScoreSteps {
  static func precedes(
    case a: (value: Fixed, name: String), _ b: (value: Fixed, name: String)
  ) -> Bool { a.value != b.value ? a.value < b.value : a.name < b.name }
}
private enum RanksCountedFromOne: ScoreSteps {
  static func diminished(by share: Fixed, atRank rank: Int) -> Fixed {
    share.raised(to: rank + 1)
  }
}
private enum RanksWithoutEffect: ScoreSteps {
  static func diminished(by share: Fixed, atRank rank: Int) -> Fixed { .one }
}
private enum ReliefWithoutCap: ScoreSteps {
  static func relief(by kinds: [Fixed], in model: ScoreModel) -> Fixed {
    kinds.reduce(Fixed.one) { $0 * $1.complement }.complement
  }
}
private enum DecayWithWrongSign: ScoreSteps {
  static func decay(age: Int, halfLife: Int, in model: ScoreModel) -> Fixed {
    .one + model.decay(age: age, halfLife: halfLife).complement
  }
}
private enum EndlessGrace: ScoreSteps {
  static func relieves(_ mitigated: Day, reported: Day, in model: ScoreModel) -> Bool { true }
}
private enum GraceADayShort: ScoreSteps {
  static func relieves(_ mitigated: Day, reported: Day, in model: ScoreModel) -> Bool {
    reported - model.graceDays < mitigated
  }
}
private enum ConfirmedDeniedAway: ScoreSteps {
  static func denial(of stance: Stance, in model: ScoreModel) -> Fixed { model.denied }
}
private enum ClearedWhateverTheDay: ScoreSteps {
  static func clears(_ cleared: Day, reported: Day, asOf: Day) -> Bool { true }
}
private enum RepeatedReliefAdds: ScoreSteps {
  static func relief(byKind known: Fixed, and further: Fixed) -> Fixed {
    (known.complement * further.complement).complement
  }
}
private enum RegulatorsRelieved: ScoreSteps {
  static func isRelievable(_ signal: ScoreModel.Weight) -> Bool { true }
}
private enum StancesAdd: ScoreSteps {
  static func heard(_ known: Fixed, _ further: Fixed) -> Fixed { known + further }
}
private enum WeakAsStrong: ScoreSteps {
  static func weight(of stance: Stance, weak: Bool, in model: ScoreModel) -> Fixed {
    model.weight(of: stance)
  }
}
private enum FloatingPoint: ScoreSteps {
  static func exposure(_ value: Fixed) -> Int {
    Int(Double(value.description).map { Float($0) * 1e9 } ?? 0)
  }
}

/// Protects the other tests of this module: each deliberate fault in the score is noticed by at least
/// one property or by the reference.
@Suite struct `Faults seeded into the score` {
  private static func mutants() throws -> [Subject] {
    let model = try HouseModel.model()
    return [
      .of("voices are ranked upward", VoicesRankedUpward.self, model: model),
      .of("cases are ranked upward", CasesRankedUpward.self, model: model),
      .of("ranks are counted from one", RanksCountedFromOne.self, model: model),
      .of("ranks have no effect", RanksWithoutEffect.self, model: model),
      .of("relief has no cap", ReliefWithoutCap.self, model: model),
      .of("decay has the wrong sign", DecayWithWrongSign.self, model: model),
      .of("grace has no end", EndlessGrace.self, model: model),
      .of("grace is a day short", GraceADayShort.self, model: model),
      .of("what is confirmed can be denied away", ConfirmedDeniedAway.self, model: model),
      .of("clearing ignores the day", ClearedWhateverTheDay.self, model: model),
      .of("relief adds up per finding", RepeatedReliefAdds.self, model: model),
      .of("regulators' actions are relieved", RegulatorsRelieved.self, model: model),
      .of("the stances of a voice add up", StancesAdd.self, model: model),
      .of("weak counts like strong", WeakAsStrong.self, model: model),
      .of("exposures are floating point", FloatingPoint.self, model: model),
      .of("copies are voices of their own", Formula.self, model: model) { reports in
        reports.map { report in
          var copy = report
          copy.voice += report.sighting.article
          return copy
        }
      },
      .of("the last to arrive counts, not the first day", Formula.self, model: model) { reports in
        reports.indices.filter { index in
          !reports[(index + 1)...].contains { later in
            (later.company, later.signal, later.case, later.voice, later.stance)
              == (
                reports[index].company, reports[index].signal, reports[index].case,
                reports[index].voice, reports[index].stance
              )
          }
        }
        .map { reports[$0] }
      },
      .of("copied quotes are not seen", Formula.self, model: model) { reports in
        reports.map { report in
          var copy = report
          copy.quote = nil
          return copy
        }
      },
      .of("companies are mixed up", Formula.self, model: model) { reports in
        reports.map { report in
          var mixed = report
          mixed.company = "k"
          return mixed
        }
      },
    ]
  }

  @Test func `every one of them is noticed`() throws {
    let reference = try ReferenceCase.all()
    for mutant in try Self.mutants() {
      var noticed = Property.all.filter {
        $0.counterexample(for: mutant, cases: 150) != nil
      }
      .map(\.name)
      if try !reference.allSatisfy({ try $0.agrees(with: mutant) }) { noticed.append("reference") }
      #expect(!noticed.isEmpty, "nothing notices that \(mutant.name)")
    }
  }
}
