/// Reads the constants of a `scoring` block, each within its range.
struct ConstantReader {
  let values: [String: String]

  /// A number from 0 to 1.
  func share(_ name: String) throws(ScoreModelError) -> Fixed {
    try Self.number(text(name), of: name, most: .one)
  }

  /// A number from 0 to `Limits.weightMax`.
  func weight(_ name: String) throws(ScoreModelError) -> Fixed {
    try Self.number(text(name), of: name, most: Fixed(Limits.weightMax))
  }

  /// A whole number of days; the unit may stand behind it, as the rule files write it.
  func days(_ name: String) throws(ScoreModelError) -> Int {
    let text = try text(name)
    let number = text.hasSuffix(" days") ? String(text.dropLast(5)) : text
    guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let days = Int(number) else {
      throw .notANumber(name: name, text: text)
    }
    guard days <= Limits.windowDaysMax else { throw .outOfRange(name: name, text: text) }
    return days
  }

  /// A number from 0 to `most`; `name` says whose in the error.
  static func number(
    _ text: String, of name: String, most: Fixed
  ) throws(ScoreModelError) -> Fixed {
    guard let number = Fixed(text) else { throw .notANumber(name: name, text: text) }
    guard number <= most else { throw .outOfRange(name: name, text: text) }
    return number
  }

  private func text(_ name: String) throws(ScoreModelError) -> String {
    guard let text = values[name] else { throw .missingConstant(name) }
    return text
  }
}
