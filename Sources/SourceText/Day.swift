/// A calendar day of the proleptic Gregorian calendar, as a count of days; no clock, no time zone.
///
/// The conversion is Howard Hinnant's `days_from_civil` (chrono-compatible low-level date algorithms).
package struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  package let number: Int

  /// Makes a day from its count since 1970-01-01.
  package init(number: Int) { self.number = number }

  /// Makes a day from year, month and day of month; nil if there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yoe = y - era * 400
    let doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy
    number = era * 146_097 + doe - 719_468
  }

  /// Reads `YYYY-MM-DD`, or the day of an ISO 8601 date-time that begins so; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    if bytes.count > 10, bytes[10] != 0x54, bytes[10] != 0x74, bytes[10] != 0x20 { return nil }
    func decimal(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let y = decimal(0..<4), let m = decimal(5..<7), let d = decimal(8..<10) else {
      return nil
    }
    self.init(year: y, month: m, day: d)
  }

  /// Year, month and day of month.
  package var civil: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let doe = z - era * 146_097
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
    let mp = (5 * doy + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1)
  }

  /// The quarter as `2026-Q4`, the anchor of a case that nothing else names.
  package var quarter: String {
    let (year, month, _) = civil
    return "\(year)-Q\((month + 2) / 3)"
  }

  /// The day as `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = civil
    func pad(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }

  /// The day `days` later.
  package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  /// The day `days` earlier.
  package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  /// The number of days from `b` to `a`.
  package static func - (a: Day, b: Day) -> Int { a.number - b.number }
  /// Earlier before later.
  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
