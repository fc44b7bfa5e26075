import Evaluation
import Testing

@Suite struct `A fitted scorecard` {
  /// Articles of three sentences, every other one with the signal: its second sentence has `act` and
  /// `thing`, which also stand apart in articles without it.
  private func fit(_ articles: Int, precision: Double = 0.75) -> ScorecardFit {
    var options = ScorecardFit.Options()
    options.precision = precision
    var fit = ScorecardFit(options)
    for number in 0..<articles {
      let isPositive = number % 2 == 0
      let sentences: [Set<String>] =
        isPositive
        ? [["noise"], ["act", "thing"], ["noise", "other"]]
        : [["act", "noise"], ["noise"], ["thing", "other"]]
      fit.add(
        sentences, evidence: isPositive ? ["leak": [1]] : [:], labels: isPositive ? ["leak"] : [],
        stances: isPositive ? ["alleged": [1]] : [:], fold: number / 2, reach: 1)
    }
    return fit
  }

  @Test func `finds what only sentences with the signal have`() throws {
    let card = try #require(fit(60).card(for: "leak"))
    let weight = { (name: String) in
      card.weights.first { $0.vocabulary == name && !$0.isAround }?.points ?? 0
    }
    #expect(max(weight("act"), weight("thing")) > 0)
    #expect(weight("act") < card.threshold && weight("thing") < card.threshold)
    #expect((card.right, card.wrong, card.missed) == (30, 0, 0))
  }

  @Test func `of a stance tells sentences that are evidence apart`() throws {
    var fit = ScorecardFit()
    for number in 0..<40 {
      let isAlleged = number % 2 == 0
      fit.add(
        [isAlleged ? ["act", "claims"] : ["act", "says"], ["claims"]], evidence: ["leak": [0]],
        labels: ["leak"], stances: [isAlleged ? "alleged" : "confirmed": [0]], fold: number / 2,
        reach: 1)
    }
    let card = try #require(fit.card(forStance: "alleged"))
    let points = card.weights.filter { !$0.isAround }.map { ($0.vocabulary, $0.points > 0) }
    #expect(points.contains { $0 == ("claims", true) } || points.contains { $0 == ("says", false) })
    #expect((card.right, card.wrong, card.missed) == (20, 0, 0))
  }

  @Test func `is the same each time`() throws {
    let first = try #require(fit(40).card(for: "leak"))
    let second = try #require(fit(40).card(for: "leak"))
    #expect(first.weights == second.weights && first.threshold == second.threshold)
  }

  @Test func `is none without evidence`() {
    #expect(fit(20).card(for: "scraping") == nil)
    #expect(fit(20).card(forStance: "planned") == nil)
    #expect(ScorecardFit().card(for: "leak") == nil)
  }

  @Test func `is none where no sum is right often enough`() {
    var fit = ScorecardFit()
    for number in 0..<20 {
      // The same words with the signal as without it.
      fit.add(
        [["act"]], evidence: number == 0 ? ["leak": [0]] : [:],
        labels: number == 0 ? ["leak"] : [], stances: [:], fold: number, reach: 1)
    }
    #expect(fit.card(for: "leak") == nil)
  }
}
