/// What a sentence has besides words of vocabularies, as a scorecard may weigh it: `<money>`, `<negation>`.
package enum SentenceTrait: String, CaseIterable, Sendable {
  /// An amount of money.
  case money
  /// A number.
  case number
  /// A word with which the language negates.
  case negation
  /// A word with which the language supposes.
  case supposition
  /// A company or another organisation that may be blamed, named or referred to.
  case company
  /// Two of them or more.
  case companies
  /// An authority or a campaign group.
  case body
}
