internal import Foundation
internal import PhraseMatching
internal import RuleCompilation
internal import SourceText

extension Verb {
  /// `assay rules`: what the rules hold, and a first draft of what they lack.
  static let rules = Verb(
    name: "rules", operands: "list|new company NAME|blame|firm|name|weigh GOLD…",
    summary: "Shows what the rules hold, or drafts what they lack",
    flags: [
      .format,
      Flag("--precision", "P", "weigh: the share of articles found that must be right (0.68)"),
      Flag("--facets", "N", "weigh: the hidden sums that the signals share (256)"),
    ],
    examples: [
      ("assay rules list", "signals, companies, languages, and the digest of the rules"),
      (
        "assay rules new company \"Nordlake B.V.\" >> Rules/companies/ours.rules",
        "declares a company that a report shows as unlisted"
      ),
      (
        "assay rules blame Reports/Accuracy/seen-*.jsonl > blame.rules",
        "fits the points by which it is settled whose conduct a sentence reports"
      ),
      (
        "assay rules firm Reports/Accuracy/seen-*.jsonl > firmness.rules",
        "fits how firmly evidence reports what it reports, and whether that is denied"
      ),
      (
        "assay rules name Reports/Accuracy/seen-*.jsonl > naming.rules",
        "fits the points by which an undeclared name counts as an organisation"
      ),
      (
        "assay rules weigh Reports/Accuracy/seen-*.jsonl > cards.rules",
        "fits the points of the signals' scorecards to labelled articles"
      ),
    ]
  ) { arguments, console in
    if arguments.operands.starts(with: ["new", "company"]) {
      let name = arguments.operands.dropFirst(2).joined(separator: " ")
      let (ruleSet, _) = try RulesInForce.load(arguments, console)
      let draft = try CompanyDraft(name: name, rules: ruleSet)
      try console.print(draft.text)
      return .done
    }
    if arguments.operands.first == "weigh" {
      return try await ScorecardWriter.run(arguments, console)
    }
    if arguments.operands.first == "firm" {
      return try await FirmnessWriter.run(arguments, console)
    }
    if arguments.operands.first == "blame" { return try BlameWriter.run(arguments, console) }
    if arguments.operands.first == "name" { return try NamingWriter.run(arguments, console) }
    guard arguments.operands == ["list"] else {
      let word = arguments.operands.first ?? ""
      throw Failure(
        word.isEmpty
          ? "`assay rules` needs to know what to do"
          : "`assay rules` does not know `\(arguments.operands.joined(separator: " "))`",
        hint: "it knows: list, new company NAME, blame, firm, name or weigh GOLD.jsonl…")
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
    var lines = ["digest \(digest)", ""]
    lines += [
      ("rule file", files), ("phrase", phrases), ("company", companies),
      ("name of a product", products),
      ("regulator, court or other body", bodies), ("publisher", publishers), ("named case", cases),
      ("example", examples),
    ].map { kind, count in "\(String(count).leading(to: 8))  \(Self.plural(kind, count))" }
    lines.append("")
    for language in languages {
      lines.append(
        "\(language.code.padding(to: 4))\(language.name.padding(to: 14))"
          + "\(counted(language.terms, "phrase")), \(counted(language.frames, "frame")), "
          + counted(language.examples, "example"))
    }
    for category in signals.map(\.category).uniqued() {
      lines += ["", category]
      for signal in signals where signal.category == category {
        let weight = signal.severity.isEmpty ? "–" : signal.severity
        lines += hanging(
          "  \(signal.id.padding(to: 24))\(weight.leading(to: 2))  ", signal.title, at: 30)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func plural(_ kind: String, _ count: Int) -> String {
    guard count != 1 else { return kind }
    return switch kind {
    case "company": "companies"
    case "name of a product": "names of products"
    case "regulator, court or other body": "regulators, courts and other bodies"
    default: "\(kind)s"
    }
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in the order of their first places.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
