import Findings
import Foundation
import Scoring
import SourceText
import Testing

/// Findings, and what the reference in Python makes of them, to twelve decimals.
struct ReferenceCase: Decodable, Sendable {
  var findings: [String]
  var score: String
  var gross: String
  var relief: String
  var exposure: Int
  var grossExposure: Int
  var peak: String
  var parts: [String]

  /// The cases of `Fixtures/reference.json`.
  static func all() throws -> [ReferenceCase] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/reference.json")
    return try JSONDecoder().decode([ReferenceCase].self, from: Data(contentsOf: file))
  }

  /// The findings as reports.
  func reports() throws -> [Report] {
    try findings.map { line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let mitigations = HouseModel.mitigations.map(\.id)
      return Report(
        company: fields[0], signal: fields[1], case: fields[3], voice: fields[4],
        stance: try #require(Stance(rawValue: fields[5])), denied: !fields[7].isEmpty,
        bearing: mitigations.contains(fields[1]) ? .mitigation : .risk,
        sighting: Sighting(day: try #require(Day(fields[6])), article: fields[2]))
    }
  }

  /// Whether a subject comes to the same, to 10⁻⁹.
  func agrees(with subject: Subject) throws -> Bool {
    let outcome = subject.outcome(subject.state(try reports()), "k", Dice.asOf)
    let shares = outcome.parts.map { part in
      [part.signal, part.name, part.voice].joined(separator: "|")
    }
    guard outcome.exposure == exposure, outcome.grossExposure == grossExposure,
      Self.isNear(outcome.score.billionths, score), Self.isNear(outcome.gross.billionths, gross),
      Self.isNear(outcome.score.billionths - outcome.gross.billionths, relief),
      shares.count == parts.count
    else { return false }
    for (part, expected) in zip(outcome.parts, parts) {
      let fields = expected.split(separator: "|").map(String.init)
      let isSame = [part.signal, part.name, part.voice] == Array(fields[..<3])
      let gross = Double(gross).map { $0 * Double(part.gross) / Double(grossExposure) } ?? -1
      let net = Double(score).map { $0 * Double(part.net) / Double(max(1, exposure)) } ?? -1
      guard isSame, abs(gross - (Double(fields[3]) ?? .infinity)) < 1e-9,
        abs(net - (Double(fields[4]) ?? .infinity)) < 1e-9
      else { return false }
    }
    return true
  }

  /// Whether billionths are those of a decimal text, to 10⁻⁹.
  static func isNear(_ billionths: Int, _ text: String) -> Bool {
    guard let expected = Decimal(string: text) else { return false }
    return abs(Decimal(billionths) / 1_000_000_000 - expected)
      <= Decimal(sign: .plus, exponent: -9, significand: 1)
  }
}

/// Protects the formula's results: they are those of a second implementation in another language.
@Suite struct `The reference` {
  @Test func `score, gross, relief and every part agree with it to a billionth`() throws {
    let subject = Subject.of("the formula", Formula.self, model: try HouseModel.shipped())
    let cases = try ReferenceCase.all()
    #expect(cases.count == 300)
    for (index, expected) in cases.enumerated() {
      #expect(try expected.agrees(with: subject), "case \(index) of the reference")
    }
  }

  @Test func `the peak agrees with it to a billionth`() throws {
    let subject = Subject.of("the formula", Formula.self, model: try HouseModel.shipped())
    for (index, expected) in try ReferenceCase.all().enumerated() {
      let state = subject.state(try expected.reports())
      let peak = subject.score(state, "k", Dice.asOf).peak.score
      #expect(
        ReferenceCase.isNear(peak.billionths, expected.peak), "case \(index) of the reference")
    }
  }
}
