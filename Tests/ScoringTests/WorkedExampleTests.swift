import Findings
import Scoring
import SourceText
import Testing

/// Protects the figures that explain the score: five articles, read by hand, as of 2026-11-21.
@Suite struct `The worked example` {
  private static let monitoring = Scan.finding(
    "Meta", "employee-monitoring", case: "meta-input-capture", day: "2026-04-21",
    voice: "techcrunch", .planned, quote: "plans to use data culled from the mouse movements")
  private static let safeguards = Scan.finding(
    "Meta", "safeguards-stated", case: "2026-Q2", day: "2026-04-21", voice: "techcrunch",
    .confirmed, quote: "there are safeguards in place")
  private static let reversal = Scan.finding(
    "Meta", "openness-reversal", case: "2025-Q3", day: "2025-07-31", voice: "unknown:host",
    .planned, quote: "is unlikely to open-source all of its models")

  private static func piracy(
    _ day: String, voice: String = "techcrunch", _ stance: Stance = .alleged, quote: String
  ) -> Finding {
    Scan.finding(
      "Meta", "pirated-works", case: "kadrey-v-meta", day: day, voice: voice, stance,
      quote: quote)
  }

  private static func contradiction(_ day: String, quote: String) -> Finding {
    Scan.finding(
      "Meta", "contradicted-statement", case: "kadrey-v-meta", day: day, voice: "techcrunch",
      .confirmed, quote: quote)
  }

  private static let articles = [
    Scan.article("000", [monitoring, safeguards]),
    Scan.article("001", [reversal]),
    Scan.article(
      "003",
      [
        piracy("2025-03-21", quote: "trained on pirated books"),
        contradiction("2025-03-21", quote: "contrary to what it had said"),
      ]),
  ]
  private static let copy = Scan.article(
    "004",
    [
      piracy("2025-03-25", quote: "불법 복제된 책으로 학습"),
      contradiction("2025-03-25", quote: "앞서 한 말과 달리"),
    ])

  private static func meta(
    _ articles: [ScannedArticle], asOf: String = "2026-11-21"
  ) throws -> CompanyScore {
    var scorer = Scorer(
      model: try HouseModel.model(companies: ["Meta"]), asOf: try #require(Day(asOf)))
    for article in articles { scorer.absorb(article) }
    return scorer.score(of: "Meta")
  }

  @Test func `Meta scores 21.89, band B, from 22.70 before relief`() throws {
    let score = try Self.meta(Self.articles + [Self.copy])
    #expect(score.score.description == "21.89")
    #expect(score.gross.description == "22.70")
    #expect(score.relief.description == "-0.81")
    #expect(score.band == "B")
    #expect(score.peak.score.description == "32.97")
    #expect(score.peak.day.description == "2025-03-21")
    #expect(
      score.contributions.map { "\($0.signal) \($0.points) \($0.netPoints)" } == [
        "pirated-works 9.88 9.93", "employee-monitoring 6.16 5.27",
        "contradicted-statement 5.54 5.56", "openness-reversal 1.12 1.13",
      ])
    #expect(score.mitigations.map(\.signal) == ["safeguards-stated"])
  }

  @Test func `its derivation names every factor`() throws {
    let score = try Self.meta(Self.articles)
    let line = try #require(score.contributions.first { $0.signal == "employee-monitoring" })
    #expect(line.derivation.severity.description == "7")
    #expect(line.derivation.stanceWeight.description == "0.3")
    #expect(line.derivation.voiceWeight == .one)
    #expect(line.derivation.age == 214)
    #expect(line.derivation.halfLife == 365)
    #expect(line.derivation.decay.text(decimals: 4) == "0.6660")
    #expect(line.derivation.relief.description == "0.15")
    #expect(line.grossExposure == 69_935_068)
  }

  @Test func `leaving out the copy changes nothing`() throws {
    let without = try Self.meta(Self.articles)
    let with = try Self.meta(Self.articles + [Self.copy])
    #expect(without == with)
  }

  @Test func `an independent voice moves it to 24.90`() throws {
    let reuters = Scan.article(
      "005", [Self.piracy("2025-03-22", voice: "Thomson Reuters", quote: "authors allege")])
    #expect(try Self.meta(Self.articles + [reuters]).score.description == "24.90")
  }

  @Test func `a court that confirms it moves it to 43.26, band C`() throws {
    let court = Scan.article(
      "006", [Self.piracy("2026-11-01", voice: "court", .confirmed, quote: "the court finds")])
    let score = try Self.meta(Self.articles + [court])
    #expect(score.score.description == "43.26")
    #expect(score.band == "C")
  }

  @Test func `without news it is 12.96 at the end of the next year`() throws {
    #expect(try Self.meta(Self.articles, asOf: "2027-12-31").score.description == "12.96")
  }

  @Test func `it says itself what would move it`() throws {
    let prospects = try Self.meta(Self.articles).prospects.map {
      "\($0.change) \($0.score) \($0.band)"
    }
    #expect(
      prospects == [
        "corroborated(signal: \"pirated-works\", case: \"kadrey-v-meta\") 24.89 B",
        "quiet(until: 2028-11-20) 8.59 A",
        "confirmed(signal: \"pirated-works\", case: \"kadrey-v-meta\") 43.68 C",
      ])
  }
}
