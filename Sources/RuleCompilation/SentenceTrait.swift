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
  /// It stands in the title.
  case title
  /// It is one of the first sentences.
  case opening
  /// It stands in the last quarter.
  case late
  /// It asks.
  case question
  /// It is longer than so many bytes: the longer, the more words it has by chance.
  case bytes70 = "bytes-70"
  case bytes120 = "bytes-120"
  case bytes180 = "bytes-180"
  case bytes260 = "bytes-260"

  /// The traits of length, by the bytes that a sentence must exceed.
  package static let lengths: [(bytes: Int, trait: SentenceTrait)] = [
    (70, .bytes70), (120, .bytes120), (180, .bytes180), (260, .bytes260),
  ]

  /// Whether it says something of its sentence alone, and nothing of those around it.
  package var isOfSentenceAlone: Bool {
    switch self {
    case .money, .number, .negation, .supposition, .company, .companies, .body: false
    case .title, .opening, .late, .question, .bytes70, .bytes120, .bytes180, .bytes260: true
    }
  }
}
