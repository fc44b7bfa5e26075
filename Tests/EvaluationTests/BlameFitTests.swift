import Evaluation
import Foundation
import RuleCompilation
import Testing

@Suite struct `Fitted weights of attribution` {
  /// Sentences that name a subject and another: the subject did it, except brokers, who always did.
  private func fitted() -> (card: BlameCard, kinds: [String: [String: Int]]) {
    var fit = BlameFit()
    for number in 0..<60 {
      let isBroker = number % 3 == 0
      fit.add(
        .here, [.trait(.company), .trait(.subject)], kinds: [], signal: "sale", isRight: !isBroker)
      fit.add(
        .here, [.trait(.company), .trait(.noSubject)], kinds: isBroker ? ["broker"] : [],
        signal: "sale", isRight: isBroker)
    }
    return fit.fitted()
  }

  @Test func `blame whom labelled sentences blame`() {
    let (card, kinds) = fitted()
    let subject = card.sum(.here, [.trait(.company), .trait(.subject)])
    let other = card.sum(.here, [.trait(.company), .trait(.noSubject)])
    #expect(subject >= card.threshold)
    #expect(other < card.threshold)
    #expect(other + (kinds["sale"]?["broker"] ?? 0) >= card.threshold)
  }

  @Test func `hold against a name that no rule declares that it may be no organisation's`() {
    var fit = BlameFit()
    for number in 0..<60 {
      // Whatever the labels say of such names, it is not fitted.
      fit.add(
        .here, [.trait(.company), .trait(.unlisted)], kinds: [], signal: "sale",
        isRight: number % 9 == 0)
    }
    let points = Int((10 * log(NamingFit.Options().precision)).rounded())
    #expect(points == -5)
    let card = fit.fitted().card
    for place in BlameCard.Place.allCases {
      #expect(card[place, .trait(.unlisted)] == points)
    }
  }

  @Test func `come out the same every time`() {
    #expect(fitted().kinds == fitted().kinds)
    let (a, b) = (fitted().card, fitted().card)
    for place in BlameCard.Place.allCases {
      let sorted = { (card: BlameCard) in
        card.weights(at: place).map { "\($0.isOfOther ? "other " : "")\($0.feature) \($0.points)" }
          .sorted()
      }
      #expect(sorted(a) == sorted(b))
    }
  }
}
