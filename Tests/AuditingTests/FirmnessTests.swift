import Findings
import Testing

/// What the sentences of a company and signal weigh for each stance, and for being denied.
@Suite struct `How firmly evidence weighs` {
  /// The rules of the bench with scorecards for stances and for denial, and more.
  private func bench(_ more: String) throws -> RuleBench { try RuleBench(benchRules + "\n" + more) }

  private static let alleged = "extend stance alleged {\n  weighs 6 {suit}\n  suffices 6\n}"
  private static let scraped = "Google scraped pages of a site."

  @Test(arguments: [
    // 6 of 6 are as much as what no card weighs: the firmer holds.
    ("suffices 6", "Google scraped pages, a lawsuit has it.", "confirmed"),
    ("suffices 5", "Google scraped pages, a lawsuit has it.", "alleged"),
    ("suffices 5", "Google scraped pages.", "confirmed"),
    // What most evidence is begins above 0.
    ("suffices against 1", "Google scraped pages.", "alleged"),
    ("suffices 0", "Google scraped pages.", "confirmed"),
  ])
  func `the stance that passes what suffices by most holds`(
    _ suffices: String, _ text: String, _ stance: String
  ) throws {
    let rules = try bench("extend stance alleged {\n  weighs 6 {suit}\n  \(suffices)\n}")
    #expect(rules.found(text) == ["Google scraping \(stance)"])
  }

  @Test(arguments: [
    (19, "confirmed"), (20, "confirmed"), (21, "alleged"),
  ])
  func `a word that says a stance counts for it, and only so much`(
    _ points: Int, _ stance: String
  ) throws {
    let rules = try bench(
      "extend stance alleged {\n  weighs \(points) {archive}\n  suffices 0\n}")
    let text = "Google admitted that it scraped pages of an archive."
    #expect(rules.found(text) == ["Google scraping \(stance)"])
    let cue = rules.scan(text).findings.first?.events.first?.lineage.cue
    #expect((cue == nil) == (stance == "alleged"))
  }

  @Test(arguments: [
    // The other sentence's 9 points are more than the 8 that speak against it here.
    ("weighs 9 {suit}\n  weighs against 8 {archive}", ["alleged", "alleged"]),
    ("weighs 9 {suit}\n  weighs against 9 {archive}", ["confirmed", "confirmed"]),
  ])
  func `what is said of the same company and signal elsewhere counts as much`(
    _ weights: String, _ stances: [String]
  ) throws {
    let rules = try bench("extend stance alleged {\n  \(weights)\n  suffices 0\n}")
    let scan = rules.scan(
      "Google scraped pages, a lawsuit has it.\n\nIn May Google scraped posts of an archive.")
    #expect(scan.findings.flatMap { $0.events.map(\.stance.rawValue) } == stances)
    // Of somebody else it says nothing.
    let other = rules.scan(
      "Bolwerk scraped pages, a lawsuit has it.\n\nIn May Google scraped posts of an archive.")
    #expect(other.findings.first { $0.company == "Google" }?.stance == .confirmed)
  }

  @Test(arguments: [
    (0, 4, "alleged"), (0, 5, "confirmed"), (1, 9, "alleged"), (1, 10, "confirmed"),
    (3, 19, "alleged"),
    (3, 20, "confirmed"),
  ])
  func `what suffices is asked once of all sentences, not of each`(
    _ others: Int, _ suffices: Int, _ stance: String
  ) throws {
    // Every sentence weighs 5 points, and as much as what suffices leaves the firmer.
    let rules = try bench(
      "extend stance alleged {\n  weighs 5 {scrape}\n  suffices \(suffices)\n}")
    let first = "Google scraped pages of an archive that is open to all."
    let rest = (0..<others).map { "In \(2001 + $0) Google scraped posts, as it says." }
    let found = rules.scan(([first] + rest).joined(separator: "\n\n")).findings
    #expect(found.flatMap { $0.events.map(\.stance.rawValue) }.allSatisfy { $0 == stance })
    #expect(!found.isEmpty)
  }

