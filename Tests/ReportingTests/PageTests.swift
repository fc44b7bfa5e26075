import Expectations
import Findings
import Foundation
import Reporting
import Testing

@Suite struct `The page` {
  /// The names of its elements in order, closing ones with a slash; fails on what a reader of HTML would
  /// take for markup and we did not write.
  private static func tags(_ html: String) throws -> [(name: String, attributes: String)] {
    let tag = try Regex("<(/?[a-zA-Z!][a-zA-Z0-9]*)((?:\\s[^<>]*)?)>")
    return html.matches(of: tag).compactMap { match in
      guard let name = match.output[1].substring, let rest = match.output[2].substring else {
        return nil
      }
      return (String(name), String(rest))
    }
  }

  private static func page() throws -> String { HTMLReport(try Sample.whole()).text() }

  @Test func `asks nothing of a network and runs nothing`() throws {
    let page = try Self.page()
    #expect(
      page.contains(#"content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;""#))
    let allowed: Set = [
      "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "header", "main", "footer",
      "nav", "section", "article", "div", "h1", "h2", "h3", "h4", "p", "ul", "li", "dl", "dt", "dd",
      "table", "thead", "tbody", "tr", "th", "td", "figure", "blockquote", "figcaption", "details",
      "summary", "pre", "a", "b", "bdi", "code", "mark", "q", "small", "span", "strong", "time",
      "svg", "rect", "line",
    ]
    for (name, attributes) in try Self.tags(page) {
      let plain = name.hasPrefix("/") ? String(name.dropFirst()) : name
      #expect(allowed.contains(plain), "<\(name)>")
      #expect(!attributes.contains(" on"), "<\(name)\(attributes)>")
      #expect(!attributes.contains(" src="), "<\(name)\(attributes)>")
    }
    #expect(!page.contains("@import"))
    #expect(!page.contains("url("))
  }

  @Test func `closes every element that it opens`() throws {
    var open: [String] = []
    for (name, _) in try Self.tags(try Self.page()) where !["!DOCTYPE", "meta"].contains(name) {
      if name.hasPrefix("/") {
        #expect(open.popLast() == String(name.dropFirst()))
      } else {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test func `links only within itself and to the web`() throws {
    let link = try Regex("href=\"([^\"]*)\"")
    let page = try Self.page()
    for match in page.matches(of: link) {
      let target = match.output[1].substring ?? ""
      #expect(target.hasPrefix("#") || target.hasPrefix("https://") || target.hasPrefix("http://"))
      if target.hasPrefix("#") { #expect(page.contains("id=\"\(target.dropFirst())\"")) }
    }
    #expect(!page.contains("href=\"javascript"))
  }

  @Test func `shows hostile text as text`() throws {
    let page = try Self.page()
    #expect(page.contains("&lt;/script&gt;"))
    #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("\u{202E}"))
    #expect(!page.contains("\u{1B}"))
  }

  @Test func `marks the words that fired, wherever the article has them`() throws {
    let page = try Self.page()
    #expect(page.contains("<mark>downloaded</mark> <mark>pirated books</mark>."))
    #expect(page.contains(#"Novelists <mark class="cue">allege</mark> that"#))
    #expect(page.contains(#"<mark class="actor">메타</mark>가 <mark>해적판</mark>"#))
    #expect(page.contains("<mark>باعت</mark>"))
  }

  @Test func `says the language of every quote`() throws {
    for (name, attributes) in try Self.tags(try Self.page()) where name == "blockquote" {
      #expect(attributes.contains(" lang=\"") && attributes.contains("dir=\"auto\""))
    }
    #expect(try Self.page().contains(#"<blockquote lang="ko" dir="auto">"#))
  }

  @Test func `takes no language for what is none`() throws {
    var value = try JSONDecoder().decode(
      JSONValue.self, from: try JSONReport.data(try Sample.whole()))
    for place in value["articles"]?.items.indices ?? 0..<0 {
      value = value.changing(["articles", "\(place)", "languages"]) {
        $0 = .array([.string("en\" onload=\"alert(1)")])
      }
    }
    let page = HTMLReport(try JSONReport.report(try JSONEncoder().encode(value))).text()
    #expect(!page.contains("<blockquote lang"))
    #expect(!page.contains("onload=\""))
  }

  /// The page must not say less than the report: every company, quote, input and reason stands in it.
  @Test func `leaves nothing of the report out`() throws {
    let value = try JSONDecoder().decode(
      JSONValue.self, from: try JSONReport.data(try Sample.whole()))
    let page = try Self.page()
    for company in value["companies"]?.items ?? [] {
      #expect(page.contains(Self.escaped(company["name"]?.text)))
      for finding in company["findings"]?.items ?? [] {
        #expect(page.contains(finding["fingerprint"]?.text ?? "?"))
        for quote in finding["quotes"]?.items ?? [] {
          #expect(page.contains(Self.escaped(quote["voice"]?.text)))
          #expect(page.contains(Self.escaped(quote["lineage"]?["rule"]?.text)))
        }
      }
      for prospect in company["prospects"]?.items ?? [] {
        #expect(page.contains(Self.escaped(prospect["change"]?.text)))
      }
    }
    for entry in value["unread"]?.items ?? [] {
      #expect(page.contains(Self.escaped(entry["source"]?.text)))
      #expect(page.contains(Self.escaped(entry["reason"]?.text)))
    }
    for key in ["unlisted", "unattributed"] {
      for lead in value[key]?.items ?? [] {
        #expect(page.contains(Self.escaped(lead["evidence"]?["quote"]?.text)))
      }
    }
    for limit in value["limits"]?.items ?? [] { #expect(page.contains(Self.escaped(limit.text))) }
    for entry in value["suppressed"]?.items ?? [] {
      #expect(page.contains(Self.escaped(entry["because"]?.text)))
    }
  }

  private static func escaped(_ text: String?) -> String {
    (text ?? "?").replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }

  @Test func `says that nothing was found where nothing was`() throws {
    let page = HTMLReport(try Sample.report([])).text()
    #expect(page.contains("No company was found to do any of it."))
  }

  /// A picture must add up: the bars of a company with many contributions are gathered, not dropped.
  @Test func `gathers the bars of a long sum`() throws {
    let articles = (0..<30).map { number in
      let quote = "Meta sold data, part \(number)."
      return SampleArticle(
        id: "a\(number)", title: nil, text: quote, voice: "voice \(number)",
        published: "2026-01-0\(number % 9 + 1)",
        said: [
          .init(
            company: "Meta", signal: "data-sale", stance: .confirmed, quote: quote,
            words: ["sold"], actor: "Meta", name: "case-\(number)")
        ])
    }
    let page = HTMLReport(try Sample.report(articles)).text()
    #expect(page.matches(of: /<tr class="gain">/).count == Limits.bars)
    #expect(page.contains("smaller ones"))
  }

  @Test func `folds the quotes of a long finding`() throws {
    let articles = (0..<Limits.openQuotes + 4).map { number in
      let quote = "Meta sold data, as voice \(number) says."
      return SampleArticle(
        id: "a\(number)", title: nil, text: quote, voice: "voice \(number)",
        published: "2026-01-01",
        said: [
          .init(
            company: "Meta", signal: "data-sale", stance: .confirmed, quote: quote,
            words: ["sold"], actor: "Meta")
        ])
    }
    let page = HTMLReport(try Sample.report(articles)).text()
    #expect(page.contains("<summary>4 more quotes</summary>"))
    #expect(page.matches(of: /<blockquote/).count == articles.count)
  }

  @Test(arguments: [0, 1])
  func `takes a language tag of the longest length and none longer`(_ more: Int) throws {
    var article = Sample.articles[0]
    article.language = String(repeating: "x", count: Limits.languageTagBytes + more)
    let page = HTMLReport(try Sample.report([article])).text()
    #expect(page.contains("<blockquote lang=\"\(article.language)\"") == (more == 0))
  }
}
