internal import Findings
internal import Foundation
internal import SourceText

extension ReportComparison {
  /// The comparison for a terminal of 80 columns.
  ///
  /// - Complexity: O(n) over the changes.
  package func text() -> String {
    let lines = head + companies + findings + notes
    return lines.map { TerminalText.trimmedEnd($0) }.joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let rules = contents.old.rules == contents.new.rules ? "same rules" : "other rules"
    let change = "\(contents.articlesAdded.count) added, \(contents.articlesGone.count) gone"
    return audit("Old", contents.old, "") + audit("New", contents.new, " (\(change); \(rules))")
  }

  private func audit(_ title: String, _ audit: Audit, _ end: String) -> [String] {
    let articles = counted(audit.articles, "article", "articles")
    let line =
      "\(title): as of \(audit.asOf), \(articles), rules \(audit.rules.prefix(12))\(end)"
    let words = TerminalText.printable(line).split(separator: " ").map(String.init)
    return TerminalText.wrapped(words, to: Limits.columns, indent: "     ")
  }

  // MARK: Companies

  private var companies: [String] {
    let movers = contents.companies.filter { $0.change != 0 }
    let still = contents.companies.filter { $0.change == 0 }
    return table(movers)
      + names("Read about now, without a score: ", still.filter { $0.kind == .new })
      + names("No longer read about, without a score: ", still.filter { $0.kind == .gone })
      + names("In another band with the same score: ", still.filter { $0.kind == nil })
  }

  private func table(_ movers: [CompanyChange]) -> [String] {
    guard !movers.isEmpty else { return ["", "No score moved."] }
    let titles = ["Old", "New", "Change", "Evidence", "Time", "Rules"]
    let names = movers.map { TerminalText.printable($0.name) }
    let width = min(max(names.map { DisplayWidth.of($0) }.max() ?? 0, 7), Self.nameColumns)
    let rule = String(repeating: "─", count: width + titles.count * Self.cellColumns)
    var lines = ["", row("Company", titles, width), rule]
    for (change, name) in zip(movers, names) {
      let moves = change.moves.map { [$0.evidence.change, $0.time.change, $0.rules.change] }
      let cells = [
        score(change.oldScore, change.oldBand), score(change.newScore, change.newBand),
        change.change.change,
      ]
      lines.append(row(name, cells + (moves ?? ["?", "?", "?"]), width))
    }
    return lines + [rule]
  }

  private func names(_ title: String, _ changes: [CompanyChange]) -> [String] {
    TerminalText.list(title, changes.map(\.name).sorted())
  }

  /// Columns of the widest name and of each cell: 19 and six of 10 leave one of 80.
  private static let nameColumns = 19
  private static let cellColumns = 10

  private func score(_ score: Decimal?, _ band: String?) -> String {
    guard let score, let band else { return "–" }
    return "\(score.points) \(TerminalText.printable(band))"
  }

  private func row(_ name: String, _ cells: [String], _ width: Int) -> String {
    TerminalText.padded(TerminalText.clipped(name, to: width), to: width)
      + cells.map { TerminalText.led($0, to: Self.cellColumns) }.joined()
  }

  // MARK: Findings

  private var findings: [String] {
    guard !contents.findings.isEmpty else { return ["", "No finding is new, gone or changed."] }
    var lines: [String] = []
    var shown: Kind?
    for change in contents.findings {
      if change.kind != shown {
        let count = contents.findings.count { $0.kind == change.kind }
        lines += ["", "\(Self.title(of: change.kind)) (\(count))"]
        shown = change.kind
      }
      lines += self.lines(of: change)
    }
    return lines
  }

  private static func title(of kind: Kind) -> String {
    switch kind {
    case .new: "Findings new"
    case .gone: "Findings gone"
    case .stance: "Stance changed"
    case .suppressed: "Now suppressed"
    case .unsuppressed: "No longer suppressed"
    }
  }

  private func lines(of change: FindingChange) -> [String] {
    let stance =
      switch (change.oldStance, change.newStance) {
      case (let old?, let new?) where old != new: "\(old.rawValue) → \(new.rawValue)"
      case (let old, let new): (new ?? old)?.rawValue ?? ""
      }
    var words = [
      change.company, "·", change.signal, "·", change.case, "·",
      stance + (change.denied ? ", denied" : ""), "·",
    ]
    if change.points != 0 { words += ["\(change.points.change) points", "·"] }
    words.append("by \(change.cause.rawValue)")
    return TerminalText.wrapped(
      words.map { TerminalText.printable($0) }, to: Limits.columns, first: "  ", indent: "      ")
  }

  private var notes: [String] {
    guard !contents.notes.isEmpty else { return [] }
    return [""]
      + contents.notes.flatMap { note in
        TerminalText.wrapped(
          TerminalText.printable(note).split(separator: " ").map(String.init), to: Limits.columns,
          indent: "  ")
      }
  }
}
