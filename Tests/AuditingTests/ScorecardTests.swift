import Findings
import Testing

/// Scorecards in the strata: what weighs, where, and what it decides.
@Suite struct `What sentences weigh` {
  private static let once = "Google was fined for its archive."
  private static let again = "Google was fined again for an archive."
  private static let third = "Google paid a fine for an archive."
  private static let long =
    "Google was fined for its archive, which is known to be both very large and very old."
  private static let between = "It rained."

  /// The rules of the bench and a signal of these lines.
  private func leak(_ lines: String...) -> String {
    benchRules + """

      signal leak in access {
        title "Leaks"
        severity 6
        half-life 365 days
      \(lines.joined(separator: "\n"))
      }
      """
  }

  /// A signal with a scorecard beside its pattern: `fine` weighs 6, `archive` 5, `suit` around 4, a "not"
  /// against 3.
  private func weighing(_ suffices: Int) throws -> RuleBench {
    try RuleBench(
      leak(
        #"match near "spilled""#,
        "weighs 6 {fine}, 5 {archive}",
        "weighs around 4 {suit}",
        "weighs against 3 <negation>",
        "suffices \(suffices)"))
  }

  @Test(arguments: [
    (11, "Google was fined for its archive.", true),
    (12, "Google was fined for its archive.", false),
    (15, "Google was fined for its archive. A lawsuit followed.", true),
    (15, "A lawsuit came first. Google was fined for its archive.", true),
    (15, "A lawsuit came. It rained. It poured. Google was fined for its archive.", false),
    (9, "Google was fined for its archive, which is not large.", false),
    (8, "Google was fined for its archive, which is not large.", true),
    (8, "Google was not fined for its archive.", false),
    (8, "Google would be fined for its archive if it rained.", false),
  ])
  func `words weigh together in a sentence and around it`(
    _ suffices: Int, _ text: String, _ isFound: Bool
  ) throws {
    let found = try weighing(suffices).scan(text).findings.filter { $0.signal == "leak" }
    #expect(!found.isEmpty == isFound)
    for event in found.flatMap(\.events) {
      #expect(event.lineage.pattern.hasPrefix("weighs "))
      #expect(event.lineage.terms.map(\.concept) == ["fine", "archive"])
    }
  }

  private static let places: [(weight: String, text: String, isFound: Bool)] = [
    // Beyond what counts as around: only the article has it.
    ("weighs article 5 {suit}", "Google was fined for its archive.", false),
    (
      "weighs article 5 {suit}",
      "A lawsuit came. It rained. It poured. It snowed. Google was fined for its archive.", true
    ),
    // In two sentences, of which a copy of one is none.
    ("weighs often 5 {fine}", "\(Self.long)\n\n\(Self.long)\n\nIt rained.", false),
    ("weighs often 5 {fine}", "\(Self.long)\n\nIt was a fine.\n\nIt rained.", true),
    ("weighs often 5 {fine}", "Google was fined for its archive. It rained.", false),
    ("weighs often 5 {fine}", "Google was fined for its archive. It was a fine.", true),
    ("weighs twice 5 {fine}", "Google was fined for its archive. It was a fine.", false),
    ("weighs twice 5 {fine}", "Google was fined, and what a fine, for its archive.", true),
    ("weighs 5 kind retailer", "Google was fined for its archive.", false),
    ("weighs 5 kind retailer", "Bolwerk was fined for its archive.", true),
    ("weighs article against 5 {suit}", "Bolwerk was fined for its archive.", false),
  ]

  @Test(arguments: places)
  func `the article and the kind of a company weigh, too`(
    _ weight: String, _ text: String, _ isFound: Bool
  ) throws {
    let rules = leak("weighs 6 {fine}, 5 {archive}", weight, "suffices 16")
    #expect(try RuleBench(rules).scan(text).findings.contains { $0.signal == "leak" } == isFound)
  }

  /// Of facet `pair` a fine has 60 tenths of a point, an archive 50, a suit around 30, and it begins at -70.
  private static let shares: [(lines: [String], suffices: Int, text: String, isFound: Bool)] = {
    let both = "Google was fined for its archive."
    let own = "weighs 6 {fine}, 5 {archive}"
    return [
      // 60 + 50 - 70 are 40 tenths, of which half are 2 points.
      (["shares 100 pair"], 4, both, true), (["shares 100 pair"], 5, both, false),
      (["shares 50 pair"], 2, both, true), (["shares 50 pair"], 3, both, false),
      (["shares 50 pair"], 4, both + " A lawsuit followed.", true),
      // 35 hundredths of 40 tenths are 1.4 points, 40 are 1.6.
      (["shares 35 pair"], 2, both, false), (["shares 40 pair"], 2, both, true),
      ([own, "shares 100 pair"], 15, both, true), ([own, "shares 100 pair"], 16, both, false),
      ([own, "shares against 25 pair"], 10, both, true),
      ([own, "shares against 25 pair"], 11, both, false),
      // Below 0 a facet counts as nothing, for and against.
      ([own, "shares 100 far"], 11, both, true), ([own, "shares 100 far"], 12, both, false),
      ([own, "shares against 100 far"], 11, both, true),
      ([own, "shares 100 pair, 100 far"], 15, both, true),
    ]
  }()

