import SourceText
import Diagnostics
import Expectations
import RuleLanguage
import Testing

@Suite struct `Whatever the bytes` {
  /// The rule files that are changed; read once.
  static let shipped = Result { try shippedRules() }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `a changed rule file is read whole and formatted without loss`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let source = try #require(Self.shipped.get().randomElement(using: &random))
    var bytes = Array(source.bytes.prefix(8_192))
    for _ in 0..<Int.random(in: 1...12, using: &random) { mutate(&bytes, &random) }
    expectWhole(bytes)
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `a heap of the language's pieces is read whole and formatted without loss`(seed: UInt64) {
    var random = SeededGenerator(seed: seed &+ 10_000)
    var text = ""
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
    }
    expectWhole(Array(text.utf8))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `noise is read whole`(seed: UInt64) {
    var random = SeededGenerator(seed: seed &+ 20_000)
    let count = Int.random(in: 0...300, using: &random)
    expectWhole((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  @Test func `a long line of anything takes no more than linear time`() {
    let hostile = [
      "“", "“\"", "{", "{x ", "{x y}", "}", "[", "<", "'", "‘", "\"", "\\", "é", "é ", "a.", "..",
      "-", "}}", "{}", "l'", "=", "“a”",
    ]
    for piece in hostile {
      for head in ["x ", "  "] {
        let text = head + String(repeating: piece, count: 60_000 / piece.utf8.count)
        let clock = ContinuousClock()
        let time = clock.measure { expectWhole(Array(text.utf8)) }
        #expect(time < .seconds(5), "\(piece) took \(time)")
      }
    }
  }

  private let pieces = [
    "\n", "\n", "\n", "\n  ", "\n  ", " ", "  ", "\t", "\r\n", "{", "}", " {\n", "\n}\n", "{a|b}",
    "{ a | b }", "[actor]", "[", "<money>", "<", "..", "..6", "->", ",", ":", "|", "en:", "en: ",
    "\"text\"", "\"a \\\" b\"", "\"", "“x”", "“", "’", "메타", "é", "company ", "signal x in y ",
    "\nsignal x in y {\n", "\nstance alleged {\n", "suppress ", "\nextend vocabulary v {\n",
    "match near ", "firmness 2", "title ", "2026-11-21", "0.35", "# a comment", " ## words\n", ";",
    "\u{A0}", "\u{3000}", "\u{FEFF}", "\\", "<<<<<<<", "\u{0}", "finds en ", "'", "-",
  ]
}

/// Expects that a file is read without loss, its diagnostics lie in it, and formatting keeps it.
private func expectWhole(_ bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) {
  let tree = parse(RuleSource(path: "x.rules", bytes: bytes))
  #expect(written(tree) == bytes, sourceLocation: location)
  for diagnostic in tree.diagnostics {
    #expect(diagnostic.primary.range.upper <= bytes.count, sourceLocation: location)
  }
  for token in tree.tokens where token.kind == .fault {
    #expect(!tree.diagnostics.isEmpty, sourceLocation: location)
    break
  }
  expectKept(tree, location)
}

private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
  let at = Int.random(in: 0...bytes.count, using: &random)
  let length = min(Int.random(in: 1...8, using: &random), bytes.count - at)
  switch Int.random(in: 0..<5, using: &random) {
  case 0: bytes.removeSubrange(at..<at + length)
  case 1: bytes.insert(contentsOf: bytes[at..<at + length], at: at)
  case 2: bytes.insert(Array("{}\"\n[]<>#:,|.- é“".utf8).randomElement(using: &random) ?? 0, at: at)
  case 3 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
  default: bytes.insert(contentsOf: Array("\n}\n".utf8), at: at)
  }
}