  @Test func `what is told without a word follows what is said elsewhere`() throws {
    let rules = try RuleBench(benchRules)
    #expect(
      rules.found("Google allegedly scraped pages.\n\nGoogle scraped posts, too.")
        == ["Google scraping alleged"])
    // Where no card weighs, a word that says it holds, whatever the others say.
    #expect(
      rules.found("Google allegedly scraped pages.\n\nGoogle admitted that it scraped posts.")
        == ["Google scraping confirmed"])
  }

  @Test func `a stance that a signal never has is not weighed`() throws {
    let rules = benchRules.replacing(
      "match near {fine} <money>", with: "never alleged\n    match near {fine} <money>")
    let weighing = rules + "\nextend stance alleged {\n  weighs 9 {suit}\n  suffices 1\n}\n"
    #expect(
      try RuleBench(weighing).found("Google was fined 5 euro, says a lawsuit.")
        == ["Google action confirmed"])
  }

  @Test(arguments: [
    // A word of denial counts 24 points.
    ("suffices 24", "Google scraped pages. Google denies it.", true),
    ("suffices 25", "Google scraped pages. Google denies it.", false),
    ("suffices 25", "Google scraped pages of an archive. Google denies it.", true),
    ("suffices 2", "Google scraped pages of an archive.", false),
    ("suffices 1", "Google scraped pages of an archive.", true),
    ("suffices against 1", "Google scraped pages.", true),
  ])
  func `a denial is weighed beside the words that call it so`(
    _ suffices: String, _ text: String, _ isDenied: Bool
  ) throws {
    let rules = try bench("extend flag denied {\n  weighs 1 {archive}\n  \(suffices)\n}")
    #expect(rules.found(text) == ["Google scraping confirmed\(isDenied ? " denied" : "")"])
  }

  @Test(arguments: [
    ("Google scraped pages.\n\nGoogle faces a lawsuit.", "alleged"),
    // … or means them.
    ("Google scraped pages. The company faces a lawsuit.", "alleged"),
    ("Google scraped pages.\n\nReddit faces a lawsuit.", "confirmed"),
    // Its own sentence is none of the others, unless one of them says it, too.
    ("Google scraped pages, a lawsuit has it.\n\nGoogle is old.", "confirmed"),
    ("Google scraped pages, a lawsuit has it.\n\nGoogle faces a lawsuit.", "alleged"),
  ])
  func `what other sentences tell of whom one blames is theirs`(
    _ text: String, _ stance: String
  ) throws {
    let rules = try bench("extend stance alleged {\n  weighs theirs 6 {suit}\n  suffices 1\n}")
    #expect(rules.found(text) == ["Google scraping \(stance)"])
    let shared = """
      facet told-in-court {
        weighs theirs 60 {suit}
      }
      extend stance alleged {
        shares 100 told-in-court
        suffices 1
      }
      """
    #expect(try bench(shared).found(text) == ["Google scraping \(stance)"])
  }

  @Test func `what is told of whom one blames may be denied`() throws {
    let rules = try bench("extend flag denied {\n  weighs theirs 6 {archive}\n  suffices 6\n}")
    #expect(
      rules.found("Google scraped pages.\n\nGoogle has an archive.")
        == ["Google scraping confirmed denied"])
    #expect(
      rules.found("Google scraped pages.\n\nReddit has an archive.")
        == ["Google scraping confirmed"])
  }

  @Test func `how firmly depends on the signal`() throws {
    let rules = try bench(
      "extend stance alleged {\n  weighs 3 signal scraping\n  suffices 1\n}")
    #expect(
      rules.found("Google scraped pages. Google was fined 5 euro.")
        == ["Google action confirmed", "Google scraping alleged"])
  }

  @Test func `what an accuser says is alleged, whatever it weighs`() throws {
    let rules = try bench("extend stance confirmed {\n  weighs 99 {archive}\n  suffices 0\n}")
    #expect(
      rules.found("Reddit accuses Google: it scraped pages of an archive.")
        == ["Google scraping alleged"])
    #expect(
      rules.found("Google allegedly scraped pages of an archive.") == ["Google scraping confirmed"])
  }

  @Test(arguments: [("of an archive", [true, true]), ("of a site", [false, false])])
  func `a denial that is spoken holds where any of its matter weighs enough`(
    _ whose: String, _ areDenied: [Bool]
  ) throws {
    let rules = try bench("extend flag denied {\n  weighs 25 {archive}\n  suffices 25\n}")
    let scan = rules.scan(
      "Google scraped pages \(whose).\n\nIn May Google scraped posts. Google denies it.")
    #expect(scan.findings.flatMap { $0.events.map(\.denied) } == areDenied)
  }
}
