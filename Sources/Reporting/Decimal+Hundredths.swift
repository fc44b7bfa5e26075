internal import Foundation
internal import Scoring

extension Decimal {
  /// So many hundredths, exactly.
  init(_ hundredths: Hundredths) { self = Decimal(hundredths.count) / 100 }

  /// How often a hundredth goes into it, rounded; a number too great to be points is none.
  ///
  /// Reports are read back from files, so the number may be anything.
  var hundredths: Hundredths {
    var scaled = self * 100
    var rounded = Decimal()
    NSDecimalRound(&rounded, &scaled, 0, .plain)
    return Hundredths(count: Int(rounded.description) ?? 0)
  }

  /// Two decimals, always, with a true minus sign.
  var points: String { hundredths.description.replacing("-", with: "−") }

  /// Two decimals with the sign of a change: `+3.01`, `−0.81`, `±0.00`.
  var change: String {
    let hundredths = hundredths
    if hundredths == .zero { return "±\(points)" }
    return hundredths > .zero ? "+\(points)" : points
  }
}
