internal import ArticleReading
internal import Auditing
internal import Findings
internal import Foundation

extension Verb {
  /// `assay scan`: articles to findings.
  static let scan = Verb(
    name: "scan", operands: "[PATH…|-]",
    summary: "Finds what each article reports, as JSON Lines for `assay score`",
    flags: [],
    examples: [
      ("assay scan part-1.jsonl > part-1.findings", "scans one part of a large set"),
      ("cat *.findings | assay score", "… and scores all parts together, in any order"),
    ],
    notes: ["Exit status 2 if nothing could be read."]
  ) { arguments, console in
    let rules = try RulesInForce.load(arguments, console).ruleSet
    let scanning = ArticleScanning(
      auditor: Auditor(rules), reader: ArticleReader(), jobs: try jobs(arguments))
    var tally = ScanTally(read: 0, unread: 0)
    let writer = LineWriter()
    do {
      try await scanning.scan(inputs(arguments, scanning.reader), keep: { _ in true }) { line in
        switch line {
        case .article: tally.read += 1
        case .unread: tally.unread += 1
        case .tally: break
        }
        try console.print(try writer.line(line))
        if console.hasLostReader { throw ReaderGone() }
        console.progress("scanned \(tally.read)")
      }
    } catch is ReaderGone {
      return .done
    }
    console.endProgress()
    try console.print(try writer.line(.tally(tally)))
    console.note("read \(tally.read), not read \(tally.unread)")
    return tally.read == 0 ? .failed : .done
  }

  /// The number of tasks: `--jobs`, else the cores of the machine.
  static func jobs(_ arguments: Arguments) throws(Failure) -> Int {
    try arguments.count("--jobs")
      ?? min(Limits.jobs, max(1, ProcessInfo.processInfo.activeProcessorCount))
  }
}

/// Ends a scan whose lines nobody reads any more.
private struct ReaderGone: Error {}

/// Writes the lines of a scan: keys sorted, so that the same line is the same bytes.
struct LineWriter {
  private let encoder: JSONEncoder

  init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// A line with its end.
  func line(_ line: ScanLine) throws -> String {
    String(decoding: try encoder.encode(line), as: UTF8.self) + "\n"
  }
}
