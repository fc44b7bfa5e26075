package import Findings
package import SourceText

/// Takes in scanned articles one by one and scores the companies they speak of.
///
/// ```swift
/// var scorer = Scorer(model: try ScoreModel(rules), asOf: day)
/// for article in articles { scorer.absorb(article) }
/// for score in scorer.scores() { print(score.company, score.score, score.band) }
/// ```
///
/// Neither the order of the articles, nor their repetition, nor how they are divided among scorers that
/// are merged afterwards makes a difference. It keeps no article: see `ScoreState`.
package struct Scorer: Sendable {
  /// What things weigh.
  package let model: ScoreModel
  /// The day that decay is counted from; what was reported after it does not count.
  package let asOf: Day
  /// The day of articles without one.
  package let undated: Day
  /// What is known.
  package private(set) var state = ScoreState()

  private var folding = Folding()

  /// Makes a scorer that has read nothing.
  ///
  /// - Parameters:
  ///   - model: what things weigh.
  ///   - asOf: the day that decay is counted from.
  ///   - undated: the day of articles without one; `asOf` if nil.
  package init(model: ScoreModel, asOf: Day, undated: Day? = nil) {
    self.model = model
    self.asOf = asOf
    self.undated = undated ?? asOf
  }

  /// Takes in what an article reports.
  ///
  /// A day that is none counts as missing. Findings whose signal the rules do not have weigh nothing:
  /// whoever reads scans must refuse those of other rules.
  ///
  /// - Complexity: O(n) over the quotes of the article.
  package mutating func absorb(_ article: ScannedArticle) {
    let published = article.article.published.flatMap { Day($0) } ?? undated
    for company in article.companies { state.absorb(naming: company, on: published) }
    for finding in article.findings {
      guard let weight = model.signals[finding.signal] else { continue }
      for event in finding.events {
        let suppression = model.suppression(
          company: finding.company, signal: finding.signal, case: event.case,
          article: article.article.digest, on: asOf)
        let day = event.day.flatMap { Day($0) }
        var report = Report(
          company: finding.company, signal: finding.signal, case: event.case,
          voice: event.voice, stance: event.stance, denied: event.denied, weak: event.weak,
          bearing: weight.relief == nil ? .risk : .mitigation,
          sighting: Sighting(
            day: day ?? undated, article: article.article.digest, undated: day == nil),
          suppression: suppression)
        if event.evidence.isEmpty { state.absorb(report) }
        for evidence in event.evidence {
          report.quote = QuoteMark(folded: folding.fold(evidence.quote))
          state.absorb(report)
        }
      }
    }
  }

  /// Takes in all that another scorer of the same rules and days has read.
  ///
  /// - Complexity: O(n) over the keys of `other`.
  package mutating func merge(_ other: Scorer) {
    precondition(
      asOf == other.asOf && undated == other.undated, "only scores of one day can be merged")
    state.merge(other.state)
  }

  /// The scores of all companies that an article up to the day names, the highest first, equals by name.
  ///
  /// - Complexity: see `Appraiser.score(of:record:)`, for each company.
  package func scores() -> [CompanyScore] {
    let appraiser = Appraiser<Formula>(model: model, asOf: asOf)
    return state.companies
      .filter { $0.value.firstRead.map { $0 <= asOf } ?? false }
      .map { appraiser.score(of: $0.key, record: $0.value) }
      .sorted { a, b in a.score != b.score ? a.score > b.score : a.company < b.company }
  }

  /// The score of one company, by its declared name; not rated if nothing was read about it.
  package func score(of company: String) -> CompanyScore {
    Appraiser<Formula>(model: model, asOf: asOf).score(
      of: company, record: state.companies[company] ?? ScoreState.CompanyRecord())
  }

  /// Declared names of the companies that no article up to the day names, sorted.
  package var unread: [String] {
    model.companies.filter { name in
      guard let first = state.companies[name]?.firstRead else { return true }
      return first > asOf
    }
  }
}
