import Findings
import RuleCompilation
import Testing

/// Names that no rule declares: what says that they are organisations'.
@Suite struct `Undeclared names` {
  /// The bench with these weights of names, of which ten points suffice.
  private func bench(_ lines: String...) throws -> RuleBench {
    try RuleBench(
      benchRules + """

        naming {
        \(lines.joined(separator: "\n"))
          suffices 10
        }
        """)
  }

  private func unlisted(
    _ text: String, weighed: [String], knows: [String] = []
  ) throws -> Set<String> {
    let lines = weighed.map { "  weighs \($0)" } + knows.map { "  knows \($0)" }
    // A text of one line would be a title.
    let scan = try bench(lines.joined(separator: "\n")).scan("it rained\n\n\(text)")
    return Set(scan.unlisted.map(\.name))
  }

  @Test(arguments: [("The app Foo scraped posts.", ["Foo"]), ("The app Wire scraped posts.", [])])
  func `of outlets are no organisations by a description alone`(
    _ text: String, _ expected: [String]
  ) throws {
    let scan = try RuleBench(benchRules).scan("it rained\n\n\(text)")
    #expect(scan.unlisted.map(\.name) == expected)
  }

  private static let shown: [(weighed: String, text: String, names: Set<String>)] = [
    ("<twice>", "Pocketlark scraped posts, and the Pocketlark paid.", ["Pocketlark"]),
    ("<twice>", "Pocketlark scraped posts.", []),
    ("<often>", "Pocketlark scraped posts, and the Pocketlark paid.", []),
    ("<often>", "Pocketlark scraped posts, Pocketlark paid, and Pocketlark left.", ["Pocketlark"]),
    // What begins a sentence and stands elsewhere in small letters is no part of a name.
    (
      "<twice>", "Pocketlark scraped posts. Then Pocketlark paid, and then left.", ["Pocketlark"]
    ),
    ("<first>", "Pocketlark scraped posts.", ["Pocketlark"]),
    ("<first>", "Last week Pocketlark scraped posts.", ["Last"]),
    ("<only-first>", "Pocketlark scraped posts.", ["Pocketlark"]),
    ("<only-first>", "Pocketlark scraped posts, and the Pocketlark paid.", []),
    ("<inner-capital>", "PocketLark scraped posts.", ["PocketLark"]),
    ("<inner-capital>", "Pocketlark scraped posts.", []),
    ("<capitals>", "PLK scraped posts.", ["PLK"]),
    ("<capitals>", "Plk scraped posts.", []),
    ("<digit>", "Pocket9 scraped posts.", ["Pocket9"]),
    ("<digit>", "Pocket scraped posts.", []),
    ("<words-1>", "Pocketlark scraped posts.", ["Pocketlark"]),
    ("<words-1>", "Pocketlark Verse scraped posts.", []),
    ("<words-2>", "Pocketlark Verse scraped posts.", ["Pocketlark Verse"]),
    ("<words-3>", "Pocketlark Verse Corner scraped posts.", ["Pocketlark Verse Corner"]),
    ("<words-3>", "Pocketlark Verse scraped posts.", []),
    ("<short>", "Poc scraped posts.", ["Poc"]),
    ("<short>", "Pock scraped posts.", []),
    ("<long>", "Pocketlarkville scraped posts.", ["Pocketlarkville"]),
    ("<long>", "Pocketlark scraped posts.", []),
    ("<small>", "Lantern scraped posts. The lantern paid.", ["Lantern"]),
    ("<small>", "Lantern scraped posts.", []),
    ("<before-comma>", "then Pocketlark, it said, scraped posts.", ["Pocketlark"]),
    ("<before-comma>", "then Pocketlark scraped posts.", []),
    ("<behind-comma>", "In May, Pocketlark scraped posts.", ["Pocketlark"]),
    ("<behind-comma>", "In May the Pocketlark scraped posts.", []),
    ("<quoted>", "In May \u{201C}Pocketlark\u{201D} scraped posts.", ["Pocketlark"]),
    ("<quoted>", "In May 'Pocketlark' scraped posts.", ["Pocketlark"]),
    // An apostrophe quotes nothing.
    ("<quoted>", "The users' Pocketlark scraped posts.", []),
    ("<quoted>", "In may l'Pocketlark scraped posts.", []),
    ("<behind-joiner>", "It and Pocketlark scraped posts.", ["Pocketlark"]),
    ("<behind-joiner>", "It was Pocketlark that scraped posts.", []),
    ("<before-joiner>", "Pocketlark and others scraped posts.", ["Pocketlark"]),
    ("<before-joiner>", "Pocketlark scraped posts.", []),
    ("<oblique>", "The work of Pocketlark scraped posts.", ["Pocketlark"]),
    ("<oblique>", "The work Pocketlark did scraped posts.", []),
    ("<alone>", "Pocketlark scraped posts.", ["Pocketlark"]),
    ("<alone>", "Pocketlark scraped posts beside Google.", []),
    ("before {scrape}", "Pocketlark scraped posts.", ["Pocketlark"]),
    ("before {scrape}", "Pocketlark never paid. It scraped posts.", []),
    ("behind {fine}", "The fine Pocketlark paid. It scraped posts.", ["Pocketlark"]),
    ("behind {fine}", "The sum Pocketlark paid. It scraped posts.", []),
    ("language en", "Pocketlark scraped posts.", ["Pocketlark"]),
    ("<whole>", "Pocketlark Verse scraped posts; the Pocketlark paid.", ["Pocketlark Verse"]),
    ("<part>", "the Pocketlark scraped posts, says Pocketlark Verse.", ["Pocketlark"]),
    ("<part>", "the Pocketlark scraped posts, says Pocket Verse.", []),
    ("<last>", "the Verse scraped posts, says Pocketlark Verse.", ["Verse"]),
    ("<last>", "the Verse scraped posts, says Verse Pocketlark.", []),
    ("<opening>", "Pocketlark scraped posts.", ["Pocketlark"]),
    ("<opening>", "it poured\n\nit snowed\n\nthen Pocketlark scraped posts.", []),
    ("<title>", "Pocketlark scraped posts.", []),
  ]

