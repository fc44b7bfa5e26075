import Findings
import Scoring
import SourceText
import Testing

private enum VoicesRankedUpward: ScoreSteps {
  static func precedes(
    voice a: Ranked, _ b: Ranked
  ) -> Bool { a.value != b.value ? a.value < b.value : a.place < b.place }
}
private enum CasesRankedUpward: ScoreSteps {
  static func precedes(
    case a: Ranked, _ b: Ranked
  ) -> Bool { a.value != b.value ? a.value < b.value : a.place < b.place }
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
  static func decay(age: Int, of signal: ScoreModel.Weight) -> Fixed {
    .one + signal.decay(age: age).complement
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

/// A deliberate fault in the score, and the property that notices it.
struct Mutant: Sendable, CustomTestStringConvertible {
  /// The score with the fault.
  var subject: Subject
  /// How the name of the property begins that fails.
  var noticedBy: String

  var testDescription: String { subject.name }

  /// A fault in a step of the formula.
  static func step<Steps: ScoreSteps>(_ name: String, _ steps: Steps.Type, noticedBy: String) throws
    -> Mutant
  {
    Mutant(
      subject: .of(name, steps, model: try HouseModel.shipped()), noticedBy: noticedBy)
  }

  /// A fault in what is absorbed: what `change` makes of the reports.
  static func absorbing(
    _ name: String, noticedBy: String, change: @escaping @Sendable ([Report]) -> [Report]
  ) throws -> Mutant {
    Mutant(
      subject: .of(name, Formula.self, model: try HouseModel.shipped(), prepare: change),
      noticedBy: noticedBy)
  }

  static let all: Result<[Mutant], any Error> = Result {
    try [
      step("voices are ranked upward", VoicesRankedUpward.self, noticedBy: "P5"),
      step("cases are ranked upward", CasesRankedUpward.self, noticedBy: "P5"),
      step("ranks are counted from one", RanksCountedFromOne.self, noticedBy: "S6"),
      step("ranks have no effect", RanksWithoutEffect.self, noticedBy: "P6"),
      step("relief has no cap", ReliefWithoutCap.self, noticedBy: "P8"),
      step("decay has the wrong sign", DecayWithWrongSign.self, noticedBy: "P10"),
      step("grace has no end", EndlessGrace.self, noticedBy: "S3"),
      step("grace is a day short", GraceADayShort.self, noticedBy: "S3"),
      step("what is confirmed can be denied", ConfirmedDeniedAway.self, noticedBy: "S1"),
      step("clearing ignores the day", ClearedWhateverTheDay.self, noticedBy: "S2"),
      step("relief adds up per finding", RepeatedReliefAdds.self, noticedBy: "S4"),
      step("regulators' actions are relieved", RegulatorsRelieved.self, noticedBy: "P9"),
      step("the stances of a voice add up", StancesAdd.self, noticedBy: "S5"),
      step("weak counts like strong", WeakAsStrong.self, noticedBy: "Q4"),
      step("exposures are floating point", FloatingPoint.self, noticedBy: "P6"),
      absorbing("copies are voices of their own", noticedBy: "P4") { reports in
        reports.map { report in
          var copy = report
          copy.voice += report.sighting.article
          return copy
        }
      },
      absorbing("the last to arrive counts, not the first day", noticedBy: "P2") { reports in
        reports.indices.filter { index in
          !reports[(index + 1)...].contains { $0.isKeyed(as: reports[index]) }
        }
        .map { reports[$0] }
      },
      absorbing("copied quotes are not seen", noticedBy: "Q2") { reports in
        reports.map { report in
          var copy = report
          copy.quote = nil
          return copy
        }
      },
      absorbing("companies are mixed up", noticedBy: "P12") { reports in
        reports.map { report in
          var mixed = report
          mixed.company = "k"
          return mixed
        }
      },
    ]
  }
}

/// Protects the other tests of this module: each deliberate fault in the score is noticed by the
/// property that is there for it, and all but those of later settlements by the reference.
@Suite struct `Faults seeded into the score` {
  @Test(arguments: try Mutant.all.get())
  func `are noticed by the property that is there for them`(_ mutant: Mutant) throws {
    let property = try #require(Property.all.first { $0.name.hasPrefix(mutant.noticedBy + " ") })
    #expect(property.counterexample(for: mutant.subject, cases: 1_000) != nil)
  }

  @Test(arguments: try Mutant.all.get().filter { !$0.noticedBy.hasPrefix("Q") })
  func `are noticed by the reference`(_ mutant: Mutant) throws {
    let cases = try ReferenceCase.all()
    #expect(try !cases.allSatisfy { try $0.agrees(with: mutant.subject) })
  }
}
