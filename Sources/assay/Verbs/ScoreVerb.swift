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
      (
        "assay score Reports/latest/findings.jsonl --as-of 2027-01-01",
        "the same findings a year on"
      ),
    ],
    notes: ["Lines that other rules made are refused (exit status 2)."]
  ) { arguments, console in
    let rules = try RulesInForce.load(arguments, console).ruleSet
    var request = try ReportRequest(arguments, rules)
    var count = ScanCount()
    let reader = ArticleReader()
    for input in inputs(arguments, reader) {
      for element in reader.lines(of: input) {
        let line = scanLine(element)
        if case .article(let article) = line, article.rules != rules.digest.description {
          throw Failure(
            "\(source(of: element)): made with other rules "
              + "(\(article.rules.prefix(12)), not \(rules.digest.description.prefix(12)))",
            hint: "scan again, or name the rules it was made with by --rules")
        }
        count.add(line)
        request.absorb(line)
      }
    }
    if let loss = count.loss { console.complain("assay: \(loss)") }
    return try request.finish(console)
  }

  private static func source(of element: JSONLines.Element) -> String {
    switch element {
    case .line(_, let source): source
    case .unread(let input): input.source
    }
  }

  /// What a line is; one that is no line of a scan is listed as not read.
  private static func scanLine(_ element: JSONLines.Element) -> ScanLine {
    switch element {
    case .unread(let input): return .unread(input.entry)
    case .line(let bytes, let source):
      if let line = try? JSONDecoder().decode(ScanLine.self, from: Data(bytes)) { return line }
      let input = UnreadInput(
        source: source, reason: .parseError, detail: "no line of `assay scan`",
        digest: Digest(of: bytes))
      return .unread(input.entry)
    }
  }
}

/// Holds the lines that came against the tallies that end scans: a scan that was killed, or half copied,
/// must not pass for a whole one.
private struct ScanCount {
  private var articles = 0
  private var tallied = 0
  private var hasTally = false

  mutating func add(_ line: ScanLine) {
    switch line {
    case .article: articles += 1
    case .tally(let tally):
      tallied += tally.read
      hasTally = true
    case .unread: break
    }
  }

  /// What seems to be missing, if anything does.
  var loss: String? {
    if articles > 0, !hasTally {
      return "no scan here has its closing line; one may have been cut short"
    }
    guard articles != tallied else { return nil }
    return "the scans tell of \(tallied) articles, \(articles) are here"
  }
}
