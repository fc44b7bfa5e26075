/// Why no score can be computed with the rules given.
package enum ScoreModelError: Error, Hashable, Sendable {
  /// The `scoring` block lacks this constant.
  case missingConstant(String)
  /// What is named has a text that is not a decimal number without a sign.
  case notANumber(name: String, text: String)
  /// What is named has a number outside its range.
  case outOfRange(name: String, text: String)
  /// The bands are not one or more with rising bounds, the last without.
  case unorderedBands
}

extension ScoreModelError: CustomStringConvertible {
  /// A headline in the style of a diagnostic.
  package var description: String {
    switch self {
    case .missingConstant(let name): "the `scoring` block has no `\(name)`"
    case .notANumber(let name, let text): "`\(name)` is `\(text)`, expected a decimal number"
    case .outOfRange(let name, let text): "`\(name)` is `\(text)`, outside its range"
    case .unorderedBands: "the bands' bounds do not rise to a last band without one"
    }
  }
}
