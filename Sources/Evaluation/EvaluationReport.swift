package import Findings

/// What `assay evaluate` says; as JSON it is the contract's object.
package struct EvaluationReport: Sendable, Encodable {
  /// The counts of one language.
  package struct LanguageCounts: Sendable, Encodable {
    /// Over all labels.
    package var pairs = PairCounts()
    /// Over labels whose company is declared.
    package var knownCompanies = PairCounts()

    private enum CodingKeys: String, CodingKey {
      case knownCompanies
    }

    /// Writes the counts of all pairs with those of declared companies beside them.
    package func encode(to encoder: any Encoder) throws {
      try pairs.encode(to: encoder)
      var object = encoder.container(keyedBy: CodingKeys.self)
      try object.encode(knownCompanies, forKey: .knownCompanies)
    }
  }

  /// How many labels are of companies that the rules know.
  package struct CompanyCoverage: Hashable, Sendable, Encodable {
    /// All labels.
    package var labels = 0
    /// Those whose company is declared.
    package var declared = 0
    /// Those whose company is not, and that are shown as unlisted with that signal.
    package var unlisted = 0
  }

  /// How many near misses were taken for findings.
  package struct NearMissCount: Hashable, Sendable, Encodable {
    /// Reported.
    package var count = 0
    /// All.
    package var of = 0
  }

  /// A labelled pair that was not found.
  package struct Missed: Hashable, Sendable, Encodable {
    /// The company as labelled.
    package var company: String
    /// The signal's id.
    package var signal: String
    /// The stance as labelled.
    package var stance: Stance
    /// The words that show it.
    package var evidence: String?
    /// Where it was lost; `undeclared` for a company that no rule declares.
    package var stratum: String
    /// What was missing there, or in the way.
    package var detail: String
  }

  /// A pair that was found and is not labelled.
  package struct Wrong: Hashable, Sendable, Encodable {
    /// The declared name.
    package var company: String
    /// The signal's id.
    package var signal: String
    /// The stance as found.
    package var stance: Stance
    /// The first quote.
    package var quote: String?
    /// Where a reader saw it coming: why it is none.
    package var nearMiss: String?
  }

  /// A pair that was found rightly, with another stance than labelled or denied otherwise.
  package struct Misstated: Hashable, Sendable {
    /// The declared name.
    package var company: String
    /// The signal's id.
    package var signal: String
    /// The stance as found.
    package var stance: Stance
    /// Whether it was found as denied.
    package var denied: Bool
    /// The stance as labelled.
    package var labelledStance: Stance
    /// Whether it is labelled as denied.
    package var labelledDenied: Bool
    /// The first quote.
    package var quote: String?
  }

  /// What was missed and wrong in one article.
  package struct ArticleErrors: Hashable, Sendable, Encodable {
    /// The article's id.
    package var id: String
    /// Labelled and not found, in the order of the labels.
    package var missed: [Missed] = []
    /// Found and not labelled, in the order of the findings.
    package var wrong: [Wrong] = []
    /// Found and labelled, but not said to be as firm or as denied; not in the contract's object.
    package var misstated: [Misstated] = []

    private enum CodingKeys: String, CodingKey {
      case id, missed, wrong
    }
  }

  /// Over (article, company, signal); a company that no rule declares counts as missed.
  package var pairs = PairCounts()
  /// The same over labels whose company is declared.
  package var knownCompanies = PairCounts()
  /// Of `pairs`, those of signals that raise a score.
  package var risk = PairCounts()
  /// Of `pairs`, those of signals that lower one.
  package var mitigating = PairCounts()
  /// How many labels are of companies that the rules know.
  package var companyCoverage = CompanyCoverage()
  /// By the language that the article claims; `und` where it claims none.
  package var byLanguage: [String: LanguageCounts] = [:]
  /// By signal.
  package var bySignal: [String: PairCounts] = [:]
  /// Of the pairs found rightly, the share with the right stance.
  package var stanceAccuracy = 0.0
  /// Of the pairs found rightly, the mean F1 of the stances that occur.
  package var stanceMacroF1 = 0.0
  /// Of the pairs found rightly, the counts of each stance that is labelled; not in the contract's object.
  package var stances: [Stance: PairCounts] = [:]
  /// Of the pairs found rightly, the share whose `denied` is right.
  package var deniedAccuracy = 0.0
  /// Of the pairs found rightly that are labelled as denied, the share found as denied.
  package var deniedRecall = 0.0
  /// Of the pairs found rightly whose evidence is marked, the share with a quote that overlaps it.
  package var evidenceOverlap = 0.0
  /// Of the labels with evidence, the share whose signal fires in its sentence.
  package var reach = 0.0
  /// Of the labels of declared companies with evidence, the share whose company is then named.
  package var attribution = 0.0
  /// Near misses taken for findings.
  package var nearMissesReported = NearMissCount()
  /// Missed pairs by where they were lost.
  package var lossByStratum: [String: Int] = [:]
  /// All articles, in the order of the labels' files.
  package var articles: [ArticleErrors] = []

  /// Makes an empty report.
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case pairs, knownCompanies, risk, mitigating, companyCoverage, byLanguage, bySignal
    case stanceAccuracy, stanceMacroF1, deniedAccuracy, deniedRecall, evidenceOverlap
    case reach, attribution, nearMissesReported, lossByStratum, articles
  }
}
