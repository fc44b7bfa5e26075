import Foundation
import Testing

@Suite struct `Bad input` {
  /// The reasons that an audit listed, by source.
  private func unread(_ place: Workplace) throws -> [String: String] {
    let report = try object(try #require(place.text("Reports/latest/audit.json")))
    let entries = try #require(report["unread"] as? [[String: Any]])
    return Dictionary(
      entries.map { ($0["source"] as? String ?? "", $0["reason"] as? String ?? "") },
      uniquingKeysWith: { a, _ in a })
  }

  @Test func `is listed with its reason, and every good article is still read`() async throws {
    let place = try Workplace()
    let articles = place.articles
    try place.write("", to: "in/empty.txt")
    try place.write(Data([0x4E, 0x6F, 0xFF, 0xFE, 0x21]), to: "in/latin.txt")
    try place.write(
      [
        articles[0], String(articles[1].prefix(articles[1].count / 2)), articles[2],
        #"{"id": "no-text"}"#, articles[3],
      ]
      .joined(separator: "\n"), to: "in/news.jsonl")
    try place.write("PDF", to: "in/paper.pdf")
    let run = try await place.assay("audit", "in", "nowhere.txt", "--as-of", "2026-11-21")
    #expect(run.status == 0)
    #expect(run.output.contains("Northwind") && run.output.contains("Pelican"))
    #expect(run.output.contains("3 articles read"))
    let unread = try unread(place)
    #expect(unread.count == 6)
    #expect(unread["in/empty.txt"] == "empty")
    #expect(unread["in/latin.txt"]?.hasPrefix("bad-encoding") == true)
    #expect(unread["in/news.jsonl:2"]?.hasPrefix("parse-error") == true)
    #expect(unread["in/news.jsonl:4"]?.hasPrefix("no-text") == true)
    #expect(unread["in/paper.pdf"]?.hasPrefix("unsupported") == true)
    #expect(unread["nowhere.txt"] == "unreadable: no such file or folder")
  }

  @Test func `of one kind only leaves no article, and exit status 2`() async throws {
    let place = try Workplace()
    try place.write("", to: "empty.txt")
    try place.write("{\"text\": \"Northwind scra", to: "half.jsonl")
    try place.write(Data([0xFF, 0x00, 0xC3]), to: "bytes.txt")
    try FileManager.default.createDirectory(
      at: place.url.appending(path: "hollow"), withIntermediateDirectories: true)
    let lines = [
      ("nowhere.txt", "assay: not read: nowhere.txt: unreadable: no such file or folder"),
      ("empty.txt", "assay: not read: empty.txt: empty"),
      ("half.jsonl", "assay: not read: half.jsonl:1: parse-error"),
      ("bytes.txt", "assay: not read: bytes.txt: "),
      ("hollow", "assay: there is no article to read"),
    ]
    for (path, line) in lines {
      let run = try await place.assay("audit", path)
      #expect(run.status == 2, "\(path)")
      #expect(run.errors.hasPrefix(line), "\(run.errors)")
      #expect(run.errorLines.count == 1)
      #expect(place.text("Reports/latest/audit.json") == nil)
    }
    let several = try await place.assay("audit", "nowhere.txt", "empty.txt")
    #expect(several.status == 2)
    #expect(several.errorLines.count == 3)
    #expect(several.errorLines.last == "assay: no article could be read")
    for verb in ["read", "scan"] {
      #expect(try await place.assay(verb, "nowhere.txt").status == 2)
    }
  }

  @Test func `of which there is much is not listed without end`() async throws {
    let place = try Workplace()
    let run = try await place.run(
      ["audit"] + (1...25).map { "nowhere-\($0).txt" } + Workplace.compact)
    #expect(run.status == 2)
    #expect(run.errorLines.count == 21)
    #expect(run.errorLines.last == "assay: no article could be read; 5 more inputs are not shown")
  }

  @Test func `of fifty megabytes in one line costs that line alone`() async throws {
    let place = try Workplace()
    var data = Data((place.articles[0] + "\n{\"text\": \"").utf8)
    data.append(Data(repeating: 0x61, count: 50 << 20))
    data.append(Data(("\"}\n" + place.articles[2]).utf8))
    try place.write(data, to: "long.jsonl")
    let run = try await place.assay("audit", "long.jsonl")
    #expect(run.status == 0)
    #expect(run.output.contains("2 articles read"))
    let unread = try unread(place)
    #expect(unread.count == 1)
    #expect(unread["long.jsonl:2"]?.hasPrefix("too-large") == true)
  }

  @Test func `as rules is one line, too`() async throws {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      at: place.url.appending(path: "hollow"), withIntermediateDirectories: true)
    for (folder, line) in [
      ("hollow", "assay: no .rules file in `hollow`"),
      ("nowhere", "assay: there is no folder `nowhere`"),
      ("news.jsonl", "assay: there is no folder `news.jsonl`"),
    ] {
      for verb in ["check", "audit"] {
        let words = verb == "audit" ? ["audit", "news.jsonl"] : [verb]
        let run = try await place.run(words + ["--only-rules", "--rules", folder])
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix(line), "\(run.errors)")
        #expect(run.errorLines.count == 1)
      }
    }
  }

  @Test func `rules with errors stop an audit, which shows them`() async throws {
    let place = try Workplace()
    try place.replace("{posts}", by: "{post}", in: "rules/signals/scraping.rules")
    let run = try await place.assay("audit", "news.jsonl")
    #expect(run.status == 2)
    #expect(run.errors.contains("error[E120]"))
    #expect(run.errors.contains("rules/signals/scraping.rules:"))
    #expect(run.errorLines.last == "assay: 1 error in the rules; `assay check` shows it")
  }

  @Test func `as the folder of the report is noticed before any work`() async throws {
    let place = try Workplace()
    try place.write("in the way", to: "file")
    for folder in ["file", "file/deeper"] {
      let run = try await place.assay("audit", "news.jsonl", "--output", folder)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("assay: cannot write the report to `\(folder)`"))
      #expect(run.errors.contains("is not a folder"))
      #expect(run.errorLines.count == 1)
    }
    #expect(place.text("file") == "in the way")
  }

  @Test func `a report that cannot be replaced leaves what was there`() async throws {
    let place = try Workplace()
    try place.write("x", to: "out/audit.md/in-the-way")
    try place.write("the old one", to: "out/audit.json")
    let run = try await place.assay("audit", "news.jsonl", "--output", "out")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("assay: cannot write the report to `out`"))
    #expect(run.errorLines.count == 1)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: place.url.appending(path: "out").path())
    #expect(files.sorted() == ["audit.json", "audit.md"], "nothing half-written stays")
  }
}

@Suite struct `A closed pipe` {
  @Test func `ends what only prints, without a word`() async throws {
    let place = try Workplace()
    try place.write(
      String(repeating: place.articles.joined(separator: "\n") + "\n", count: 300), to: "many.jsonl"
    )
    for verb in ["read", "scan"] {
      let run = try await place.shell(
        "\"$assay\" \(verb) --quiet many.jsonl $compact | head -1; echo ${PIPESTATUS[0]}")
      let lines = run.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines[0].hasPrefix("{"))
      #expect(lines[1] == "0")
      #expect(run.errors == "")
    }
  }

  @Test func `leaves the report whole and the answer as it is`() async throws {
    let place = try Workplace()
    let run = try await place.shell(
      """
      "$assay" audit --quiet news.jsonl $compact --as-of 2026-11-21 --fail-on C | true
      echo ${PIPESTATUS[0]}
      "$assay" format rules | true
      echo ${PIPESTATUS[0]}
      """)
    #expect(run.output == "1\n0\n")
    #expect(place.text("Reports/latest/audit.json") != nil)
    #expect(place.text("Reports/latest/audit.html") != nil)
  }
}
