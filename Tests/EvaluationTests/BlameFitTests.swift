import Evaluation
import Foundation
import RuleCompilation
import Testing

@Suite struct `Fitted grounds of attribution` {
  /// Sentences that name a subject and another, of two signals: of what is sold the subject did it, but never a
  /// broker; of what is bought a broker did, whether the subject or not.
  private func fitted() -> BlameFit.Fitted {
    var fit = BlameFit()
    for number in 0..<120 {
      let signal = number % 2 == 0 ? "sale" : "purchase"
      let isBroker = number % 3 == 0
      let does = signal == "sale" ? !isBroker : isBroker
      fit.add(
        .here, [.trait(.company), .trait(.subject), .kind(isBroker ? "broker" : "bank")],
        beside: [.trait(.noSubject)], signal: signal, isRight: does)
      fit.add(
        .here, [.trait(.company), .trait(.noSubject), .kind(isBroker ? "bank" : "broker")],
        beside: [.trait(.subject)], signal: signal, isRight: !does && signal == "purchase")
    }
    return fit.fitted()
  }

  /// What the fitted grounds give for features as rules write them.
  private func points(_ fitted: BlameFit.Fitted, _ signal: String, _ features: [String]) -> Int {
    let shared = fitted.grounds.reduce(0) { sum, ground in
      let own = ground.weights.filter { features.contains($0.feature) }.map(\.points)
      return sum
        + (fitted.shares[signal]?[ground.id] ?? 0) * max(0, own.reduce(ground.outset, +))
    }
    return (fitted.base[signal] ?? 0) + Facet.points(ofShares: shared)
  }

  @Test(arguments: [
    ("sale", "<subject>", "<no-subject>", "bank", true),
    ("sale", "<subject>", "<no-subject>", "broker", false),
    ("sale", "<no-subject>", "<subject>", "bank", false),
    ("purchase", "<subject>", "<no-subject>", "broker", true),
    ("purchase", "<no-subject>", "<subject>", "broker", true),
    ("purchase", "<subject>", "<no-subject>", "bank", false),
  ])
  func `tell by signal what traits and kinds say together and not apart`(
    _ signal: String, _ trait: String, _ other: String, _ kind: String, _ isBlamed: Bool
  ) {
    let fitted = fitted()
    let features = ["here <company>", "here \(trait)", "here other \(other)", "here kind \(kind)"]
    #expect((points(fitted, signal, features) >= fitted.threshold) == isBlamed)
  }

  @Test func `are not fitted to names that no rule declares being undeclared`() {
    var fit = BlameFit()
    for number in 0..<60 {
      // Whatever the labels say of such names.
      fit.add(
        .here, [.trait(.company), .trait(.unlisted)], signal: "sale", isRight: number % 9 == 0)
    }
    let weighed = fit.fitted().grounds.flatMap(\.weights).map(\.feature)
    #expect(!weighed.contains { $0.contains("unlisted") })
    #expect(BlameFit.pointsOfUndeclared == -5)
  }

  @Test func `hold it against nobody that his kind is not known`() {
    var fit = BlameFit()
    for number in 0..<120 {
      let trait: BlameTrait = number % 2 == 0 ? .subject : .noSubject
      fit.add(
        .here, [.trait(.company), .trait(trait), .kind("bank")], signal: "sale",
        isRight: trait == .subject)
      // A few names of no known kind that did nothing are no reason to blame none.
      if number % 6 == 0 {
        fit.add(.here, [.trait(.company), .trait(.subject)], signal: "sale", isRight: false)
      }
    }
    let fitted = fit.fitted()
    #expect(points(fitted, "sale", ["here <company>", "here <subject>"]) >= fitted.threshold)
    #expect(points(fitted, "sale", ["here <company>", "here <no-subject>"]) < fitted.threshold)
  }

  @Test func `come out the same every time`() {
    let (a, b) = (fitted(), fitted())
    #expect(a.shares == b.shares)
    #expect(a.base == b.base)
    #expect(a.grounds.map(\.weights) == b.grounds.map(\.weights))
  }
}
