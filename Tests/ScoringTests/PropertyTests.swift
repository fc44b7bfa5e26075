import Scoring
import Testing

/// Protects what a score promises: each property, over a thousand drawn cases.
@Suite struct `What holds of every score` {
  @Test(arguments: Property.all)
  func `the formula keeps its promises`(_ property: Property) throws {
    let subject = Subject.of("the formula", Formula.self, model: try HouseModel.shipped())
    let seed = property.counterexample(for: subject, cases: 1_000)
    #expect(seed == nil, "\(property.name): does not hold for seed \(seed ?? 0)")
  }
}
