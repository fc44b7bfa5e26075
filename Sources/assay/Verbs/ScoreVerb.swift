internal import ArticleReading
internal import Findings
internal import Foundation
internal import Reporting
internal import RuleCompilation
internal import SourceText

extension Verb {
  /// `assay score`: findings to the report.
  static let score = Verb(
    name: "score", operands: "[FILE…|-]",
    summary: "Scores the lines of one or many scans: the same report as an audit",
    flags: Flag.reporting,
    examples: [
      ("cat part-*.findings | assay score", "the parts of a large set, in any order"),
      ("assay score Reports/latest/findings.jsonl --as-of 2027-01-01", "the same findings a year on"),
    ],
    notes: ["Lines that other rules made are refused (exit status 2)."]
  ) { arguments, console in
    let rules = try RulesInForce.load(arguments, console).ruleSet
    var request = try ReportRequest(arguments, rules)
    let decoder = JSONDecoder()
    let reader = ArticleReader()
    for input in try inputs(arguments, reader) {
      for line in reader.lines(of: input) {
        let (bytes, source) = try content(of: line)
        guard let scanned = try? decoder.decode(ScanLine.self, from: Data(bytes)) else {
          throw Failure("\(source): no line of `assay scan`")
        }
        if case .article(let article) = scanned {
          guard article.rules == rules.digest.description else {
            throw Failure(
              "\(source): made with other rules (\(article.rules.prefix(12)), not \(rules.digest.description.prefix(12)))",
              hint: "scan again, or name the rules it was made with by --rules")
          }
          let day = article.article.published.flatMap { Day($0) }
          if !isRecent(day, since: request.since) { continue }
        }
        request.assembly.absorb(scanned)
      }
    }
    return try request.finish(console)
  }
  private static func content(
    of line: JSONLines.Element
  ) throws(Failure) -> (bytes: [UInt8], source: String) {
    switch line {
    case .line(let bytes, let source): return (bytes, source)
    case .unread(let input): throw Failure("\(input.source): \(input.text)")
    }
  }
}
