internal import Foundation
internal import PhraseMatching
internal import RuleCompilation
internal import SourceText

extension Verb {
  /// `assay rules`: what the rules hold.
  static let rules = Verb(
    name: "rules", operands: "list",
    summary: "Shows what the rules hold",
    flags: [.format],
    examples: [("assay rules list", "signals, companies, languages, and the digest of the rules")]
  ) { arguments, console in
    guard arguments.operands == ["list"] else {
      let word = arguments.operands.first ?? ""
      throw Failure(
        word.isEmpty
          ? "`assay rules` needs to know what to do" : "`assay rules` does not know `\(word)`",
        hint: "it knows: list")
    }
    let isJSON = try arguments.choice("--format", of: ["text", "json"], default: "text") == "json"
    let (ruleSet, rules) = try RulesInForce.load(arguments, console)
    let summary = RuleSummary(ruleSet, files: rules.sources.count)
    try console.print(isJSON ? try summary.json() : summary.text())
    return .done
  }
}

/// What a rule set holds, counted.
private struct RuleSummary: Encodable {
  struct Signal: Encodable {
    var id: String
    var category: String
    var severity: String
    var patterns: Int
    var title: String
  }
  struct Language: Encodable {
    var code: String
    var name: String
    var terms: Int
    var frames: Int
    var examples: Int
  }
  var digest: String
  var files: Int
  var phrases: Int
  var companies: Int
  var products: Int
  var bodies: Int
  var publishers: Int
  var cases: Int
  var examples: Int
  var languages: [Language]
  var signals: [Signal]

  init(_ rules: RuleSet, files: Int) {
    digest = rules.digest.description
    self.files = files
    phrases = rules.phrases.phrases.count
    companies = rules.companies.count
    products = rules.names.count { $0.manner == .product }
    bodies = rules.bodies.count
    publishers = rules.publishers.count
    cases = rules.cases.count
    examples = rules.examples.count
    var terms = [Int](repeating: 0, count: rules.languages.count)
    for senses in rules.senses {
      for language in Set(
        senses.compactMap { sense -> LanguageID? in
          if case .concept(_, let language) = sense { language } else { nil }
        })
      {
        terms[language.row] += 1
      }
    }
    languages = rules.languages.enumerated().map { row, language in
      Language(
        code: language.code, name: language.name, terms: terms[row], frames: language.frames.count,
        examples: rules.examples.count { $0.language == language.code })
    }
    signals = rules.signals.map {
      Signal(
        id: $0.id, category: $0.category, severity: $0.isMitigating ? "" : $0.severity,
        patterns: $0.matches.count, title: $0.title)
    }
  }

  func text() -> String {
    var lines = [
      "\(files) files, digest \(digest)",
      "\(phrases) phrases, \(companies) companies with \(products) names of products, \(bodies) bodies, "
        + "\(publishers) publishers, \(cases) named cases, \(examples) examples",
      "",
    ]
    for language in languages {
      lines.append(
        "\(language.code.padding(to: 4))\(language.name.padding(to: 14))\(language.terms) phrases, "
          + "\(language.frames) frames, \(language.examples) examples")
    }
    lines.append("")
    for signal in signals {
      let weight = signal.severity.isEmpty ? "relief" : "severity \(signal.severity)"
      lines.append(
        "\(signal.id.padding(to: 24))\(signal.category.padding(to: 12))\(weight.padding(to: 12))\(signal.title)"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
