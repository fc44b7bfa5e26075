import Evaluation
import Findings
import RuleCompilation
import Testing

@Suite struct `A fit of how firmly evidence is reported` {
  /// Articles of two sentences, the second of them evidence: `claims` where it is alleged, `will` where it is
  /// planned, and a denial wherever the first has `rejects`.
  private func fit(_ articles: Int, examples: Int = 0) -> FirmnessFit {
    var options = FirmnessFit.Options()
    (options.facets, options.kept) = (16, 1)
    var fit = FirmnessFit(options)
    for number in 0..<articles + examples {
      let (word, stance): (String, Stance) =
        [("says", .confirmed), ("claims", .alleged), ("will", .planned)][number % 3]
      let isDenied = number % 2 == 0
      fit.add(
        [
          .init([isDenied ? "rejects" : "noise"], blamed: [:]),
          .init(["act", word], blamed: [:]),
        ],
        [
          .init(
            sentence: 1, signal: "scraping", theirs: [],
            reports: isDenied ? [.stance(stance), .denial] : [.stance(stance)])
        ], fold: number / 6, isExample: number >= articles, reach: 1)
    }
    return fit
  }

  @Test func `tells each stance and a denial by its words`() async throws {
    let (facets, cards) = await fit(180).fitted()
    #expect(cards.map(\.0) == [.stance(.confirmed), .stance(.alleged), .stance(.planned), .denial])
    for (report, card) in cards {
      #expect((card.wrong, card.missed) == (0, 0), "\(report.name)")
      #expect(card.right == (report == .denial ? 90 : 60))
    }
    // What a sentence weighs, less what suffices, as rules sum it up.
    func surplus(_ report: FirmnessFit.Report, _ word: String, _ first: String) throws -> Int {
      let card = try #require(cards.first { $0.0 == report }?.1)
      let features: [Scorecard.Place: Set<String>] = [
        .sentence: ["act", word], .around: [first], .article: ["act", word, first],
      ]
      let shared = facets.reduce(0) { total, facet in
        let sum = facet.weights.filter { features[$0.place]?.contains($0.feature) ?? false }
          .reduce(facet.outset) { $0 + $1.points }
        return total + max(0, sum) * (card.shares[facet.id] ?? 0)
      }
      return Facet.points(ofShares: shared) - card.threshold
    }
    for first in ["noise", "rejects"] {
      #expect(
        try surplus(.stance(.alleged), "claims", first)
          > surplus(.stance(.confirmed), "claims", first))
      #expect(
        try surplus(.stance(.confirmed), "says", first) > surplus(.stance(.alleged), "says", first))
    }
    // Half a log-odds is told apart at least.
    #expect(try surplus(.denial, "says", "rejects") >= surplus(.denial, "says", "noise") + 5)
    #expect(try surplus(.denial, "says", "noise") < 0)
  }

  /// Of 50 sentences `may` is planned in 20, and contested in 30; where it does not stand, all is confirmed.
  private func unsure(denialPrecision: Double) async -> [FirmnessFit.Report: FirmnessFit.Card] {
    var options = FirmnessFit.Options()
    (options.facets, options.kept, options.denialPrecision) = (16, 1, denialPrecision)
    var fit = FirmnessFit(options)
    for number in 0..<250 {
      let isUnsure = number % 5 == 0
      let place = number / 5 % 5
      var said: Set<FirmnessFit.Report> = [.stance(isUnsure && place < 2 ? .planned : .confirmed)]
      if isUnsure, place > 1 { said.insert(.denial) }
      fit.add(
        [.init(["act", isUnsure ? "may" : "does"], blamed: [:])],
        [.init(sentence: 0, signal: "scraping", theirs: [0], reports: said)], fold: number / 25,
        reach: 1)
    }
    return Dictionary(uniqueKeysWithValues: await fit.fitted().cards)
  }

  @Test func `finds a rare stance where the mean of the stances gains by it`() async throws {
    let cards = await unsure(denialPrecision: 0.5)
    // Odds alone would call every sentence confirmed: `may` is so in 30 of 50.
    let planned = try #require(cards[.stance(.planned)])
    #expect((planned.right, planned.wrong, planned.missed) == (20, 30, 0))
    let confirmed = try #require(cards[.stance(.confirmed)])
    #expect((confirmed.right, confirmed.wrong, confirmed.missed) == (200, 0, 30))
  }

  @Test func `finds denials as long as the asked share of them is right`() async throws {
    let denial = try #require(await unsure(denialPrecision: 0.5)[.denial])
    #expect((denial.right, denial.wrong, denial.missed) == (30, 20, 0))
    let strict = await unsure(denialPrecision: 0.8)[.denial]
    #expect(strict.map { $0.right < 30 } ?? true)
  }

  @Test func `keeps the share of the weights that it is told to`() async {
    var options = FirmnessFit.Options()
    (options.facets, options.kept) = (16, 0.25)
    var fit = FirmnessFit(options)
    for number in 0..<80 {
      let words = Set((0..<10).filter { (number + $0) % 3 != 0 }.map { "word-\($0)" })
      fit.add(
        [.init(words.union([number % 2 == 0 ? "claims" : "says"]), blamed: [:])],
        [
          .init(
            sentence: 0, signal: "scraping", theirs: [],
            reports: [.stance(number % 2 == 0 ? .alleged : .confirmed)])
        ], fold: number / 2, reach: 1)
    }
    let (facets, cards) = await fit.fitted()
    // Twelve words in a sentence and in its article, and the signal.
    let share = Double(facets.reduce(0) { $0 + $1.weights.count }) / Double(16 * 25)
    #expect((0.1...0.26).contains(share), "\(share)")
    #expect(cards.allSatisfy { $0.1.wrong == 0 && $0.1.missed == 0 })
  }

  @Test func `counts no example among what was left out`() async throws {
    let alone = await fit(180).fitted().cards.map { [$0.1.right, $0.1.wrong, $0.1.missed] }
    let beside = await fit(180, examples: 30).fitted().cards
      .map { [$0.1.right, $0.1.wrong, $0.1.missed] }
    #expect(alone == beside)
  }

  @Test func `tells a stance by the signal, and a denial by what is told of whom it blames`()
    async throws
  {
    var options = FirmnessFit.Options()
    (options.facets, options.kept) = (16, 1)
    var fit = FirmnessFit(options)
    for number in 0..<160 {
      let isFine = number % 2 == 0
      let isDenied = number % 4 < 2
      let stance = FirmnessFit.Report.stance(isFine ? .confirmed : .alleged)
      // What is told of the company stands too far off to be around.
      fit.add(
        [
          .init(["act"], blamed: [:]), .init(["noise"], blamed: [:]),
          .init(["noise"], blamed: [:]), .init(["rejects"], blamed: [:]),
        ],
        [
          .init(
            sentence: 0, signal: isFine ? "action" : "scraping",
            theirs: isDenied ? [0, 3] : [0, 2],
            reports: isDenied ? [stance, .denial] : [stance])
        ], fold: number / 8, reach: 1)
    }
    let (facets, cards) = await fit.fitted()
    for (report, card) in cards {
      #expect((card.wrong, card.missed) == (0, 0), "\(report.name)")
      #expect(card.right == 80)
    }
    let weighed = Set(facets.flatMap(\.weights).map { "\($0.place) \($0.feature)" })
    #expect(weighed.contains("sentence signal action") && weighed.contains("theirs rejects"))
    // What is evidence is none of the others.
    #expect(!weighed.contains("theirs act"))
  }

  @Test func `is the same each time`() async throws {
    let (first, second) = (await fit(60).fitted(), await fit(60).fitted())
    #expect(first.facets.map(\.weights) == second.facets.map(\.weights))
    #expect(first.cards.map(\.1.shares) == second.cards.map(\.1.shares))
    #expect(first.cards.map(\.1.threshold) == second.cards.map(\.1.threshold))
  }

  @Test func `is nothing without evidence`() async {
    let (facets, cards) = await FirmnessFit().fitted()
    #expect(facets.isEmpty && cards.isEmpty)
  }
}
