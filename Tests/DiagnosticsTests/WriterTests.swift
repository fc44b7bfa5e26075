import Diagnostics
import Expectations
import Foundation
import SourceText
import Testing

@Suite struct `The writers of diagnostics` {
  /// Two diagnostics that between them have everything, over a file with wide characters and a tab.
  static let sample: [Diagnostic] = {
    let rules = String(decoding: file, as: UTF8.self)
    return [
      Diagnostic(
        code: "E120", headline: "unknown vocabulary `use-as-dta`",
        primary: label("use-as-dta", "not declared in any rule file"),
        secondary: [
          Diagnostic.Label(
            file: "Rules/words.rules", range: ByteRange(11, 22),
            text: "the nearest is declared here")
        ],
        help: "did you mean `use-as-data`?",
        fix: Diagnostic.Fix(
          file: "Rules/a.rules", range: range("use-as-dta"), replacement: "use-as-data")),
      Diagnostic(
        code: "W301", headline: "100% of it, literally: nothing",
        primary: label("메타버스", "two columns a syllable")),
    ]
    func range(_ text: String) -> ByteRange {
      guard let found = rules.range(of: text) else { return ByteRange(0, 0) }
      let start = rules.utf8.distance(from: rules.startIndex, to: found.lowerBound)
      return ByteRange(start, start + text.utf8.count)
    }
    func label(_ text: String, _ says: String) -> Diagnostic.Label {
      Diagnostic.Label(file: "Rules/a.rules", range: range(text), text: says)
    }
  }()

  static let file = Array(
    """
    signal pirated-works in provenance {
    \tmatch near [actor] {use-as-dta} {pirated} within sentence
      skips ko "👩‍👩‍👧 é 메타버스 업체"
    }

    """.utf8)

  static func source(_ name: String) -> [UInt8]? {
    switch name {
    case "Rules/a.rules": file
    case "Rules/words.rules": Array("vocabulary use-as-data \"Uses\" {\n}\n".utf8)
    default: nil
    }
  }

  static let writers: [(name: String, writer: any DiagnosticWriter)] = [
    ("plain.txt", PlainWriter()), ("ansi.txt", PlainWriter(colour: .ansi)),
    ("diagnostics.json", JSONWriter()), ("annotations.txt", AnnotationWriter()),
  ]

  @Test(arguments: writers.indices)
  func `show the shared sample as its golden file does`(_ index: Int) {
    let (name, writer) = Self.writers[index]
    let golden = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/writers/\(name)")
    let shown = writer.text(of: Self.sample, source: Self.source)
    #expect(Golden.difference(shown, from: golden) == nil)
  }

  @Test(arguments: writers.indices)
  func `do without a file that is gone, and with ranges beyond its end`(_ index: Int) {
    let writer = Self.writers[index].writer
    #expect(writer.text(of: Self.sample) { _ in nil }.contains("E120"))
    #expect(writer.text(of: Self.sample) { _ in [] }.contains("E120"))
    #expect(writer.text(of: Self.sample) { _ in [0xED, 0x95] }.contains("E120"))
  }

  @Test func `have nothing to say of nothing`() {
    #expect(PlainWriter().text(of: [], source: Self.source) == "")
    #expect(AnnotationWriter().text(of: [], source: Self.source) == "")
    let json = JSONWriter().text(of: [], source: Self.source)
    #expect(json.filter { !$0.isWhitespace } == "[]")
  }

  @Test func `show nothing that could draw over the message`() {
    let bytes = Array("a \u{1B}[2J \u{202E}b\n".utf8)
    let hostile = Diagnostic(
      code: "E001", headline: "\u{1B}]0;x\u{7}\nline",
      primary: Diagnostic.Label(file: "a\u{1B}.rules", range: ByteRange(0, 1)))
    let shown = PlainWriter().text(of: [hostile]) { _ in bytes }
    #expect(!shown.unicodeScalars.contains("\u{1B}") && !shown.unicodeScalars.contains("\u{202E}"))
    #expect(shown.split(separator: "\n").count == 4)
    let command = AnnotationWriter().text(of: [hostile]) { _ in bytes }
    #expect(command.split(separator: "\n").count == 1)
  }

  @Test func `cut long lines around what is meant`() {
    for place in [0, 5, 5_000, 19_990, 20_000] {
      for length in [0, 1, 90, 10_000] {
        let bytes = [UInt8](repeating: 0x61, count: 20_000)
        let range = ByteRange(place, min(place + length, 20_000))
        let diagnostic = Diagnostic(
          code: "E001", headline: "x", primary: Diagnostic.Label(file: "a", range: range))
        let lines = PlainWriter().text(of: [diagnostic]) { _ in bytes }.split(separator: "\n")
        #expect(lines[2].count <= 5 + Diagnostics.Limits.sourceColumns + 2)
        #expect(lines[2].contains("…"))
        #expect(lines[3].contains("^") && lines[3].count <= lines[2].count + 1)
      }
    }
  }
}
