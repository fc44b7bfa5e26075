import Foundation
import Findings
import Testing

/// One article a case: what it says, and who is found to do what, how firmly.
struct StrataCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String
  var found: [String]

  init(_ meaning: String, _ text: String, _ found: [String] = []) {
    testDescription = meaning
    self.text = text
    self.found = found
  }
}

@Suite struct `The strata` {
  static let attribution: [StrataCase] = [
    .init("a subject acts", "Reddit scraped the posts of users.", ["Reddit scraping confirmed"]),
    .init(
      "an accuser is not blamed, and makes it alleged",
      "Reddit accuses Google of scraping its posts.", ["Google scraping alleged"]),
    .init(
      "a suit against the actor",
      "A lawsuit against Google says it scraped posts.", ["Google scraping confirmed"]),
    .init(
      "a victim is not blamed", "Google scraped posts from Reddit.", ["Google scraping confirmed"]),
    .init(
      "a whole list is blamed", "Google, Reddit and Meta scraped posts.",
      ["Google scraping confirmed", "Meta scraping confirmed", "Reddit scraping confirmed"]),
    .init(
      "who is set apart is not blamed", "Unlike Meta, Google scraped posts.",
      ["Google scraping confirmed"]),
    .init(
      "a reference means who was spoken of", "Google is large. The company scraped posts.",
      ["Google scraping confirmed"]),
    .init(
      "a kind finds the company that is of it",
      "Bolwerk and Google met. Later the retailer scraped posts.", ["Bolwerk scraping confirmed"]),
    .init(
      "a seat does", "Google met Bolwerk. The Dutch firm scraped posts.",
      ["Bolwerk scraping confirmed"]),
    .init(
      "a product counts for its owner", "Instagram scraped posts.", ["Meta scraping confirmed"]),
    .init("a person does", "Zuckerberg scraped posts.", ["Meta scraping confirmed"]),
    .init("a product that was sold counts no more", "Giphy scraped posts."),
    .init("a guard keeps a word from being a name", "Meta analysis scraped posts."),
    .init(
      "a firm pattern falls back on the paragraph's company",
      "Google is in the news. Posts were scraped.", ["Google scraping confirmed"]),
    .init(
      "did the same", "Google scraped posts. Reddit later did the same.",
      ["Google scraping confirmed", "Reddit scraping confirmed"]),
  ]

  static let firmness: [StrataCase] = [
    .init("a cue makes it alleged", "Google allegedly scraped posts.", ["Google scraping alleged"]),
    .init(
      "the nearer cue holds", "Google is alleged to err and admitted scraping posts.",
      ["Google scraping confirmed"]),
    .init("a plan", "Google plans to scrape posts.", ["Google scraping planned"]),
    .init(
      "cleared in the lead is the news", "A claim that Google scraped posts was dismissed.",
      ["Google scraping cleared"]),
    .init(
      "the firmest of several holds",
      "Google allegedly scraped posts. Google admitted scraping pages.",
      ["Google scraping confirmed"]),
    .init(
      "what is told without a word of its own follows the article's words",
      "Google allegedly scraped posts. Google scraped pages.", ["Google scraping alleged"]),
    .init(
      "a denial belongs to who speaks it", "Google scraped posts. Google denies it.",
      ["Google scraping confirmed denied"]),
    .init(
      "what a denial governs confirms nothing",
      "Google allegedly scraped posts. Google denies that a court found it scraped posts.",
      ["Google scraping alleged denied"]),
    .init(
      "an accuser's denial denies nothing",
      "Reddit accuses Google of scraping posts. Reddit denied a visa.",
      ["Google scraping alleged"]),
  ]