  @Test(arguments: shown)
  func `are organisations' by what the article shows of them`(
    _ weighed: String, _ text: String, _ shown: Set<String>
  ) throws {
    #expect(try unlisted(text, weighed: ["10 \(weighed)"]) == shown)
  }

  /// What is known of words, beside what is weighed.
  private static let known: [(weighed: String, text: String, names: Set<String>)] = [
    ("whole place", "then Larkville scraped posts.", ["Larkville"]),
    ("whole place", "then Larkville Verse scraped posts.", []),
    ("whole place", "then New Lark scraped posts.", ["New Lark"]),
    ("part place", "then Larkville Verse scraped posts.", ["Larkville Verse"]),
    ("part place", "then Larkville scraped posts.", []),
    ("begins place", "then Larkville Verse scraped posts.", ["Larkville Verse"]),
    ("begins place", "then Verse Larkville scraped posts.", []),
    ("begins place", "then Larkville scraped posts.", []),
    ("ends place", "then Verse Larkville scraped posts.", ["Verse Larkville"]),
    ("ends place", "then Larkville Verse scraped posts.", []),
    // The end of a longer word, and the word itself; three bytes must stand before it.
    ("whole noun", "then Datenpfand scraped posts.", ["Datenpfand"]),
    ("whole noun", "then Pfand scraped posts.", ["Pfand"]),
    ("whole noun", "then Expfand scraped posts.", []),
    // What is known to begin sentences is no part of a name.
    ("<words-1>", "Meanwhile Pocketlark scraped posts.", ["Pocketlark"]),
    ("<words-1>", "Moreover Pocketlark scraped posts.", []),
  ]

  @Test(arguments: known)
  func `are told apart by what the rules know of their words`(
    _ weighed: String, _ text: String, _ shown: Set<String>
  ) throws {
    #expect(
      try unlisted(
        text, weighed: ["10 \(weighed)"],
        knows: [
          #"place any: "Larkville", "New Lark""#, #"noun en: "-pfand""#,
          #"opener any: "Meanwhile""#,
        ])
        == shown)
  }

  @Test func `of the title count only where the text has them, too`() throws {
    let weights = try bench("  weighs 10 <title>")
    let titled = weights.scan("Pocketlark scraped posts.", title: "Pocketlark is accused")
    #expect(titled.unlisted.map(\.name) == ["Pocketlark"])
    let untitled = weights.scan("It rained on the posts.", title: "Pocketlark scraped posts")
    #expect(untitled.unlisted.isEmpty)
  }

  @Test func `that are declared are never weighed`() throws {
    let scan = try bench("  weighs 99 <first>").scan("News.\n\nGoogle scraped posts.")
    #expect(scan.unlisted.isEmpty)
    #expect(scan.findings.map(\.company) == ["Google"])
  }

  @Test(arguments: [(399, true), (400, false)])
  func `are weighed up to a limit`(_ others: Int, _ isShown: Bool) throws {
    let names = (0..<others).map { "Aa\(String($0, radix: 7).map { "q\($0)" }.joined())" }
    let text = names.map { "a work named \($0) is old." }.joined(separator: " ")
    #expect(
      try unlisted("\(text) PocketLark scraped posts.", weighed: ["10 <inner-capital>"])
        == (isShown ? ["PocketLark"] : []))
  }
}