  @Test(arguments: shares)
  func `a card takes its share of a facet as far as that is above 0`(
    _ lines: [String], _ suffices: Int, _ text: String, _ isFound: Bool
  ) throws {
    let rules =
      leak((lines + ["suffices \(suffices)"]).joined(separator: "\n")) + """

        facet pair {
          weighs 60 {fine}, 50 {archive}
          weighs around 30 {suit}
          begins against 70
        }

        facet far {
          weighs 60 {fine}, 50 {archive}
          begins against 900
        }
        """
    #expect(try RuleBench(rules).found(text).contains("Google leak confirmed") == isFound)
  }

  @Test func `what words say through facets is said with the words' own weights`() throws {
    let rules =
      leak("weighs 2 {archive}", "shares 100 pair, 50 far", "shares against 10 rain", "suffices 4")
        + """

        facet pair {
          weighs 60 {fine}, 50 {archive}
          begins against 10
        }

        facet far {
          weighs 60 {fine}
          begins against 900
        }

        facet rain {
          weighs 100 {fine}
        }
        """
    let found = try RuleBench(rules).scan("Google was fined for its archive.").findings
    let event = try #require(found.first { $0.signal == "leak" }?.events.first)
    // 2, and of 60 + 50 - 10 tenths 10 points, less 10 hundredths of 100 tenths.
    #expect(event.lineage.pattern == "weighs 11: 7 {archive}, 5 {fine}, -1 by all else, suffices 4")
  }

  @Test(arguments: [
    // The article has 6 of {fine}; a second sentence that has it brings 3 more, and a suit takes 3.
    (6, "It rained. Google was fined for its archive.", true),
    (7, "It rained. Google was fined for its archive.", false),
    (9, "Google was fined for its archive. Others were fined, too.", true),
    (3, "A lawsuit came. It rained.\n\nIt poured. Google was fined for its archive.", true),
    (4, "A lawsuit came. It rained.\n\nIt poured. Google was fined for its archive.", false),
    // One sentence does not say what an article is about.
    (99, "Google was fined for its archive.", true),
  ])
  func `an article that is about something else has no finding of a signal that is weighed`(
    _ suffices: Int, _ text: String, _ isFound: Bool
  ) throws {
    let rules =
      leak("match near {archive} {fine} firm", "weighs 6 {fine}, 5 {archive}", "suffices 11") + """

        relevance {
          weighs 6 {fine}
          weighs often 3 {fine}
          weighs against 3 {suit}
          suffices \(suffices)
        }
        """
    #expect(try RuleBench(rules).found(text).contains("Google leak confirmed") == isFound)
  }

  @Test func `a signal of patterns alone is found whatever the article is about`() throws {
    let rules =
      leak("match near {archive} {fine} firm") + """

        relevance {
          weighs 6 {suit}
          suffices 6
        }
        """
    let found = try RuleBench(rules).found("It rained. Google was fined for its archive.")
    #expect(found.contains("Google leak confirmed"))
  }

  @Test(arguments: [(4, true), (5, true), (6, false)])
  func `a pattern needs its sentence to weigh enough`(_ needs: Int, _ isFound: Bool) throws {
    let rules = leak(
      "match near {archive} firm", "weighs 5 {archive}, 6 {fine}", "suffices 50", "needs \(needs)")
    let found = try RuleBench(rules).found("Google has an archive.")
    #expect(found == (isFound ? ["Google leak confirmed"] : []))
  }

  @Test(arguments: [(31, true), (32, false)])
  func `a weighed sentence without a name goes with who was spoken of`(
    _ suffices: Int, _ isFound: Bool
  ) throws {
    let rules = leak("weighs 16 {archive}, 15 {suit}", "suffices \(suffices)")
    let found = try RuleBench(rules).found("Google is old.\n\nThe archive led to a lawsuit.")
    #expect(found == (isFound ? ["Google leak confirmed"] : []))
  }

  @Test(arguments: [
    ("Google was fined, not for one archive.", true),
    ("Google was not fined for its archive.", false),
    ("Was Google fined for its archive?", false),
  ])
  func `a weighed sentence falls with its heaviest word, not with a lesser one`(
    _ text: String, _ isFound: Bool
  ) throws {
    let rules = leak("weighs 30 {fine}, 15 {archive}", "suffices 5")
    #expect(try RuleBench(rules).found(text).contains("Google leak confirmed") == isFound)
  }

