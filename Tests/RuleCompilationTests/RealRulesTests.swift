import Diagnostics
import Foundation
import PhraseMatching
import RuleCompilation
import RuleLanguage
import Testing

@Suite struct `Throwaway` {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["RULES"] != nil))
  func `real rules`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["RULES"])
    let clock = ContinuousClock()
    var start = clock.now
    let sources = try loadRules(folders: [folder], includeShipped: false)
    print("load", clock.now - start); start = clock.now
    let trees = sources.map(parse)
    print("parse", clock.now - start); start = clock.now
    let compilation = compile(trees)
    print("compile", clock.now - start)
    let bytes = Dictionary(uniqueKeysWithValues: sources.map { ($0.path, $0.bytes) })
    let text = PlainWriter().text(of: compilation.diagnostics) { bytes[$0] }
    try Data(text.utf8).write(to: URL(filePath: "/tmp/rc-diagnostics.txt"))
    let set = try #require(compilation.ruleSet)
    print("phrases", set.phrases.phrases.count, "senses", set.senses.joined().count, "composites", set.composites.count, "concepts", set.concepts.count, "names", set.names.count, "companies", set.companies.count, "bodies", set.bodies.count, "publishers", set.publishers.count, "examples", set.examples.count, "frames", set.languages.map { ($0.code, $0.frames.count) })
    var counts: [String: Int] = [:]
    for d in compilation.diagnostics { counts[d.code, default: 0] += 1 }
    print(counts.sorted { $0.key < $1.key })
  }
}
