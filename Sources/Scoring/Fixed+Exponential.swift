extension Fixed {
  /// The natural logarithm of 2 to thirty decimals (OEIS A002162).
  private static let logarithmOfTwo = Fixed(units: 693_147_180_559_945_309_417_232_121_458)

  /// e to the power −x, with an error below 10⁻²⁷.
  ///
  /// x is split into whole multiples of ln 2, which are halvings, and a rest below ln 2, whose Taylor
  /// series ends within thirty terms.
  package static func exponential(ofNegative x: Fixed) -> Fixed {
    let (halvings, rest) = x.units.quotientAndRemainder(dividingBy: logarithmOfTwo.units)
    guard halvings < 127 else { return .zero }
    return series(Fixed(units: rest)).halved(Int(halvings))
  }

  /// 2 to the power −days/halfLife, exact at whole half-lives; `halfLife` is positive.
  package static func halving(days: Int, halfLife: Int) -> Fixed {
    precondition(halfLife > 0, "a half-life is at least a day")
    guard days > 0 else { return .one }
    let (whole, rest) = days.quotientAndRemainder(dividingBy: halfLife)
    let exponent = (logarithmOfTwo * Fixed(rest)).divided(by: halfLife)
    return series(exponent).halved(whole)
  }

  /// The Taylor series of e to the power −x, for x below 1.
  private static func series(_ x: Fixed) -> Fixed {
    var raising = Fixed.one
    var lowering = Fixed.zero
    var term = Fixed.one
    var count = 1
    while term != .zero {
      term = (term * x).divided(by: count)
      if count & 1 == 1 { lowering = lowering + term } else { raising = raising + term }
      count += 1
    }
    return Fixed(units: raising.units - lowering.units)
  }
}
