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

  @Test func `cost no more than their length`() throws {
    let bench = try Self.bench.get()
    var scanner = bench.auditor.scanner()
    let piece = "Google, Meta and Reddit scraped posts from it and the company accuses it of it "
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let article = Article(id: "x", text: String(repeating: piece, count: count))
      return clock.measure { _ = scanner.scan(article) }
    }
    _ = time(20)
    // Eight times the text may cost a good deal more than eight times on a busy machine, not its square.
    let ratio = time(1600) / time(200)
    #expect(ratio < 24, "8 × the text took \(ratio) × the time")
  }

  private static let bench = Result { try RuleBench(benchRules) }
}
