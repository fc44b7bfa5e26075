internal import Auditing
internal import Diagnostics
internal import Evaluation
internal import Findings
internal import Foundation
internal import RuleCompilation

extension Verb {
  /// `assay test`: the examples in the rules.
  static let test = Verb(
    name: "test", operands: "[--filter TEXT]", operandsMax: 0,
    operandsHint: "name folders of rules by --rules",
    summary: "Runs the examples in the rules, and says where a failing one was lost",
    flags: [
      Flag("--filter", "TEXT", "only examples whose signal, language, file or text has this"),
      .format,
    ],
    examples: [
      ("assay test --filter pirated-works", "the examples of one signal"),
      ("assay test --rules House/ --filter House/", "those of your own rules"),
    ],
    notes: ["Exit status 1 if an example fails; 2 if there is none."]
  ) { arguments, console in
    let isJSON = try arguments.choice("--format", of: ["text", "json"], default: "text") == "json"
    let (ruleSet, rules) = try RulesInForce.load(arguments, console)
    let filter = arguments.value("--filter")
    let chosen = ruleSet.examples.filter { example in
      guard let filter else { return true }
      return ruleSet.signals[example.signal.row].id.contains(filter) || example.language == filter
        || rules.shown(example.place.file).contains(filter) || example.text.contains(filter)
    }
    if chosen.isEmpty {
      throw Failure(filter.map { "no example has `\($0)`" } ?? "the rules hold no example")
    }
    var scanner = Auditor(ruleSet).scanner()
    var runs: [ExampleRun] = []
    for (index, example) in chosen.enumerated() {
      runs.append(ExampleRun(example, with: &scanner, rules: ruleSet))
      if index % 50 == 0 { console.progress("example \(index) of \(chosen.count)") }
    }
    console.endProgress()
    let report = ExampleReport(runs, ruleSet, rules)
    try console.print(isJSON ? try report.json() : console.fitted(report.text()))
    return report.passed == runs.count ? .done : .no
  }
}

/// What the runs of examples came to.
private struct ExampleReport: Encodable {
  struct Row: Encodable {
    var file: String
    var line: Int
    var signal: String
    var language: String
    var verdict: String
    var text: String
    var passes: Bool
    var faults: [String]
  }
  var passed: Int
  var failed: Int
  /// Examples of what the rules are known not to do yet.
  var knownGaps: Int
  var examples: [Row]

  init(_ runs: [ExampleRun], _ ruleSet: RuleSet, _ rules: RulesInForce) {
    passed = runs.count { $0.passes }
    failed = runs.count - passed
    knownGaps = runs.count { $0.example.verdict == .todo }
    examples = runs.map { run in
      Row(
        file: rules.shown(run.example.place.file), line: run.example.place.line,
        signal: ruleSet.signals[run.example.signal.row].id, language: run.example.language,
        verdict: run.example.verdict.rawValue, text: run.example.text, passes: run.passes,
        faults: run.faults)
    }
  }

  func text() -> String {
    var lines: [String] = []
    for row in examples where !row.passes {
      lines.append("\(row.file):\(row.line): \(row.signal) \(row.verdict) \(row.language)")
      lines.append("    “\(row.text)”")
      lines += row.faults.map { "    \($0)" } + [""]
    }
    let gaps = knownGaps > 0 ? "; \(counted(knownGaps, "known gap")) among them" : ""
    lines.append("\(passed) of \(examples.count) examples pass\(gaps)")
    return lines.map { PrintableText.of($0) }.joined(separator: "\n") + "\n"
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
