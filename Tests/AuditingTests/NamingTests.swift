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

  private func unlisted(_ text: String, _ lines: String...) throws -> Set<String> {
    let weights = lines.map { "  weighs \($0)" }.joined(separator: "\n")
    // A text of one line would be a title.
    return Set(try bench(weights).scan("it rained\n\n\(text)").unlisted.map(\.name))
  }

  @Test(arguments: [
    ("10 <twice>", "Pocketlark scraped posts, and the Pocketlark paid.", true),
    ("10 <twice>", "Pocketlark scraped posts.", false),
    ("10 <often>", "Pocketlark scraped posts, and the Pocketlark paid.", false),
    ("10 <often>", "Pocketlark scraped posts, Pocketlark paid, and Pocketlark left.", true),
    // What begins a sentence and stands elsewhere in small letters is no part of a name.
    ("10 <twice>", "Pocketlark scraped posts. Then Pocketlark paid, and then left.", true),
    ("10 <first>", "Pocketlark scraped posts.", true),
    ("10 <only-first>", "Pocketlark scraped posts, and the Pocketlark paid.", false),
    ("10 <inner-capital>", "PocketLark scraped posts.", true),
    ("10 <inner-capital>", "Pocketlark scraped posts.", false),
    ("10 <capitals>", "PLK scraped posts.", true),
    ("10 <digit>", "Pocket9 scraped posts.", true),
    ("10 <words-2>", "Pocketlark Verse scraped posts.", true),
    ("10 <words-1>", "Pocketlark Verse scraped posts.", false),
    ("10 <short>", "Poc scraped posts.", true),
    ("10 <long>", "Pocketlarkville scraped posts.", true),
    ("10 <small>", "A Lantern scraped posts. The lantern paid.", true),
    ("10 <small>", "A Lantern scraped posts.", false),
    ("10 <before-comma>", "Last year Pocketlark, it said, scraped posts.", true),
    ("10 <behind-comma>", "Last year, Pocketlark scraped posts.", true),
    ("10 <quoted>", "Last year \u{201C}Pocketlark\u{201D} scraped posts.", true),
    ("10 <behind-joiner>", "Nobody and Pocketlark scraped posts.", true),
    ("10 <oblique>", "The work of Pocketlark scraped posts.", true),
    ("10 <alone>", "Pocketlark scraped posts.", true),
    ("10 <alone>", "Pocketlark scraped posts beside Google.", false),
    ("10 before {scrape}", "Pocketlark scraped posts.", true),
    ("10 before {scrape}", "Pocketlark never scraped posts. It scraped.", false),
    ("10 behind {fine}", "The fine Pocketlark paid. It scraped posts.", true),
    ("10 language en", "Pocketlark scraped posts.", true),
    ("10 <whole>", "Pocketlark Verse scraped posts. Pocketlark scraped posts.", true),
    ("10 <last>", "Verse scraped posts. That is, Pocketlark Verse.", true),
    ("10 <part>", "Verse scraped posts. That is, Pocketlark Corner.", false),
    ("10 <opening>", "It rained. It poured. It snowed. Then Pocketlark scraped posts.", false),
    ("10 <title>", "Pocketlark scraped posts.", false),
  ])
  func `are organisations' by what the article shows of them`(
    _ weight: String, _ text: String, _ isShown: Bool
  ) throws {
    #expect(try unlisted(text, weight).isEmpty == !isShown)
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

  @Test func `beyond the limit are not weighed, and cost no more`() throws {
    let names = (0..<2_000).map { "Aa\(String($0, radix: 7).map { "q\($0)" }.joined())" }
    let text = names.map { "The work named \($0) is old." }.joined(separator: " ")
    let shown = try bench("  weighs 10 <words-1>").scan(
      "News.\n\n\(text) Pocketlark scraped posts.")
    #expect(!shown.unlisted.map(\.name).contains("Pocketlark"))
  }
}
