import Foundation
import RuleCompilation
import Scoring
import SourceText
import Testing

/// Protects the reading of the constants: none is in the program, none is guessed.
@Suite struct `The model of a score` {
  @Test(arguments: HouseModel.constants.keys.sorted())
  func `says which constant is missing`(_ name: String) {
    #expect(throws: ScoreModelError.missingConstant(name)) {
      try HouseModel.model(changing: [name: nil])
    }
  }

  @Test(arguments: HouseModel.constants.keys.sorted())
  func `says which constant is no number`(_ name: String) {
    #expect(throws: ScoreModelError.notANumber(name: name, text: "much")) {
      try HouseModel.model(changing: [name: "much"])
    }
  }

  @Test(arguments: ["confirmed", "voice", "case", "denied", "cleared", "relief-cap", "weak"])
  func `takes no share above one`(_ name: String) {
    #expect(throws: ScoreModelError.outOfRange(name: name, text: "1.01")) {
      try HouseModel.model(changing: [name: "1.01"])
    }
  }

  @Test(arguments: ["scale", "named-voice", "unnamed-voice"])
  func `takes no weight above its limit`(_ name: String) throws {
    #expect(Limits.weightMax == 10)
    #expect(throws: ScoreModelError.outOfRange(name: name, text: "10.1")) {
      try HouseModel.model(changing: [name: "10.1"])
    }
  }

  @Test(arguments: ["grace", "peak"])
  func `takes days with their unit or without, and no more than a century`(_ name: String) throws {
    #expect(Limits.windowDaysMax == 36_500)
    #expect(try HouseModel.model(changing: ["grace": "45 days"]).graceDays == 45)
    #expect(throws: ScoreModelError.outOfRange(name: name, text: "36501")) {
      try HouseModel.model(changing: [name: "36501"])
    }
  }

  @Test func `takes no severity above ten and no half-life beyond a day and a century`() throws {
    #expect(Limits.severityMax == 10 && Limits.halfLifeDaysMax == 36_500)
    var signal = try #require(HouseModel.signals.first { $0.relief == nil })
    signal.severity = "11"
    #expect(throws: ScoreModelError.outOfRange(name: signal.id, text: "11")) {
      try HouseModel.model(signals: [signal])
    }
    signal.severity = "7"
    for days in [0, -1, 36_501, .max] {
      signal.halfLife = days
      #expect(throws: ScoreModelError.outOfRange(name: signal.id, text: String(days))) {
        try HouseModel.model(signals: [signal])
      }
    }
  }

  @Test func `takes a publisher's weight as written or says whose is none`() {
    #expect(throws: ScoreModelError.notANumber(name: "daily", text: "heavy")) {
      try HouseModel.model(publishers: [HouseModel.publisher("daily", weight: "heavy")])
    }
  }

  @Test func `wants bands that rise to one without a bound`() throws {
    for bands: [(name: String, below: String?)] in [
      [], [("A", "10")], [("A", nil), ("B", nil)], [("A", "20"), ("B", "10"), ("C", nil)],
      [("A", "10"), ("B", "10"), ("C", nil)],
    ] {
      #expect(throws: ScoreModelError.unorderedBands) { try HouseModel.model(bands: bands) }
    }
  }

  @Test func `decides the band on the printed score`() throws {
    let model = try HouseModel.model()
    #expect(model.band(of: .zero) == "A")
    #expect(model.band(of: Points(billionths: 9_994_999_999)) == "A")
    #expect(model.band(of: Points(billionths: 9_996_000_000)) == "B")
    #expect(model.band(of: Points(billionths: 24_990_000_000)) == "B")
    #expect(model.band(of: Points(billionths: 50_000_000_000)) == "D")
    #expect(model.band(of: Points(billionths: 100_000_000_000)) == "E")
  }

  @Test func `every error names what is wrong`() {
    let errors: [ScoreModelError] = [
      .missingConstant("voice"), .notANumber(name: "voice", text: "x"),
      .outOfRange(name: "voice", text: "2"), .unorderedBands,
    ]
    #expect(
      errors.map(\.description) == [
        "the `scoring` block has no `voice`", "`voice` is `x`, expected a decimal number",
        "`voice` is `2`, outside its range",
        "the bands' bounds do not rise to a last band without one",
      ])
  }

  @Test func `these tests use the constants that are shipped`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rules/scoring.rules")
    var values: [String: String] = [:]
    var bands: [[String]] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      guard line.hasPrefix("  "), words.count >= 2 else { continue }
      if words[0] == "band" {
        bands.append(Array(words[1...]))
      } else {
        values[words[0]] = words[1]
      }
    }
    #expect(values == HouseModel.constants)
    #expect(
      bands
        == HouseModel.bands.map { band in [band.name] + (band.below.map { ["below", $0] } ?? []) })
  }
}
