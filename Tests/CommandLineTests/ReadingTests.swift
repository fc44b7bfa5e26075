import Foundation
import Testing

@Suite struct `Reading` {
  @Test func `shows articles as JSON Lines, from files and from standard input`() async throws {
    let place = try Workplace()
    try place.write("A headline\n\nThe text of it.\n", to: "note.txt")
    let run = try await place.assay("read", "note.txt", "news.jsonl")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 7)
    let note = try object(lines[0])
    #expect(note["id"] as? String == "note.txt")
    #expect(note["title"] as? String == "A headline")
    #expect(run.errors == "read 7, not read 0\n")
    let again = try await place.assay("read", "-", "--quiet", input: run.output)
    #expect(again.output == run.output, "what it prints reads back as it was")
    #expect(again.errors == "")
  }

  @Test func `goes on after what it cannot read, and says so`() async throws {
    let place = try Workplace()
    try place.write("", to: "empty.txt")
    let run = try await place.assay("read", "empty.txt", "news.jsonl")
    #expect(run.status == 0)
    #expect(run.errorLines == ["assay: not read: empty.txt: empty", "read 6, not read 1"])
  }
}

@Suite struct `Scanning` {
  @Test func `writes a line an article, one for what is unread, and a tally`() async throws {
    let place = try Workplace()
    try place.write("", to: "empty.txt")
    let run = try await place.assay("scan", "news.jsonl", "empty.txt")
    #expect(run.status == 0)
    let lines = try run.output.split(separator: "\n").map { try object(String($0)) }
    #expect(lines.count == 8)
    let first = lines[0]
    #expect(
      Set(first.keys).isSuperset(of: [
        "article", "findings", "unlisted", "unattributed", "rules",
      ]))
    let article = try #require(first["article"] as? [String: Any])
    #expect(article["id"] as? String == "a1")
    let finding = try #require((first["findings"] as? [[String: Any]])?.first)
    #expect(finding["company"] as? String == "Northwind")
    #expect(finding["stance"] as? String == "confirmed")
    let event = try #require((finding["events"] as? [[String: Any]])?.first)
    #expect(event["voice"] as? String == "The Wire")
    #expect((lines[6]["unread"] as? [String: Any])?["reason"] as? String == "empty")
    #expect(lines[7]["read"] as? Int == 6)
    #expect(lines[7]["unread"] as? Int == 1)
  }

  @Test func `takes standard input, and is the same whatever the number of tasks`() async throws {
    let place = try Workplace()
    let news = place.text("news.jsonl") ?? ""
    let one = try await place.assay("scan", "--jobs", "1", input: news)
    let three = try await place.assay("scan", "-", "--jobs", "3", input: news)
    #expect(one.status == 0)
    #expect(one.output == three.output)
  }
}

@Suite struct `Explaining` {
  @Test func `a score shows its sum, the rule and the quote`() async throws {
    let place = try Workplace()
    _ = try await place.assay("audit", "news.jsonl", "--as-of", "2026-11-21")
    let path = "Reports/latest/audit.json"
    let run = try await place.plain("explain", path, "northwind")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Northwind: "))
    #expect(run.output.contains("rules/signals/scraping.rules:"))
    #expect(run.output.contains("“Northwind scraped millions of posts"))
    let json = try await place.plain(
      "explain", path, "Northwind", "scraping", "--format", "json")
    #expect(try object(json.output)["name"] as? String == "Northwind")
    let unknown = try await place.plain("explain", path, "Nordwind")
    #expect(unknown.status == 2)
    #expect(unknown.errors.hasPrefix("assay: the report has no company `Nordwind`; "))
    let missing = try await place.plain("explain", "none.json", "Northwind")
    #expect(missing.errors == "assay: no such file: `none.json`\n")
    let extra = try await place.plain("explain", path, "North", "wind", "scraping")
    #expect(extra.status == 2)
  }

