import Findings

/// Writes what a scan would, in short.
enum Scan {
  /// A finding of one event; without a quote it has no evidence.
  static func finding(
    _ company: String, _ signal: String, case name: String = "2026-Q1",
    day: String? = "2026-01-01", voice: String = "named-a", _ stance: Stance = .confirmed,
    denied: Bool = false, weak: Bool = false, quote: String? = nil
  ) -> Finding {
    let evidence = quote.map {
      Evidence(quote: $0, start: 0, end: $0.utf8.count, line: 1, column: 1, part: .body)
    }
    return Finding(
      company: company, signal: signal, stance: stance, denied: denied,
      events: [
        Event(
          case: name, day: day, voice: voice, stance: stance, denied: denied, weak: weak,
          evidence: evidence.map { [$0] } ?? [],
          lineage: Lineage(rule: "rule", pattern: "pattern", terms: [], roles: []))
      ])
  }

  /// An article; it names the companies of its findings and those given.
  static func article(
    _ digest: String, _ findings: [Finding], published: String? = "2026-01-01",
    naming companies: [String] = []
  ) -> ScannedArticle {
    ScannedArticle(
      article: ArticleHeader(
        id: digest, digest: digest, title: nil, url: nil, publisher: nil, published: published,
        languages: [], bytes: 0, fingerprint: digest),
      findings: findings, companies: (companies + findings.map(\.company)).sorted(),
      unlisted: [], unattributed: [], rules: "rules")
  }
}
