internal import Auditing
internal import Diagnostics
internal import Evaluation
internal import RuleCompilation
internal import SourceText

/// The lint that needs the engine: a `skips` that meets no word of its signal proves nothing.
struct IdleExamples {
  /// A warning for each.
  let diagnostics: [Diagnostic]

  init(_ ruleSet: RuleSet, _ rules: RulesInForce) {
    var scanner = Auditor(ruleSet).scanner()
    diagnostics = ruleSet.examples.filter { $0.verdict == .skips }.compactMap { example in
      let run = ExampleRun(example, with: &scanner, rules: ruleSet)
      return run.provesSomething ? nil : Self.warning(example, ruleSet, rules)
    }
  }

  private static func warning(_ example: Example, _ ruleSet: RuleSet, _ rules: RulesInForce)
    -> Diagnostic
  {
    let bytes = rules.bytes(example.place.file) ?? []
    let lines = LineTable(bytes)
    let line = lines.range(ofLine: min(example.place.line, lines.count), in: bytes)
    // The keyword, which the line begins with.
    let word = bytes[line.indices].drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0 > 0x20 }
    let signal = ruleSet.signals[example.signal.row].id
    return Diagnostic(
      code: "W205", headline: "this `skips` meets no word of `\(signal)`",
      primary: .init(
        file: example.place.file, range: ByteRange(word.startIndex, word.endIndex),
        text: "nothing here could have been found"),
      help: "write a sentence that has the words and still is no finding")
  }

  static let explanations = [
    Explanation(
      code: "W205", title: "a `skips` that proves nothing",
      text: """
        A `skips` shows that a trap is not fallen into. If no word of the signal's patterns stands in it,
        nothing could have been found there, and the example says nothing about the rule.
        """)
  ]
}
