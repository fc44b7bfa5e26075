import ArticleReading
import Auditing
import Findings
import Testing

/// Whose conduct a sentence reports, by the weights of `attribution`.
@Suite struct `Who is blamed` {
  private func bench(
    _ attribution: String, signal: String = "", ground: String = "weighs here 1 <company>"
  ) throws -> RuleBench {
    try RuleBench(
      benchRules + """

        ground own {
          \(ground)
        }
        attribution {
          \(attribution)
        }
        signal leak in access {
          title "Leaks"
          severity 6
          half-life 365 days
          match near "spilled" firm
          \(signal)
        }
        """)
  }

  private func blamed(_ bench: RuleBench, _ text: String) -> [String] {
    bench.scan(text).findings.filter { $0.signal == "leak" }.map(\.company).sorted()
  }

  @Test(arguments: [
    // The one with the most points, wherever the sentence has it.
    ("weighs here 5 <subject>", "Google spilled it beside Bolwerk.", ["Google"]),
    ("weighs here 5 <no-subject>", "Google spilled it with Bolwerk.", ["Bolwerk"]),
    ("weighs here 5 <only>", "Google spilled it beside Bolwerk.", []),
    ("weighs here 5 <product>", "Google and then Instagram spilled it.", ["Meta"]),
    // Beside it stands in a list who suffices, too.
    ("weighs here 5 <listed>", "Google and Bolwerk spilled it.", ["Bolwerk", "Google"]),
    (
      "weighs here 5 <listed>, 2 <first>", "Google and Bolwerk spilled it.", ["Bolwerk", "Google"]
    ),
    ("weighs here 5 <first>", "Google and Bolwerk spilled it.", ["Google"]),
    // Where it stands in the sentence.
    ("weighs here 5 <fifth-1>", "Google spilled it beside Bolwerk.", ["Google"]),
    ("weighs here 5 <fifth-4>", "Google spilled it beside Bolwerk.", ["Bolwerk"]),
    ("weighs here 5 <bracketed>", "Google (beside Bolwerk) spilled it.", ["Bolwerk"]),
    ("weighs here 5 <bracketed>", "Google (in May) spilled it beside Bolwerk.", []),
    // What is told of another.
    ("weighs here 5 other <subject>", "Google spilled it beside Bolwerk.", ["Bolwerk"]),
    ("weighs here 5 other <company>", "Google spilled it.", []),
    ("weighs here 5 other role accuser", "Reddit accuses Google, which spilled it.", ["Google"]),
    // Nobody is named: what the sentences before tell.
    ("weighs absent 5 <last>", "Google grew. Bolwerk fell. Then it all spilled.", ["Bolwerk"]),
    ("weighs absent 5 <opens>", "Google grew. Bolwerk fell. Then it all spilled.", ["Google"]),
    ("weighs absent 5 <only-later>", "It all spilled. Bolwerk fell with it.", ["Bolwerk"]),
    (
      "weighs absent 5 <main>", "Google fell. Bolwerk fell. Bolwerk rose. Then it all spilled.",
      ["Bolwerk"]
    ),
    (
      "weighs absent 5 <none-more>",
      "Google fell. Bolwerk fell. Bolwerk rose. Then it all spilled.",
      ["Bolwerk"]
    ),
    (
      "weighs absent 5 <one-more>", "Google fell. Bolwerk fell. Bolwerk rose. Then it all spilled.",
      ["Google"]
    ),
    ("weighs absent 5 <soon>", "It all spilled. It rained. Bolwerk fell.", ["Bolwerk"]),
    ("weighs absent 5 <next>", "It all spilled. It rained. Bolwerk fell.", []),
    (
      "weighs absent 5 <later>", "It all spilled. It rained. It poured. It snowed. Bolwerk fell.",
      ["Bolwerk"]
    ),
    ("weighs beside 5 <meant>", "Bolwerk fell. The retailer spilled it, Google said.", ["Bolwerk"]),
    ("weighs absent 5 ever accuser", "Reddit accuses Google. Then it all spilled.", ["Reddit"]),
    // Points against, and too few.
    (
      "weighs here 5 <company>\n  weighs here against 3 ever accuser",
      "Reddit accuses Google. Reddit spilled it.", ["Reddit"]
    ),
    (
      "weighs here 5 <company>\n  weighs here against 5 ever accuser",
      "Reddit accuses Google. Reddit spilled it.", []
    ),
  ])
  func `who weighs most is blamed, if it suffices`(
    _ weights: String, _ text: String, _ expected: [String]
  ) throws {
    #expect(blamed(try bench("\(weights)\n  suffices 1"), text) == expected)
  }

