import Evaluation
import RuleCompilation
import Testing

@Suite struct `Fitted weights of names` {
  /// Names that stand twice are companies, but for one in five; names in capitals never are.
  private func fit(precision: Double) -> NamingFit {
    var options = NamingFit.Options()
    options.precision = precision
    options.strictness = 3
    var fit = NamingFit(options)
    for number in 0..<200 {
      fit.add([.trait(.twice)], isRight: number % 5 != 0, fold: number / 5)
      fit.add([.trait(.oneWord)], isRight: number % 20 == 0, fold: number / 20)
      fit.add([.trait(.twice), .trait(.capitals)], isRight: false, fold: number / 5)
    }
    return fit
  }

  @Test func `take names that show what companies' names show`() throws {
    let (card, right, wrong, missed) = try #require(fit(precision: 0.7).card())
    #expect(card.sum([.trait(.twice)]) >= card.threshold)
    #expect(card.sum([.trait(.oneWord)]) < card.threshold)
    #expect(card.sum([.trait(.twice), .trait(.capitals)]) < card.threshold)
    #expect((right, wrong, missed) == (160, 40, 10))
  }

  @Test func `take or leave together what weighs the same`() {
    // Every one of the names that weigh most is taken with the fifth of them that is wrong.
    #expect(fit(precision: 0.81).card() == nil)
    #expect(fit(precision: 0.79).card() != nil)
  }

  @Test func `ask for points even where a name suffices that shows nothing`() throws {
    // Names are companies', but for one in ten and those in capitals.
    var fit = NamingFit()
    for number in 0..<200 {
      fit.add([.trait(.oneWord)], isRight: number % 10 != 0, fold: number / 10)
      fit.add([.trait(.oneWord), .trait(.capitals)], isRight: false, fold: number / 10)
    }
    let card = try #require(fit.card()).card
    #expect(card.threshold == 10)
    #expect(card.sum([.trait(.oneWord)]) >= card.threshold)
    #expect(card.sum([.trait(.oneWord), .trait(.capitals)]) < card.threshold)
  }

  @Test func `take none where none is right often enough`() {
    #expect(fit(precision: 0.95).card() == nil)
  }

  @Test func `come out the same every time`() throws {
    let (a, b) = (
      try #require(fit(precision: 0.7).card()).card, try #require(fit(precision: 0.7).card()).card
    )
    let sorted = { (card: NamingCard) in card.weights.map { "\($0)" }.sorted() }
    #expect(sorted(a) == sorted(b) && a.threshold == b.threshold)
  }
}
