import SourceText

/// A date in digits at the beginning of a line; months in words are no affair of this module.
///
/// Read are `2025-03-21` (also with a time), `2025.03.21`, `2025. 3. 21.`, `2025/3/21`, `21.03.2025`,
/// and `21/03/2025` or `21-03-2025` where the numbers leave one reading only: an American writes the
/// month first, but never with dots.
struct WrittenDate {
  /// The day.
  let day: Day
  /// What follows it in the line, a time of day and blanks left aside.
  let rest: Substring

  /// Reads the date that `line` begins with; nil if it begins with none, or with an ambiguous one.
  init?(beginning line: Substring) {
    var scanner = Scanner(rest: line)
    guard let first = scanner.number() else { return nil }
    guard let mark = scanner.separator() else { return nil }
    guard let second = scanner.number(), scanner.separator() == mark else { return nil }
    guard let third = scanner.number() else { return nil }
    guard let day = Self.day(first, second, third, mark: mark) else { return nil }
    if first.digits == 4, mark == "." { scanner.skip(".") }
    if let next = scanner.rest.first, next.isLetter || next.isNumber {
      guard next == "T" || next == "t" else { return nil }
    }
    scanner.skipTime()
    self.day = day
    rest = scanner.rest
  }

  private static func day(
    _ first: Scanner.Number, _ second: Scanner.Number, _ third: Scanner.Number, mark: Character
  ) -> Day? {
    guard second.digits <= 2 else { return nil }
    if first.digits == 4, third.digits <= 2 {
      return Day(year: first.value, month: second.value, day: third.value)
    }
    guard third.digits == 4, first.digits <= 2 else { return nil }
    let isPlain = mark == "." || first.value > 12 || first.value == second.value
    guard isPlain else { return nil }
    return Day(year: third.value, month: second.value, day: first.value)
  }
}

/// The bit of a line that is still to be read.
private struct Scanner {
  struct Number {
    var value: Int
    var digits: Int
  }

  var rest: Substring

  /// One to four digits.
  mutating func number() -> Number? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.utf8.count), let value = Int(digits) else { return nil }
    rest = rest[digits.endIndex...]
    return Number(value: value, digits: digits.utf8.count)
  }

  /// `-`, `/` or `.`, after which a blank may follow.
  mutating func separator() -> Character? {
    guard let mark = rest.first, mark == "-" || mark == "/" || mark == "." else { return nil }
    rest = rest.dropFirst()
    if mark == "." { skip(" ") }
    return mark
  }

  mutating func skip(_ character: Character) {
    if rest.first == character { rest = rest.dropFirst() }
  }

  /// A time of day as ISO 8601 or a newspaper writes it: digits, colons, an offset from Greenwich.
  mutating func skipTime() {
    let time = rest.drop { $0 == " " || $0 == "T" || $0 == "t" || $0 == "," }
    let digits = time.prefix { $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }
    if digits.contains(":") {
      rest = time[digits.endIndex...]
      skip("Z")
      let offset = rest.prefix { $0.isASCII && ($0.isNumber || ":+-".contains($0)) }
      rest = rest[offset.endIndex...]
    }
    rest = rest.drop { $0 == " " || $0 == "\t" }
  }
}
