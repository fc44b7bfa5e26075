import Evaluation
import RuleCompilation
import Testing

@Suite struct `A fitted scorecard` {
  /// Articles of three sentences about one company, every other one with the signal: its second sentence has
  /// `act` and `thing`, which also stand apart in articles without it.
  private func fit(_ articles: Int, precision: Double = 0.75) -> ScorecardFit {
    var options = ScorecardFit.Options()
    options.precision = precision
    (options.facets, options.kept) = (16, 1)
    var fit = ScorecardFit(options)
    for number in 0..<articles {
      let isPositive = number % 2 == 0
      let sentences: [Set<String>] =
        isPositive
        ? [["noise"], ["act", "thing"], ["noise", "other"]]
        : [["act", "noise"], ["noise"], ["thing", "other"]]
      fit.add(
        sentences.map { ScorecardFit.Sentence($0, blamed: ["leak": ["Bolwerk"]]) },
        evidence: isPositive ? ["leak": [1]] : [:],
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], fold: number / 2, reach: 1)
    }
    return fit
  }

  /// A fit of few facets, as there is little to fit to.
  private static func small() -> ScorecardFit {
    var options = ScorecardFit.Options()
    (options.facets, options.kept) = (16, 1)
    return ScorecardFit(options)
  }

  /// Facets, and the shares of a signal in them.
  private struct Weighing {
    var shares: [String: Int]
    var facets: [FittedFacets.Facet]

    /// What features at places weigh, summed up as `Rules/README.md` says.
    func sum(_ features: [Scorecard.Place: Set<String>]) -> Int {
      let shared = facets.reduce(0) { total, facet in
        let found = facet.weights.filter { features[$0.place]?.contains($0.feature) ?? false }
        let sum = found.reduce(facet.outset) { $0 + $1.points }
        return total + max(0, sum) * (shares[facet.id] ?? 0)
      }
      return Int((Double(shared) / 1_000).rounded(.toNearestOrAwayFromZero))
    }

    /// Whether features speak for the signal by half a log-odds more than others.
    func tells(
      _ features: [Scorecard.Place: Set<String>], from others: [Scorecard.Place: Set<String>]
    ) -> Bool { sum(features) >= sum(others) + 5 }
  }

  /// A card with what it weighs.
  private struct Made {
    var card: ScorecardFit.Card
    var weighing: Weighing
  }

  private func made(_ fit: ScorecardFit, _ signal: String = "leak") async -> Made? {
    let network = await fit.network(of: fit.signals)
    guard let trial = fit.trial(of: signal, network), let cut = fit.cut(of: [trial]),
      let card = fit.card(for: signal, network, trial, cut: cut)
    else { return nil }
    return Made(
      card: card, weighing: Weighing(shares: card.shares, facets: network.fitted.facets))
  }

  @Test func `finds what only sentences with the signal have`() async throws {
    let made = try #require(await made(fit(60)))
    let article: Set<String> = ["act", "thing", "noise", "other"]
    let rest: [Scorecard.Place: Set<String>] = [.article: article, .often: ["noise"]]
    #expect(
      made.weighing.tells(
        rest.merging([.sentence: ["act", "thing"], .around: ["noise", "other"]]) { $1 },
        from: rest.merging([.sentence: ["act", "noise"], .around: ["noise"]]) { $1 }))
    let card = made.card
    #expect((card.right, card.wrong, card.missed) == (30, 0, 0))
  }

  /// Articles of which every other one marks as evidence the first of two sentences that say the same; nobody
  /// would be blamed for either.
  private func saidTwice(undeclared: Set<String>) -> ScorecardFit {
    var fit = Self.small()
    for number in 0..<120 {
      let isPositive = number % 2 == 0
      fit.add(
        (isPositive ? [["first", "spilled"], ["second", "spilled"]] : [["noise"], ["other"]])
          .map { ScorecardFit.Sentence($0, blamed: [:]) },
        evidence: isPositive ? ["leak": [0]] : [:],
        labels: isPositive ? ["leak": ["Foo"]] : [:], undeclared: isPositive ? undeclared : [],
        fold: number / 2, reach: 0)
    }
    return fit
  }

  @Test
  func
    `learns nothing of what else an article says where it is labelled with an undeclared company`()
    async throws
  {
    func odds(undeclared: Set<String>) async -> (marked: Double, other: Double) {
      let network = await saidTwice(undeclared: undeclared).network(of: ["leak"])
      func sum(_ words: Set<String>) -> Double {
        Double(
          Weighing(shares: network.fitted.shares["leak"] ?? [:], facets: network.fitted.facets)
            .sum([.sentence: words, .article: ["first", "second", "spilled"]]))
      }
      return (sum(["first", "spilled"]), sum(["second", "spilled"]))
    }
    let known = await odds(undeclared: [])
    let unknown = await odds(undeclared: ["leak"])
    // A declared company's would blame it, and say nothing either; here the other sentence counts against.
    #expect(known.marked > known.other + 20)
    #expect(unknown.marked < unknown.other + 20)
  }

  @Test func `tells words together from the same words apart`() async throws {
    var fit = Self.small()
    let pairs: [Set<String>] = [
      ["sold", "data"], ["lent", "books"], ["sold", "books"], ["lent", "data"],
    ]
    for number in 0..<120 {
      // No sum of single words finds the first two alone: all four words stand in both kinds alike.
      let isPositive = number % 4 < 2
      fit.add(
        [.init(pairs[number % 4], blamed: ["leak": ["Bolwerk"]])],
        evidence: isPositive ? ["leak": [0]] : [:],
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], fold: number / 4, reach: 1)
    }
    let made = try #require(await made(fit))
    for pair in pairs.prefix(2) {
      for other in pairs.suffix(2) {
        #expect(
          made.weighing.tells(
            [.sentence: pair, .article: pair], from: [.sentence: other, .article: other]))
      }
    }
    #expect((made.card.right, made.card.wrong, made.card.missed) == (60, 0, 0))
  }

  @Test func `counts a sentence that blames another company against it`() async throws {
    var fit = Self.small()
    for number in 0..<40 {
      // The same two sentences everywhere; only what `own` stands beside is the labelled company's.
      fit.add(
        [
          ScorecardFit.Sentence(["act", "own"], blamed: ["leak": ["Bolwerk"]]),
          ScorecardFit.Sentence(["act"], blamed: ["leak": ["Rival"]]),
        ], evidence: ["leak": [0]], labels: ["leak": ["Bolwerk"]], fold: number,
        reach: 1)
    }
    let made = try #require(await made(fit))
    let article: Set<String> = ["act", "own"]
    let rest: [Scorecard.Place: Set<String>] = [.article: article, .often: ["act"]]
    #expect(
      made.weighing.tells(
        rest.merging([.sentence: article, .around: ["act"]]) { $1 },
        from: rest.merging([.sentence: ["act"], .around: article]) { $1 }))
    #expect((made.card.right, made.card.wrong) == (40, 0))
  }

  @Test func `weighs what an article has elsewhere`() async throws {
    var fit = Self.small()
    for number in 0..<60 {
      let isPositive = number % 2 == 0
      let far = [ScorecardFit.Sentence](repeating: .init([], blamed: [:]), count: 3)
      fit.add(
        [ScorecardFit.Sentence(["act"], blamed: ["leak": ["Bolwerk"]])] + far
          + [.init([isPositive ? "matter" : "sport"], blamed: [:])],
        evidence: isPositive ? ["leak": [0]] : [:],
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], fold: number / 2, reach: 1)
    }
    let made = try #require(await made(fit))
    #expect(
      made.weighing.tells(
        [.sentence: ["act"], .article: ["act", "matter"]],
        from: [.sentence: ["act"], .article: ["act", "sport"]]))
  }

  @Test func `weighs what a sentence or an article says again`() async throws {
    var fit = Self.small()
    for number in 0..<120 {
      let isPositive = number % 2 == 0
      // Half of those with the signal say it twice in a sentence, the others in two sentences.
      let twice: Set<String> = isPositive && number % 4 == 0 ? ["act"] : []
      let again: Set<String> = isPositive && number % 4 != 0 ? ["act"] : []
      fit.add(
        [
          ScorecardFit.Sentence(["act"], twice: twice, blamed: ["leak": ["Bolwerk"]]),
          .init([], blamed: [:]), .init([], blamed: [:]), .init([], blamed: [:]),
          .init(again, blamed: [:]),
        ],
        evidence: isPositive ? ["leak": [0]] : [:],
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], fold: number / 4, reach: 1)
    }
    let made = try #require(await made(fit))
    let once: [Scorecard.Place: Set<String>] = [.sentence: ["act"], .article: ["act"]]
    #expect(made.weighing.tells(once.merging([.twice: ["act"]]) { $1 }, from: once))
    #expect(made.weighing.tells(once.merging([.often: ["act"]]) { $1 }, from: once))
  }

  @Test func `lets no example fall for want of weight`() async throws {
    var fit = fit(60)
    let before = try #require(await made(fit))
    let lone: [Scorecard.Place: Set<String>] = [.sentence: ["act"], .article: ["act"]]
    // Without the example it would have to weigh more than it does.
    #expect(try #require(before.card.needs) <= before.card.threshold)
    #expect(try #require(before.card.needs) > before.weighing.sum(lone))
    // A lone word that is elsewhere no evidence.
    fit.add(
      example: [ScorecardFit.Sentence(["act"], blamed: ["leak": ["Bolwerk"]])], of: "leak",
      found: [0], reach: 1)
    let after = try #require(await made(fit))
    #expect(after.card.needs ?? 0 <= max(after.weighing.sum(lone), 0))
    #expect((after.card.right, after.card.wrong, after.card.missed) == (30, 0, 0))
  }

  @Test func `has one cut for all signals`() async throws {
    let fit = fit(60)
    let trial = try #require(fit.trial(of: "leak", await fit.network(of: ["leak"])))
    #expect(fit.cut(of: [trial, trial]) == fit.cut(of: [trial]))
    #expect(fit.cut(of: []) == nil)
  }

  @Test func `is the same each time`() async throws {
    let first = try #require(await made(fit(40)))
    let second = try #require(await made(fit(40)))
    #expect(
      first.card.shares == second.card.shares && first.card.threshold == second.card.threshold)
    #expect(first.weighing.facets.map(\.id) == second.weighing.facets.map(\.id))
    #expect(first.weighing.facets.map(\.weights) == second.weighing.facets.map(\.weights))
  }

  @Test func `keeps the share of the weights that it is told to`() async throws {
    var options = ScorecardFit.Options()
    (options.facets, options.kept) = (16, 0.25)
    var fit = ScorecardFit(options)
    for number in 0..<80 {
      let isPositive = number % 2 == 0
      let words = Set((0..<10).filter { (number + $0) % 3 != 0 }.map { "word-\($0)" })
      fit.add(
        [.init(words.union([isPositive ? "act" : "noise"]), blamed: ["leak": ["Bolwerk"]])],
        evidence: isPositive ? ["leak": [0]] : [:],
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], fold: number / 2, reach: 1)
    }
    let made = try #require(await made(fit))
    // Twelve words in a sentence and in its article.
    let share = Double(made.weighing.facets.reduce(0) { $0 + $1.weights.count }) / Double(16 * 24)
    #expect((0.1...0.26).contains(share), "\(share)")
    #expect(made.card.wrong == 0 && made.card.missed == 0)
  }

  @Test func `tells as many signals apart as take several blocks of facets`() async throws {
    var options = ScorecardFit.Options()
    (options.facets, options.kept) = (40, 1)
    var fit = ScorecardFit(options)
    let signals = (10..<30).map { "signal-\($0)" }
    for number in 0..<200 {
      let signal = signals[number % 20]
      fit.add(
        [.init(["word of \(signal)", "noise"], blamed: [signal: ["Bolwerk"]])],
        evidence: [signal: [0]], labels: [signal: ["Bolwerk"]], fold: number / 20,
        reach: 1)
    }
    let network = await fit.network(of: fit.signals)
    for (signal, other) in zip(signals, signals.dropFirst() + signals.prefix(1)) {
      let weighing = Weighing(
        shares: try #require(network.fitted.shares[signal]), facets: network.fitted.facets)
      let (own, others): (Set<String>, Set<String>) = (
        ["word of \(signal)", "noise"], ["word of \(other)", "noise"]
      )
      #expect(
        weighing.tells(
          [.sentence: own, .article: own], from: [.sentence: others, .article: others]))
    }
  }

  @Test func `is none where no word stands in enough sentences`() async {
    var fit = ScorecardFit()
    fit.add(
      [.init(["act"], blamed: ["leak": ["Bolwerk"]]), .init(["noise"], blamed: [:])],
      evidence: ["leak": [0]], labels: ["leak": ["Bolwerk"]], fold: 0, reach: 1)
    #expect(await made(fit) == nil)
  }

  @Test func `is none without evidence`() async {
    #expect(await made(fit(20), "scraping") == nil)
    #expect(await made(Self.small()) == nil)
  }

  @Test func `is none where no sum is right often enough`() async {
    var fit = Self.small()
    for number in 0..<20 {
      // The same words with the signal as without it.
      fit.add(
        [.init(["act"], blamed: ["leak": ["Bolwerk"]])],
        evidence: number == 0 ? ["leak": [0]] : [:],
        labels: number == 0 ? ["leak": ["Bolwerk"]] : [:], fold: number, reach: 1)
    }
    #expect(await made(fit) == nil)
  }
}
