import ArticleReading
import Evaluation
import Findings
import Foundation
import Testing

@Suite struct `Labelled articles` {
  private func read(_ lines: String) throws -> (articles: [GoldArticle], unread: [UnreadInput]) {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "assay-gold-\(UUID().uuidString).jsonl"
    ).path
    try Data(lines.utf8).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    return try GoldReader().articles(at: [path])
  }

  @Test func `labels, near misses and noted organisations come with their article`() throws {
    let (articles, unread) = try read(
      #"{"id": "a", "lang": "nl", "text": "T", "labels": [{"company": "Meta", "signal": "s","#
        + #" "stance": "alleged", "denied": true, "evidence": "T"}], "near_misses":"#
        + #" [{"company": "X", "signal": "s", "why": "w"}], "organisations": ["Q"]}"# + "\n"
        + #"{"text": "U", "labels": []}"#)
    #expect(unread.isEmpty)
    #expect(articles.map(\.article.text) == ["T", "U"])
    #expect(
      articles.first?.labels == [
        GoldLabel(company: "Meta", signal: "s", stance: .alleged, denied: true, evidence: "T")
      ])
    #expect(articles.first?.nearMisses == [NearMiss(company: "X", signal: "s", why: "w")])
    #expect(articles.map(\.organisations) == [["Q"], []])
  }

  @Test(arguments: [
    (#"{"text": "T"}"#, "parse-error: no `labels`"),
    (
      #"{"text": "T", "labels": [{"company": "M", "stance": "alleged", "denied": false}]}"#,
      "parse-error: labels.0: no `signal`"
    ),
    (
      #"{"text": "T", "labels": [{"company": "M", "signal": "s", "stance": "sure", "denied": false}]}"#,
      "parse-error: labels.0.stance: a value that it cannot have"
    ),
    (
      #"{"text": "T", "labels": [{"company": "M", "signal": "s", "stance": "alleged", "denied": 1}]}"#,
      "parse-error: labels.0.denied: a value that is no Bool"
    ),
    (#"{"labels": []}"#, "no-text: the object has no `text`"),
  ])
  func `a line that is no labelled article says where`(line: String, text: String) throws {
    let (articles, unread) = try read(line + "\n" + #"{"text": "U", "labels": []}"#)
    #expect(articles.count == 1)
    #expect(unread.map(\.text) == [text])
  }

  @Test func `a path that does not exist is an error`() {
    #expect(throws: ReadError.self) { try GoldReader().articles(at: ["/nowhere/gold.jsonl"]) }
  }
}
