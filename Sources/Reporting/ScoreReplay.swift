internal import Findings
internal import Foundation
internal import RuleCompilation
internal import Scoring
internal import SourceText

/// A report's evidence and weights, so that its scores can be computed again: on another day, or with
/// the weights of another report.
///
/// A report prints every constant and quotes everything that counts; this reads them back.
struct ScoreReplay {
  /// What things weigh, as the report prints it.
  private let model: ScoreModel
  /// What the articles say, as the report quotes it.
  let articles: [ScannedArticle]

  /// Reads a report.
  ///
  /// - Throws: `ScoreModelError` if its constants are none.
  init(_ report: AuditReport) throws(ScoreModelError) {
    model = try Self.model(of: report)
    articles = Self.articles(of: report)
  }

  /// The score of each company that something is said of, by its name.
  ///
  /// - Parameters:
  ///   - articles: What is known.
  ///   - asOf: The day that decay is counted from.
  ///   - undated: The day of articles without one.
  func scores(of articles: [ScannedArticle], asOf: Day, undated: Day?) -> [String: Decimal] {
    var scorer = Scorer(model: model, asOf: asOf, undated: undated)
    for article in articles { scorer.absorb(article) }
    var scores: [String: Decimal] = [:]
    for score in scorer.scores() { scores[score.company] = Decimal(score.score.hundredths) }
    return scores
  }

  // MARK: What a report holds

  private static func model(of report: AuditReport) throws(ScoreModelError) -> ScoreModel {
    let place = RulePlace(file: "", line: 1)
    let signals = report.signals.map { signal in
      Signal(
        id: signal.id, category: signal.category, title: signal.title, documentation: [],
        severity: signal.severity, halfLife: signal.halfLifeDays,
        relief: signal.relief.map { .init(share: $0, categories: signal.relieves) },
        unrelievable: signal.unrelievable, references: [], matches: [], exclusions: [],
        requirements: [], place: place)
    }
    let companies = report.companies.map { company in
      Company(
        id: company.id, name: company.name, kinds: [], seats: [], aliases: [], place: place)
    }
    let publishers = report.voices.map { voice in
      Publisher(
        id: voice.name, name: voice.name, hosts: [], group: voice.name, weight: voice.weight)
    }
    let suppressions = report.suppressed.compactMap { entry -> Suppression? in
      guard let signal = signals.firstIndex(where: { $0.id == entry.signal }),
        let company = companies.firstIndex(where: { $0.name == entry.company }),
        let until = Day(entry.until)
      else { return nil }
      return Suppression(
        signal: SignalID(signal), company: CompanyID(company), target: entry.target, until: until,
        author: entry.by, reason: entry.because, place: place)
    }
    return try ScoreModel(
      constants: ScoringConstants(
        values: report.rules.constants,
        bands: report.rules.bands.map { (name: $0.name, below: $0.below) }),
      signals: signals, publishers: publishers, companies: companies, suppressions: suppressions)
  }

  private struct Pair: Hashable {
    var company: String
    var signal: String
  }

  private static func articles(of report: AuditReport) -> [ScannedArticle] {
    var events: [String: [Pair: [Event]]] = [:]
    for company in report.companies {
      for finding in company.findings {
        let pair = Pair(company: company.name, signal: finding.signal)
        for quote in finding.quotes {
          let event = Event(
            case: finding.case, day: quote.day, voice: quote.voice, stance: quote.stance,
            denied: quote.denied, weak: quote.weak, evidence: quote.evidence,
            lineage: quote.lineage)
          events[quote.article, default: [:]][pair, default: []].append(event)
        }
      }
    }
    return report.articles.map { article in
      let said = events[article.digest] ?? [:]
      let findings = said.map { pair, events in
        Finding(
          company: pair.company, signal: pair.signal,
          stance: events.map(\.stance).reduce(.cleared) { $0.joined(with: $1) },
          denied: events.contains(where: \.denied), events: events)
      }
      return ScannedArticle(
        article: ArticleHeader(
          id: article.id, digest: article.digest, title: article.title, url: article.url,
          publisher: article.publisher, published: article.published,
          languages: article.languages, bytes: article.bytes, fingerprint: article.fingerprint),
        findings: findings, companies: Set(said.keys.map(\.company)).sorted(), unlisted: [],
        unattributed: [], rules: report.rules.digest)
    }
  }
}
