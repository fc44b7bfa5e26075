import Findings
import Scoring
import SourceText
import Testing

/// Something that holds of every score, whatever is reported.
struct Property: Sendable, CustomTestStringConvertible {
  /// What holds.
  var name: String
  /// Whether it holds of a subject for what the dice draw.
  var holds: @Sendable (inout Dice, Subject) -> Bool

  var testDescription: String { name }

  /// The first seed below `cases` for which it does not hold; nil if it holds for all.
  func counterexample(for subject: Subject, cases: Int) -> UInt64? {
    for seed in 0..<UInt64(cases) {
      var dice = Dice(seed: seed &* 0x9E37_79B9 &+ 1)
      if !holds(&dice, subject) { return seed }
    }
    return nil
  }

  /// What rounding to billionths may do to a score, in billionths of a point.
  static let rounding = 1_000

  /// The properties P1 to P14 of the score's design, and those of its later settlements.
  static let all = ofEvidence + ofMitigation + ofSums + ofSteps + ofSettlements
}

extension Report {
  func isKeyed(as other: Report) -> Bool {
    (company, signal, `case`, voice, stance)
      == (other.company, other.signal, other.case, other.voice, other.stance)
  }

  fileprivate func repeated(on day: Day) -> Report {
    var copy = self
    copy.sighting = Sighting(day: day, article: "zz-copy")
    return copy
  }
}

extension Property {
  private static let ofEvidence: [Property] = [
    Property(name: "P1 the score lies between nothing and the gross score, and that below 100") {
      dice, subject in
      let outcome = subject.outcome(dice.reports())
      return outcome.score >= .zero && outcome.gross.billionths <= 100_000_000_000
        && outcome.score.billionths <= outcome.gross.billionths + rounding
    },
    Property(name: "P2 the order of the reports makes no difference") { dice, subject in
      let reports = dice.reports()
      return subject.outcome(reports) == subject.outcome(dice.shuffled(reports))
    },
    Property(name: "P3 merging is commutative, associative, idempotent, and the same as reading") {
      dice, subject in
      let parts = (dice.reports(atMost: 9), dice.reports(atMost: 9), dice.reports(atMost: 9))
      let (a, b, c) = (subject.state(parts.0), subject.state(parts.1), subject.state(parts.2))
      return merged(a, b) == merged(b, a) && merged(a, a) == a
        && merged(merged(a, b), c) == merged(a, merged(b, c))
        && merged(a, b) == subject.state(parts.0 + parts.1)
    },
    Property(name: "P4 a later copy by the same voice changes nothing") { dice, subject in
      let reports = dice.reports()
      guard let report = reports.first else { return true }
      let later = report.sighting.day + dice.number(0...400)
      guard later <= Dice.asOf else { return true }
      return subject.outcome(reports + [report.repeated(on: later)]) == subject.outcome(reports)
    },
    Property(name: "P5 new evidence of a risk never lowers the score") { dice, subject in
      let reports = dice.reports()
      var report = dice.risk(company: "k")
      report.denied = false
      let known = reports.filter { $0.isKeyed(as: report) }.map(\.sighting.day).min()
      if let known, report.sighting.day < known { return true }
      return subject.outcome(reports + [report]).score.billionths
        >= subject.outcome(reports).score.billionths - rounding
    },
    Property(name: "P6 each further voice of a case adds at most 0.35 of what the one before did") {
      dice, subject in
      var report = dice.risk(company: "k")
      report.stance = .alleged
      report.denied = false
      var before = 0
      var added: [Int] = []
      for count in 1...5 {
        let voices = (0..<count).map { index in
          var voice = report
          voice.voice = "w\(index)"
          return voice
        }
        let exposure = subject.outcome(voices).grossExposure
        added.append(exposure - before)
        before = exposure
      }
      return added[0] > 0 && zip(added, added.dropFirst()).allSatisfy { $1 * 100 <= $0 * 35 + 300 }
    },
  ]

