internal import ArticleReading
internal import Auditing
internal import Diagnostics
internal import Findings
internal import Foundation
internal import Reporting
internal import RuleCompilation

extension Verb {
  /// `assay explain`: why this score, or what became of each candidate.
  static let explain = Verb(
    name: "explain", operands: "AUDIT.json COMPANY [SIGNAL] | ARTICLE", operandsMax: 3,
    operandsHint: "put a name of several words in quotes",
    summary: "Says why: the sum behind a score, or what became of each candidate of an article",
    flags: [
      Flag("--company", "C", "only candidates of this company"),
      Flag("--signal", "S", "only candidates of this signal"),
      Flag("--words", nil, "every sentence, with the vocabularies that have words in it"), .format,
    ],
    examples: [
      ("assay explain Reports/latest/audit.json Meta", "every point of a score, with its quotes"),
      (
        "assay explain article.txt --signal data-sale",
        "what was found, what fell, and at which stratum"
      ),
      ("assay explain article.txt --words", "which of the rules' words stand in each sentence"),
    ]
  ) { arguments, console in
    guard let first = arguments.operands.first else {
      throw Failure("nothing to explain", hint: "see `assay explain --help`")
    }
    let isJSON = try arguments.choice("--format", of: ["text", "json"], default: "text") == "json"
    if arguments.operands.count > 1 {
      return try explainScore(first, Array(arguments.operands.dropFirst()), asJSON: isJSON, console)
    }
    return try explainArticle(first, arguments, asJSON: isJSON, console)
  }

  private static func explainScore(
    _ path: String, _ words: [String], asJSON: Bool, _ console: Console
  ) throws -> ExitStatus {
    let report = try ReportRequest.report(at: path)
    guard
      let explanation = ScoreExplanation(report, company: words[0], signal: words.dropFirst().first)
    else {
      let names = ScoreExplanation.companies(of: report)
      let near = nearest(to: words[0], among: names)
      let known = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " …" : "")
      throw Failure(
        "the report has no company `\(words[0])`",
        hint: near.map { "did you mean `\($0)`?" } ?? (names.isEmpty ? nil : "it has \(known)"))
    }
    try console.print(asJSON ? try explanation.json() : console.fitted(explanation.text()))
    return .done
  }

  private static func explainArticle(
    _ path: String, _ arguments: Arguments, asJSON: Bool, _ console: Console
  ) throws -> ExitStatus {
    let (ruleSet, rules) = try RulesInForce.load(arguments, console)
    if let signal = arguments.value("--signal"),
      !ruleSet.signals.contains(where: { $0.id == signal })
    {
      let near = nearest(to: signal, among: ruleSet.signals.map(\.id))
      throw Failure(
        "there is no signal `\(signal)`",
        hint: near.map { "did you mean `\($0)`?" } ?? "`assay rules list` shows them")
    }
    let reader = ArticleReader()
    var scanner = Auditor(ruleSet).scanner()
    var read = 0
    for input in reader.inputs(ofAll: [path]) {
      var items = reader.items(of: input)
      while !console.hasLostReader, let item = items.next() {
        switch item {
        case .unread(let input): complain(of: input, console)
        case .article(let article, let source, _):
          read += 1
          let trails = ArticleTrails(scanner.dissect(article), source, arguments, rules)
          try console.print(asJSON ? try trails.json() : console.fitted(trails.text()))
        }
      }
    }
    return read > 0 ? .done : .failed
  }
}
