import Findings
import Foundation
import SourceText
import Testing

@Suite struct `A stance` {
  @Test func `joins to the firmest, in any order and however often`() {
    for a in Stance.allCases {
      #expect(a.joined(with: a) == a)
      for b in Stance.allCases {
        #expect(a.joined(with: b) == b.joined(with: a))
        #expect(a.joined(with: b).firmness == max(a.firmness, b.firmness))
        for c in Stance.allCases {
          #expect(a.joined(with: b).joined(with: c) == a.joined(with: b.joined(with: c)))
        }
      }
    }
    #expect(Stance.allCases.map(\.firmness) == [3, 2, 1, 0])
  }
}

@Suite struct `A line of a scan` {
  private static let evidence = Evidence(
    quote: "“Quote”", start: 1, end: 12, line: 1, column: 2, part: .lead)
  private static let event = Event(
    case: "2026-Q1", day: "2026-01-02", voice: "P", stance: .alleged, denied: true, weak: false,
    evidence: [evidence],
    lineage: Lineage(
      rule: "Rules/x.rules:1", pattern: "near {a}", frame: "[accuser] {b}",
      terms: [.init(concept: "a", text: "x", start: 1, end: 2)],
      roles: [.init(role: "actor", name: "Meta", text: "it", start: 3, end: 5, by: "frame")],
      cue: .init(concept: "stance.alleged", text: "alleges", start: 6, end: 9)))
  private static let article = ScannedArticle(
    article: ArticleHeader(
      id: "a", digest: "d", title: nil, url: nil, publisher: "P", published: "2026-01-02",
      languages: ["en"], bytes: 12, fingerprint: "f"),
    findings: [
      Finding(
        company: "Meta", signal: "data-sale", stance: .alleged, denied: true, events: [event])
    ], companies: ["Meta"],
    unlisted: [Unlisted(name: "Pocketlark", signal: "data-sale", evidence: evidence)],
    unattributed: [Unattributed(signal: "data-sale", evidence: evidence)], rules: "r")

  static let lines: [ScanLine] = [
    .article(article), .unread(Unread(source: "b:2", reason: "empty", digest: nil)),
    .tally(ScanTally(read: 1, unread: 1)),
  ]

  @Test(arguments: lines) func `reads back as what was written`(_ line: ScanLine) throws {
    let data = try JSONEncoder().encode(line)
    #expect(try JSONDecoder().decode(ScanLine.self, from: data) == line)
  }

  @Test func `has the keys of the contract`() throws {
    let data = try JSONEncoder().encode(ScanLine.article(Self.article))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let keys = ["article", "companies", "findings", "rules", "unattributed", "unlisted"]
    #expect(Set(object.keys) == Set(keys))
    let finding = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(Set(finding.keys) == ["company", "denied", "events", "signal", "stance"])
    let event = try #require((finding["events"] as? [[String: Any]])?.first)
    let parts = ["case", "day", "denied", "evidence", "lineage", "stance", "voice", "weak"]
    #expect(Set(event.keys) == Set(parts))
  }
}

@Suite struct `A fingerprint` {
  @Test func `depends on company, signal and case, and on nothing else`() {
    let one = Finding.fingerprint(company: "Meta", signal: "data-sale", case: "2026-Q1")
    #expect(one == Finding.fingerprint(company: "Meta", signal: "data-sale", case: "2026-Q1"))
    #expect(one != Finding.fingerprint(company: "Meta", signal: "data-sale", case: "2026-Q2"))
    #expect(one.description.count == 64)
  }
}