  static let silence: [StrataCase] = [
    .init("negated", "Google did not scrape posts."),
    .init("never", "Google never scraped any posts."),
    .init("supposed", "If Google scraped posts, users left."),
    .init("asked", "Did Google scrape posts?"),
    .init("taken back", "Google scraped posts. But that is untrue."),
    .init("excluded by `unless`", "Google scraped posts about a cookbook."),
    .init("excepted from the vocabulary", "Google scraped job posts."),
    .init(
      "too far apart",
      "Google scraped the old kitchen floor with great care while all of its many staff wrote posts."
    ),
    .init(
      "in a list of links",
      "News.\n\nRelated stories\nGoogle scraped posts\nReddit scraped posts\n\nThe end."),
    .init("in a tag line", "News.\n\nTags: Google scraped posts"),
    .init("among comments", "News.\n\nComments\n\nGoogle scraped posts."),
    .init("in a menu", "News.\n\nGoogle scraped posts | Home | Mail | Log in"),
    .init("not only is no negation, so this speaks", "Not only is it late."),
  ]

  @Test(arguments: [
    ("ボルト scraped posts.", "Bolt"), ("昨日ボルトは scraped posts.", "Bolt"),
    ("「ボルト」が scraped posts.", "Bolt"),
    // A piece of another word, or of another name; what is long is named with what it owns.
    ("コボルト scraped posts.", nil), ("ボルトン scraped posts.", nil),
    ("ミストラルジャパン scraped posts.", "Mistral"), ("アミストラル scraped posts.", nil),
    ("ザ・ミストラル scraped posts.", "Mistral"), ("ミストラル・ボルト scraped posts.", "Mistral"),
  ])
  func `a name in Katakana is no piece of a longer word`(_ text: String, _ who: String?) throws {
    let bench = try RuleBench(
      benchRules + """

        company bolt "Bolt" {
          alias any: "ボルト"
        }
        company mistral "Mistral" {
          alias any: "ミストラル"
        }
        """)
    let found = Set(bench.scan(text).findings.map(\.company))
    #expect(found.sorted().joined(separator: " ") == who ?? "")
  }

  @Test(arguments: attribution) func `find the right company`(_ example: StrataCase) throws {
    #expect(try RuleBench(benchRules).found(example.text) == example.found)
  }

  @Test(arguments: firmness) func `say how firmly it is reported`(_ example: StrataCase) throws {
    #expect(try RuleBench(benchRules).found(example.text) == example.found)
  }

  @Test(arguments: silence) func `are silent where nothing is reported`(_ example: StrataCase)
    throws
  {
    #expect(try RuleBench(benchRules).found(example.text) == [])
  }

