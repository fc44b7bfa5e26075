import Evaluation
import RuleCompilation
import Testing

@Suite struct `A fitted scorecard` {
  /// Articles of three sentences about one company, every other one with the signal: its second sentence has
  /// `act` and `thing`, which also stand apart in articles without it.
  private func fit(_ articles: Int, precision: Double = 0.75) -> ScorecardFit {
    var options = ScorecardFit.Options()
    options.precision = precision
    options.facets = 16
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
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], fold: number / 2)
    }
    return fit
  }

  /// A fit of few facets, as there is little to fit to.
  private static func small() -> ScorecardFit {
    var options = ScorecardFit.Options()
    options.facets = 16
    return ScorecardFit(options)
  }

  /// A sentence of an article that is weighed: its words, and those that it has at two places.
  private struct Said {
    var words: Set<String>
    var twice: Set<String> = []

    init(_ words: Set<String>, twice: Set<String> = []) {
      (self.words, self.twice) = (words, twice)
    }
  }

  /// A network, as it weighs for a signal.
  private struct Weighing {
    var network: FittedNetwork
    var signal: String

    /// What the sentences of an article weigh.
    func points(_ article: [Said]) -> [Int] {
      network.points(
        of: signal,
        in: article.map { said in
          network.columns.indices.filter { number in
            let column = network.columns[number]
            return (column.place == .twice ? said.twice : said.words).contains(column.feature)
          }.map { Int32($0) }
        })
    }

    /// Whether the first sentence of an article speaks for the signal by half a log-odds more than that of
    /// another.
    func tells(_ article: [Said], from other: [Said]) -> Bool {
      points(article)[0] >= points(other)[0] + 5
    }
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
    return Made(card: card, weighing: Weighing(network: network.fitted, signal: signal))
  }

  @Test func `finds what only sentences with the signal have`() async throws {
    let made = try #require(await made(fit(60)))
    #expect(
      made.weighing.tells(
        [Said(["act", "thing"]), Said(["noise", "other"])],
        from: [Said(["act", "noise"]), Said(["thing", "other"])]))
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
        fold: number / 2)
    }
    return fit
  }

  @Test
  func
    `learns nothing of what else an article says where it is labelled with an undeclared company`()
    async throws
  {
    func odds(undeclared: Set<String>) async -> (marked: Int, other: Int) {
      let network = await saidTwice(undeclared: undeclared).network(of: ["leak"])
      let weighing = Weighing(network: network.fitted, signal: "leak")
      let points = weighing.points([Said(["first", "spilled"]), Said(["second", "spilled"])])
      return (points[0], points[1])
    }
    let known = await odds(undeclared: [])
    let unknown = await odds(undeclared: ["leak"])
    // A declared company's would blame it, and say nothing either; here the other sentence counts against.
    #expect(known.marked > known.other + 20)
    #expect(unknown.other > known.other + 20)
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
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], fold: number / 4)
    }
    let made = try #require(await made(fit))
    for pair in pairs.prefix(2) {
      for other in pairs.suffix(2) {
        #expect(made.weighing.tells([Said(pair)], from: [Said(other)]))
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
        ], evidence: ["leak": [0]], labels: ["leak": ["Bolwerk"]], fold: number)
    }
    let made = try #require(await made(fit))
    let points = made.weighing.points([Said(["act", "own"]), Said(["act"])])
    #expect(points[0] >= points[1] + 5)
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
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], fold: number / 2)
    }
    let made = try #require(await made(fit))
    #expect(
      made.weighing.tells(
        [Said(["act"]), Said([]), Said([]), Said([]), Said(["matter"])],
        from: [Said(["act"]), Said([]), Said([]), Said([]), Said(["sport"])]))
  }

  @Test func `weighs what stands before a sentence apart from what stands after it`() async throws {
    var fit = Self.small()
    for number in 0..<120 {
      // The same three sentences in two orders.
      let isPositive = number % 2 == 0
      let (before, after): (Set<String>, Set<String>) =
        isPositive ? (["opens"], ["closes"]) : (["closes"], ["opens"])
      fit.add(
        [
          .init(before, blamed: [:]), .init(["act"], blamed: ["leak": ["Bolwerk"]]),
          .init(after, blamed: [:]),
        ],
        evidence: isPositive ? ["leak": [1]] : [:],
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], fold: number / 2)
    }
    let made = try #require(await made(fit))
    let opened = made.weighing.points([Said(["opens"]), Said(["act"]), Said(["closes"])])
    let closed = made.weighing.points([Said(["closes"]), Said(["act"]), Said(["opens"])])
    #expect(opened[1] >= closed[1] + 5)
    #expect((made.card.right, made.card.wrong, made.card.missed) == (60, 0, 0))
  }

  @Test func `weighs what a sentence says again`() async throws {
    var fit = Self.small()
    for number in 0..<120 {
      let isPositive = number % 2 == 0
      fit.add(
        [
          ScorecardFit.Sentence(
            ["act"], twice: isPositive ? ["act"] : [], blamed: ["leak": ["Bolwerk"]])
        ],
        evidence: isPositive ? ["leak": [0]] : [:],
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], fold: number / 4)
    }
    let made = try #require(await made(fit))
    #expect(made.weighing.tells([Said(["act"], twice: ["act"])], from: [Said(["act"])]))
    #expect((made.card.right, made.card.wrong, made.card.missed) == (60, 0, 0))
  }

  @Test func `lets no example fall for want of weight`() async throws {
    var fit = fit(60)
    let before = try #require(await made(fit))
    let lone = [Said(["act"])]
    // Without the example it would have to weigh more than it does.
    #expect(try #require(before.card.needs) <= before.card.threshold)
    #expect(try #require(before.card.needs) > before.weighing.points(lone)[0])
    // A lone word that is elsewhere no evidence.
    fit.add(
      example: [ScorecardFit.Sentence(["act"], blamed: ["leak": ["Bolwerk"]])], of: "leak",
      found: [0])
    let after = try #require(await made(fit))
    #expect(after.card.needs ?? 0 <= max(after.weighing.points(lone)[0], 0))
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
    let columns = first.weighing.network.columns.indices
    #expect(
      columns.map(first.weighing.network.weights) == columns.map(second.weighing.network.weights))
    for source in SentenceNetwork.Source.allCases {
      let facets = 0..<first.weighing.network.facets
      #expect(
        facets.map { first.weighing.network.passes(of: $0, source) }
          == facets.map { second.weighing.network.passes(of: $0, source) })
    }
  }

  @Test func `tells as many signals apart as take several blocks of facets`() async throws {
    var options = ScorecardFit.Options()
    options.facets = 40
    var fit = ScorecardFit(options)
    let signals = (10..<30).map { "signal-\($0)" }
    for number in 0..<200 {
      let signal = signals[number % 20]
      fit.add(
        [.init(["word of \(signal)", "noise"], blamed: [signal: ["Bolwerk"]])],
        evidence: [signal: [0]], labels: [signal: ["Bolwerk"]], fold: number / 20)
    }
    let network = await fit.network(of: fit.signals)
    for (signal, other) in zip(signals, signals.dropFirst() + signals.prefix(1)) {
      let weighing = Weighing(network: network.fitted, signal: signal)
      #expect(
        weighing.tells(
          [Said(["word of \(signal)", "noise"])], from: [Said(["word of \(other)", "noise"])]))
    }
  }

  @Test func `is none where no word stands in enough sentences`() async {
    var fit = ScorecardFit()
    fit.add(
      [.init(["act"], blamed: ["leak": ["Bolwerk"]]), .init(["noise"], blamed: [:])],
      evidence: ["leak": [0]], labels: ["leak": ["Bolwerk"]], fold: 0)
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
        labels: number == 0 ? ["leak": ["Bolwerk"]] : [:], fold: number)
    }
    #expect(await made(fit) == nil)
  }
}
