import ArticleReading
import Auditing
import Expectations
import Findings
import SourceText
import Testing

@Suite struct `Hostile texts` {
  /// Pieces that the rules of the bench look for, and pieces that break naive readers.
  private static let pieces = [
    "Google", "Meta", "Bolwerk", "Instagram", "the company", "The Dutch firm", "Dutch", "it", " ",
    " ", "\n", "\n\n",
    "scraped", "posts", "accuses", "lawsuit", "against", "from", "unlike", "not", "if", "?", ".",
    "!", ",",
    "and", "allegedly", "denies", "dismissed", "did the same", "that is untrue", "Tags:",
    "Comments", "Related stories",
    "40", "€", "1,2.3", "Pocketlark Labs", "the app Foo", "Doe v. Meta", "first reported by Wire",
    "several labs", "\u{0}", "\u{FEFF}", "e\u{301}", "漢字", "가나", "かな", "👨‍👩‍👧", "\r\n", "\u{2028}", "ﬁ",
    "İ",
    "(", ")", "«", "”", "|", "»", "#tag", "-", "–", "\u{AD}", "....",
  ]

  @Test(arguments: 0..<300) func `never trap, and are quoted as they are`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bench = try Self.bench.get()
    var text = ""
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { text += " " }
    }
    let title = Bool.random(using: &random) ? "Google \(text.prefix(20))" : nil
    var scanner = bench.auditor.scanner()
    let scan = scanner.scan(
      Article(id: "x", title: title, text: text, published: Day("2026-01-02")))
    let body = Array(text.utf8)
    for finding in scan.findings {
      #expect(!finding.events.isEmpty)
      for evidence in finding.events.flatMap(\.evidence)
      where evidence.part != .title || title == nil {
        #expect(evidence.start <= evidence.end && evidence.end <= body.count)
        let quoted = String(decoding: body[evidence.start..<evidence.end], as: UTF8.self)
        #expect(quoted == evidence.quote)
      }
    }
    #expect(
      scanner.scan(Article(id: "x", title: title, text: text, published: Day("2026-01-02"))) == scan
    )
  }

  /// Texts that go on and on, by their piece and a piece that stands but once.
  private static let endless: [(piece: String, first: String)] = [
    ("Google, Meta and Reddit scraped posts from it and the company accuses it of it ", ""),
    ("Google scraped posts. Meta denies it. Reddit did the same. ", ""),
    ("Meta,scraped,posts,", ""),
    ("| | |\n", ""),
    ("The app Foo scraped posts, Wire said. ", ""),
    ("Google archived the archives. ", "The regulator. "),
  ]

  @Test(arguments: endless) func `cost no more than their length`(
    piece: String, first: String
  ) throws {
    let bench = try Self.bench.get()
    var scanner = bench.auditor.scanner()
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      // A number in each, so that none is a copy of another.
      let text = first + (0..<count).map { "\(piece.dropLast())\($0)\(piece.suffix(1))" }.joined()
      let article = Article(id: "x", text: text)
      // The least of three: another process may have taken the core in any one.
      return (0..<3).map { _ in clock.measure { _ = scanner.scan(article) } }.min() ?? .zero
    }
    _ = time(20)
    // Eight times the text may cost a good deal more than eight times on a busy machine, not its square.
    let ratio = time(3200) / time(400)
    #expect(ratio < 24, "8 × the text took \(ratio) × the time")
  }

  @Test func `without a blank are quoted in parts`() throws {
    let bench = try Self.bench.get()
    let text = String(repeating: "é", count: 3_000) + String(repeating: ",Meta", count: 2_100)
    let scan = bench.scan(text + ",scraped,posts")
    let quote = try #require(scan.findings.first?.events.first?.evidence.first)
    #expect(quote.quote.hasSuffix(",Meta,scraped,posts"))
    #expect(quote.end == text.utf8.count + ",scraped,posts".utf8.count)
  }

  private static let bench = Result { try RuleBench(benchRules) }
}