  @Test func `find what is not done where the pattern asks for it`() throws {
    let bench = try RuleBench(benchRules)
    #expect(
      bench.found("Google did not ask permission for the archive.") == ["Google scraping confirmed"]
    )
    #expect(bench.found("Google asked permission for the archive.") == [])
  }

  @Test func `hold amounts of money together with their unit`() throws {
    let bench = try RuleBench(benchRules)
    #expect(bench.found("Google was fined 1,200 euro.") == ["Google action confirmed"])
    #expect(bench.found("Google was fined € 40.") == ["Google action confirmed"])
    #expect(bench.found("Google was fined 40 times.") == [])
  }

  @Test func `read an old article with the owner of its day`() throws {
    let bench = try RuleBench(benchRules)
    #expect(bench.found("Giphy scraped posts.", on: "2022-01-01") == ["Meta scraping confirmed"])
    #expect(bench.found("Giphy scraped posts.", on: "2024-01-01") == [])
  }

  @Test func `count the second copy of a sentence once`() throws {
    let sentence = "Google scraped the posts of a great many people who had never heard of it."
    let scan = try RuleBench(benchRules).scan(
      "\(sentence)\n\n\(sentence)\n\nMore news. \(sentence)")
    #expect(scan.findings.map(\.events.count) == [1])
  }

  @Test func `show who no rule declares, and what nobody is said to have done`() throws {
    let bench = try RuleBench(benchRules)
    let scan = bench.scan("Pocketlark Labs scraped posts. Pocketlark also scraped pages.")
    #expect(scan.findings.isEmpty)
    #expect(Set(scan.unlisted.map(\.name)) == ["Pocketlark"])
    #expect(bench.scan("Somebody scraped posts.").unattributed.map(\.signal) == ["scraping"])
  }

  @Test func `give every word of a lineage with its place`() throws {
    let text = "Reddit accuses Google of scraping its posts."
    let event = try #require(try RuleBench(benchRules).scan(text).findings.first?.events.first)
    let bytes = Array(text.utf8)
    for term in event.lineage.terms {
      #expect(String(decoding: bytes[term.start..<term.end], as: UTF8.self) == term.text)
    }
    #expect(event.lineage.terms.map(\.text) == ["scraping", "posts"])
    #expect(
      event.lineage.roles.map { "\($0.role) \($0.name)" } == ["actor Google", "accuser Reddit"])
    #expect(event.lineage.frame == "[accuser] ..2 {accuses} ..2 [actor]")
    #expect(event.evidence.first?.quote == text)
  }

  @Test(arguments: [
    // A line that is too long for a headline is the first paragraph, unless the article says otherwise.
    (nil, "Google scraped posts \(String(repeating: "so ", count: 90))", Evidence.Part.title),
    (nil, "Google scraped posts \(String(repeating: "so ", count: 100))", .lead),
    (
      "Google scraped posts", "Google scraped posts \(String(repeating: "so ", count: 100))", .title
    ),
  ])
  func `a text begins with its headline, if it has one`(
    _ title: String?, _ text: String, _ part: Evidence.Part
  ) throws {
    let scan = try RuleBench(benchRules).scan(text, title: title)
    let evidence = try #require(scan.findings.first?.events.first?.evidence.first)
    #expect(evidence.part == part)
  }

  @Test func `shift offsets past a title that is read apart`() throws {
    let scan = try RuleBench(benchRules).scan("Google scraped posts.", title: "Some news")
    let evidence = try #require(scan.findings.first?.events.first?.evidence.first)
    #expect((evidence.start, evidence.end) == (0, 21))
    #expect((evidence.line, evidence.column) == (1, 1))
  }
}

@Suite struct `A voice` {
  @Test func `is the outlet that is credited, else the publisher's group, else the host`() throws {
    let bench = try RuleBench(benchRules)
    let voice = { (text: String, publisher: String?, url: String?) in
      bench.scan(text, publisher: publisher, url: url).findings.first?.events.first?.voice
    }
    let text = "Google scraped posts."
    #expect(voice("\(text) It was first reported by Wire.", "Paper", nil) == "Wire Group")
    #expect(voice(text, "Paper", nil) == "Paper")
    #expect(voice(text, nil, "https://www.wire.example/a/b?c") == "Wire Group")
    #expect(voice(text, nil, "https://blog.example/a") == "unknown:blog.example")
    #expect(voice(text, "Some Gazette", nil) == "unknown:Some Gazette")
    #expect(voice(text, nil, nil) == "unknown")
  }

  @Test(arguments: [
    ("https://paper.example/a", "Paper"), ("https://edition.paper.example/a", "Paper"),
    ("https://notpaper.example/a", "unknown:notpaper.example"),
    // Both have this host; the one that is declared first holds, though the other's fits it whole.
    ("https://desk.wire.example/a", "Wire Group"),
  ])
  func `is known by its host or one that its host is part of`(_ url: String, _ voice: String) throws
  {
    let desk = "\npublisher desk \"Desk\" {\n  host \"desk.wire.example\"\n}\n"
    let scan = try RuleBench(benchRules + desk).scan("Google scraped posts.", url: url)
    #expect(scan.findings.first?.events.first?.voice == voice)
  }

  @Test func `is known by its name, however that is cased`() throws {
    let scan = try RuleBench(benchRules).scan("Google scraped posts.", publisher: "wIrE")
    #expect(scan.findings.first?.events.first?.voice == "Wire Group")
  }

