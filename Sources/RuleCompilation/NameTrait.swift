/// What an article shows of a name that no rule declares, by which it is weighed whether it is an
/// organisation's: `<twice>`, `<inner-capital>`.
package enum NameTrait: String, CaseIterable, Sendable {
  // MARK: How it is written

  /// It has one word.
  case oneWord = "words-1"
  /// It has two.
  case twoWords = "words-2"
  /// It has three or more.
  case manyWords = "words-3"
  /// It has no small letter.
  case capitals
  /// It has a capital after a small letter.
  case innerCapital = "inner-capital"
  /// It has a digit.
  case digit
  /// It has fewer than four bytes.
  case short
  /// It has more than ten.
  case long
  /// A word of a vocabulary covers it.
  case word
  /// One of its words stands elsewhere in the article in small letters.
  case small

  // MARK: Where it stands

  /// The article has it twice or more.
  case twice
  /// … three times or more.
  case often
  /// The title has it, too.
  case title
  /// One of the first sentences has it.
  case opening
  /// Somewhere it begins a sentence.
  case first
  /// … and nowhere does it stand within one.
  case onlyFirst = "only-first"
  /// Somewhere its sentence names nobody else.
  case alone
  /// Somewhere it stands behind a comma or bracket.
  case behindComma = "behind-comma"
  /// … or before one.
  case beforeComma = "before-comma"
  /// Somewhere it stands behind a quotation mark.
  case quoted
  /// Somewhere it stands behind a word that joins.
  case behindJoiner = "behind-joiner"
  /// … or before one.
  case beforeJoiner = "before-joiner"
  /// Somewhere it stands behind a word that keeps what follows from being the subject.
  case oblique

  // MARK: Beside other names

  /// Another name of the article is part of it.
  case whole
  /// It is part of another.
  case part
  /// It is the end of another.
  case last
}
