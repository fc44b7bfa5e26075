import Diagnostics
import Expectations
import RuleLanguage
import SourceText
import Testing

@Suite struct `The tree of a rule file` {
  @Test func `holds what the language guide teaches`() {
    let tree = parsed(
      """
      ## Hosting is not this signal.
      ##   Nor is reading.
      signal pirated-works in provenance {
        severity 8
        match near {obtain|share} "books" ..6 <money> within 12 words # as in most reports
        finds en "Meta \\"torrented\\" it." on 2022-03-01 -> meta alleged, x
      }
      suppress pirated-works for meta in "sha256:9f2c41"

      extend vocabulary pirated {
      }

      """)
    #expect(tree.diagnostics == [])
    #expect(tree.declarations.map(\.keyword.text) == ["signal", "suppress", "extend"])
    let signal = tree.declarations[0]
    #expect(signal.documentation == ["Hosting is not this signal.", "Nor is reading."])
    #expect(signal.arguments.map(\.text) == ["pirated-works", "in", "provenance"])
    let match = signal.block?[1].arguments ?? []
    #expect(
      match.map(\.text) == ["near", "obtain|share", "books", "6", "money", "within", "12", "words"])
    #expect(
      match.map(\.kind) == [.word, .vocabulary, .string, .gap, .kind, .word, .word, .word])
    let finds = signal.block?[2].arguments ?? []
    #expect(
      finds.map(\.text) == [
        "en", "Meta \"torrented\" it.", "on", "2022-03-01", "->", "meta", "alleged", ",", "x",
      ])
    #expect(tree.declarations[1].block == nil)
    #expect(tree.declarations[2].block?.count == 0)
  }

  @Test func `is whole for every shipped file`() throws {
    for source in try shippedRules() {
      let tree = parse(source)
      #expect(tree.diagnostics == [], "\(source.path)")
      #expect(written(tree) == source.bytes, "\(source.path)")
    }
  }
}
