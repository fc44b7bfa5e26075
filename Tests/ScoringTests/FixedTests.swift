import Scoring
import Testing

/// Protects the arithmetic that decides every digit.
@Suite struct `A fixed-point number` {
  private static func number(_ text: String) throws -> Fixed { try #require(Fixed(text)) }

  @Test(arguments: ["0", "1", "0.35", "12.5", "999999", "0.000000000000000000000000000001"])
  func `prints what it reads`(_ text: String) throws {
    #expect(try Self.number(text).description == text)
  }

  @Test(arguments: ["", ".", "1.", ".5", "-1", "+1", "1e3", "1.2.3", "½", "1 000", "0x1"])
  func `reads nothing but digits and a point`(_ text: String) {
    #expect(Fixed(text) == nil)
  }

  @Test func `reads no more digits than its limits allow`() {
    #expect(Limits.wholeDigitsMax == 6 && Limits.decimalsMax == 30)
    #expect(Fixed("1000000") == nil)
    #expect(Fixed("0." + String(repeating: "1", count: 30)) != nil)
    #expect(Fixed("0." + String(repeating: "1", count: 31)) == nil)
  }

  @Test func `multiplies exactly and rounds half to even`() throws {
    #expect(try (Self.number("0.35") * Self.number("0.7")).description == "0.245")
    let unit = Fixed(units: 1)
    #expect(try unit * Self.number("0.5") == .zero)
    #expect(try Fixed(units: 3) * Self.number("0.5") == Fixed(units: 2))
    #expect(try Self.number("0.6").raised(to: 3).description == "0.216")
    #expect(Fixed(units: 5).halved(1) == Fixed(units: 2))
    #expect(Fixed(units: 7).divided(by: 2) == Fixed(units: 4))
  }

  @Test func `stays at its greatest and never traps`() {
    let greatest = Fixed(units: .max)
    #expect(greatest + greatest == greatest)
    #expect(greatest * greatest == greatest)
    #expect(Fixed(.max) == greatest)
    #expect(Fixed(-1) == .zero)
    #expect(greatest.complement == .zero)
    #expect(greatest.halved(500) == .zero)
    #expect(greatest.raised(to: .max) == greatest)
    #expect(Fixed.exponential(ofNegative: greatest) == .zero)
    #expect(Points(exposure: .max).billionths == 100_000_000_000)
    #expect(Points(exposure: .min) == .zero)
  }

  // The digits are those of Python's decimal module at sixty digits.
  @Test(arguments: [
    ("1", "0.367879441171442321595523770161"), ("0.5", "0.606530659712633423603799534991"),
    ("0.2575", "0.772981626313483268059555869404"), ("20", "0.000000002061153622438557827966"),
  ])
  func `its exponential is right to twenty-six digits`(_ x: String, _ expected: String) throws {
    let value = Fixed.exponential(ofNegative: try Self.number(x))
    let reference = try Self.number(expected)
    #expect(max(value, reference).units - min(value, reference).units < 1_000)
  }

  @Test func `halves exactly at whole half-lives, and never rises in between`() {
    #expect(Fixed.halving(days: 0, halfLife: 365) == .one)
    #expect(Fixed.halving(days: -5, halfLife: 365) == .one)
    #expect(Fixed.halving(days: 365, halfLife: 365).description == "0.5")
    #expect(Fixed.halving(days: 3 * 730, halfLife: 730).description == "0.125")
    #expect(Fixed.halving(days: .max, halfLife: 1) == .zero)
    var before = Fixed.one
    for day in 1...1500 {
      let now = Fixed.halving(days: day, halfLife: 730)
      #expect(now < before)
      before = now
    }
  }
}

/// Protects the printed figures: they add up.
@Suite struct `Printed points` {
  @Test func `are rounded half to even and read as numbers`() {
    #expect(Points(billionths: 21_885_000_000).description == "21.88")
    #expect(Points(billionths: 21_895_000_000).description == "21.90")
    #expect(Points(billionths: 21_887_393_710).description == "21.89")
    #expect(Hundredths(count: -81).description == "-0.81")
    #expect(Hundredths(count: -5).description == "-0.05")
    #expect(Hundredths(count: 10_000).description == "100.00")
  }

  @Test func `are apportioned by largest remainder, the first of equals first`() {
    func parts(_ total: Int, _ weights: [Int]) -> [Int] {
      Hundredths.apportion(Hundredths(count: total), by: weights).map(\.count)
    }
    #expect(parts(100, [1, 1, 1]) == [34, 33, 33])
    #expect(parts(10, [6, 3, 1]) == [6, 3, 1])
    #expect(parts(1, [0, 5, 5]) == [0, 1, 0])
    #expect(parts(5, [0, 0]) == [0, 0])
    #expect(parts(5, []).isEmpty)
    #expect(parts(7, [.max, .max]) == [4, 3])
  }

  @Test func `sum to their total whatever the weights`() {
    for seed in 0..<1_000 {
      var dice = Dice(seed: UInt64(seed))
      let weights = (0..<dice.number(1...30)).map { _ in dice.number(0...2_000_000_000) }
      guard weights.contains(where: { $0 > 0 }) else { continue }
      let total = Hundredths(count: dice.number(0...10_000))
      let parts = Hundredths.apportion(total, by: weights)
      #expect(parts.reduce(.zero, +) == total, "seed \(seed)")
      #expect(parts.allSatisfy { $0 >= .zero }, "seed \(seed)")
    }
  }
}
