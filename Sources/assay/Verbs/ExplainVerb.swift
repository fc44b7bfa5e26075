internal import ArticleReading
internal import Auditing
internal import Findings
internal import Foundation
internal import Reporting
internal import RuleCompilation

extension Verb {
  /// `assay explain`: why this score, or what became of each candidate.
  static let explain = Verb(
    name: "explain", operands: "AUDIT.json COMPANY [SIGNAL] | ARTICLE",
    summary: "Says why: the sum behind a score, or what became of each candidate of an article",
    flags: [
      Flag("--company", "C", "only candidates of this company"),
      Flag("--signal", "S", "only candidates of this signal"),
    ],
    examples: [
      ("assay explain Reports/latest/audit.json Meta", "every point of a score, with its quotes"),
      ("assay explain article.txt --signal data-sale", "what was found, what fell, and at which stratum"),
    ]
  ) { arguments, console in
    guard let first = arguments.operands.first else {
      throw Failure("what is to be explained?", hint: "see `assay explain --help`")
    }
    if arguments.operands.count > 1 {
      return try explainScore(first, Array(arguments.operands.dropFirst()), console)
    }
    return try explainArticle(first, arguments, console)
  }

  private static func explainScore(
    _ path: String, _ words: [String], _ console: Console
  ) throws(Failure) -> ExitStatus {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw Failure("cannot read `\(path)`")
    }
    guard let report = try? JSONReport.report(data) else {
      throw Failure("`\(path)` is no report of this version")
    }
    guard let explanation = ScoreExplanation(report, company: words[0], signal: words.dropFirst().first)
    else {
      let known = ScoreExplanation.companies(of: report).prefix(8).joined(separator: ", ")
      throw Failure("the report has no company `\(words[0])`", hint: "it has \(known) …")
    }
    console.print(explanation.text())
    return .done
  }

  private static func explainArticle(
    _ path: String, _ arguments: Arguments, _ console: Console
  ) throws -> ExitStatus {
    let rules = try RulesInForce.load(arguments, console).ruleSet
    let reader = ArticleReader()
    var scanner = Auditor(rules).scanner()
    var read = 0
    for input in try reader.inputs(of: [path]) {
      var items = reader.items(of: input)
      while let item = items.next() {
        switch item {
        case .unread(let input): console.complain("assay: not read: \(input.source): \(input.text)")
        case .article(let article, let source, _):
          read += 1
          let dissection = scanner.dissect(article)
          console.print(TrailText(dissection, source, arguments).text)
        }
      }
    }
    return read > 0 ? .done : .failed
  }
}

/// The candidates of an article as text.
private struct TrailText {
  let text: String

  init(_ dissection: Dissection, _ source: String, _ arguments: Arguments) {
    var lines = ["\(source)"]
    let company = arguments.value("--company")?.lowercased()
    let signal = arguments.value("--signal")
    for trail in dissection.trail() {
      if let signal, trail.signal != signal { continue }
      if let company, !trail.actors.contains(where: { $0.lowercased().contains(company) }) { continue }
      lines.append("")
      let denied = trail.denied ? ", denied" : ""
      switch trail.fate {
      case .found(let name): lines.append("FOUND \(trail.signal): \(name), \(trail.stance.rawValue)\(denied)")
      case .unlisted(let name): lines.append("UNLISTED \(trail.signal): \(name)")
      case .unattributed: lines.append("UNATTRIBUTED \(trail.signal)")
      case .fell(let stratum, let reason): lines.append("FELL \(trail.signal) at \(stratum): \(reason)")
      }
      lines.append("  “\(trail.quote.replacingOccurrences(of: "\n", with: " "))”")
      lines.append("  \(trail.rule): \(trail.pattern)")
      lines.append("  words: \(trail.terms.map { "“\($0)”" }.joined(separator: " "))")
      if !trail.actors.isEmpty { lines.append("  actor: \(trail.actors.joined(separator: ", "))") }
    }
    let skipped = dissection.skippedLines()
    if !skipped.isEmpty {
      lines += ["", "No evidence:"]
      for line in skipped { lines.append("  [\(line.section)] \(String(line.text.prefix(90)))") }
    }
    text = lines.joined(separator: "\n") + "\n"
  }
}
