import Foundation
import Testing

@Suite struct `Checking rules` {
  @Test func `that are in order exits with 0 and says how many there are`() async throws {
    let place = try Workplace()
    let run = try await place.assay("check")
    #expect(run.status == 0)
    #expect(run.output == "4 rule files, 0 errors, 0 warnings\n")
    #expect(try await place.assay("check", "--format", "json").output == "[\n\n]\n")
    #expect(try await place.assay("check", "--format", "github").output == "")
    #expect(try await place.assay("check", "--strict").status == 0)
  }

  @Test func `of which one does not parse exits with 1 and says where`() async throws {
    let place = try Workplace()
    try place.write(
      """
      signal stalking in consent {
        title "Follows people
        severity 8
      }

      """, to: "sub/House/stalking.rules")
    for (format, place2) in [
      ("text", "sub/House/stalking.rules:2:9"),
      ("github", "::error file=sub/House/stalking.rules,line=2,col=9,title=E"),
    ] {
      let run = try await place.assay("check", "--rules", "sub/House/", "--format", format)
      #expect(run.status == 1)
      #expect(run.output.contains(place2), "\(run.output)")
    }
    let json = try await place.assay("check", "--rules", "sub/House", "--format", "json")
    #expect(json.status == 1)
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    let quote = try #require(entries.first { $0["line"] as? Int == 2 })
    #expect(quote["severity"] as? String == "error")
    #expect(quote["file"] as? String == "sub/House/stalking.rules")
    #expect(quote["column"] as? Int == 9)
  }

  @Test func `shows several mistakes in one run, each with its line underlined`() async throws {
    let place = try Workplace()
    try place.replace("{posts}", by: "{post}", in: "rules/signals/scraping.rules")
    try place.replace("within 8 words", by: "within 8 wrods", in: "rules/signals/data-sale.rules")
    let run = try await place.assay("check")
    #expect(run.status == 1)
    #expect(run.output.contains("error[E120]: unknown vocabulary `post`"))
    #expect(run.output.contains("did you mean `posts`?"))
    #expect(run.output.contains("^^^^ not declared"))
    #expect(run.output.contains("rules/signals/data-sale.rules:"))
    #expect(run.output.contains("4 rule files, 2 errors"))
  }

  @Test func `warns of a skips that proves nothing, and fails on it where it is strict`()
    async throws
  {
    let place = try Workplace()
    try place.replace(
      "Pelican plans a shop, and has never sold customer records.", by: "Pelican plans a shop.",
      in: "rules/signals/data-sale.rules")
    let run = try await place.assay("check")
    #expect(run.status == 0)
    #expect(run.output.contains("warning[W205]"))
    #expect(run.output.hasSuffix("4 rule files, 0 errors, 1 warning\n"))
    #expect(try await place.assay("check", "--strict").status == 1)
  }

  @Test func `says of a suppression that has expired by a given day`() async throws {
    let place = try Workplace()
    try place.write(
      """
      suppress scraping for northwind in "2026-Q2" until 2026-12-31 by "e.jansen" because "Settled"

      """, to: "rules/suppressions.rules")
    #expect(try await place.assay("check", "--as-of", "2026-11-21").status == 0)
    let late = try await place.assay("check", "--as-of", "2027-01-01")
    #expect(late.status == 1)
    #expect(late.output.contains("error[E140]"))
  }

  @Test(arguments: ["E120", "e120", "E162", "W205", "W301"])
  func `explains a code`(code: String) async throws {
    let place = try Workplace()
    let run = try await place.plain("check", "--explain", code)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("\(code.uppercased()): "))
  }
}

