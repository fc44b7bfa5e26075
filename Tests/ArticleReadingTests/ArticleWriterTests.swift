import ArticleReading
import SourceText
import Testing

@Suite struct `The article writer` {
  @Test func `keys stand in the contract's order and slashes as they are`() {
    let article = Article(
      id: "a", title: "T \"x\"", text: "é\n📰/\\\u{1}", url: "https://e.org/a", publisher: "P",
      published: Day("2025-03-21"), language: "ko")
    #expect(
      ArticleWriter().line(article)
        == #"{"id":"a","title":"T \"x\"","text":"é\n📰/\\\u0001","url":"https://e.org/a","#
        + #""publisher":"P","published":"2025-03-21","lang":"ko"}"#)
  }

  @Test func `what is not known is left out`() {
    #expect(ArticleWriter().line(Article(id: "a", text: "b")) == #"{"id":"a","text":"b"}"#)
  }

  @Test func `a line reads back as the same article`() throws {
    let line = ArticleWriter().line(
      Article(
        id: "a", title: "\u{2028}\t", text: "e\u{301} \u{0} \u{7F} 메타\r\n", url: "u",
        publisher: "p", published: Day("1999-12-31"), language: "nl"))
    let article = try #require(try Scratch().read("a.jsonl", line).first?.article)
    #expect(ArticleWriter().line(article) == line)
  }
}
