import Auditing
import Diagnostics
import Foundation
import RuleCompilation
import RuleLanguage
import Testing

@Suite struct `The worked example of the README` {
  @Test func `compiles on top of the rules that ship, is laid out, and holds`() throws {
    let readme = String(
      decoding: try Data(contentsOf: Shipped.repository.appending(path: "README.md")),
      as: UTF8.self)
    let after = try #require(readme.components(separatedBy: "```rules\n").dropFirst().first)
    let text = after.components(separatedBy: "```")[0]
    let house = RuleSource(path: "House/telemetry.rules", bytes: Array(text.utf8))
    #expect(String(decoding: format(parse(house)), as: UTF8.self) == text)
    let compilation = compile(sources: EnglishRules.sources + [house])
    let faults = compilation.diagnostics.filter {
      $0.severity == .error && $0.primary.file == house.path
    }
    #expect(faults.map(\.headline) == [])
    let rules = try #require(compilation.ruleSet)
    let examples = rules.examples.filter { $0.place.file == house.path }
    #expect(examples.count == 2)
    var scanner = Auditor(rules).scanner()
    for example in examples {
      let found = findings(of: example, with: &scanner, rules)
      #expect(found == (example.verdict == .finds ? ["Quayside Analytics confirmed"] : []))
    }
  }
}
