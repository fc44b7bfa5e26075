import Testing

@Suite struct `The help` {
  static let verbs = [
    "audit", "read", "scan", "score", "check", "test", "format", "evaluate", "explain", "compare",
    "rules",
  ]

  @Test(arguments: verbs)
  func `of a verb shows an example and fits eighty columns`(verb: String) async throws {
    let place = try Workplace()
    let run = try await place.plain(verb, "--help")
    #expect(run.status == 0)
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    let example = try #require(lines.firstIndex(of: "Example:"))
    #expect(lines[example + 1].contains("assay \(verb)"))
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines.filter { $0.count > 80 })")
    for option in ["--rules DIR", "--jobs N", "--quiet", "--no-color"] {
      #expect(run.output.contains(option))
    }
  }

  @Test func `of the program names every verb, the exit statuses and an example`() async throws {
    let place = try Workplace()
    let run = try await place.plain("--help")
    #expect(run.status == 0)
    for verb in Self.verbs { #expect(run.output.contains("\n  \(verb) ")) }
    #expect(run.output.contains("Exit status: 0 done"))
    #expect(run.output.contains("assay audit Reports/Sample/articles.jsonl"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try await place.plain("help", "scan").output == place.plain("scan", "--help").output)
  }

  @Test func `without a verb it goes to standard error, since nothing was done`() async throws {
    let place = try Workplace()
    let run = try await place.plain()
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("Usage: assay VERB"))
  }
}

@Suite struct `Bad usage` {
  /// What was typed, and the one line that it is answered with.
  static let mistakes: [(words: [String], line: String)] = [
    (["adit", "x"], "there is no verb `adit`; did you mean `audit`?"),
    (["frobnicate"], "there is no verb `frobnicate`; see `assay --help`"),
    (["help", "scna"], "there is no verb `scna`; did you mean `scan`?"),
    (
      ["audit", "--outptu", "x"],
      "`assay audit` has no option `--outptu`; did you mean `--output`?"
    ),
    (["audit", "-x"], "`assay audit` has no option `-x`; see `assay audit --help`"),
    (["audit"], "nothing to audit; assay audit PATH…"),
    (["audit", "--output"], "`--output` needs a value: --output DIR"),
    (["audit", "--output="], "`--output` needs a value: --output DIR"),
    (["audit", "--output", "--quiet"], "`--output` needs a value: --output DIR"),
    (["audit", "--quiet=yes"], "`--quiet` takes no value"),
    (
      ["check", "House/"], "`assay check` has no use for `House/`; name folders of rules by --rules"
    ),
    (["check", "--explain", "E999"], "there is no diagnostic `E999`"),
    (["rules"], "`assay rules` needs to know what to do; it knows: list"),
    (["rules", "lits"], "`assay rules` does not know `lits`; it knows: list"),
    (["explain"], "nothing to explain; see `assay explain --help`"),
    (["compare", "one.json"], "two reports are needed; assay compare OLD.json NEW.json"),
    (["evaluate"], "nothing to measure against; assay evaluate GOLD.jsonl…"),
    (
      ["evaluate", "--minimum-f1", "2", "gold.jsonl"],
      "`--minimum-f1` needs a number from 0 to 1, found `2`"
    ),
    (["check", "--only-rules"], "`--only-rules` needs `--rules DIR`"),
    (["format", "news.jsonl"], "`news.jsonl` is no .rules file"),
    (["format", "nowhere"], "no such file or folder: `nowhere`"),
  ]

  @Test(arguments: mistakes.indices)
  func `is answered with one line that helps, and exit status 2`(index: Int) async throws {
    let (words, line) = Self.mistakes[index]
    let place = try Workplace()
    let run = try await place.run(words)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("assay: \(line)"))
    #expect(run.errorLines.count == 1)
  }

  /// Options of `audit` that make no sense, and the line that each is answered with.
  static let options: [(words: [String], line: String)] = [
    (
      ["--format", "json,pdf"],
      "there is no format `pdf`; there are json, markdown, html, findings"
    ),
    (["--format", "sarif"], "there is no format `sarif`; there are json, markdown"),
    (["--format", ","], "`--format` names no format"),
    (["--as-of", "soon"], "`--as-of` needs a date such as 2026-11-21, found `soon`"),
    (["--as-of", "2026-02-30"], "`--as-of` needs a date such as 2026-11-21, found `2026-02-30`"),
    (["--undated", "1"], "`--undated` needs a date such as 2026-11-21, found `1`"),
    (["--since", "x"], "`--since` needs a date such as 2026-11-21, found `x`"),
    (["--jobs", "0"], "`--jobs` needs a number from 1 to 1024, found `0`"),
    (["--jobs", "2000"], "`--jobs` needs a number from 1 to 1024, found `2000`"),
    (["--fail-on", "Z"], "`--fail-on` knows A, B, C, D, E and new, found `Z`"),
    (["--fail-on", "new"], "`--fail-on new` needs `--baseline AUDIT.json`"),
    (["--baseline", "old.json"], "no such file: `old.json`"),
    (["--baseline", "news.jsonl"], "`news.jsonl` is no report (audit.json) of this version"),
    (["--companies", "none.txt"], "cannot read the list of companies `none.txt`"),
    (["--signal", "scrapin"], "there is no signal `scrapin`"),
  ]

  @Test(arguments: options.indices)
  func `of an option of audit is noticed before any work`(index: Int) async throws {
    let (words, line) = Self.options[index]
    let place = try Workplace()
    let run = try await place.run(["audit", "news.jsonl"] + words + Workplace.compact)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("assay: \(line)"), "\(run.errors)")
    #expect(run.errorLines.count == 1)
    #expect(place.text("Reports/latest/audit.json") == nil)
  }
}
