import Diagnostics
import Expectations
import Foundation
import RuleCompilation
import RuleLanguage
import SourceText
import Testing

@Suite struct `The messages on what rules say` {
  static let fixtures = Golden.fixtures("messages", ending: ".rules")

  /// Everything there is to say of a fixture on the day on which one of its suppressions ends.
  private static func diagnostics(of file: URL) throws -> (all: [Diagnostic], bytes: [UInt8]) {
    let source = RuleSource(path: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
    let compilation = compile(sources: [source])
    let day = try #require(Day("2026-11-21"))
    return (compilation.diagnostics + compilation.check(asOf: day), source.bytes)
  }

  @Test(arguments: fixtures)
  func `say what is wrong, where, and what helps`(_ file: URL) throws {
    let (diagnostics, bytes) = try Self.diagnostics(of: file)
    let shown = PlainWriter().text(of: diagnostics) { _ in bytes }
    let golden = file.deletingPathExtension().appendingPathExtension("txt")
    #expect(Golden.difference(shown, from: golden) == nil)
  }

  @Test func `have an explanation each, and each explanation a message`() throws {
    var shown: Set<String> = []
    for file in Self.fixtures { shown.formUnion(try Self.diagnostics(of: file).all.map(\.code)) }
    #expect(shown.sorted() == RuleCompilation.explanations.map(\.code))
    for explanation in RuleCompilation.explanations {
      #expect(explanation.text.contains("wrong:") && explanation.text.contains("right:"))
    }
  }

  @Test func `have codes that no other pass uses`() throws {
    var codes: Set<String> = []
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/RuleCompilation")
    for name in try FileManager.default.contentsOfDirectory(atPath: sources.path()) {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      guard name != "Explanations.swift" else { continue }
      for match in text.matches(of: /"([EW][0-9]{3})"/) { codes.insert(String(match.1)) }
    }
    #expect(codes.sorted() == RuleCompilation.explanations.map(\.code))
    #expect(codes.isDisjoint(with: RuleLanguage.explanations.map(\.code)))
  }
}
