import Diagnostics
import Findings
import RuleLanguage
import SourceText

extension Arguments {
  /// Takes a whole number within a range.
  mutating func needNumber(_ range: ClosedRange<Int>, _ what: String) throws(Fault) -> Int {
    let token = try need(.word, what)
    guard token.text.utf8.count <= Limits.decimalDigits,
      token.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(token.text)
    else { throw Fault(.badNumber(token.text, what, at: line.label(token))) }
    guard range.contains(number) else {
      throw Fault(
        .outOfRange(token.text, "\(range.lowerBound) to \(range.upperBound)", at: line.label(token))
      )
    }
    return number
  }

  /// Takes a number of points, below 0 where `against` stands before it.
  mutating func needSignedPoints() throws(Fault) -> Int {
    let isAgainst = take(word: "against") != nil
    let points = try needNumber(1...Limits.points, "a number of points")
    return isAgainst ? -points : points
  }

  /// Takes a decimal number as it is written, from 0 to `most`.
  mutating func needDecimal(upTo most: Int, _ what: String) throws(Fault) -> String {
    let token = try need(.word, what)
    let pieces = token.text.split(separator: ".", omittingEmptySubsequences: false)
    let isDecimal =
      pieces.count <= 2
      && pieces.allSatisfy {
        !$0.isEmpty && $0.utf8.count <= Limits.decimalDigits
          && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
    guard isDecimal, let whole = pieces.first.flatMap({ Int($0) }) else {
      throw Fault(.badNumber(token.text, what, at: line.label(token)))
    }
    let isWhole = pieces.count == 1 || pieces[1].utf8.allSatisfy { $0 == 0x30 }
    guard whole < most || (whole == most && isWhole) else {
      throw Fault(.outOfRange(token.text, "0 to \(most)", at: line.label(token)))
    }
    return token.text
  }

  /// Takes a date; a year or a month stands for its first day, or its last.
  mutating func needDay(isLast: Bool = false) throws(Fault) -> Day {
    let token = try need(.word, "a date")
    if let day = Day(token.text), token.text.utf8.count == 10 { return day }
    let pieces = token.text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = pieces.compactMap { $0.utf8.count == 4 || $0.utf8.count == 2 ? Int($0) : nil }
    if numbers.count == pieces.count, pieces[0].utf8.count == 4 {
      if numbers.count == 1, let day = Self.day(numbers[0], isLast ? 12 : 1, isLast) { return day }
      if numbers.count == 2, let day = Self.day(numbers[0], numbers[1], isLast) { return day }
    }
    throw Fault(.badDate(token.text, at: line.label(token)))
  }

  /// Takes `from DATE` and `to DATE`, each if it is there.
  mutating func takeSpan() throws(Fault) -> (from: Day?, to: Day?) {
    let start = next
    let from = take(word: "from") == nil ? nil : try needDay()
    let to = take(word: "to") == nil ? nil : try needDay(isLast: true)
    if let from, let to, to < from, let start {
      throw Fault(.datesReversed(from: from, to: to, at: line.label(start)))
    }
    return (from, to)
  }

  /// Takes a window: `sentence`, `paragraph`, `article`, `N words`, `N sentences`.
  mutating func needScope() throws(Fault) -> Scope {
    if take(word: "sentence") != nil { return .sentences(1) }
    if take(word: "paragraph") != nil { return .paragraph }
    if take(word: "article") != nil { return .article }
    let what = "`sentence`, `paragraph`, `article`, `N words` or `N sentences`"
    guard let next, next.text.utf8.first.map({ (0x30...0x39).contains($0) }) == true else {
      throw fault(expected: what)
    }
    let number = try needNumber(1...Limits.scopeWords, "a number of words or sentences")
    if take(word: "words") != nil || take(word: "word") != nil { return .words(number) }
    guard take(word: "sentences") != nil || take(word: "sentence") != nil else {
      throw fault(expected: "`words` or `sentences`")
    }
    guard number <= Limits.scopeSentences else {
      throw Fault(.outOfRange(next.text, "1 to \(Limits.scopeSentences)", at: line.label(next)))
    }
    return .sentences(number)
  }

  /// Takes a stance.
  mutating func needStance() throws(Fault) -> Stance {
    let token = try need(.word, "a stance")
    if let stance = Stance(rawValue: token.text) { return stance }
    throw Fault(.unknownStance(token.text, at: line.label(token)))
  }

  private static func day(_ year: Int, _ month: Int, _ isLast: Bool) -> Day? {
    guard isLast else { return Day(year: year, month: month, day: 1) }
    let next =
      month == 12
      ? Day(year: year + 1, month: 1, day: 1)
      : Day(year: year, month: month + 1, day: 1)
    return next.map { $0 - 1 }
  }
}

extension Diagnostic {
  static func badDate(_ text: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E130", headline: "`\(text)` is no date",
      primary: place.saying("expected a day of the calendar"), help: "write it like `2026-11-21`")
  }

  static func badNumber(_ text: String, _ what: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E131", headline: "`\(text)` is no number", primary: place.saying("expected \(what)"))
  }

  static func outOfRange(_ text: String, _ range: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E132", headline: "`\(text)` is out of range",
      primary: place.saying("expected \(range)"))
  }

  static func datesReversed(from: Day, to: Day, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E133", headline: "from \(from) to \(to) holds on no day",
      primary: place.saying("ends before it begins"), help: "exchange the two dates")
  }

  static func unknownStance(_ text: String, at place: Label) -> Diagnostic {
    let stances = Stance.allCases.map(\.rawValue)
    return .unknownWord(
      "stance", text, code: "E126", said: "not one of the stances",
      nearest: Diagnostics.nearest(to: text, among: stances),
      help: "write one of \(stances.map { "`\($0)`" }.joined(separator: ", "))", at: place)
  }
}
