internal import Auditing
internal import Evaluation
internal import Findings
internal import Foundation
internal import RuleCompilation

extension Verb {
  /// `assay test`: the examples in the rules.
  static let test = Verb(
    name: "test", operands: "[--filter TEXT]",
    summary: "Runs the examples in the rules, and says where a failing one was lost",
    flags: [Flag("--filter", "TEXT", "only examples whose signal, language, file or text has this"), .format],
    examples: [
      ("assay test --filter pirated-works", "the examples of one signal"),
      ("assay test --rules House/ --filter House/", "those of your own rules"),
    ],
    notes: ["Exit status 1 if an example fails, or if there is none."]
  ) { arguments, console in
    let rules = try RulesInForce.load(arguments, console).ruleSet
    let isJSON = try arguments.choice("--format", of: ["text", "json"], default: "text") == "json"
    let filter = arguments.value("--filter")
    let chosen = rules.examples.filter { example in
      guard let filter else { return true }
      return rules.signals[example.signal.row].id.contains(filter) || example.language == filter
        || example.place.file.contains(filter) || example.text.contains(filter)
    }
    var scanner = Auditor(rules).scanner()
    var runs: [ExampleRun] = []
    for example in chosen { runs.append(ExampleRun(example, with: &scanner, rules: rules)) }
    let failing = runs.filter { !$0.passes }
    if isJSON {
      console.print(try ExampleReport(runs, rules).json())
    } else {
      for run in failing {
        let signal = rules.signals[run.example.signal.row].id
        console.print("\(run.example.place.text): \(signal) \(run.example.verdict.rawValue) \(run.example.language)\n")
        console.print("    \"\(run.example.text)\"\n")
        for fault in run.faults { console.print("    \(fault)\n") }
      }
      let todo = runs.filter { $0.example.verdict == .todo }.count
      console.print(
        "\(runs.count - failing.count) of \(runs.count) examples pass\(todo > 0 ? ", \(todo) known gaps" : "")\n")
    }
    return failing.isEmpty && !runs.isEmpty ? .done : .no
  }
}

/// The runs of examples for machines.
private struct ExampleReport: Encodable {
  struct Row: Encodable {
    var place: String
    var signal: String
    var language: String
    var verdict: String
    var text: String
    var passes: Bool
    var faults: [String]
  }
  var passed: Int
  var examples: [Row]

  init(_ runs: [ExampleRun], _ rules: RuleSet) {
    passed = runs.count { $0.passes }
    examples = runs.map { run in
      Row(
        place: run.example.place.text, signal: rules.signals[run.example.signal.row].id,
        language: run.example.language, verdict: run.example.verdict.rawValue,
        text: run.example.text, passes: run.passes, faults: run.faults)
    }
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
