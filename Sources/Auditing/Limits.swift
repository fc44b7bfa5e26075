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
  /// Words that a window within a sentence spans if the pattern does not say.
  package static let windowWords = 30
  /// Words between the parts of a joined list that are no joiner.
  package static let listGapWords = 0
  /// Bytes of a repeated sentence below which it is no copy but a refrain.
  package static let copyBytes = 60
  /// Bytes that a term of another language in the same script must have to count in a paragraph.
  package static let foreignTermBytes = 8
  /// Sentences that a description ("the retailer") looks back for its company.
  package static let referenceReach = 40
  /// Words between a plan's word and the act that it plans.
  package static let planReach = 8
  /// Sentences that a denial reaches back from the one that speaks it.
  package static let denialReach = 8
  /// Sentences at the beginning of the body that count as its lead.
  package static let leadSentences = 3
}