  private static let ofMitigation: [Property] = [
    Property(name: "P7 a mitigation never raises the score") { dice, subject in
      let reports = dice.reports()
      let report = dice.mitigation()
      let known = reports.filter {
        ($0.signal, $0.case, $0.stance) == (report.signal, report.case, report.stance)
      }
      .map(\.sighting.day).min()
      if let known, report.sighting.day < known { return true }
      return subject.outcome(reports + [report]).score.billionths
        <= subject.outcome(reports).score.billionths + rounding
    },
    Property(name: "P8 mitigations leave at least half of the exposure") { dice, subject in
      let outcome = subject.outcome(dice.reports())
      return 2 * outcome.exposure >= outcome.grossExposure - 400
    },
    Property(name: "P9 nothing relieves a regulator's action") { dice, subject in
      let reports = dice.reports().filter { $0.signal == "regulatory-action" }
      return subject.outcome(reports + [dice.mitigation()]).score
        == subject.outcome(reports).score
    },
    Property(name: "P10 time alone never raises the score") { dice, subject in
      let state = subject.state(dice.reports())
      let later = subject.outcome(state, "k", Dice.asOf + dice.number(0...2000))
      let now = subject.outcome(state, "k", Dice.asOf)
      return later.score.billionths <= now.score.billionths + rounding
    },
  ]

  private static let ofSums: [Property] = [
    Property(name: "P11 contributions are not negative and sum to what is printed") {
      dice, subject in
      let score = subject.score(subject.state(dice.reports(atMost: 8)), "k", Dice.asOf)
      let points = score.contributions.map(\.points)
      let net = score.contributions.map(\.netPoints)
      return (points + net).allSatisfy { $0 >= .zero }
        && points.reduce(.zero, +) + score.relief == score.score.hundredths
        && net.reduce(.zero, +) == score.score.hundredths
    },
    Property(name: "P12 what other companies do makes no difference") { dice, subject in
      let reports = dice.reports()
      let others = dice.reports().map { report in
        var other = report
        other.company = "other"
        return other
      }
      return subject.outcome(reports + others) == subject.outcome(reports)
    },
    Property(name: "P13 no number of allegations outranks one confirmation") { dice, subject in
      func report(_ voice: String, _ stance: Stance) -> Report {
        Report(
          company: "k", signal: "pirated-works", case: "c0", voice: voice, stance: stance,
          sighting: Sighting(day: Dice.asOf, article: voice))
      }
      let most = dice.number(0...19) == 0 ? 200 : 20
      let alleged = (0..<dice.number(1...most)).map { report("w\($0)", .alleged) }
      return subject.outcome(alleged).score < subject.outcome([report("w", .confirmed)]).score
    },
    Property(name: "P14 the peak is at least the score") { dice, subject in
      let score = subject.score(subject.state(dice.reports(atMost: 8)), "k", Dice.asOf)
      return score.peak.score >= score.score
    },
    Property(name: "S0 the peak is the highest score of any day of its window") { dice, subject in
      let state = subject.state(dice.reports(atMost: 8))
      guard dice.number(0...19) == 0 else { return true }
      let peak = subject.score(state, "k", Dice.asOf).peak
      let record = state.companies["k"] ?? ScoreState.CompanyRecord()
      let known = subject.known(record, Dice.asOf)
      let scores = (0...730).map {
        (day: Dice.asOf - 730 + $0, points: known(Dice.asOf - 730 + $0))
      }
      let highest = scores.map(\.points).max() ?? .zero
      return peak.score.billionths >= highest.billionths - rounding
        && known(peak.day) == peak.score
    },
  ]

