import Findings
import Foundation
import Reporting
import RuleCompilation
import SourceText

/// The report that the golden files hold: every part of a report has something in it.
enum Sample {
  /// The day of the audit.
  static let asOf = Day("2026-11-21") ?? Day(number: 0)

  /// What a hostile page says: markup of HTML and Markdown, controls of terminals and of direction.
  static let hostileQuote =
    "Evil <script>alert(1)</script> | sold `data` & [all](javascript:alert(2))\n"
    + "- a list\n# a heading\n1. \u{202E}desrever\u{1B}[31m https://evil.example www.evil.example"

  /// The articles.
  static let articles: [SampleArticle] = [
    SampleArticle(
      id: "en-01", title: "Judge lets authors press on against Meta",
      text: """
        Judge lets authors press on against Meta

        Novelists allege that Meta downloaded pirated books. Meta denies it.
        """, voice: "Thomson Reuters", published: "2025-03-11",
      url: "https://reuters.com/a?b=1&c=2",
      said: [
        .init(
          company: "Meta", signal: "pirated-works", stance: .alleged,
          quote: "Novelists allege that Meta downloaded pirated books.",
          words: ["downloaded", "pirated books"], actor: "Meta", cue: "allege", denied: true,
          name: "kadrey-v-meta")
      ]),
    SampleArticle(
      id: "en-02", title: "Authors' suit goes on",
      text: "Authors' suit goes on\n\nNovelists allege that Meta downloaded pirated books.",
      voice: "unknown:gulf.example", published: "2025-03-12",
      said: [
        .init(
          company: "Meta", signal: "pirated-works", stance: .alleged,
          quote: "Novelists allege that Meta downloaded pirated books.",
          words: ["pirated books"], actor: "Meta", cue: "allege", name: "kadrey-v-meta")
      ]),
    SampleArticle(
      id: "ko-01", title: "메타, 해적판 책으로 학습",
      text: "메타, 해적판 책으로 학습\n\n작가들은 메타가 해적판 전자책으로 라마를 학습시켰다고 주장한다.",
      voice: "전자신문", published: "2025-03-14", language: "ko",
      said: [
        .init(
          company: "Meta", signal: "pirated-works", stance: .alleged,
          quote: "작가들은 메타가 해적판 전자책으로 라마를 학습시켰다고 주장한다.", words: ["해적판", "학습"],
          actor: "메타", cue: "주장", name: "kadrey-v-meta")
      ]),
    SampleArticle(
      id: "en-03", title: "Meta will watch its staff",
      text: "Meta plans to log keystrokes of its staff. Safeguards protect sensitive content.",
      voice: "TechCrunch", published: "2026-04-21",
      said: [
        .init(
          company: "Meta", signal: "employee-monitoring", stance: .planned,
          quote: "Meta plans to log keystrokes of its staff.", words: ["log keystrokes"],
          actor: "Meta", cue: "plans"),
        .init(
          company: "Meta", signal: "safeguards-stated", stance: .confirmed,
          quote: "Safeguards protect sensitive content.", words: ["Safeguards"], actor: ""),
      ]),
    SampleArticle(
      id: "hostile", title: "<img src=x onerror=alert(1)> | **bold** [x](y)",
      text: "A page.\n\n" + hostileQuote, voice: "unknown:evil.example\"><script>",
      published: "2026-10-01", url: "javascript:alert(3)",
      said: [
        .init(
          company: "Evil & <b>Sons</b> | Ltd", signal: "data-sale", stance: .confirmed,
          quote: hostileQuote, words: ["sold `data`"], actor: "Evil <script>", weak: true)
      ]),
    SampleArticle(
      id: "ar-01", title: "خبر", text: "باعت شركة Reddit بيانات المستخدمين.", voice: "الجزيرة",
      language: "ar",
      said: [
        .init(
          company: "Reddit", signal: "data-sale", stance: .alleged,
          quote: "باعت شركة Reddit بيانات المستخدمين.", words: ["باعت"], actor: "Reddit")
      ]),
    SampleArticle(
      id: "en-04", title: "TikTok cleared",
      text: "TikTok cleared\n\nA court annulled the fine against TikTok.", voice: "BBC",
      published: "2026-06-01",
      said: [
        .init(
          company: "TikTok", signal: "regulatory-action", stance: .cleared,
          quote: "A court annulled the fine against TikTok.", words: ["fine"], actor: "TikTok",
          cue: "annulled", name: "2025-Q2")
      ]),
    SampleArticle(
      id: "en-05", title: "TikTok fined", text: "The regulator fined TikTok €530m.", voice: "BBC",
      published: "2025-05-02",
      said: [
        .init(
          company: "TikTok", signal: "regulatory-action", stance: .confirmed,
          quote: "The regulator fined TikTok €530m.", words: ["fined"], actor: "TikTok",
          name: "2025-Q2")
      ]),
    SampleArticle(
      id: "en-06", title: nil, text: "Slack sold its customers' messages, a column said.",
      voice: "Quillwater Gazette", published: "2026-05-05",
      companies: ["Uber", "Mistral", "카카오페이"],
      said: [
        .init(
          company: "Slack", signal: "data-sale", stance: .confirmed,
          quote: "Slack sold its customers' messages, a column said.", words: ["sold"],
          actor: "Slack", victim: "its customers")
      ],
      unlisted: [("Pocketlark <i>", "data-sale", "Slack sold its customers' messages")],
      unattributed: [("data-sale", "a column said.")]),
  ]

