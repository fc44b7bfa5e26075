import SourceText
import Diagnostics
import Expectations
import Foundation
import RuleLanguage
import Testing

@Suite struct `The formatter` {
  @Test(arguments: Golden.fixtures("layout", ending: ".rules"))
  func `lays a file out as its fixture shows`(_ file: URL) throws {
    let tree = parse(RuleSource(path: "x.rules", bytes: Array(try Data(contentsOf: file))))
    #expect(tree.diagnostics == [])
    let golden = file.deletingPathExtension().appendingPathExtension("txt")
    #expect(Golden.difference(String(decoding: format(tree), as: UTF8.self), from: golden) == nil)
  }

  @Test func `gives a file with mistakes back as it is`() {
    let text = "company   meta \"Meta {\n}\n"
    #expect(format(parsed(text)) == Array(text.utf8))
  }

  @Test func `ends lines alike and drops the byte-order mark`() {
    let text = "\u{FEFF}## A stance.\r\nstance alleged {\r\n firmness 2\r\n}"
    #expect(parsed(text).declarations.first?.documentation == ["A stance."])
    #expect(
      format(parsed(text)) == Array("## A stance.\nstance alleged {\n  firmness 2\n}\n".utf8))
  }

  @Test func `leaves an empty file empty`() {
    #expect(format(parsed("")) == [])
    #expect(format(parsed("\n \n")) == [])
  }

  @Test func `keeps the shipped files' tokens, and its own work as it is`() throws {
    let shipped = try shippedRules()
    #expect(!shipped.isEmpty)
    for source in shipped {
      expectKept(parse(source))
    }
  }
}

/// Expects that formatting changes no token and is done after once.
func expectKept(_ tree: RuleTree, _ location: SourceLocation = #_sourceLocation) {
  let once = format(tree)
  let again = parse(RuleSource(path: tree.source.path, bytes: once))
  #expect(again.diagnostics == tree.diagnostics, sourceLocation: location)
  #expect(meaning(again) == meaning(tree), sourceLocation: location)
  #expect(
    again.declarations.map(\.documentation) == tree.declarations.map(\.documentation),
    sourceLocation: location)
  #expect(comments(again) == comments(tree), sourceLocation: location)
  #expect(format(again) == once, sourceLocation: location)
}

private func meaning(_ tree: RuleTree) -> [String] {
  tree.tokens.filter { $0.kind != .newline }.map { "\($0.kind) \($0.text)" }
}

private func comments(_ tree: RuleTree) -> [String] {
  tree.tokens.compactMap { token in
    let trivia = String(
      decoding: tree.source.bytes[Int(token.leading)..<token.range.lower], as: UTF8.self)
    guard let start = trivia.firstIndex(of: "#") else { return nil }
    return trivia[start...].trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
