import ArticleReading
import SourceText
import Testing

@Suite struct `Markdown` {
  @Test func `front matter gives the fields, and the text is what follows it`() throws {
    let text = """
      ---
      title: "Meta: fined"
      date: 2025-03-21T10:00:00Z
      publisher: 'Leine-Kurier'
      url: https://example.org/a
      lang: de
      tags: [a, b]
      ---

      # Another heading

      Der Text.

      """
    let article = try #require(try Scratch().read("a.md", text).first?.article)
    #expect(article.title == "Meta: fined")
    #expect(article.published?.description == "2025-03-21")
    #expect(article.publisher == "Leine-Kurier")
    #expect(article.url == "https://example.org/a")
    #expect(article.language == "de")
    #expect(article.id == "a.md")
    #expect(article.text == "\n# Another heading\n\nDer Text.\n")
  }

  @Test func `line ends of Windows divide front matter too`() throws {
    let items = try Scratch().read("a.md", "---\r\ntitle: T\r\n---\r\nBody.\r\n")
    #expect(items.first?.article?.title == "T")
    #expect(items.first?.article?.text == "Body.\r\n")
  }

  @Test(arguments: [
    ("# Heading #\n\nText.", "Heading"),
    ("Intro.\n\n# C# in court\n", "C# in court"),
    ("## Second level\n\n# First\n", "First"),
    ("```\n# a comment\n```\n# Heading\n", "Heading"),
    ("#hashtag\n\nText.", nil),
    ("Text.", nil),
  ])
  func `the first heading of the first level is the title`(text: String, title: String?) throws {
    let article = try #require(try Scratch().read("a.md", text).first?.article)
    #expect(article.title == title)
    #expect(article.text == text)
  }

  @Test func `a rule across the page that is never closed is no front matter`() throws {
    let most = ReadingLimits.standard.frontMatterLinesMax
    for (lines, isMatter) in [(most - 1, true), (most, false)] {
      let text = "---\n" + String(repeating: "title: T\n", count: lines) + "---\nText."
      let article = try #require(try Scratch().read("a.md", text).first?.article)
      #expect((article.text == "Text.") == isMatter)
    }
  }

  @Test func `a date that is none is left out and noted`() throws {
    let item = try #require(try Scratch().read("a.md", "---\ndate: soon\n---\nText.").first)
    #expect(item.article?.published == nil)
    #expect(item.notes == ["published is not a date: `soon`"])
  }

  @Test func `front matter without a text is empty`() throws {
    let item = try #require(try Scratch().read("a.md", "---\ntitle: T\n---\n\n").first)
    #expect(item.unread?.reason == .empty)
  }
}