  private static let ofSteps: [Property] = [
    Property(name: "S1 a denial leaves what is confirmed as it is") { dice, subject in
      var report = dice.risk(stances: [.confirmed], company: "k")
      report.denied = false
      var denied = report
      denied.denied = true
      return subject.outcome([report]) == subject.outcome([denied])
    },
    Property(name: "S2 a matter cleared before it is reported again is not cleared") {
      dice, subject in
      let report = dice.risk(company: "k")
      var cleared = report
      cleared.denied = false
      cleared.stance = .cleared
      cleared.sighting.day = report.sighting.day - 1
      return subject.outcome([report, cleared]) == subject.outcome([report])
    },
    Property(name: "S3 a mitigation relieves what is reported in its grace, and nothing later") {
      dice, subject in
      var report = dice.risk(company: "k")
      report.signal = "pirated-works"
      var ended = dice.mitigation()
      ended.signal = "practice-ended"
      ended.sighting.day = report.sighting.day - 30
      let within = subject.outcome([report, ended])
      ended.sighting.day = report.sighting.day - 31
      let before = subject.outcome([report, ended])
      let alone = subject.outcome([report])
      return (within.exposure < alone.exposure || alone.exposure < 100) && before == alone
    },
    Property(name: "S4 a mitigation repeated in another case adds nothing") { dice, subject in
      let reports = dice.reports().filter { $0.bearing == .risk }
      var ended = dice.mitigation()
      ended.signal = "safeguards-stated"
      ended.stance = .confirmed
      ended.sighting.day = Dice.asOf
      var again = ended
      again.case = "another"
      again.stance = dice.one(of: Dice.firm, else: .planned)
      return subject.outcome(reports + [ended, again]) == subject.outcome(reports + [ended])
    },
    Property(name: "S5 a voice that says it twice counts as its firmest") { dice, subject in
      var firm = dice.risk(company: "k")
      firm.stance = .confirmed
      var weaker = firm
      weaker.stance = .alleged
      return subject.outcome([firm, weaker]).exposure == subject.outcome([firm]).exposure
    },
    Property(name: "S6 a lone report of a voice counts in full") { dice, subject in
      var report = dice.risk(company: "k")
      report.signal = "pirated-works"
      report.stance = .confirmed
      report.voice = "named-a"
      report.sighting.day = Dice.asOf
      return subject.outcome([report]).exposure == 400_000_000
    },
  ]

  private static let ofSettlements: [Property] = [
    Property(name: "Q1 copies: neither order nor sharding makes a difference") { dice, subject in
      let reports = dice.quoting()
      let shuffled = dice.shuffled(reports)
      let cut = dice.number(0...reports.count)
      let one = subject.state(Array(shuffled[..<cut]))
      let two = subject.state(Array(shuffled[cut...]))
      let whole = subject.state(reports)
      return merged(two, merged(one, two)) == whole
        && subject.outcome(merged(one, two), "k", Dice.asOf)
          == subject.outcome(whole, "k", Dice.asOf)
    },
    Property(name: "Q2 copies: a later copy of a quote changes nothing, whoever prints it") {
      dice, subject in
      let reports = dice.quoting()
      guard let report = reports.first, report.sighting.day < Dice.asOf else { return true }
      var copy = report.repeated(on: report.sighting.day + 1)
      copy.voice = dice.one(of: Dice.voices + ["somebody else"], else: "named-a")
      return subject.outcome(reports + [copy]) == subject.outcome(reports)
    },
    Property(name: "Q3 copies: a report in words of its own never lowers the score") {
      dice, subject in
      let reports = dice.quoting()
      var report = dice.risk(company: "k")
      report.denied = false
      report.quote = QuoteMark(folded: Array("words of its own".utf8))
      let known = reports.filter {
        ($0.signal, $0.case, $0.stance) == (report.signal, report.case, report.stance)
      }
      .map(\.sighting.day).max()
      if let known, report.sighting.day < known { return true }
      return subject.outcome(reports + [report]).score.billionths
        >= subject.outcome(reports).score.billionths - rounding
    },
    Property(name: "Q4 a weak report adds half of what a strong one does") { dice, subject in
      var report = dice.risk(company: "k")
      let strong = subject.outcome([report]).exposure
      report.weak = true
      return abs(2 * subject.outcome([report]).exposure - strong) <= 1
    },
    Property(name: "Q5 what is reported after the day does not count") { dice, subject in
      let reports = dice.reports()
      let late = (dice.reports() + dice.quoting()).map {
        $0.repeated(on: Dice.asOf + dice.number(1...900))
      }
      return subject.outcome(reports + late) == subject.outcome(reports)
    },
  ]

  private static func merged(_ a: ScoreState, _ b: ScoreState) -> ScoreState {
    var merged = a
    merged.merge(b)
    return merged
  }
}
