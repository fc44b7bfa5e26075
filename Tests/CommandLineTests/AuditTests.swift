import Foundation
import Testing

@Suite struct `An audit` {
  @Test func `prints the table and writes the three formats of its default`() async throws {
    let place = try Workplace()
    let run = try await place.assay("audit", "news.jsonl", "--as-of", "2026-11-21")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines[0].hasPrefix("Company"))
    #expect(lines.contains { $0.hasPrefix("Pelican") && $0.contains("data-sale") })
    #expect(lines.contains { $0.hasPrefix("Northwind") && $0.contains("scraping") })
    #expect(run.output.contains("Quillon"), "a company with nothing found is named")
    #expect(run.errors == "report in Reports/latest: audit.json, audit.md, audit.html\n")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: place.url.appending(path: "Reports/latest").path())
    #expect(files.sorted() == ["audit.html", "audit.json", "audit.md"])
    let report = try object(try #require(place.text("Reports/latest/audit.json")))
    #expect(report["asOf"] as? String == "2026-11-21")
    #expect((report["articles"] as? [Any])?.count == 6)
    #expect((report["unlisted"] as? [Any])?.count == 1)
    #expect((report["unattributed"] as? [Any])?.count == 1)
  }

  @Test func `writes the formats that are asked for, and no others`() async throws {
    let place = try Workplace()
    let run = try await place.assay(
      "audit", "news.jsonl", "--format", "findings,json", "--output", "out", "--quiet")
    #expect(run.status == 0)
    #expect(run.errors == "", "quiet leaves standard error empty")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: place.url.appending(path: "out").path())
    #expect(files.sorted() == ["audit.json", "findings.jsonl"])
  }

  @Test func `has no colour where its output is no terminal`() async throws {
    let place = try Workplace()
    #expect(try await !place.assay("audit", "news.jsonl").output.contains("\u{1B}"))
  }

  @Test func `is the same report for one task and for two`() async throws {
    let place = try Workplace()
    for jobs in ["1", "2"] {
      let run = try await place.assay(
        "audit", "news.jsonl", "--as-of", "2026-11-21", "--jobs", jobs, "--output", jobs)
      #expect(run.status == 0)
    }
    #expect(place.text("1/audit.json") != nil)
    #expect(place.text("1/audit.json") == place.text("2/audit.json"))
    #expect(place.text("1/audit.md") == place.text("2/audit.md"))
  }

  @Test func `is the same report as scans of the parts in any order, scored`() async throws {
    let place = try Workplace()
    let whole = try await place.assay(
      "audit", "news.jsonl", "--as-of", "2026-11-21", "--output", "whole",
      "--format", "json,markdown,findings")
    #expect(whole.status == 0)
    for (part, lines) in ["c": 0..<1, "a": 1..<4, "b": 4..<6] {
      try place.write(place.articles[lines].joined(separator: "\n"), to: "\(part).jsonl")
      let scan = try await place.assay("scan", "\(part).jsonl")
      #expect(scan.status == 0)
      try place.write(scan.output, to: "\(part).findings")
    }
    for order in ["abc", "cba"] {
      let files = order.map { "\($0).findings" }
      let score = try await place.assay(
        "score", files[0], files[1], files[2], "--as-of", "2026-11-21", "--output", order)
      #expect(score.status == 0)
      #expect(score.output == whole.output)
      #expect(score.errorLines.count == 1, "nothing is missing: \(score.errors)")
      #expect(place.text("\(order)/audit.json") == place.text("whole/audit.json"))
      #expect(place.text("\(order)/audit.md") == place.text("whole/audit.md"))
    }
    let again = try await place.shell(
      "\"$assay\" score - $compact --as-of 2026-11-21 --output again < whole/findings.jsonl")
    #expect(again.status == 0)
    #expect(place.text("again/audit.json") == place.text("whole/audit.json"))
  }

