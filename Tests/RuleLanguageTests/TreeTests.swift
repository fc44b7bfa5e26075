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
    let shipped = try shippedRules()
    #expect(!shipped.isEmpty)
    for source in shipped {
      let tree = parse(source)
      #expect(tree.diagnostics == [], "\(source.path)")
      #expect(written(tree) == source.bytes, "\(source.path)")
    }
  }

  @Test func `is whole for every sample of the language guide`() throws {
    let samples = try guideSamples()
    #expect(samples.count > 5)
    for sample in samples {
      #expect(parsed(sample).diagnostics == [], "\(sample)")
    }
  }

  @Test func `holds a declaration whose keyword is misspelt, as what it was meant to be`() {
    let tree = parsed("vocabulry pirated \"Pirated\" {\n  en: \"x\"\n}\n")
    #expect(tree.diagnostics.map(\.code) == ["E005"])
    #expect(tree.declarations.map(\.keyword.text) == ["vocabulary"])
    #expect(tree.declarations.first?.block?.count == 1)
  }

  @Test func `holds statements that could not be read, marked as such`() {
    let tree = parsed("stance alleged {\n  firmness ; 2\n  cue en: “a”\n}\n")
    #expect(tree.declarations.first?.block?.map(\.hasFault) == [true, false])
  }

  @Test func `gives a comment to what it stands right before`() {
    let tree = parsed("## Of the file.\n\n## Of the stance.\n# Aside.\nstance alleged {\n}\n")
    #expect(tree.declarations.first?.documentation == ["Of the stance."])
  }
}
