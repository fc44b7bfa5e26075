internal import ArticleReading
internal import Auditing
internal import Findings
internal import Foundation
internal import Reporting
internal import RuleCompilation
internal import SourceText

extension Flag {
  static let output = Flag("--output", "DIR", "where the report goes (default Reports/latest)")
  static let formats = Flag(
    "--format", "LIST",
    "some of \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")), with commas "
      + "between (default json,markdown,html)")
  static let companies = Flag(
    "--companies", "FILE", "only the companies named in this file, one a line")
  static let since = Flag("--since", "DATE", "only articles published on this day or later")
  static let signal = Flag("--signal", "ID", "only this signal (repeatable)")
  static let baseline = Flag("--baseline", "AUDIT.json", "mark findings as new, unchanged or gone")
  static let failOn = Flag(
    "--fail-on", "BAND|new",
    "exit 1 if a company is in this band or a worse one, or a finding is new")

  /// What `audit` and `score` have in common.
  static let reporting: [Flag] = [
    .output, .formats, .asOf, .undated, .companies, .since, .signal, .baseline, .failOn,
  ]
}

extension Verb {
  /// `assay audit`: the main job.
  static let audit = Verb(
    name: "audit", operands: "PATH…",
    summary: "Audits articles: scores every company and writes the report",
    flags: Flag.reporting,
    examples: [
      ("assay audit Reports/Sample/articles.jsonl", "prints the table, writes Reports/latest/"),
      (
        "assay audit news/ --since 2026-01-01 --fail-on D",
        "this year's articles of a folder, as a gate"
      ),
    ],
    notes: [
      "PATH is a file (.txt, .md, .json, .jsonl), a folder, or - for standard input. What cannot be "
        + "read is listed in the report and does not stop the rest."
    ]
  ) { arguments, console in
    guard !arguments.operands.isEmpty else {
      throw Failure("nothing to audit", hint: "assay audit PATH…")
    }
    let rules = try RulesInForce.load(arguments, console).ruleSet
    var request = try ReportRequest(arguments, rules)
    let scanning = ArticleScanning(
      auditor: Auditor(rules), reader: ArticleReader(), jobs: try jobs(arguments))
    var count = 0
    try await scanning.scan(inputs(arguments, scanning.reader), keep: { request.keep($0) }) {
      line in
      request.absorb(line)
      count += 1
      if count % 50 == 0 { console.progress("read \(count) articles") }
    }
    console.endProgress()
    return try request.finish(console)
  }
}