  @Test func `speaks of a named case, else of the quarter`() throws {
    let bench = try RuleBench(benchRules)
    let name = { (text: String) in bench.scan(text).findings.first?.events.first?.case }
    #expect(name("Meta scraped posts, says Doe v. Meta.") == "doe-v-meta")
    #expect(name("Meta scraped posts.") == "2026-Q4")
    #expect(
      bench.scan("Meta scraped posts.", on: nil).findings.first?.events.first?.case == "undated")
  }
}

@Suite struct `What rules may say of signals` {
  private func bench(_ statement: String) throws -> RuleBench {
    try RuleBench(
      benchRules.replacingOccurrences(
        of: "half-life 365 days\n", with: "half-life 365 days\n    \(statement)\n"))
  }

  @Test func `a kind that is spared never acts`() throws {
    let text = "Bolwerk scraped posts."
    #expect(try bench("never planned").found(text) == ["Bolwerk scraping confirmed"])
    #expect(try bench("spares kind retailer").found(text) == [])
    #expect(
      try bench("spares kind retailer").found("Google scraped posts.") == [
        "Google scraping confirmed"
      ])
  }

  @Test(arguments: [
    ("Google scraped posts. The archive was large.", ["Google scraping confirmed"]),
    ("The archive was large. Google scraped posts.", ["Google scraping confirmed"]),
    ("The archive was large.\n\nGoogle scraped posts.", ["Google scraping confirmed"]),
    ("The archive was large. It rained. Google scraped posts.", []),
    ("Google scraped posts.", []),
  ])
  func `a context must stand as near as its pattern says`(_ text: String, _ found: [String]) throws
  {
    let rules = benchRules.replacingOccurrences(
      of: "within 10 words firm", with: "within 10 words firm beside {archive} within 2 sentences")
    #expect(try RuleBench(rules).found(text) == found)
  }

  @Test(arguments: [
    (
      "Google asked permission. The regulator fined Google.",
      ["Google action confirmed", "Google good confirmed"]
    ),
    ("Google asked permission. The regulator fined Reddit.", ["Reddit action confirmed"]),
    ("Google asked permission.", []),
  ])
  func `what counts beside a risk needs one of the same company`(_ text: String, _ found: [String])
    throws
  {
    let rules =
      benchRules + """

        signal good in mitigating {
          title "Asks"
          relieves 0.3 of access
          match near {consent} beside risk
        }
        """
    #expect(try RuleBench(rules).found(text) == found)
  }

  @Test(arguments: [
    ("According to the lawsuit Google scraped posts. Google did not scrape posts.", true),
    ("Google scraped posts. Reddit did not scrape posts.", false),
    ("Google scraped posts. If Google scraped posts, it is large.", false),
    (
      "Google did not scrape posts." + String(repeating: " It rained.", count: 12)
        + " Google scraped posts.", false
    ),
  ])
  func `who is said not to have done it denies it, near by`(_ text: String, _ isDenied: Bool) throws
  {
    let finding = try #require(
      try RuleBench(benchRules).scan(text).findings.first { $0.company == "Google" })
    #expect(finding.denied == isDenied)
  }

  @Test func `who is governed in a list is governed with the whole of it`() throws {
    let text = "Bolwerk gave access to Google and Reddit. It scraped posts."
    #expect(try RuleBench(benchRules).found(text) == ["Bolwerk scraping confirmed"])
  }

  @Test func `a find without a name goes with who was spoken of`() throws {
    let text =
      "Bolwerk is large. Google is old.\n\nReddit scraped posts.\n\nPosts were scraped again."
    let rules = benchRules.replacingOccurrences(
      of: "\"scrape~v\"", with: "\"scrape~v\", \"scraped\"")
    let scan = try RuleBench(rules).scan(text)
    #expect(scan.findings.map(\.company) == ["Reddit"])
  }

  @Test func `a name that is also a word counts where it begins two sentences`() throws {
    let rules = benchRules.replacingOccurrences(
      of: "company google \"Google\" {",
      with: "company google \"Google\" {\n    guard \"Google\" not initial")
    #expect(try RuleBench(rules).found("Google scraped posts.") == [])
    #expect(
      try RuleBench(rules).found("Google is old. Google scraped posts.") == [
        "Google scraping confirmed"
      ])
  }

  @Test(arguments: [
    ("guard \"Google\" needs near \"search\" within article", "Google scraped posts.", false),
    (
      "guard \"Google\" needs near \"search\" within article", "A search: Google scraped posts.",
      true
    ),
    // The article itself says what it is.
    (
      "guard \"Google\" needs near \"search\" within article", "The app Google scraped posts.", true
    ),
    ("guard \"Google\" not initial", "Google Labs scraped posts.", true),
    // What a guard rules out is not let in.
    ("guard \"Google\" not near \"posts\" within article", "The app Google scraped posts.", false),
    ("guard \"Google\" not after \"app\"", "The app Google scraped posts.", false),
  ])
  func `a guarded name that the article calls an organisation counts, unless a guard rules it out`(
    _ guarding: String, _ text: String, _ isFound: Bool
  ) throws {
    let rules = benchRules.replacingOccurrences(
      of: "company google \"Google\" {", with: "company google \"Google\" {\n    \(guarding)")
    #expect(
      try RuleBench(rules).found("It is May.\n\nThe sky is blue. \(text)")
        == (isFound ? ["Google scraping confirmed"] : []))
  }

  @Test func `a stance that it never has is not read`() throws {
    let text = "Google allegedly scraped posts."
    #expect(try bench("never alleged").found(text) == ["Google scraping confirmed"])
  }

  @Test func `a company that is named twice is blamed where it acts`() throws {
    let text = "As word from Meta has it, Meta scraped posts."
    #expect(try RuleBench(benchRules).scan(text).findings.map(\.company).contains("Meta"))
  }

  @Test func `an actor left unnamed is nobody's`() throws {
    let scan = try RuleBench(benchRules).scan("Google is in the news. Some firms scraped posts.")
    #expect(scan.findings.isEmpty)
    #expect(scan.unattributed.map(\.signal) == ["scraping"])
  }

  @Test func `a term with a gap covers its parts and no more`() throws {
    let gapped = benchRules.replacingOccurrences(
      of: #"en: "scrape~v", "copy(ing)""#, with: #"en: "scrape~v", "took ..4 away""#)
    let bench = try RuleBench(gapped)
    #expect(bench.found("Google took the posts away.") == ["Google scraping confirmed"])
    #expect(bench.found("Google took not one of the posts away.") == [])
  }

  @Test func `every pattern of a signal is tried, however many it has`() throws {
    let many = (0..<300).map { "  match near {word\($0)} {posts} within 10 words\n" }.joined()
    let words = (0..<300).map { "vocabulary word\($0) \"w\" {\n  en: \"w\($0)x\"\n}\n" }.joined()
    let last = "  match near {fine} <money> within 10 words\n"
    let bench = try RuleBench(
      words + benchRules.replacingOccurrences(of: last, with: last + many))
    #expect(bench.found("Google w299x posts.") == ["Google action confirmed"])
    #expect(
      bench.found("Google scraped and w254x posts.") == [
        "Google action confirmed", "Google scraping confirmed",
      ])
  }

  @Test func `a title of several lines moves no line of the text`() throws {
    let bench = try RuleBench(benchRules)
    for title in ["Google", "Google\nin the news", "Google\r\n\nagain\n"] {
      let scan = bench.scan("It is said.\nGoogle scraped posts.", title: title)
      let evidence = try #require(scan.findings.first?.events.first?.evidence.first)
      #expect(evidence.line == 2, "\(title)")
      #expect(evidence.start == 12)
    }
  }
}
