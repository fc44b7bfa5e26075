import Diagnostics
import ArticleReading
import Auditing
import Findings
import RuleCompilation
import RuleLanguage
import SourceText
import Testing

/// Rules written for one test, held against texts.
struct RuleBench {
  let rules: RuleSet
  let auditor: Auditor

  /// Compiles rules; the test fails if they do not.
  init(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let compiled = compile(sources: [RuleSource(path: "Rules/test.rules", bytes: Array(text.utf8))])
    for diagnostic in compiled.diagnostics where diagnostic.severity == .error {
      Issue.record("\(diagnostic.code): \(diagnostic.headline)", sourceLocation: sourceLocation)
    }
    rules = try #require(compiled.ruleSet, sourceLocation: sourceLocation)
    auditor = Auditor(rules)
  }

  /// Scans a text.
  func scan(
    _ text: String, title: String? = nil, on day: String? = "2026-11-21", publisher: String? = nil,
    url: String? = nil
  ) -> ScannedArticle {
    var scanner = auditor.scanner()
    return scanner.scan(
      Article(
        id: "test", title: title, text: text, url: url, publisher: publisher,
        published: day.flatMap { Day($0) }))
  }

  /// The findings of a text as `Company signal stance[ denied]`, sorted.
  func found(_ text: String, on day: String? = "2026-11-21") -> [String] {
    scan(text, on: day).findings.map {
      "\($0.company) \($0.signal) \($0.stance.rawValue)\($0.denied ? " denied" : "")"
    }.sorted()
  }
}

/// English enough for the tests of the strata, written for them.
let benchRules = """
  language en "English" {
    script latin
    recognised "the", "of", "and", "to", "that", "is", "was", "for", "with", "it", "its", "a", "in"
    bounded both
    ends ".", "!", "?"
    abbreviates "Inc.", "v."
    questions "?"
    inflects v "" to "", "s", "ed", "ing"
    inflects v "e" to "e", "es", "ed", "ing"
    joins "and", ",", "as well as"
    oblique before "of", "by", "from", "to", "on", "with", "against", "like"
    refers "the company", "the firm"
    refers kind retailer "the retailer"
    refers seat NL "Dutch"
    unnamed "several labs", "some firms"
    pronoun "it"
    negates "not", "never" reaches 4 words after
    spares "not only"
    supposes "if", "would" reaches 5 words after
    frame "[accuser] ..2 {accuses} ..2 [actor]"
    frame "{suit} against ..2 [actor]"
    frame "from ..2 [victim]"
    frame "unlike ..1 [excluded]"
    credits "first reported by [outlet]"
    likewise "[actor] ..1 did the same"
    retracts "that is untrue" reaches sentence before
    skips line "Tags:"
    skips block "Related stories"
    skips rest "Comments"
    organisation ends "Inc.", "Labs" after "the app"
    money "euro", "€"
  }
  company meta "Meta" {
    owns product any: "Instagram" from 2012-09-06
    owns product any: "Giphy" from 2020-05-15 to 2023-06-23
    person any: "Zuckerberg"
    guard "Meta" not before "analysis"
  }
  company google "Google" {
  }
  company bol "Bolwerk" {
    kind retailer
    seat NL "Utrecht"
  }
  company reddit "Reddit" {
  }
  body watchdog "Privacy Board" is regulator {
  }
  publisher wire "Wire" {
    host "wire.example"
    group "Wire Group"
  }
  publisher paper "Paper" {
    host "paper.example"
  }
  case doe-v-meta "Doe v. Meta" {
    of meta
  }
  vocabulary scrape "scrapes" {
    en: "scrape~v", "copy(ing)"
  }
  vocabulary posts "posts" {
    en: "post(s)", "page(s)"
    except en: "job posts"
  }
  vocabulary accuses "accuses" {
    en: "accuse~v", "sue~v"
  }
  vocabulary suit "suit" {
    en: "lawsuit", "suit"
  }
  vocabulary fine "fine" {
    en: "fine~v"
  }
  vocabulary regulator "regulator" {
    en: "the regulator"
  }
  vocabulary consent "asks" {
    en: "ask~v permission"
  }
  vocabulary archive "archives" {
    en: "archive(s)"
  }
  stance confirmed {
    firmness 3
    cue en: "admit(s|ted)", "court found"
  }
  stance alleged {
    firmness 2
    cue en: "alleged(ly)", "according to the lawsuit"
  }
  stance planned {
    firmness 1
    cue en: "plans to", "will"
  }
  stance cleared {
    firmness 0
    cue en: "dismissed"
  }
  flag denied {
    cue en: "denies", "denied"
  }
  signal scraping in access {
    title "Scrapes"
    severity 6
    half-life 365 days
    match near {scrape} {posts} within 10 words firm
    match near not {consent} {archive} within 10 words
    unless near "cookbook" within sentence
  }
  signal action in governance {
    title "Is fined"
    severity 8
    half-life 730 days
    match near {fine} {regulator} within 12 words firm
    match near {fine} <money> within 10 words
  }
  scoring {
    confirmed 1
    alleged 0.5
    planned 0.3
    voice 0.35
    case 0.6
    scale 0.5
    denied 0.85
    cleared 0.1
    relief-cap 0.5
    weak 0.5
    grace 30 days
    named-voice 1
    unnamed-voice 0.7
    peak 730 days
    band A below 10
    band B
  }
  """
