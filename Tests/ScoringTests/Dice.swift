import Expectations
import Findings
import Scoring
import SourceText

/// Draws reports that collide often: four signals, three cases, four voices.
struct Dice {
  /// The day of the audit; nothing is drawn after it.
  static let asOf = Day("2026-11-21") ?? Day(number: 0)
  /// The day that most others are counted from.
  static let first = Day("2026-01-01") ?? Day(number: 0)
  /// The risks drawn.
  static let risks = [
    "employee-monitoring", "pirated-works", "regulatory-action", "user-content-training",
  ]
  /// The voices drawn.
  static let voices = ["named-a", "named-b", "unknown:c", "unknown:d"]
  /// The stances that weigh.
  static let firm: [Stance] = [.confirmed, .alleged, .planned]

  /// Three sentences that are copied, and as many that are not as `quoting` draws at most.
  static let quotes = (0..<32).map { QuoteMark(folded: Array("sentence \($0)".utf8)) }

  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func coin() -> Bool { Bool.random(using: &generator) }

  mutating func one<Element>(of all: [Element], else other: Element) -> Element {
    all.randomElement(using: &generator) ?? other
  }

  mutating func shuffled<Element>(_ all: [Element]) -> [Element] {
    all.shuffled(using: &generator)
  }

  mutating func day() -> Day {
    coin()
      ? Self.first + number(-900...320)
      : Self.first + one(of: [-400, -30, 0, 30, 300], else: 0)
  }

  mutating func sighting() -> Sighting { Sighting(day: day(), article: "a\(number(0...99))") }

  /// A report of a risk.
  mutating func risk(stances: [Stance] = Dice.firm, company: String? = nil) -> Report {
    Report(
      company: company ?? one(of: ["k", "k", "k", "other"], else: "k"),
      signal: one(of: Self.risks, else: "pirated-works"), case: "c\(number(0...2))",
      voice: one(of: Self.voices, else: "named-a"), stance: one(of: stances, else: .alleged),
      denied: coin(), sighting: sighting())
  }

  /// A report of a mitigation by company `k`.
  mutating func mitigation() -> Report {
    Report(
      company: "k", signal: one(of: HouseModel.mitigations.map(\.id), else: "practice-ended"),
      case: "c\(number(0...3))", voice: "named-a", stance: one(of: Self.firm, else: .planned),
      bearing: .mitigation, sighting: sighting())
  }

  /// Up to `most` reports of all kinds.
  mutating func reports(atMost most: Int = 20) -> [Report] {
    (0..<number(0...most)).map { _ in
      switch number(0...2) {
      case 0: risk()
      case 1: risk(stances: [.cleared])
      default: mitigation()
      }
    }
  }

  /// Up to `most` reports of risks, each quoting one of three sentences or one of its own, some weak.
  mutating func quoting(atMost most: Int = 16) -> [Report] {
    (0..<number(0...most)).map { index in
      var report = risk()
      report.weak = number(0...3) == 0
      report.quote = number(0...3) == 0 ? Self.quotes[3 + index] : Self.quotes[number(0...2)]
      return report
    }
  }
}
