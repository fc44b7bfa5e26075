/// How large the pieces of a rule may be; passing one is a diagnostic, never a slow audit.
package enum Limits {
  /// Words of a term; longer ones quote an article instead of saying what a language says.
  package static let termWords = 6
  /// Words of a name: some authorities have long ones.
  package static let nameWords = 16
  /// Spellings that one term stands for.
  package static let termSpellings = 256
  /// Brackets within brackets in a term.
  package static let termNesting = 3
  /// Words that `..` without a number lets stand between, in a term and in a frame.
  package static let gapWordsDefault = 4
  /// Words that a gap may let stand between.
  package static let gapWords = 30
  /// Letters that must follow a leading `*` in scripts with letter case.
  package static let starLetters = 5
  /// Letters that must follow a leading `*` in other scripts.
  package static let starLettersCaseless = 2
  /// Elements of one pattern; the matcher keeps a register for each.
  package static let patternElements = 12
  /// Words of a window or a reach.
  package static let scopeWords = 200
  /// Sentences of a window.
  package static let scopeSentences = 20
  /// Sentences within which `beside {…}` looks if the pattern does not say.
  package static let besideSentences = 3
  /// Digits of a decimal number.
  package static let decimalDigits = 12
  /// Days of a half-life: a century.
  package static let days = 36_525
  /// Points of a weight, and points that suffice.
  package static let points = 1_000
  /// Facets, and threads, of the network.
  package static let networkUnits = 4_096
  /// What a weight of the network may be, in hundredths: with the most units its sums stay far within a float.
  package static let networkWeight = 100_000
  /// Katakana at the end of a name up to which no more may follow it: a longer one is named with what it owns.
  package static let shortKatakana = 3
  /// The greatest severity.
  package static let severity = 10
  /// Rule files below one folder.
  package static let files = 10_000
  /// Candidates among which a suggestion is sought.
  package static let suggestionCandidates = 5_000
}