  @Test func `a signal speaks for or against kinds of company`() throws {
    let text = "Google spilled it, and Bolwerk spilled it."
    let weights = "weighs here 5 <company>, 2 <first>\n  suffices 1"
    #expect(blamed(try bench(weights), text) == ["Google"])
    #expect(
      blamed(try bench(weights, signal: "blames 3 kind retailer"), text) == ["Bolwerk"])
    #expect(
      blamed(try bench(weights, signal: "blames against 9 kind retailer"), "Bolwerk spilled it.")
        == [])
  }

  @Test(arguments: [(590, ["Bolwerk"]), (610, [])])
  func `a bracket is looked for in the bytes before a name`(
    _ bytes: Int, _ expected: [String]
  ) throws {
    let rules = try bench("weighs here 5 <bracketed>\n  suffices 1")
    let text = "(\(String(repeating: "so ", count: bytes / 3))Bolwerk) spilled it."
    #expect(blamed(rules, text) == expected)
  }

  @Test(arguments: [("", ["Foo"]), ("\n  weighs here against 5 <unlisted>", [])])
  func `a name that no rule declares is one like others, but for what its trait weighs`(
    _ more: String, _ expected: [String]
  ) throws {
    let rules = try bench("weighs here 5 <name>\(more)\n  suffices 1")
    let scan = rules.scan("it rained\n\nThe app Foo spilled it.")
    #expect(scan.unlisted.map(\.name) == expected)
  }

  @Test func `what a frame calls the actor is not held against its kind`() throws {
    let weights = "weighs here 5 <company>\n  suffices 1"
    let rules = try bench(weights, signal: "blames against 9 kind retailer")
    #expect(blamed(rules, "Reddit accuses Bolwerk of what it spilled.") == ["Bolwerk"])
    #expect(blamed(rules, "Bolwerk spilled it.") == [])
  }

  @Test(arguments: [(true, ["Bolwerk"]), (false, [])])
  func `a company with another of its kind beside it is a rival`(
    _ isRetailer: Bool, _ expected: [String]
  ) throws {
    let kind = isRetailer ? "\n  kind retailer" : ""
    let rules = try RuleBench(
      benchRules + """

        company kade "Kadewerk" {\(kind)
        }
        attribution {
          weighs here 5 <rival>
          suffices 1
        }
        signal leak in access {
          title "Leaks"
          severity 6
          half-life 365 days
          match near "spilled" firm
        }
        """)
    #expect(blamed(rules, "Bolwerk spilled it. Kadewerk fell.") == expected)
  }

  @Test(arguments: [
    // A ground counts as far as its sum is above 0.
    ("weighs here 60 <subject>\n  begins against 50", "grounds 100 own", "", ["Google"]),
    ("weighs here 60 <subject>\n  begins against 60", "grounds 100 own", "", []),
    (
      "weighs here 60 <subject>", "grounds against 100 own\n  weighs here 3 <company>", "",
      ["Bolwerk"]
    ),
    // Below 0 it counts for nobody, nor against another.
    ("weighs here 60 <subject>\n  begins against 90", "grounds against 100 own", "", []),
    // Two traits may speak for somebody together that do not apart.
    (
      "weighs here 50 kind retailer, 50 <no-subject>\n  begins against 60", "grounds 100 own", "",
      ["Bolwerk"]
    ),
    (
      "weighs here 50 other kind retailer, 50 <subject>\n  begins against 60", "grounds 100 own",
      "", ["Google"]
    ),
    // A signal's own shares hold in place of those of `attribution`, and add to its weights.
    (
      "weighs here 60 <subject>", "grounds against 100 own\n  weighs here 1 <company>",
      "grounds 50 own", ["Google"]
    ),
    (
      "weighs here 60 <subject>", "grounds 100 own",
      "grounds against 100 own\n  blames 9 <company>", ["Bolwerk"]
    ),
  ])
  func `grounds count for whom traits and kinds speak together`(
    _ ground: String, _ attribution: String, _ signal: String, _ expected: [String]
  ) throws {
    let bench = try bench(attribution + "\n  suffices 1", signal: signal, ground: ground)
    #expect(blamed(bench, "Google spilled it with Bolwerk.") == expected)
  }

  @Test func `a pattern that is not firm goes with whom its sentence names alone`() throws {
    let rules =
      benchRules + """

        attribution {
          weighs here 5 <company>
          weighs absent 5 <last>
          suffices 1
        }
        """
    let bench = try RuleBench(rules)
    #expect(bench.found("Google was fined 40 euro.") == ["Google action confirmed"])
    #expect(bench.found("Google grew. Somebody was fined 40 euro.") == [])
  }

  @Test func `without weights of their own the plain ones hold`() throws {
    let bench = try RuleBench(benchRules)
    #expect(bench.found("Google scraped posts from Reddit.") == ["Google scraping confirmed"])
  }
}

