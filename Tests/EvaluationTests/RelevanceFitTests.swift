import Evaluation
import RuleCompilation
import Testing

@Suite struct `Fitted relevance` {
  /// Articles that say `matter` in both sentences, and others that say it once.
  private func fit(_ articles: Int, recall: Double = 0.85) -> RelevanceFit {
    var options = RelevanceFit.Options()
    options.ridge = 0.5
    options.recall = recall
    var fit = RelevanceFit(options)
    for number in 0..<articles {
      let isRelevant = number % 2 == 0
      // One relevant article in ten names its matter only once, as all others do.
      let again: Set<String> = isRelevant && number % 20 != 0 ? ["matter"] : []
      fit.add(
        [.init(["matter"], blamed: [:]), .init(again, blamed: [:])], isRelevant: isRelevant,
        fold: number / 2)
    }
    return fit
  }

  @Test func `weighs what an article says again`() throws {
    let card = try #require(fit(200).card())
    #expect(
      card.weights.contains { $0.feature == "matter" && $0.place == .often && $0.points > 0 })
    let isOfArticle = card.weights.map(\.place.isOfArticle)
    #expect(!isOfArticle.contains(false))
  }

  @Test func `lets as many labelled articles pass as asked for`() throws {
    let strict = try #require(fit(200).card())
    #expect((strict.right, strict.wrong, strict.missed) == (90, 0, 10))
    // Of those that cannot be told apart all would have to pass.
    #expect(fit(200, recall: 0.97).card() == nil)
  }

  @Test func `needs articles of both kinds`() {
    var fit = RelevanceFit()
    fit.add([.init(["matter"], blamed: [:])], isRelevant: true, fold: 0)
    #expect(fit.card() == nil)
  }

  @Test func `comes out the same every time`() throws {
    let (a, b) = (try #require(fit(100).card()), try #require(fit(100).card()))
    #expect(a.weights == b.weights && a.threshold == b.threshold)
  }
}
