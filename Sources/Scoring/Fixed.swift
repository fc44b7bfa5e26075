/// A number from 0 to 340,282,366 with exactly thirty decimals.
///
/// Everything that decides a digit of a score is computed with it. Binary floating point would not do:
/// its sums depend on their order, and the C library's `exp` on the machine. Thirty decimals keep the
/// products of the constants exact, so that what is equal on paper is equal here, and leave twenty more
/// than a score shows. Results are rounded half to even; those too great stay at the greatest.
package struct Fixed: Hashable, Sendable, Comparable {
  /// How often 10⁻³⁰ goes into it.
  package let units: UInt128

  static let unitsOfOne: UInt128 = 1_000_000_000_000_000_000_000_000_000_000

  /// The number of so many units of 10⁻³⁰.
  package init(units: UInt128) { self.units = units }

  /// A whole number; what lies outside the range becomes its nearest end.
  package init(_ whole: Int) {
    let (product, overflow) = UInt128(max(0, whole)).multipliedReportingOverflow(
      by: Self.unitsOfOne)
    units = overflow ? .max : product
  }

  /// Reads digits, perhaps with a point and more digits (`12`, `0.35`); nil for anything else and for
  /// more digits than `Limits` allows.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2,
      (1...Limits.wholeDigitsMax).contains(whole.count)
    else { return nil }
    let decimals = parts.count == 2 ? Array(parts[1]) : []
    if parts.count == 2, decimals.isEmpty || decimals.count > Limits.decimalsMax { return nil }
    var value: UInt128 = 0
    for byte in Array(whole) + decimals {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + UInt128(byte - 0x30)
    }
    for _ in decimals.count..<Limits.decimalsMax { value *= 10 }
    units = value
  }

  /// Nothing.
  package static let zero = Fixed(units: 0)
  /// The whole.
  package static let one = Fixed(units: unitsOfOne)

  /// What is left of one; nothing if it is more than one.
  package var complement: Fixed {
    Fixed(units: units >= Self.unitsOfOne ? 0 : Self.unitsOfOne - units)
  }

  /// The sum.
  package static func + (a: Fixed, b: Fixed) -> Fixed {
    let (sum, overflow) = a.units.addingReportingOverflow(b.units)
    return Fixed(units: overflow ? .max : sum)
  }

  /// The product.
  package static func * (a: Fixed, b: Fixed) -> Fixed {
    if a.units == unitsOfOne { return b }
    if b.units == unitsOfOne { return a }
    let full = a.units.multipliedFullWidth(by: b.units)
    guard full.high < unitsOfOne else { return Fixed(units: .max) }
    let (quotient, remainder) = unitsOfOne.dividingFullWidth(full)
    return Fixed(units: roundedToEven(quotient, remainder, of: unitsOfOne))
  }

  /// The number divided by a whole one, which may not be zero.
  package func divided(by divisor: Int) -> Fixed {
    precondition(divisor > 0, "a fixed number is divided by a positive one")
    let (quotient, remainder) = units.quotientAndRemainder(dividingBy: UInt128(divisor))
    return Fixed(units: Self.roundedToEven(quotient, remainder, of: UInt128(divisor)))
  }

  /// The number halved `times` times.
  package func halved(_ times: Int) -> Fixed {
    guard times > 0 else { return self }
    guard times < 127 else { return .zero }
    let divisor: UInt128 = 1 << UInt128(times)
    return Fixed(
      units: Self.roundedToEven(units >> UInt128(times), units & (divisor - 1), of: divisor))
  }

  /// The number to a whole power.
  ///
  /// - Complexity: O(log n).
  package func raised(to power: Int) -> Fixed {
    var result = Fixed.one
    var factor = self
    var rest = power
    while rest > 0, result != .zero {
      if rest & 1 == 1 { result = result * factor }
      factor = factor * factor
      rest >>= 1
    }
    return result
  }

  /// How often 10^-`decimals` goes into it, rounded half to even.
  package func rounded(decimals: Int) -> UInt128 {
    precondition((0...Limits.decimalsMax).contains(decimals), "thirty decimals are kept")
    var divisor: UInt128 = 1
    for _ in decimals..<Limits.decimalsMax { divisor *= 10 }
    let (quotient, remainder) = units.quotientAndRemainder(dividingBy: divisor)
    return Self.roundedToEven(quotient, remainder, of: divisor)
  }

  /// Smaller before greater.
  package static func < (a: Fixed, b: Fixed) -> Bool { a.units < b.units }

  /// `quotient`, one more if the remainder is above half of the divisor, or half of it and the quotient
  /// odd.
  private static func roundedToEven(
    _ quotient: UInt128, _ remainder: UInt128, of divisor: UInt128
  ) -> UInt128 {
    let rest = divisor - remainder
    let up = remainder > rest || (remainder == rest && quotient & 1 == 1)
    return up && quotient < .max ? quotient + 1 : quotient
  }
}

extension Fixed: CustomStringConvertible {
  /// The number without needless zeros, such as `0.35`.
  package var description: String {
    var text = self.text(decimals: Limits.decimalsMax)
    guard text.utf8.contains(0x2E) else { return text }
    while text.utf8.last == 0x30 { text.removeLast() }
    if text.utf8.last == 0x2E { text.removeLast() }
    return text
  }

  /// The number with so many decimals, rounded half to even.
  package func text(decimals: Int) -> String {
    let digits = String(rounded(decimals: decimals))
    guard decimals > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}