  @Test(arguments: [
    // What lacks little of sufficing alone is quoted beside what suffices, two sentences at most.
    ([once], 2), ([once, again], 3), ([once, again, third], 3), ([between], 1),
    // … but not what lacks more than `together` allows, or is another company's.
    (["Google was fined."], 1), (["Bolwerk was fined for its archive."], 1),
    // … or tells it less firmly.
    (["Google was allegedly fined for its archive."], 1),
    (["Google admits a fine for its archive."], 2),
  ])
  func `a sentence that suffices is quoted with those that nearly do`(
    _ others: [String], _ quotes: Int
  ) throws {
    let rules = leak("weighs 6 {fine}, 5 {archive}, 4 {suit}", "suffices 14", "together 8")
    let first = "Google was fined in a lawsuit over its archive."
    let finding = try #require(
      try RuleBench(rules).scan(([first] + others).joined(separator: " ")).findings
        .first { $0.company == "Google" && $0.signal == "leak" })
    #expect(finding.events.count == 1)
    let quoted = finding.events.flatMap(\.evidence).map(\.quote)
    #expect(quoted == [first] + others.prefix(quotes - 1))
  }

  @Test(arguments: [
    // Each sentence weighs 11; two that lack 6 have 2 × e^-0.6 = 1.1, two that lack 7 have 0.99, three 1.49.
    (17, 5, [once, between, again], 2), (18, 5, [once, between, again], 0),
    (18, 5, [once, again, third], 3),
    // One alone is nothing, nor one of each of two companies, nor what weighs less than `together` asks for.
    (12, 5, [once], 0), (14, 5, [once, "Bolwerk was fined for its archive."], 0),
    (17, 12, [once, between, again], 0),
    // Beside one that suffices another adds nothing.
    (14, 5, ["Google was fined in a lawsuit over its archive.", once], 1),
  ])
  func `sentences of one company that lack a little suffice together`(
    _ suffices: Int, _ together: Int, _ sentences: [String], _ events: Int
  ) throws {
    let rules = leak(
      "weighs 6 {fine}, 5 {archive}, 4 {suit}", "suffices \(suffices)", "together \(together)")
    let found = try RuleBench(rules).scan(sentences.joined(separator: " ")).findings
    #expect(found.filter { $0.signal == "leak" }.reduce(0) { $0 + $1.events.count } == events)
  }

  @Test(arguments: [
    ("<title>", [true, false, false, false, false, false]),
    ("<opening>", [true, true, true, true, false, false]),
    ("<late>", [false, false, false, false, false, true]),
    ("<bytes-70>", [false, false, false, true, false, false]),
  ])
  func `where a sentence stands and how long it is weighs for that sentence alone`(
    _ trait: String, _ isFound: [Bool]
  ) throws {
    let long = "Google was fined for its archive, which it kept for years in a cellar by the sea."
    let short = "Google was fined for its archive."
    let bench = try RuleBench(leak("weighs 6 {fine}, 5 {archive}, 5 \(trait)", "suffices 16"))
    for (place, isFound) in isFound.enumerated() {
      var lines = (1...6).map { "It rained on day \($0) in town." }
      lines[place] = place == 3 ? long : short
      let found = bench.scan(lines.dropFirst().joined(separator: " "), title: lines[0]).findings
      #expect(found.contains { $0.signal == "leak" } == isFound, "sentence \(place + 1)")
    }
  }

  @Test func `a pattern that lacks its negation leaves its sentence to be weighed`() throws {
    let rules = leak(
      "match near not {fine} {archive} firm", "weighs 6 {fine}, 5 {archive}", "suffices 11")
    #expect(
      try RuleBench(rules).found("Google was fined for its archive.") == ["Google leak confirmed"])
  }

  @Test func `a denial that weighs itself denies what came before it, too`() throws {
    let rules = leak("weighs 20 {archive}, 20 {suit}", "suffices 20")
    let text = "Google scraped posts. It was nice. Google denies a lawsuit over its archive."
    #expect(
      try RuleBench(rules).found(text)
        == ["Google leak confirmed denied", "Google scraping confirmed denied"])
  }

  @Test(arguments: [
    // Two words of its own weigh 3; around it stands what weighs 20.
    (6, "Google was fined for its archive. A lawsuit followed.", true),
    (23, "Google was fined for its archive. A lawsuit followed.", true),
    (24, "Google was fined for its archive. A lawsuit followed.", false),
    // One word of its own is a reason; none is none, whatever those around weigh.
    (4, "Google was fined. A lawsuit followed.", true),
    (4, "Google was asked. A lawsuit followed.", false),
  ])
  func `words around a sentence do not suffice without its own`(
    _ suffices: Int, _ text: String, _ isFound: Bool
  ) throws {
    // The second signal passes in the sentence, which must not let the first in.
    let signals = [("leak", 2, suffices), ("spill", 50, 50)].map { id, points, suffices in
      """

      signal \(id) in access {
        title "\(id)"
        severity 6
        half-life 365 days
        weighs \(points) {fine}, 1 {archive}
        weighs around 20 {suit}
        suffices \(suffices)
      }
      """
    }
    let found = try RuleBench(benchRules + signals.joined()).scan(text).findings.map(\.signal)
    #expect(found.contains("leak") == isFound)
    #expect(found.contains("spill") == text.contains("fined"))
  }

  @Test func `what a pattern found leaves other signals to be weighed`() throws {
    // "posts" and "scraped" make the pattern of another signal match.
    let rules = leak("weighs 20 {scrape}, 20 {archive}", "suffices 40")
    #expect(
      try RuleBench(rules).found("Google scraped posts of an archive.")
        == ["Google leak confirmed", "Google scraping confirmed"])
  }

  @Test(arguments: [
    // The words suffice: they are the reason, once.
    ("match near {fine} {archive} firm", 45, "Google was fined for its archive.", "weighs 45:"),
    // They do not: the pattern is.
    ("match near {fine} {archive} firm", 46, "Google was fined for its archive.", "near {fine}"),
    // A pattern that says how much it counts decides.
    (
      "match near {fine} {archive} firm weak", 45, "Google was fined for its archive.",
      "near {fine}"
    ),
    // What outdoes a negation is found by its words, but not where a pattern fell for the negation.
    ("match near {fine} {suit} firm", 25, "Google was fined, not for one archive.", "weighs 45:"),
    ("match near {archive} {fine} firm", 25, "Google was fined, not for one archive.", nil),
  ])
  func `the words of a sentence go before the patterns of its signal`(
    _ pattern: String, _ suffices: Int, _ text: String, _ reason: String?
  ) throws {
    let rules = leak(pattern, "weighs 30 {fine}, 15 {archive}", "suffices \(suffices)")
    let events = try RuleBench(rules).scan(text).findings.filter { $0.signal == "leak" }
      .flatMap(\.events)
    #expect(events.count == (reason == nil ? 0 : 1))
    if let reason { #expect(events.allSatisfy { $0.lineage.pattern.hasPrefix(reason) }) }
  }

  @Test(arguments: [
    ("match near {archive} {fine} firm", "Google"),
    ("match order {archive} ..2 [actor] firm", "Bolwerk"),
  ])
  func `a pattern that says whose conduct it is goes before the words`(
    _ pattern: String, _ company: String
  ) throws {
    let rules = leak(pattern, "weighs 6 {fine}, 5 {archive}", "suffices 11")
    #expect(
      try RuleBench(rules).found("Google was fined over the archive of Bolwerk.")
        == ["\(company) leak confirmed"])
  }

  @Test(arguments: [(12, true), (13, false)])
  func `what an article lacks its sentence may make up for`(
    _ suffices: Int, _ isFound: Bool
  ) throws {
    // The article weighs 6; the sentence 11, of which 5 suffice.
    let rules =
      leak("weighs 6 {fine}, 5 {archive}", "suffices 5") + """

        relevance {
          weighs 6 {fine}
          suffices \(suffices)
        }
        """
    let found = try RuleBench(rules).found("It rained. Google was fined for its archive.")
    #expect(found == (isFound ? ["Google leak confirmed"] : []))
  }

  @Test func `a pattern of three vocabularies needs no weight`() throws {
    let rules = { (pattern: String) in
      benchRules + """

        signal leak in access {
          title "Leaks"
          severity 6
          half-life 365 days
          match near \(pattern) within sentence firm
          weighs 5 {archive}
          suffices 50
          needs 40
        }
        """
    }
    let text = "Google was fined over posts of an archive."
    #expect(try RuleBench(rules("{archive} {posts}")).found(text) == [])
    #expect(
      try RuleBench(rules("{archive} {posts} {fine}")).found(text) == ["Google leak confirmed"])
  }

  @Test(arguments: [(40, true), (60, false)])
  func `words of a sentence without end are too far apart to weigh together`(
    _ words: Int, _ isFound: Bool
  ) throws {
    let rain = [String](repeating: "it rained", count: words).joined(separator: ", ")
    let text = "Google was fined, \(rain), for its archive."
    #expect(try weighing(11).scan(text).findings.contains { $0.signal == "leak" } == isFound)
  }

  @Test(arguments: [
    ("Google will be fined for its archive, the board said as it admitted.", "planned"),
    ("The board admitted that Google was fined for its archive.", "confirmed"),
  ])
  func `a plan nearer than what confirms holds for what was weighed`(
    _ text: String, _ stance: String
  ) throws {
    #expect(try weighing(11).found(text) == ["Google leak \(stance)"])
  }
}
