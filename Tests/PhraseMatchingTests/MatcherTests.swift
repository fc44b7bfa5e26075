import Expectations
import PhraseMatching
import SourceText
import Testing

/// Runs both matchers over a text and returns what they agree on, as texts of the original.
private func found(_ phrases: [Phrase], in text: String) -> [String] {
  var folding = Folding()
  let original = Array(text.utf8)
  let folded = folding.fold(bytes: original)
  var scanner = PhraseScanner(PhraseTable(phrases))
  var hits: [Hit] = []
  scanner.scan(folded, original: original, into: &hits)
  hits.sort { ($0.range, $0.phrase) < ($1.range, $1.phrase) }
  #expect(hits == ObviousMatcher(phrases).hits(in: folded, original: original))
  return hits.map { String(decoding: original[folded.original($0.range).indices], as: UTF8.self) }
}

private func phrase(
  _ text: String, left: Bool = true, right: Bool = true, spelling: Phrase.Spelling = .any
) -> Phrase {
  var folding = Folding()
  return Phrase(
    folded: folding.fold(text), boundedLeft: left, boundedRight: right, spelling: spelling)
}

@Suite struct `The matcher` {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var phrases: [Phrase]
    var text: String
    var hits: [String]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "finds words whole and in any case", phrases: [phrase("ring")],
      text: "During the RING, a ring.", hits: ["RING", "ring"]),
    Case(
      testDescription: "takes blanks, line breaks and hyphens for one another",
      phrases: [phrase("opt out")], text: "opt-out, opt\n out, opt\u{00A0}out, optout",
      hits: ["opt-out", "opt\n out", "opt\u{00A0}out"]),
    Case(
      testDescription: "lets particles follow Hangul and nothing stand before it",
      phrases: [phrase("메타", right: false)], text: "메타는 신메타 Meta메타가", hits: ["메타", "메타"]),
    Case(
      testDescription: "sees a boundary where the script changes", phrases: [phrase("openai")],
      text: "OpenAI는 xOpenAI", hits: ["OpenAI"]),
    Case(
      testDescription: "finds Han and Kana anywhere",
      phrases: [phrase("漏洩", left: false, right: false)], text: "個人情報漏洩事件", hits: ["漏洩"]),
    Case(
      testDescription: "holds names that are words to their spelling",
      phrases: [phrase("Meta", spelling: .asWritten(Array("Meta".utf8)))],
      text: "meta Meta META mEta", hits: ["Meta", "META"]),
    Case(
      testDescription: "holds the capitals of one word and not of the next",
      phrases: [phrase("AI model", spelling: .capitals(words: 1))],
      text: "AI Model, ai model, Ai model", hits: ["AI Model"]),
    Case(
      testDescription: "finds word ends behind an open beginning",
      phrases: [phrase("verfahren", left: false)], text: "Eilverfahren verfahrend",
      hits: ["verfahren"]),
    Case(
      testDescription: "folds ligatures, full width and decomposed marks",
      phrases: [phrase("file"), phrase("café"), phrase("api")],
      text: "ﬁle cafe\u{0301} ＡＰＩ", hits: ["ﬁle", "cafe\u{0301}", "ＡＰＩ"]),
    Case(
      testDescription: "finds overlapping phrases all",
      phrases: [phrase("data"), phrase("data breach"), phrase("breach")], text: "data breach",
      hits: ["data", "data breach", "breach"]),
    Case(testDescription: "finds nothing in nothing", phrases: [phrase("a")], text: "", hits: []),
  ]

  @Test(arguments: cases) func `agrees with the obvious one`(_ example: Case) {
    #expect(found(example.phrases, in: example.text) == example.hits)
  }

  @Test(arguments: 0..<200) func `agrees with the obvious one on random texts`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("ab -'Aé가나漢かl.\u{0301}ﬁ\n0")
    func text(_ count: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: count, using: &random)).compactMap { _ in
          letters.randomElement(using: &random)
        })
    }
    let phrases = (0..<12).map { _ in
      let written = text(1...4)
      let spellings: [Phrase.Spelling] = [
        .any, .any, .capitals(words: 1), .asWritten(Array(written.utf8)),
      ]
      return phrase(
        written, left: .random(using: &random), right: .random(using: &random),
        spelling: spellings.randomElement(using: &random) ?? .any)
    }
    _ = found(phrases, in: text(0...80))
  }
}
