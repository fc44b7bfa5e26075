/// What an article tells of a company beside a sentence, by which it is weighed whose conduct the sentence
/// reports: `<subject>`, `<last>`.
package enum BlameTrait: String, CaseIterable, Sendable {
  // MARK: In the article

  /// That it is a company or another organisation at all.
  case company
  /// No rule declares it.
  case unlisted
  /// The title names it.
  case title
  /// … as its subject.
  case titleSubject = "title-subject"
  /// The article names it before any other.
  case opens
  /// The article speaks of it most.
  case main
  /// Half of what the article says of companies is said of it.
  case half
  /// The article names it or refers to it once.
  case once
  /// … twice.
  case twice
  /// … three times or more.
  case often
  /// In every second place or more it stands in a role that nobody is blamed for.
  case mostlyBlameless = "mostly-blameless"
  /// The article speaks of nobody more often.
  case noneMore = "none-more"
  /// … of one other.
  case oneMore = "one-more"
  /// … of two others.
  case twoMore = "two-more"
  /// … of three or more.
  case manyMore = "many-more"
  /// Another company of the article is of one of its kinds.
  case rival
  /// The article has no other company.
  case alone = "of-one"
  /// … one other.
  case ofTwo = "of-two"
  /// … more.
  case ofMany = "of-many"

  // MARK: In the sentence

  /// The sentence names it as its subject.
  case subject
  /// It may be.
  case maybeSubject = "maybe-subject"
  /// It is not.
  case noSubject = "no-subject"
  /// It stands there by its name.
  case name
  /// … by that of a product.
  case product
  /// … of a person.
  case person
  /// It is the first there that may be blamed.
  case first
  /// It is the only one.
  case only
  /// It is one of several.
  case among
  /// It stands in a list with others.
  case listed
  /// It stands in brackets.
  case bracketed
  /// It begins in the first fifth of the sentence, by bytes.
  case fifth1 = "fifth-1"
  /// … in the second.
  case fifth2 = "fifth-2"
  /// … in the third.
  case fifth3 = "fifth-3"
  /// … in the fourth.
  case fifth4 = "fifth-4"
  /// … in the last.
  case fifth5 = "fifth-5"

  // MARK: Elsewhere in the article

  /// It is whom a description or a pronoun of the sentence most likely means: "the retailer".
  case meant
  /// It is who the paragraph spoke of before the sentence.
  case focus
  /// It is who the article spoke of last before it.
  case last
  /// The sentence before names it, as all of these say of names.
  case back1 = "back-1"
  /// The one before that does, and none since.
  case back2 = "back-2"
  /// An earlier one does, and none since.
  case back3 = "back-3"
  /// Where it stood last it was a subject.
  case previousSubject = "previous-subject"
  /// … in a role that nobody is blamed for.
  case previousBlameless = "previous-blameless"
  /// The paragraph has named it before.
  case sameParagraph = "same-paragraph"
  /// Only what follows names it.
  case onlyLater = "only-later"
  /// The next sentence names it.
  case next
  /// None does before the second or third after it.
  case soon
  /// None does before the fourth after it.
  case later
}
