import Expectations
import Findings
import Scoring
import SourceText
import Testing

private let asOf = Dice.asOf

private func scorer(
  _ articles: [ScannedArticle], model: ScoreModel? = nil, undated: Day? = nil
) throws -> Scorer {
  var scorer = Scorer(model: try model ?? HouseModel.shipped(), asOf: asOf, undated: undated)
  for article in articles { scorer.absorb(article) }
  return scorer
}

/// Protects what becomes of scanned articles: voices, copies, days, suppressions, who is rated.
@Suite struct `A scorer` {
  @Test func `takes copies with an equal folded quote for the earliest voice`() throws {
    func report(_ digest: String, _ day: String, _ voice: String, _ quote: String)
      -> ScannedArticle
    {
      Scan.article(
        digest, [Scan.finding("k", "pirated-works", day: day, voice: voice, quote: quote)])
    }
    let original = report("b", "2026-01-05", "named-a", "It used pirated books.")
    let copy = report("a", "2026-01-06", "named-b", "IT USED  PIRATED\u{00A0}books.")
    let own = report("c", "2026-01-06", "named-b", "Its engineers took pirated books.")
    let alone = try scorer([original]).score(of: "k")
    let copied = try scorer([copy, original]).score(of: "k")
    #expect(copied.score == alone.score)
    #expect(copied.contributions.map(\.voice) == ["named-a"])
    #expect(copied.contributions.map(\.copiers) == [["named-b"]])
    #expect(try scorer([original, own]).score(of: "k").score > alone.score)
  }

  @Test func `takes on one day the weightiest of equal quotes for the original`() throws {
    func report(_ digest: String, _ voice: String) -> ScannedArticle {
      Scan.article(
        digest, [Scan.finding("k", "pirated-works", voice: voice, quote: "The same.")])
    }
    let known = try scorer([report("b", "named-a")]).score(of: "k")
    let both = try scorer([report("a", "unknown:host"), report("b", "named-a")]).score(of: "k")
    #expect(both.score == known.score)
    #expect(both.contributions.map(\.voice) == ["named-a"])
    let equals = try scorer([report("a", "named-b"), report("b", "named-a")]).score(of: "k")
    #expect(equals.contributions.map(\.voice) == ["named-b"])
  }

  @Test func `never takes reports without a quote for copies`() throws {
    let articles = ["named-a", "named-b"].map {
      Scan.article($0, [Scan.finding("k", "pirated-works", voice: $0, quote: "\u{200B} ")])
    }
    #expect(try scorer(articles).score(of: "k").contributions.count == 2)
  }

  @Test func `gives undated articles the day it is told, and flags them`() throws {
    let article = Scan.article(
      "a",
      [
        Scan.finding("k", "pirated-works", case: "undated", day: nil),
        Scan.finding("k", "data-sale", case: "undated", day: "soon"),
      ], published: nil)
    let day = asOf - 730
    let score = try scorer([article], undated: day).score(of: "k")
    #expect(score.contributions.map(\.first.day) == [day, day])
    #expect(score.contributions.map(\.first.undated) == [true, true])
    #expect(score.contributions.map(\.derivation.decay.description) == ["0.5", "0.5"])
    let today = try scorer([article]).score(of: "k")
    #expect(today.contributions.map(\.derivation.age) == [0, 0])
  }

  @Test func `leaves out what is reported after its day`() throws {
    let late = (asOf + 1).description
    let scorer = try scorer([
      Scan.article(
        "a", [Scan.finding("k", "pirated-works", day: late, denied: true)], published: late),
      Scan.article("b", [], published: late, naming: ["Late"]),
    ])
    #expect(scorer.scores().isEmpty)
    #expect(scorer.score(of: "k").score == .zero)
    #expect(scorer.score(of: "k").band == ScoreModel.notRated)
  }

  @Test func `a denial after its day leaves an allegation as it is`() throws {
    let alleged = Scan.finding("k", "pirated-works", .alleged)
    let late = Scan.finding(
      "k", "pirated-works", day: (asOf + 1).description, .alleged, denied: true)
    let before = try scorer([Scan.article("a", [alleged])]).score(of: "k")
    let after = try scorer([Scan.article("a", [alleged]), Scan.article("b", [late])])
    #expect(after.score(of: "k") == before)
  }

  @Test func `rates nobody about whom nothing was read`() throws {
    let model = try HouseModel.model(companies: ["k", "Named", "Silent"])
    let scorer = try scorer(
      [
        Scan.article("a", [Scan.finding("k", "pirated-works")]),
        Scan.article("b", [], naming: ["Named"]),
      ], model: model)
    #expect(scorer.scores().map(\.company) == ["k", "Named"])
    #expect(scorer.scores().map(\.band) == ["C", "A"])
    #expect(scorer.unread == ["Silent"])
    #expect(scorer.score(of: "Silent").band == "NR")
  }

  @Test func `sorts by score, and equals by name`() throws {
    let articles = ["c", "a", "b"].map {
      Scan.article($0, [Scan.finding($0, $0 == "b" ? "pirated-works" : "api-paywall")])
    }
    #expect(try scorer(articles).scores().map(\.company) == ["b", "a", "c"])
  }

  @Test func `weighs voices by their publisher, and unnamed ones less`() throws {
    let model = try HouseModel.model(publishers: [
      HouseModel.publisher("court", weight: "1.5"), HouseModel.publisher("tabloid", weight: "0.4"),
      HouseModel.publisher("group", weight: "0.2"), HouseModel.publisher("group", weight: nil),
    ])
    func weight(_ voice: String) -> String { model.weight(ofVoice: voice).description }
    #expect(weight("court") == "1.5")
    #expect(weight("tabloid") == "0.4")
    #expect(weight("group") == "1")
    #expect(weight("anyone") == "1")
    #expect(weight("unknown:example.org") == "0.7")
  }

  @Test func `leaves aside signals that the rules do not have`() throws {
    let article = Scan.article("a", [Scan.finding("k", "no-such-signal")])
    #expect(try scorer([article]).score(of: "k").contributions.isEmpty)
  }

  @Test func `comes to the same however the articles are ordered and divided`() throws {
    for seed in 0..<40 {
      var dice = Dice(seed: UInt64(seed))
      let articles = (0..<12).map { index in
        let reports = dice.quoting(atMost: 3)
        return Scan.article(
          "\(index)",
          reports.map { report in
            Scan.finding(
              report.company, report.signal, case: report.case,
              day: dice.coin() ? report.sighting.day.description : nil, voice: report.voice,
              report.stance, denied: report.denied, weak: report.weak,
              quote: "sentence \(dice.number(0...4))")
          })
      }
      let whole = try scorer(articles)
      let shuffled = dice.shuffled(articles)
      var parts = try scorer(Array(shuffled[..<5]))
      parts.merge(try scorer(Array(shuffled[3...])))
      #expect(parts.scores() == whole.scores(), "seed \(seed)")
      #expect(parts.state == whole.state, "seed \(seed)")
    }
  }
}