/// Names that no rule declares, known by what stands beside them.
@Suite struct `Organisations by description` {
  private func names(_ rules: String, _ text: String) throws -> Set<String> {
    let bench = try RuleBench(benchRules + "\n" + rules)
    var scanner = bench.auditor.scanner()
    return Set(
      scanner.dissect(.init(id: "test", text: "News.\n\n" + text)).namedSuspects(of: 0).map(\.name))
  }

  @Test(arguments: [
    ("Pocketlark, a small data broker, scraped it.", ["Pocketlark"]),
    ("The broker Pocketlark scraped it.", ["Pocketlark"]),
    ("A Dutch broker, Pocketlark, scraped it.", ["Pocketlark"]),
    ("The Datenmakler Pocketlark scraped it.", ["Pocketlark"]),
    // Somebody beside one is none.
    ("Anna Lark, the head of a broker, scraped it.", []),
    ("Anna Lark, who left a broker, scraped it.", []),
    ("Pocketlark scraped it. The broker said so.", []),
  ])
  func `a description beside a name says that it is one`(
    _ text: String, _ expected: [String]
  ) throws {
    let rules = """
      extend language en {
        organisation is "broker", "-makler" behind "a", "the"
      }
      """
    #expect(try names(rules, text) == Set(expected))
  }

  @Test(arguments: [
    // After an opener, in quotes, before a bracket or twice; a particle is no part of it.
    ("스타트업 벨빗은 자료를 팔았다. 벨빗이 밝혔다.", ["벨빗"]),
    ("스타트업 벨빗(대표 김하나)은 자료를 팔았다.", ["벨빗"]),
    ("스타트업 정보가 팔렸다.", []),
  ])
  func `Hangul has no capitals, and shows names by what opens them`(
    _ text: String, _ expected: [String]
  ) throws {
    let rules = """
      language ko "한국어" {
        script hangul
        recognised "자료를", "밝혔다", "팔았다", "팔렸다"
        bounded left
        ends "."
        subject after "은", "는", "이", "가"
        organisation after "스타트업"
      }
      """
    #expect(try names(rules, text) == Set(expected))
  }
}