@Suite struct `Laying rules out` {
  @Test func `says what would change, changes it, and is then content`() async throws {
    let place = try Workplace()
    #expect(try await place.plain("format", "--check", "rules").status == 0)
    try place.replace("  severity", by: "    severity", in: "rules/signals/scraping.rules")
    let before = place.text("rules/signals/scraping.rules")
    let check = try await place.plain("format", "--check", "rules/")
    #expect(check.status == 1)
    #expect(check.output == "rules/signals/scraping.rules\n")
    #expect(check.errors == "4 rule files, 1 would change\n")
    #expect(place.text("rules/signals/scraping.rules") == before)
    let json = try await place.plain(
      "format", "--check", "--only-rules", "--rules", "rules", "--format", "json", "--quiet")
    #expect(json.status == 1)
    #expect(try object(json.output)["differing"] as? [String] == ["rules/signals/scraping.rules"])
    let run = try await place.plain("format", "rules/signals/scraping.rules")
    #expect(run.status == 0)
    #expect(run.errors == "1 rule file, 1 changed\n")
    #expect(try await place.plain("format", "--check", "rules").status == 0)
  }

  @Test func `leaves a file with errors alone`() async throws {
    let place = try Workplace()
    try place.write("company x \"X\" {\n   alias any: \"Y\n}\n", to: "House/x.rules")
    let run = try await place.plain("format", "House")
    #expect(run.status == 0)
    #expect(run.errors == "1 rule file, 0 changed, 1 with errors left alone\n")
    #expect(place.text("House/x.rules")?.contains("   alias") == true)
  }
}

@Suite struct `Testing rules` {
  @Test func `whose examples hold exits with 0`() async throws {
    let place = try Workplace()
    let run = try await place.assay("test")
    #expect(run.status == 0)
    #expect(run.output == "6 of 6 examples pass\n")
    let one = try await place.assay("test", "--filter", "data-sale")
    #expect(one.output == "3 of 3 examples pass\n")
    let none = try await place.assay("test", "--filter", "nonesuch")
    #expect(none.status == 2)
    #expect(none.errors == "assay: no example has `nonesuch`\n")
  }

  @Test func `says of an example that fails at which stratum it was lost`() async throws {
    let place = try Workplace()
    try place.write(
      """
      extend signal scraping {
        finds en "Northwind scraped the poems of a forum." -> northwind
        finds en "Northwind never scraped the posts." -> northwind
        finds en "Northwind copied posts, and denies it." -> northwind alleged
        finds en "Northwind copied posts." -> pelican
        skips en "Northwind copied the posts."
        todo en "Northwind copied posts." -> northwind
        todo en "Northwind never copied the posts."
      }

      """, to: "House/more.rules")
    let run = try await place.assay("test", "--rules", "House")
    #expect(run.status == 1)
    #expect(run.output.contains("House/more.rules:2: scraping finds en"))
    #expect(run.output.contains("Northwind is lost at words: "))
    #expect(run.output.contains("lacks {posts}"))
    #expect(run.output.contains("Northwind is lost at negation: "))
    #expect(run.output.contains("Northwind is confirmed, expected alleged"))
    #expect(run.output.contains("Pelican is lost at name: `Pelican` is not recognised"))
    #expect(run.output.contains("finds Northwind confirmed"))
    #expect(run.output.contains("passes now: make it `finds`"))
    #expect(run.output.contains("passes now: make it `skips`"))
    #expect(run.output.hasSuffix("6 of 13 examples pass; 2 known gaps among them\n"))
    let json = try await place.assay("test", "--rules", "House", "--format", "json")
    #expect(json.status == 1)
    let report = try object(json.output)
    #expect(report["passed"] as? Int == 6)
    #expect(report["failed"] as? Int == 7)
  }
}

@Suite struct `Drafting a company` {
  @Test(arguments: ["Quillmere Data", "Élan \"Vif\" & Fils", "새별데이터", "1&1"])
  func `prints a declaration that checks as it stands`(name: String) async throws {
    let place = try Workplace()
    let draft = try await place.assay("rules", "new", "company", name)
    #expect(draft.status == 0)
    try place.write(draft.output, to: "sub/House/ours.rules")
    let check = try await place.assay("check", "--rules", "sub/House")
    #expect(check.status == 0, "\(check.output)")
    let again = try await place.assay("rules", "new", "company", name, "--rules", "sub/House")
    #expect(again.status == 2)
    #expect(again.errors.contains("is declared already"), "\(again.errors)")
  }