  /// The rules of the report, with a suppression.
  static var rules: RuleSet {
    SampleRules.rules(suppressing: [
      .init(signal: "data-sale", company: "slack", target: "2026-Q2", until: "2027-05-01")
    ])
  }

  /// What was not read.
  static let unread = [
    Unread(source: "in/empty.txt", reason: "empty"),
    Unread(
      source: "in/<odd>|name.txt", reason: "bad-encoding: byte 0xFF",
      digest: Digest(of: "x").description),
  ]

  /// The assembly of some articles.
  static func assembly(
    _ articles: [SampleArticle] = Sample.articles, rules: RuleSet = Sample.rules,
    asOf: Day = Sample.asOf, undated: Day? = nil, filters: AuditReport.Filters = .init()
  ) throws -> AuditAssembly {
    var assembly = try AuditAssembly(rules: rules, asOf: asOf, undated: undated, filters: filters)
    for article in articles {
      assembly.absorb(.article(article.scanned(rules: rules.digest.description)))
    }
    return assembly
  }

  /// The report of some articles.
  static func report(
    _ articles: [SampleArticle] = Sample.articles, rules: RuleSet = Sample.rules,
    asOf: Day = Sample.asOf, filters: AuditReport.Filters = .init(), baseline: AuditReport? = nil
  ) throws -> AuditReport {
    try assembly(articles, rules: rules, asOf: asOf, filters: filters)
      .report(version: "0.1.0", baseline: baseline)
  }

  /// The report that the golden files hold: with a baseline of its own past and inputs not read.
  static func whole() throws -> AuditReport { try made.get() }

  private static let made = Result { try make() }

  private static func make() throws -> AuditReport {
    let earlier = Day("2026-05-20") ?? asOf
    var past = Array(articles.prefix(4))
    past.append(
      SampleArticle(
        id: "en-09", title: "Uber fined", text: "The regulator fined Uber.", voice: "NRC",
        published: "2024-08-26",
        said: [
          .init(
            company: "Uber", signal: "regulatory-action", stance: .confirmed,
            quote: "The regulator fined Uber.", words: ["fined"], actor: "Uber")
        ]))
    let baseline = try report(past, asOf: earlier)
    var assembly = try assembly(filters: .init(baseline: "earlier/audit.json"))
    for entry in unread { assembly.absorb(.unread(entry)) }
    return assembly.report(version: "0.1.0", baseline: baseline)
  }

  /// A file beside these tests.
  static func fixture(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/report/\(name)")
  }

  /// A file of the project.
  static func file(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: path)
  }
}
