package import Findings
internal import Foundation
package import RuleCompilation
package import Scoring
package import SourceText

/// Takes in the lines of a scan, in any order, and makes the report of them.
///
/// What it keeps grows with the findings and with the number of articles (a header each), not with their
/// length. Order, repetition and sharding make no difference: everything is sorted, and an article that
/// comes twice is one.
package struct AuditAssembly: Sendable {
  private let rules: RuleSet
  private let filters: AuditReport.Filters
  private var scorer: Scorer
  private var articles: [String: ScannedArticle] = [:]
  private var unread: Set<Unread> = []

  /// Begins an audit.
  ///
  /// - Throws: `ScoreModelError` if the rules lack a constant of the score.
  package init(
    rules: RuleSet, asOf: Day, undated: Day?, filters: AuditReport.Filters = .init()
  ) throws(ScoreModelError) {
    self.rules = rules
    self.filters = filters
    scorer = Scorer(model: try ScoreModel(rules), asOf: asOf, undated: undated)
  }

  /// How many articles were taken in.
  package var read: Int { articles.count }
  /// How many inputs could not be read.
  package var notRead: Int { unread.count }

  /// What was taken in, as the lines of one scan in the order of the articles' digests.
  package var lines: [ScanLine] {
    articles.values.sorted { $0.article.digest < $1.article.digest }.map { .article($0) }
      + sortedUnread().map { .unread($0) } + [.tally(ScanTally(read: read, unread: notRead))]
  }

  /// Takes in a line; the tally says nothing that the others do not.
  package mutating func absorb(_ line: ScanLine) {
    switch line {
    case .article(let article): absorb(article)
    case .unread(let entry): unread.insert(entry)
    case .tally: break
    }
  }

  private mutating func absorb(_ scanned: ScannedArticle) {
    let article = narrowed(scanned)
    // The same text under two names is one article; one of them stands, whatever came first.
    let key = article.article.digest
    if let known = articles[key], Self.precedes(known, article) { return }
    articles[key] = article
  }

  /// Whether `a` stands where the same text came as `a` and as `b`: the earliest, then the smaller id.
  private static func precedes(_ a: ScannedArticle, _ b: ScannedArticle) -> Bool {
    if a == b { return true }
    let order: (ArticleHeader) -> [String] = {
      [$0.published ?? "~", $0.id, $0.publisher ?? "", $0.url ?? "", $0.title ?? ""]
    }
    let (first, second) = (order(a.article), order(b.article))
    if first != second { return first.lexicographicallyPrecedes(second) }
    return written(a).lexicographicallyPrecedes(written(b))
  }

  /// All of an article, for the rare two that differ in what no reader would see.
  private static func written(_ article: ScannedArticle) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(article)) ?? Data()
  }

  private func narrowed(_ article: ScannedArticle) -> ScannedArticle {
    guard !filters.companies.isEmpty || !filters.signals.isEmpty else { return article }
    var kept = article
    let companies = Set(filters.companies)
    let signals = Set(filters.signals)
    let takesCompany: (String) -> Bool = { companies.isEmpty || companies.contains($0) }
    let takesSignal: (String) -> Bool = { signals.isEmpty || signals.contains($0) }
    kept.findings.removeAll { !takesCompany($0.company) || !takesSignal($0.signal) }
    kept.companies.removeAll { !takesCompany($0) }
    kept.unlisted.removeAll { !takesSignal($0.signal) }
    kept.unattributed.removeAll { !takesSignal($0.signal) }
    return kept
  }

  /// The report of all that was taken in.
  ///
  /// - Parameters:
  ///   - version: The version of the tool.
  ///   - baseline: An earlier report to mark findings against.
  /// - Complexity: O(n log n) over the findings.
  package func report(version: String, baseline: AuditReport? = nil) -> AuditReport {
    var scorer = scorer
    let sorted = articles.values.sorted { $0.article.digest < $1.article.digest }
    for article in sorted { scorer.absorb(article) }
    let index = FindingIndex(sorted)
    let scores = scorer.scores()
    let earlier = baseline.map { Set($0.companies.flatMap { $0.findings.map(\.fingerprint) }) }
    let companies = scores.map { score in
      CompanyAssembly(
        rules: rules, score: score, entry: index[score.company], earlier: earlier
      ).company()
    }
    let now = Set(companies.flatMap { $0.findings.map(\.fingerprint) })
    return AuditReport(
      schemaVersion: AuditReport.schemaVersion, tool: .init(name: "assay", version: version),
      rules: rulesSummary(), asOf: scorer.asOf.description, undated: scorer.undated.description,
      filters: filters, articles: sorted.map(header), unread: sortedUnread(),
      companies: companies, signals: signals(companies),
      voices: voices(index, scorer.model), unlisted: sorted.flatMap(unlisted),
      unattributed: sorted.flatMap(unattributed), suppressed: scores.flatMap(suppressed),
      gone: gone(from: baseline, now: now), limits: limits(articles: sorted.count))
  }

  private func header(_ scanned: ScannedArticle) -> AuditReport.Article {
    let article = scanned.article
    return .init(
      digest: article.digest, id: article.id, title: article.title, url: article.url,
      publisher: article.publisher, published: article.published,
      undated: article.published == nil, languages: article.languages, bytes: article.bytes,
      fingerprint: article.fingerprint, findings: scanned.findings.count)
  }

  private func sortedUnread() -> [Unread] {
    unread.sorted {
      [$0.source, $0.reason, $0.digest ?? ""].lexicographicallyPrecedes(
        [$1.source, $1.reason, $1.digest ?? ""])
    }
  }

  private func rulesSummary() -> AuditReport.Rules {
    .init(
      digest: rules.digest.description, files: rules.files.count,
      companies: rules.companies.count, signals: rules.signals.count,
      vocabularies: rules.concepts.count(where: \.isVocabulary),
      languages: rules.languages.map(\.code).sorted(),
      constants: rules.scoring.values,
      bands: rules.scoring.bands.map { .init(name: $0.name, below: $0.below) })
  }

  private func signals(_ companies: [AuditReport.Company]) -> [AuditReport.Signal] {
    rules.signals.map { signal in
      .init(
        id: signal.id, category: signal.category, title: signal.title, severity: signal.severity,
        halfLifeDays: signal.halfLife, mitigating: signal.isMitigating,
        relief: signal.relief?.share, relieves: signal.relief?.categories ?? [],
        unrelievable: signal.unrelievable,
        references: signal.references.map { .init(code: $0.code, text: $0.text) },
        companies: companies.count { $0.findings.contains { $0.signal == signal.id } })
    }
  }

  private func voices(_ index: FindingIndex, _ model: ScoreModel) -> [AuditReport.Voice] {
    index.voices.sorted { $0.key < $1.key }.map { name, articles in
      .init(name: name, weight: model.weight(ofVoice: name).description, articles: articles)
    }
  }

  private func unlisted(_ scanned: ScannedArticle) -> [AuditReport.Lead] {
    scanned.unlisted.map {
      .init(
        name: $0.name, signal: $0.signal, article: scanned.article.digest, evidence: $0.evidence)
    }
  }

  private func unattributed(_ scanned: ScannedArticle) -> [AuditReport.Lead] {
    scanned.unattributed.map {
      .init(name: nil, signal: $0.signal, article: scanned.article.digest, evidence: $0.evidence)
    }
  }

  private func suppressed(_ score: CompanyScore) -> [AuditReport.Suppressed] {
    score.setAside.map { entry in
      let rule = rules.suppressions[entry.suppression]
      return .init(
        fingerprint: Finding.fingerprint(
          company: score.company, signal: entry.signal, case: entry.case
        ).description,
        company: score.company, signal: entry.signal, case: entry.case, voice: entry.voice,
        target: rule.target, until: rule.until.description, by: rule.author, because: rule.reason,
        rule: rule.place.text)
    }
  }

  /// What the baseline has and this audit has not, as far as this audit looked for it.
  private func gone(from baseline: AuditReport?, now: Set<String>) -> [AuditReport.Gone] {
    guard let baseline else { return [] }
    let companies = Set(filters.companies)
    let signals = Set(filters.signals)
    return baseline.companies
      .filter { companies.isEmpty || companies.contains($0.name) }
      .flatMap { company in
        company.findings
          .filter { signals.isEmpty || signals.contains($0.signal) }
          .filter { !now.contains($0.fingerprint) }
          .map {
            AuditReport.Gone(
              fingerprint: $0.fingerprint, company: company.name, signal: $0.signal,
              case: $0.case)
          }
      }
  }

  private func limits(articles: Int) -> [String] {
    let read = articles == 1 ? "1 article" : "\(articles) articles"
    return [
      "This report says what \(read) reported, by whom and how firmly. "
        + "It does not say that a company broke the law.",
      "A company without a finding is not thereby in order; "
        + "a company that no article names is not in this report at all.",
      "Rules find the words that they know; what is said otherwise is missed. "
        + "`assay explain` shows what became of each candidate.",
      "Who is named here may contest a finding by its fingerprint; what is accepted is set aside by a "
        + "signed `suppress` line with its reason, and stays listed.",
      "Which languages and outlets were read decides what can be found; "
        + "compare scores only across like coverage.",
    ]
  }
}