  @Test func `without a name is refused in one line`() async throws {
    let run = try await Workplace().assay("rules", "new", "company", " ")
    #expect(run.status == 2)
    #expect(run.errors.contains("needs a name"))
  }
}

@Suite struct `Fitting rules` {
  /// Labelled articles about companies that no rule declares, each named twice, beside a town named once.
  private static let gold = (0..<60).map { number in
    let digits = String(number, radix: 5).map { ["ba", "ce", "di", "fo", "gu"][Int("\($0)") ?? 0] }
    let name = "Pel\(digits.joined())"
    let text = "News\\n\\n\(name) scraped posts, and \(name) paid. A town near Springwood slept."
    return """
      {"id": "n\(number)", "text": "\(text)", "near_misses": [], "labels": [{"company": "\(name)", \
      "signal": "scraping", "stance": "confirmed", "denied": false, "evidence": "scraped posts"}]}
      """
  }

  @Test func `of names prints a declaration that shows who else is an organisation`() async throws {
    let place = try Workplace()
    try place.write(Self.gold.joined(separator: "\n") + "\n", to: "gold.jsonl")
    let article = "News\n\nQuillmarsh scraped posts, and Quillmarsh paid."
    let before = try await place.assay("scan", "-", input: article)
    #expect(!before.output.contains(#""name":"Quillmarsh""#))
    let fitted = try await place.assay("rules", "name", "gold.jsonl")
    #expect(fitted.status == 0)
    #expect(fitted.output.contains("naming {\n  weighs "))
    try place.write(fitted.output, to: "rules/naming.rules")
    #expect(try await place.assay("check").status == 0)
    let after = try await place.assay("scan", "-", input: article)
    #expect(after.output.contains(#""name":"Quillmarsh""#))
    #expect(!after.output.contains("Springwood"))
  }

  @Test func `of names says where too little is labelled`() async throws {
    let place = try Workplace()
    try place.write(Self.gold[0] + "\n", to: "gold.jsonl")
    let run = try await place.assay("rules", "name", "gold.jsonl")
    #expect(run.status == 2)
    #expect(run.errors.contains("no sum of points is right often enough"))
  }

  /// Labelled articles of which those that name a sum are alleged and denied, in so many words nowhere.
  private static let told = (0..<120).map { number in
    let isAlleged = number % 2 == 0
    let text = "Northwind scraped posts\(isAlleged ? " for \(number + 3) euro" : ""). It rained."
    return """
      {"id": "t\(number)", "text": "\(text)", "near_misses": [], "labels": [{"company": "Northwind", \
      "signal": "scraping", "stance": "\(isAlleged ? "alleged" : "confirmed")", \
      "denied": \(isAlleged), "evidence": "scraped posts"}]}
      """
  }

  @Test func `of firmness prints cards by which another article is told`() async throws {
    let place = try Workplace()
    try place.write(Self.told.joined(separator: "\n") + "\n", to: "gold.jsonl")
    let article = "Pelican scraped posts for 700 euro. It rained."
    let before = try await place.assay("scan", "-", input: article)
    #expect(before.output.contains(#""stance":"confirmed""#))
    let fitted = try await place.assay("rules", "firm", "gold.jsonl")
    #expect(fitted.status == 0)
    #expect(fitted.output.contains("extend stance confirmed {\n  shares "))
    try place.write(fitted.output, to: "rules/firmness.rules")
    let checked = try await place.assay("check")
    #expect(checked.status == 0, "\(checked.errors)")
    let after = try await place.assay("scan", "-", input: article)
    #expect(after.output.contains(#""stance":"alleged""#))
    #expect(after.output.contains(#""denied":true"#))
    let other = try await place.assay("scan", "-", input: "Pelican scraped posts. It rained.")
    #expect(other.output.contains(#""stance":"confirmed""#))
    #expect(!other.output.contains(#""denied":true"#))
  }

  @Test func `of firmness without labels is refused in one line`() async throws {
    let run = try await Workplace().assay("rules", "firm", "nothing.jsonl")
    #expect(run.status == 2)
    #expect(run.errors.contains("nothing.jsonl"))
  }
}
