import SourceText
import Diagnostics
import Expectations
import Foundation
import RuleLanguage
import Testing

@Suite struct `The messages on the form of a file` {
  static let fixtures = Golden.fixtures("messages", ending: ".rules")

  @Test(arguments: fixtures)
  func `say what is wrong, where, and what helps`(_ file: URL) throws {
    let source = RuleSource(path: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
    let shown = PlainWriter().text(of: parse(source).diagnostics) { _ in source.bytes }
    let golden = file.deletingPathExtension().appendingPathExtension("txt")
    #expect(Golden.difference(shown, from: golden) == nil)
  }

  @Test(arguments: fixtures)
  func `keep every byte of the file in the tree`(_ file: URL) throws {
    let source = RuleSource(path: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
    #expect(written(parse(source)) == source.bytes)
  }

  @Test func `have an explanation each, and each explanation a message`() throws {
    var shown: Set = ["E007"]
    for file in Self.fixtures {
      let source = RuleSource(path: "x.rules", bytes: Array(try Data(contentsOf: file)))
      shown.formUnion(parse(source).diagnostics.map(\.code))
    }
    #expect(shown.sorted() == RuleLanguage.explanations.map(\.code))
    for explanation in RuleLanguage.explanations {
      #expect(explanation.text.contains("wrong:") && explanation.text.contains("right:"))
    }
  }

  @Test func `offer fixes that leave no mistake where they mend all of them`() throws {
    let mended = [
      "typographic-quotes", "unknown-declaration", "text-without-quotes", "block-on-one-line",
      "closing-brace-after-statement", "missing-opening-brace", "opening-brace-on-the-next-line",
      "indented-declaration", "long-line",
    ]
    for name in mended {
      let file = try #require(Self.fixtures.first { $0.lastPathComponent == "\(name).rules" })
      var bytes = Array(try Data(contentsOf: file))
      let tree = parse(RuleSource(path: name, bytes: bytes))
      #expect(!tree.diagnostics.isEmpty)
      for diagnostic in tree.diagnostics.reversed() {
        let fix = try #require(diagnostic.fix, "\(name)")
        bytes.replaceSubrange(fix.range.indices, with: fix.replacement.utf8)
      }
      let again = parse(RuleSource(path: name, bytes: bytes))
      #expect(again.diagnostics == [], "\(name): \(String(decoding: bytes, as: UTF8.self))")
      #expect(again.declarations.count == tree.declarations.count)
    }
  }

  @Test func `end after a hundred`() {
    let text = String(repeating: "company a \"A\" {\n  b ;\n}\n", count: 150)
    let diagnostics = parsed(text).diagnostics
    #expect(diagnostics.count == RuleLanguage.Limits.diagnosticsPerFile + 1)
    #expect(diagnostics.last?.code == "E007")
    #expect(diagnostics.last?.primary.range == diagnostics.last.map { $0.primary.range })
  }

  @Test func `refuse a file over the limit, and take one at it`() {
    let comment = [UInt8](repeating: 0x23, count: RuleLanguage.Limits.fileBytes)
    let taken = parse(RuleSource(path: "x.rules", bytes: comment))
    #expect(taken.diagnostics == [])
    let refused = parse(RuleSource(path: "x.rules", bytes: comment + [0x0A]))
    #expect(refused.diagnostics.map(\.code) == ["E007"])
    #expect(written(refused) == comment + [0x0A])
    #expect(format(refused) == comment + [0x0A])
  }
}