  @Test func `an article shows what became of each candidate`() async throws {
    let place = try Workplace()
    try place.write(
      "Northwind scraped the posts of a forum.\n\nPelican never sold user data.\n", to: "two.txt")
    let run = try await place.assay("explain", "two.txt")
    #expect(run.status == 0)
    #expect(run.output.contains("FOUND scraping: Northwind, confirmed"))
    #expect(run.output.contains("FELL data-sale at negation"))
    let one = try await place.assay("explain", "two.txt", "--signal", "data-sale")
    #expect(!one.output.contains("FOUND"))
    let company = try await place.assay("explain", "two.txt", "--company", "Northwind")
    #expect(!company.output.contains("FELL"))
    let json = try object(try await place.assay("explain", "two.txt", "--format", "json").output)
    #expect((json["candidates"] as? [Any])?.count == 2)
    let unknown = try await place.assay("explain", "two.txt", "--signal", "scrapin")
    #expect(unknown.errors == "assay: there is no signal `scrapin`; did you mean `scraping`?\n")
  }

  @Test func `hostile text cannot draw on the terminal`() async throws {
    let place = try Workplace()
    try place.write("Northwind scraped \u{1B}[2Jthe posts \u{202E}of a forum.", to: "bad.txt")
    let run = try await place.assay("explain", "bad.txt")
    #expect(run.output.contains("FOUND scraping"))
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"))
  }
}

@Suite struct `Evaluating` {
  @Test func `measures declared companies apart, and names what was missed`() async throws {
    let place = try Workplace()
    try place.copy(Program.fixture("articles/gold.jsonl"), to: "gold.jsonl")
    let run = try await place.assay("evaluate", "gold.jsonl", "--errors")
    #expect(run.status == 0)
    #expect(run.output.contains("declared companies"))
    #expect(run.output.contains("missed Quillon: scraping, lost at words"))
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.prefix(20).allSatisfy { $0.count <= 80 })
  }

  @Test func `as JSON has the keys of the contract`() async throws {
    let place = try Workplace()
    try place.copy(Program.fixture("articles/gold.jsonl"), to: "gold.jsonl")
    let run = try await place.assay("evaluate", "gold.jsonl", "--format", "json")
    let report = try object(run.output)
    #expect(
      Set(report.keys) == [
        "pairs", "knownCompanies", "risk", "mitigating", "companyCoverage", "byLanguage",
        "bySignal", "stanceAccuracy", "stanceMacroF1", "deniedAccuracy", "deniedRecall",
        "evidenceOverlap", "reach", "attribution", "nearMissesReported", "lossByStratum",
        "articles",
      ])
    let pairs = try #require(report["pairs"] as? [String: Any])
    #expect(Set(pairs.keys) == ["tp", "fp", "fn", "precision", "recall", "f1"])
    #expect(pairs["tp"] as? Int == 2)
    #expect(pairs["fn"] as? Int == 2)
    let known = try #require(report["knownCompanies"] as? [String: Any])
    #expect(known["fn"] as? Int == 1)
    let near = try #require(report["nearMissesReported"] as? [String: Any])
    #expect(near["of"] as? Int == 1)
    #expect(near["count"] as? Int == 0)
    let english = try #require((report["byLanguage"] as? [String: Any])?["en"] as? [String: Any])
    #expect(english["knownCompanies"] != nil)
  }

  @Test func `exits with 1 where the figure is below the one asked for`() async throws {
    let place = try Workplace()
    try place.copy(Program.fixture("articles/gold.jsonl"), to: "gold.jsonl")
    #expect(try await place.assay("evaluate", "gold.jsonl", "--minimum-f1", "0.8").status == 0)
    #expect(try await place.assay("evaluate", "gold.jsonl", "--minimum-f1", "0.81").status == 1)
  }

  @Test func `against articles without labels cannot be done`() async throws {
    let place = try Workplace()
    let run = try await place.assay("evaluate", "news.jsonl")
    #expect(run.status == 2)
    #expect(run.errors.contains("no `labels`"))
    #expect(run.errorLines.last == "assay: no labelled article could be read")
    let missing = try await place.assay("evaluate", "none.jsonl")
    #expect(missing.errors == "assay: no such file or folder: `none.jsonl`\n")
  }
}
