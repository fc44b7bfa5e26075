import ArticleReading
import Evaluation
import Findings
import RuleCompilation

/// Small values of the kinds that an evaluation compares.
enum Sample {
  static let companies = [
    company("Meta", ["meta platforms", "메타"]), company("X Corp", ["x", "twitter"]),
  ]
  static let signals = [
    signal("scraping"), signal("tracking"), signal("safeguards", relief: "0.3"),
  ]

  static func company(_ name: String, _ aliases: [String]) -> Company {
    Company(
      id: name.lowercased(), name: name, kinds: [], seats: [], aliases: aliases,
      place: RulePlace(file: "a.rules", line: 1))
  }

  static func signal(_ id: String, relief: String? = nil) -> Signal {
    Signal(
      id: id, category: "c", title: id, documentation: [], severity: "5", halfLife: 730,
      relief: relief.map { Signal.Relief(share: $0, categories: []) }, unrelievable: false,
      references: [], matches: [], exclusions: [], requirements: [],
      place: RulePlace(file: "a.rules", line: 2))
  }

  static func gold(
    _ labels: [GoldLabel], text: String = "Meta scraped photos. X denies it.",
    language: String? = "en", nearMisses: [NearMiss] = []
  ) -> GoldArticle {
    GoldArticle(
      article: Article(id: "a", text: text, language: language), labels: labels,
      nearMisses: nearMisses)
  }

  static func finding(
    _ company: String, _ signal: String, _ stance: Stance = .confirmed, denied: Bool = false,
    quote: String = "", at start: Int = 0, part: Evidence.Part = .body
  ) -> Finding {
    let evidence = Evidence(
      quote: quote, start: start, end: start + quote.utf8.count, line: 1, column: 1, part: part)
    let event = Event(
      case: "undated", day: nil, voice: "v", stance: stance, denied: denied, weak: false,
      evidence: [evidence],
      lineage: Lineage(rule: "a.rules:1", pattern: "p", terms: [], roles: []))
    return Finding(
      company: company, signal: signal, stance: stance, denied: denied, events: [event])
  }

  static func scanned(_ findings: [Finding], unlisted: [Unlisted] = []) -> ScannedArticle {
    ScannedArticle(
      article: ArticleHeader(
        id: "a", digest: "", title: nil, url: nil, publisher: nil, published: nil, languages: [],
        bytes: 0, fingerprint: ""),
      findings: findings, companies: [], unlisted: unlisted, unattributed: [], rules: "")
  }

  static func evaluator(
    reaches: Bool = false, attributes: Bool = false, stratum: String = "match"
  ) -> Evaluator {
    Evaluator(
      companies: companies, signals: signals,
      probe: LossProbe(
        reaches: { _, _ in reaches }, attributes: { _, _ in attributes },
        loss: { _, _ in (stratum, "") }))
  }

  static func report(
    _ articles: (gold: GoldArticle, scanned: ScannedArticle)...
  ) -> EvaluationReport {
    var evaluator = evaluator()
    for article in articles { evaluator.add(article.gold, article.scanned) }
    return evaluator.finished()
  }
}
