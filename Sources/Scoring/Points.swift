/// A score from 0 to 100, in billionths of a point.
package struct Points: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// How often 10⁻⁹ points go into it.
  package let billionths: Int

  /// A score of so many billionths.
  package init(billionths: Int) { self.billionths = billionths }

  /// The score of an exposure L, counted in billionths: 100 · (1 − e^−L).
  package init(exposure: Int) {
    let exposure = UInt128(max(0, exposure)).multipliedReportingOverflow(by: Self.fixedOfBillionth)
    let kept = Fixed.exponential(
      ofNegative: Fixed(units: exposure.overflow ? .max : exposure.partialValue))
    billionths = Int((kept.complement * Fixed(100)).rounded(decimals: 9))
  }

  /// No points.
  package static let zero = Points(billionths: 0)

  /// What is printed.
  package var hundredths: Hundredths {
    let (quotient, remainder) = billionths.quotientAndRemainder(dividingBy: 10_000_000)
    let up = remainder > 5_000_000 || (remainder == 5_000_000 && quotient & 1 == 1)
    return Hundredths(count: up ? quotient + 1 : quotient)
  }

  /// Two decimals, as printed.
  package var description: String { hundredths.description }

  /// Fewer before more.
  package static func < (a: Points, b: Points) -> Bool { a.billionths < b.billionths }

  private static let fixedOfBillionth: UInt128 = 1_000_000_000_000_000_000_000
}

/// Points as they are printed: a whole number of hundredths, negative for a relief.
package struct Hundredths: Hashable, Sendable, Comparable, AdditiveArithmetic {
  /// How many hundredths.
  package let count: Int

  /// So many hundredths.
  package init(count: Int) { self.count = count }

  /// None.
  package static let zero = Hundredths(count: 0)

  /// The sum.
  package static func + (a: Hundredths, b: Hundredths) -> Hundredths {
    Hundredths(count: a.count + b.count)
  }
  /// The difference.
  package static func - (a: Hundredths, b: Hundredths) -> Hundredths {
    Hundredths(count: a.count - b.count)
  }
  /// Fewer before more.
  package static func < (a: Hundredths, b: Hundredths) -> Bool { a.count < b.count }
}

extension Hundredths: CustomStringConvertible {
  /// Two decimals, such as `21.89` or `-0.81`: also a JSON number.
  package var description: String {
    let (whole, rest) = count.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(count < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
