internal import Diagnostics
internal import Foundation
internal import RuleCompilation
internal import RuleLanguage
internal import SourceText

extension Verb {
  /// `assay check`: parse and lint the rules.
  static let check = Verb(
    name: "check", operands: "[--explain CODE]", operandsMax: 0,
    operandsHint: "name folders of rules by --rules",
    summary: "Parses and lints the rules; for your CI",
    flags: [
      Flag("--explain", "CODE", "say what a diagnostic means, with an example"),
      Flag("--strict", nil, "warnings count as errors"),
      Flag("--format", "text|json|github", "what to print (default text)"),
      Flag("--as-of", "DATE", "the day by which suppressions expire (default today)"),
    ],
    examples: [
      ("assay check --rules House/", "the shipped rules and yours on top of them"),
      ("assay check --format github", "annotations beside the lines of a pull request"),
      ("assay check --explain E120", "what E120 is about"),
    ],
    notes: ["Exit status 1 if there is an error (with --strict: or a warning)."]
  ) { arguments, console in
    if let code = arguments.value("--explain") { return try explain(code, console) }
    let format = try arguments.choice("--format", of: ["text", "json", "github"], default: "text")
    let rules = try RulesInForce(arguments)
    let day = try arguments.day("--as-of") ?? Verb.today
    var diagnostics = rules.compilation.diagnostics + rules.compilation.check(asOf: day)
    // Where statements with errors were left out, what the rest finds says nothing.
    if !rules.compilation.hasErrors, let ruleSet = rules.compilation.ruleSet {
      diagnostics += IdleExamples(ruleSet, rules).diagnostics
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    switch format {
    case "json": try console.print(rules.text(of: diagnostics, by: JSONWriter()))
    case "github": try console.print(rules.text(of: diagnostics, by: AnnotationWriter()))
    default:
      if !diagnostics.isEmpty {
        try console.print(rules.text(of: diagnostics, colour: console.hasColour) + "\n")
      }
      try console.print(
        "\(counted(rules.sources.count, "rule file")), \(counted(errors, "error")), "
          + "\(counted(warnings, "warning"))\n")
    }
    return errors > 0 || (arguments.has("--strict") && warnings > 0) ? .no : .done
  }

  private static func explain(_ code: String, _ console: Console) throws(Failure) -> ExitStatus {
    let all = Explanations(
      RuleLanguage.explanations, RuleCompilation.explanations, IdleExamples.explanations)
    guard let found = all[code] else {
      let near = nearest(to: code.uppercased(), among: all.all.map(\.code))
      throw Failure(
        "there is no diagnostic `\(code)`",
        hint: near.map { "did you mean `\($0)`?" } ?? "they are E or W and three digits")
    }
    try console.print("\(found.code): \(found.title)\n\n\(found.text)\n")
    return .done
  }

  /// Today in UTC, from the clock: the default of `--as-of`, which every report records.
  static var today: Day { Day(number: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) }
}