  @Test func `can be narrowed to companies, signals and days`() async throws {
    let place = try Workplace()
    try place.write("# those we watch\nBreeze's owner is\n", to: "unknown.txt")
    let unknown = try await place.assay("audit", "news.jsonl", "--companies", "unknown.txt")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("which no rule declares"))
    try place.write("\n# nobody\n", to: "empty.txt")
    #expect(try await place.assay("audit", "news.jsonl", "--companies", "empty.txt").status == 2)
    try place.write("northwind\n", to: "watched.txt")
    let one = try await place.assay("audit", "news.jsonl", "--companies", "watched.txt")
    #expect(one.status == 0)
    #expect(one.output.contains("Northwind") && !one.output.contains("Pelican"))
    let signal = try await place.assay("audit", "news.jsonl", "--signal", "data-sale")
    #expect(signal.output.contains("\nPelican") && !signal.output.contains("\nNorthwind"))
    let late = try await place.assay("audit", "news.jsonl", "--since", "2026-05-01")
    #expect(late.output.contains("\nNorthwind") && !late.output.contains("\nPelican"))
    #expect(late.errors.contains("2 articles from before 2026-05-01 left out"))
    let undated = try await place.assay(
      "audit", "news.jsonl", "--since", "2026-05-01", "--undated", "2026-01-01")
    #expect(undated.errors.contains("3 articles from before"), "an undated article has that day")
  }

  @Test func `of which every article is too old is an empty report, and no failure`() async throws {
    let place = try Workplace()
    let run = try await place.assay(
      "audit", "news.jsonl", "--since", "2026-11-01", "--undated", "2026-01-01")
    #expect(run.status == 0)
    #expect(run.errors.contains("6 articles from before 2026-11-01 left out"))
    #expect(place.text("Reports/latest/audit.json") != nil)
  }

  @Test func `is a gate: a band or worse exits with 1, a better one with 0`() async throws {
    let place = try Workplace()
    for (band, status) in [("B", 1), ("C", 1), ("D", 0), ("E", 0)] as [(String, Int32)] {
      let run = try await place.assay(
        "audit", "news.jsonl", "--as-of", "2026-11-21", "--fail-on", band)
      #expect(run.status == status, "\(band)")
      #expect(run.output.contains("Pelican"))
    }
  }

  @Test func `held against a baseline says what is new, and can fail on it`() async throws {
    let place = try Workplace()
    try place.write(place.articles[2..<4].joined(separator: "\n"), to: "old.jsonl")
    let old = try await place.assay(
      "audit", "old.jsonl", "--as-of", "2026-11-21", "--output", "old")
    #expect(old.status == 0)
    let same = try await place.assay(
      "audit", "old.jsonl", "--as-of", "2026-11-21", "--baseline", "old/audit.json",
      "--fail-on", "new")
    #expect(same.status == 0)
    #expect(place.text("Reports/latest/audit.json")?.contains("\"unchanged\"") == true)
    let new = try await place.assay(
      "audit", "news.jsonl", "--as-of", "2026-11-21", "--baseline", "old/audit.json",
      "--fail-on", "new")
    #expect(new.status == 1)
    #expect(place.text("Reports/latest/audit.json")?.contains("\"new\"") == true)
  }
}

@Suite struct `Comparing` {
  @Test func `two reports says what is new`() async throws {
    let place = try Workplace()
    try place.write(place.articles[2..<4].joined(separator: "\n"), to: "old.jsonl")
    for (name, articles) in [("old", "old.jsonl"), ("new", "news.jsonl")] {
      _ = try await place.assay(
        "audit", articles, "--as-of", "2026-11-21", "--output", name)
    }
    let run = try await place.plain("compare", "old/audit.json", "new/audit.json")
    #expect(run.status == 0)
    #expect(run.output.contains("Northwind"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let json = try await place.plain(
      "compare", "old/audit.json", "new/audit.json", "--format", "json")
    #expect(try object(json.output)["findings"] != nil)
    let none = try await place.plain("compare", "old/audit.json", "news.jsonl")
    #expect(none.status == 2)
    #expect(none.errors == "assay: `news.jsonl` is no report (audit.json) of this version\n")
  }
}

@Suite struct `Scoring` {
  @Test func `refuses lines that other rules made`() async throws {
    let place = try Workplace()
    try place.write(try await place.assay("scan", "news.jsonl").output, to: "findings")
    try place.replace("severity 6", by: "severity 7", in: "rules/signals/scraping.rules")
    try place.replace("severity  6", by: "severity  7", in: "rules/signals/scraping.rules")
    let run = try await place.assay("score", "findings")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("assay: findings:1: made with other rules ("))
    #expect(run.errorLines.count == 1)
    #expect(place.text("Reports/latest/audit.json") == nil)
  }

  @Test func `lists a line cut in half as not read, and says that a scan is short`() async throws {
    let place = try Workplace()
    let scan = try await place.assay("scan", "news.jsonl").output
    try place.write(String(scan.prefix(scan.count / 2)), to: "findings")
    let run = try await place.assay("score", "findings")
    #expect(run.status == 0)
    #expect(run.errors.contains("one may have been cut short"))
    let report = try object(try #require(place.text("Reports/latest/audit.json")))
    let unread = try #require(report["unread"] as? [[String: Any]])
    #expect(unread.count == 1)
    #expect((unread[0]["reason"] as? String)?.hasPrefix("parse-error") == true)
  }

  @Test func `without a line of a scan is no report`() async throws {
    let place = try Workplace()
    let run = try await place.assay("score", "news.jsonl")
    #expect(run.status == 2)
    #expect(run.errors.contains("assay: not read: news.jsonl:1: parse-error"))
    #expect(run.errorLines.last == "assay: no article could be read")
    #expect(place.text("Reports/latest/audit.json") == nil)
  }
}
