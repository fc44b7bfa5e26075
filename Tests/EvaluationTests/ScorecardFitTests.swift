import Evaluation
import RuleCompilation
import Testing

@Suite struct `A fitted scorecard` {
  /// Articles of three sentences about one company, every other one with the signal: its second sentence has
  /// `act` and `thing`, which also stand apart in articles without it.
  private func fit(_ articles: Int, precision: Double = 0.75) -> ScorecardFit {
    var options = ScorecardFit.Options()
    options.precision = precision
    // What shares weights out among thousands of sentences leaves little of them in a few dozen.
    options.ridge = 0.5
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
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:],
        stances: isPositive ? ["alleged": [1]] : [:], fold: number / 2, reach: 1)
    }
    return fit
  }

  private func made(_ fit: ScorecardFit, _ signal: String = "leak") -> ScorecardFit.Card? {
    guard let trial = fit.trial(of: signal), let cut = fit.cut(of: [trial]) else { return nil }
    return fit.card(for: signal, trial, cut: cut)
  }

  private func made(_ fit: ScorecardFit, ofStance stance: String) -> ScorecardFit.Card? {
    guard let trial = fit.trial(ofStance: stance), let cut = fit.cut(ofStance: trial) else {
      return nil
    }
    return fit.card(forStance: stance, trial, cut: cut)
  }

  @Test func `finds what only sentences with the signal have`() throws {
    let card = try #require(made(fit(60)))
    let weight = { (name: String) in
      card.weights.first { $0.feature == name && $0.place == .sentence }?.points ?? 0
    }
    #expect(max(weight("act"), weight("thing")) > 0)
    #expect(weight("act") < card.threshold && weight("thing") < card.threshold)
    #expect((card.right, card.wrong, card.missed) == (30, 0, 0))
  }

  @Test func `counts a sentence that blames another company against it`() throws {
    var fit = ScorecardFit()
    for number in 0..<40 {
      // The same two sentences everywhere; only what `own` stands beside is the labelled company's.
      fit.add(
        [
          ScorecardFit.Sentence(["act", "own"], blamed: ["leak": ["Bolwerk"]]),
          ScorecardFit.Sentence(["act"], blamed: ["leak": ["Rival"]]),
        ], evidence: ["leak": [0]], labels: ["leak": ["Bolwerk"]], stances: [:], fold: number,
        reach: 1)
    }
    let card = try #require(made(fit))
    #expect(card.weights.contains { $0.feature == "own" && $0.points > 0 && $0.place == .sentence })
    #expect((card.right, card.wrong) == (40, 0))
  }

  @Test func `weighs what an article has elsewhere`() throws {
    var fit = ScorecardFit()
    for number in 0..<60 {
      let isPositive = number % 2 == 0
      let far = [ScorecardFit.Sentence](repeating: .init([], blamed: [:]), count: 3)
      fit.add(
        [ScorecardFit.Sentence(["act"], blamed: ["leak": ["Bolwerk"]])] + far
          + [.init([isPositive ? "matter" : "sport"], blamed: [:])],
        evidence: isPositive ? ["leak": [0]] : [:],
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], stances: [:], fold: number / 2, reach: 1)
    }
    let weights = try #require(made(fit)).weights.filter { $0.place == .article }
    #expect(
      weights.contains {
        $0.feature == "matter" && $0.points > 0 || $0.feature == "sport" && $0.points < 0
      })
  }

  @Test func `weighs what a sentence or an article says again`() throws {
    var fit = ScorecardFit()
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
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], stances: [:], fold: number / 4, reach: 1)
    }
    let weights = try #require(made(fit)).weights.filter { $0.points > 0 }
    #expect(weights.contains { $0.feature == "act" && $0.place == .twice })
    #expect(weights.contains { $0.feature == "act" && $0.place == .often })
  }

  @Test(arguments: [(0.0, false), (16.0, true)])
  func `shares a weight among words that go together`(_ ridge: Double, _ isShared: Bool) throws {
    var options = ScorecardFit.Options()
    options.ridge = ridge
    var fit = ScorecardFit(options)
    for number in 0..<400 {
      let isPositive = number % 2 == 0
      // The second word is missing from one sentence in ten.
      let words: Set<String> = number % 20 == 0 ? ["first"] : ["first", "second"]
      fit.add(
        [ScorecardFit.Sentence(isPositive ? words : ["noise"], blamed: ["leak": ["Bolwerk"]])],
        evidence: isPositive ? ["leak": [0]] : [:],
        labels: isPositive ? ["leak": ["Bolwerk"]] : [:], stances: [:], fold: number / 2, reach: 1)
    }
    let weights = try #require(made(fit)).weights.filter { $0.place == .sentence }
    #expect(weights.contains { $0.feature == "first" && $0.points > 0 })
    #expect(weights.contains { $0.feature == "second" && $0.points > 0 } == isShared)
  }

  @Test func `lets no example fall for want of weight`() throws {
    var fit = fit(60)
    let before = try #require(made(fit))
    // A lone word that is elsewhere no evidence.
    fit.add(
      example: [ScorecardFit.Sentence(["act"], blamed: ["leak": ["Bolwerk"]])], of: "leak",
      found: [0],
      stance: "confirmed", reach: 1)
    let after = try #require(made(fit))
    let alone = after.weights.filter { $0.feature == "act" && $0.place != .around }
      .reduce(0) { $0 + $1.points }
    #expect(try #require(before.needs) <= before.threshold)
    // Without the example it would have to weigh more than it does.
    #expect(try #require(before.needs) > alone)
    #expect(after.needs ?? 0 <= max(alone, 0))
    #expect((after.right, after.wrong, after.missed) == (30, 0, 0))
  }

  @Test func `has one cut for all signals`() throws {
    let fit = fit(60)
    let trial = try #require(fit.trial(of: "leak"))
    #expect(fit.cut(of: [trial, trial]) == fit.cut(of: [trial]))
    #expect(fit.cut(of: []) == nil)
  }

  @Test func `of a stance tells sentences that are evidence apart`() throws {
    var fit = ScorecardFit()
    for number in 0..<40 {
      let isAlleged = number % 2 == 0
      fit.add(
        [
          .init(isAlleged ? ["act", "claims"] : ["act", "says"], blamed: ["leak": ["Bolwerk"]]),
          .init(["claims"], blamed: [:]),
        ], evidence: ["leak": [0]], labels: ["leak": ["Bolwerk"]],
        stances: [isAlleged ? "alleged" : "confirmed": [0]], fold: number / 2, reach: 1)
    }
    let card = try #require(made(fit, ofStance: "alleged"))
    let points = card.weights.filter { $0.place == .sentence }
      .map { ($0.feature, $0.points > 0) }
    #expect(points.contains { $0 == ("claims", true) } || points.contains { $0 == ("says", false) })
    #expect((card.right, card.wrong, card.missed) == (20, 0, 0))
  }

  @Test func `is the same each time`() throws {
    let first = try #require(made(fit(40)))
    let second = try #require(made(fit(40)))
    #expect(first.weights == second.weights && first.threshold == second.threshold)
  }

  @Test func `is none without evidence`() {
    #expect(made(fit(20), "scraping") == nil)
    #expect(made(fit(20), ofStance: "planned") == nil)
    #expect(made(ScorecardFit()) == nil)
  }

  @Test func `is none where no sum is right often enough`() {
    var fit = ScorecardFit()
    for number in 0..<20 {
      // The same words with the signal as without it.
      fit.add(
        [.init(["act"], blamed: ["leak": ["Bolwerk"]])],
        evidence: number == 0 ? ["leak": [0]] : [:],
        labels: number == 0 ? ["leak": ["Bolwerk"]] : [:], stances: [:], fold: number, reach: 1)
    }
    #expect(made(fit) == nil)
  }
}
