package import ArticleReading
package import Findings

/// A reader's judgement: this article reports this conduct of this company.
package struct GoldLabel: Codable, Hashable, Sendable {
  /// A name or alias of the company.
  package var company: String
  /// The signal's id.
  package var signal: String
  /// How firmly it is reported.
  package var stance: Stance
  /// Whether the company denies or contests it.
  package var denied: Bool
  /// The words of the article that show it, if the reader marked any.
  package var evidence: String?

  /// Makes a label.
  package init(
    company: String, signal: String, stance: Stance, denied: Bool = false, evidence: String? = nil
  ) {
    self.company = company
    self.signal = signal
    self.stance = stance
    self.denied = denied
    self.evidence = evidence
  }
}

/// What looks like a finding and, in a reader's judgement, is none.
package struct NearMiss: Codable, Hashable, Sendable {
  /// A name or alias of the company.
  package var company: String
  /// The signal's id.
  package var signal: String
  /// Why it is none.
  package var why: String

  /// Makes a near miss.
  package init(company: String, signal: String, why: String) {
    self.company = company
    self.signal = signal
    self.why = why
  }
}

/// An article with all that a careful reader finds in it.
package struct GoldArticle: Sendable {
  /// The article.
  package var article: Article
  /// What it reports.
  package var labels: [GoldLabel]
  /// What it only seems to report.
  package var nearMisses: [NearMiss]
  /// Names in it of companies and other organisations beside those, as far as the reader noted them.
  package var organisations: [String]
  /// All names of companies and other organisations that the reader gave, some twice.
  package var named: [String] { labels.map(\.company) + nearMisses.map(\.company) + organisations }

  /// Makes a labelled article.
  package init(
    article: Article, labels: [GoldLabel], nearMisses: [NearMiss] = [],
    organisations: [String] = []
  ) {
    self.article = article
    self.labels = labels
    self.nearMisses = nearMisses
    self.organisations = organisations
  }
}
