import PhraseMatching
import RuleCompilation
import Testing

@Suite struct `The notation of terms` {
  static let languages = """
    language en "English" {
      script latin
      inflects v "" to "", "s", "ed", "ing"
      inflects v "e" to "e", "es", "ed", "ing"
      inflects v "ee" to "ee", "ees", "eed", "eeing"
      inflects n "" to "", "s"
      inflects n "y" to "y", "ies"
    }
    language ko "한국어" {
      script hangul
      bounded left
      inflects v "하다" to "하", "했"
    }
    language ja "日本語" {
      script kana
      bounded none
    }
    language qx "Inventish" {
      script latin
      bounded right
    }

    """

  private func rules(_ language: String, _ term: String) throws -> RuleSet {
    let compilation = compiled(
      Self.languages
        + "vocabulary v \"V\" {\n  \(language): \"\(term)\"\n}\nstance alleged {\n  includes v\n}\n"
    )
    #expect(errors(compilation) == [])
    return try #require(compilation.ruleSet)
  }

  @Test(arguments: [
    ("en", "shadow library", ["shadow library"]),
    ("en", "OPT-out", ["opt out"]),
    ("en", "torrent(s|ed|ing)", ["torrent", "torrents", "torrented", "torrenting"]),
    ("en", "librar[y|ies]", ["library", "libraries"]),
    ("en", "[a|the] firm", ["a firm", "the firm"]),
    ("en", "(the) firm", ["firm", "the firm"]),
    ("en", "a (b [c|d]) e", ["a e", "a b c e", "a b d e"]),
    ("en", "alleg*", ["alleg*"]),
    ("en", "*college", ["*college"]),
    ("en", "scrape~v", ["scrape", "scrapes", "scraped", "scraping"]),
    ("en", "claim~v", ["claim", "claims", "claimed", "claiming"]),
    ("en", "agree~v", ["agree", "agrees", "agreed", "agreeing"]),
    (
      "en", "fine-tune~v data",
      ["fine tune data", "fine tunes data", "fine tuned data", "fine tuning data"]
    ),
    (
      "en", "[seize~v|take] copy~n",
      [
        "seize copy", "seize copies", "seizes copy", "seizes copies", "seized copy",
        "seized copies", "seizing copy", "seizing copies", "take copy", "take copies",
      ]
    ),
    ("en", "firm~n-wide", ["firm wide", "firms wide"]),
    ("en", "$ 5", ["*$ 5"]),
    ("en", "(주)", ["*(주)*"]),
    ("ko", "불법 복제", ["불법 복제*"]),
    ("ko", "학습하다~v", ["학습하*", "학습했*"]),
    ("ko", "OpenAI", ["openai"]),
    ("ko", "*수집", ["*수집*"]),
    ("ja", "海賊版", ["*海賊版*"]),
    ("ja", "AI学習", ["ai学習*"]),
    ("qx", "blorb", ["*blorb"]),
    ("any", "LibGen", ["libgen"]),
    ("any", "해적판", ["해적판*"]),
    ("any", "海賊版", ["*海賊版*"]),
  ])
  func `stands for these spellings`(_ language: String, _ term: String, _ spellings: [String])
    throws
  {
    #expect(try rules(language, term).phrases(of: "v") == spellings)
  }

  @Test(arguments: [
    ("zette ..5 stop", [["zette"], ["stop"]], [5]),
    (
      "dismiss(ed|es) .. [suit|case]", [["dismiss", "dismissed", "dismisses"], ["suit", "case"]],
      [4]
    ),
    ("alleg* that", [["alleg*"], ["that"]], [0]),
    ("ne ..0 a ..3 pas", [["ne"], ["a"], ["pas"]], [0, 3]),
  ])
  func `parts a term at its gaps`(_ term: String, _ parts: [[String]], _ gaps: [Int]) throws {
    let found = try rules("en", term).composites(of: "v")
    #expect(found.map(\.parts) == [parts])
    #expect(found.map(\.gaps) == [gaps])
  }

  @Test(arguments: [
    ("API", UInt8(1)), ("an API key", 2), ("GDPR and COPPA", 5), ("A I", 0), ("ChatGPT", 0),
    ("APIs", 0), ("AI-based", 1),
  ])
  func `keeps words in capitals to capitals`(_ term: String, _ mask: UInt8) throws {
    let rules = try rules("en", term)
    let expected: Phrase.Spelling = mask == 0 ? .any : .capitals(words: mask)
    #expect(rules.phrases.phrases.first?.spelling == expected)
  }

  @Test func `allows a term exactly at its limits`() throws {
    #expect(try rules("en", "one two three ..2 four five six").composites(of: "v").count == 1)
    let spellings = "[a|b|c|d] [a|b|c|d] [a|b|c|d] [a|b|c|d]"
    #expect(try rules("en", spellings).phrases(of: "v").count == Limits.termSpellings)
    #expect(try rules("en", "a [b|c [d|e [f|g]]]").phrases(of: "v").count == 4)
  }

  @Test func `takes any text without trapping`() {
    for term in [
      "(", "[", "|", ")", "]", "*", "~", "~v", "..", "..9999999999999999999", "* *", "()", "[]",
      "[|]", "a ..", ".. a", "(a) (b)", "~~", "a~v~v", "*~v", "((((((",
    ] {
      _ = compiled(Self.languages + "stance alleged {\n  cue en: \"\(term)\"\n}\n")
    }
  }
}
