/// What the auditing strata never exceed, so that no rule and no article makes them slow.
package enum Limits {
  /// Places of one pattern's first element that are tried in one window.
  package static let anchorsPerWindow = 12
  /// Places of one element that are tried for one anchor, nearest first.
  package static let choicesPerElement = 6
  /// Mentions of a sentence that take part in roles and attribution.
  package static let mentionsPerSentence = 40
  /// Events that one finding keeps, in the order of the text.
  package static let eventsPerFinding = 12
  /// Entries of `unlisted` and of `unattributed` that one article keeps.
  package static let leadsPerArticle = 40
  /// Bytes of a quote; a longer sentence is cut around what matched.
  package static let quoteBytes = 900
  /// Bytes after which a sentence without an end is cut at the next blank.
  package static let sentenceBytes = 2_000
  /// Bytes after which a sentence without an end or a blank is cut between two characters.
  package static let unbrokenBytes = 4_000
  /// Sentences before and after an act that a window of a paragraph holds; a page without line ends is
  /// one paragraph.
  package static let paragraphReach = 60
  /// Organisations that no rule declares and that one article may bring up.
  package static let unlistedNames = 200
  /// Names of an article that are weighed whether they are organisations', in the order of the text.
  package static let undeclaredNames = 400
  /// Bytes of the first line beyond which it is no headline, unless the article says that it is.
  package static let headlineBytes = 300
  /// Sentences at the beginning, its title among them, whose names the article is likely to be about.
  package static let openingWithNames = 3
  /// Bytes that the name of such an organisation must have.
  package static let organisationBytes = 3
  /// … where no capital marks it: two characters of Hangul or Kana.
  package static let unmarkedNameBytes = 6
  /// Words behind a name within which a description says what it is ("Foo, a small Dutch **broker**").
  package static let descriptionWords = 5
  /// Words that a window within a sentence spans if the pattern does not say.
  package static let windowWords = 30
  /// Bytes of a repeated sentence below which it is no copy but a refrain.
  package static let copyBytes = 60
  /// Bytes that a term of another language must have to count in a paragraph, both in Latin letters.
  package static let foreignTermBytes = 10
  /// … and to count among other letters.
  package static let loanTermBytes = 4
  /// Sentences that a description ("the retailer") looks back for its company.
  package static let referenceReach = 40
  /// Sentences before and after one that count as around it.
  package static let aroundSentences = 2
  /// Bytes of a sentence beyond which its words are too far apart to weigh together, as in a menu
  /// that lost its line ends.
  package static let weighedBytes = 600
  /// Sentences from which a text is long enough to say what it is about.
  package static let relevantSentences = 2
  /// Sentences that an event quotes beside its own, of those that would not suffice alone.
  package static let supportingQuotes = 2
  /// Words that a weighed sentence names as its reason, heaviest first.
  package static let weighedWords = 6
  /// Sentences that a word must begin with a capital to be a name without standing elsewhere.
  package static let beginningsOfName = 2
  /// Vocabularies of a pattern that say enough together, whatever their sentence weighs.
  package static let vocabulariesThatSuffice = 3
  /// Bytes before a name among which a bracket is looked for.
  package static let bracketedBytes = 600
  /// Points that speak against who is named as a part of what matched.
  package static let matchedPoints = 15
  /// Points that a word which says a stance counts for it, beside what the sentence weighs.
  package static let saidPoints = 20
  /// Points that a denial which is called so counts for it.
  package static let saidDenialPoints = 24
  /// Words between a plan's word and the act that it plans, and between a denial and what it denies to be so.
  package static let planReach = 8
  /// Sentences that a denial reaches back from the one that speaks it.
  package static let denialReach = 8
  /// Sentences that a denial reaches ahead where none before is its matter.
  package static let denialAhead = 2
  /// Sentences at the beginning of an article, its title among them, that open it.
  package static let openingSentences = 4
  /// Sentences at the beginning of the body that count as its lead.
  package static let leadSentences = 3
}
