internal import Findings
internal import Foundation
internal import SourceText

/// The table of companies that an audit prints: it fits 80 columns of a terminal, whatever the names.
package struct CompanyTable {
  /// A line of the table, cell by cell.
  private struct Row {
    var name: String
    var score: String
    var band: String
    var worst: String
    var findings: String
    var voices: String
  }

  private static let titles = Row(
    name: "Company", score: "Score", band: "Band", worst: "Worst signal", findings: "Finds",
    voices: "Voices")
  /// The columns of score, band, findings and voices, and the blanks between all six.
  private static let fixed = 6 + 4 + 5 + 6 + 7
  /// A name is not cut below so many columns for the sake of the signal.
  private static let nameLeast = 16

  private let report: AuditReport

  /// Makes the table of a report.
  package init(_ report: AuditReport) { self.report = report }

  /// The table.
  ///
  /// - Parameter colour: Whether bands may be coloured.
  /// - Complexity: O(n) over the companies.
  package func text(colour: Bool) -> String {
    let lines = table(colour: colour) + summary + silent + unread + aside
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(colour: Bool) -> [String] {
    let rows = report.companies.filter { !$0.findings.isEmpty }.map(row)
    guard !rows.isEmpty else { return ["No company was found to do any of it."] }
    let all = [Self.titles] + rows
    let names = all.map { DisplayWidth.of($0.name) }.max() ?? 0
    let signals = all.map { DisplayWidth.of($0.worst) }.max() ?? 0
    let free = Limits.columns - Self.fixed
    let name = min(names, max(free - signals, Self.nameLeast))
    let signal = min(signals, free - name)
    let rule = String(repeating: "─", count: name + signal + Self.fixed)
    let body = rows.map { line($0, name, signal, colour: colour) }
    return [line(Self.titles, name, signal, colour: false), rule] + body + [rule]
  }

  private func row(_ company: AuditReport.Company) -> Row {
    Row(
      name: TerminalText.printable(company.name), score: company.score.points,
      band: TerminalText.clipped(TerminalText.printable(company.band), to: 4),
      worst: TerminalText.printable(company.worst?.label ?? "–"),
      findings: String(company.findings.count),
      voices: String(company.sources))
  }

  private func line(_ row: Row, _ name: Int, _ signal: Int, colour: Bool) -> String {
    let band = TerminalText.padded(row.band, to: 4)
    let code = colour ? colours[row.band] : nil
    let cells = [
      TerminalText.padded(TerminalText.clipped(row.name, to: name), to: name),
      TerminalText.led(row.score, to: 6),
      " " + (code.map { "\u{1B}[\($0)m\(band)\u{1B}[0m" } ?? band),
      " " + TerminalText.padded(TerminalText.clipped(row.worst, to: signal), to: signal),
      TerminalText.led(row.findings, to: 5), TerminalText.led(row.voices, to: 6),
    ]
    return TerminalText.trimmedEnd(cells.joined(separator: " "))
  }

  /// Green to red over the bands of the rules, however many.
  private var colours: [String: String] {
    let palette = ["32", "36", "33", "35", "31"]
    let bands = report.rules.bands
    var colours: [String: String] = [:]
    for (place, band) in bands.enumerated() {
      let step = bands.count < 2 ? 0 : place * (palette.count - 1) / (bands.count - 1)
      colours[band.name] = palette[step]
    }
    return colours
  }

  private var summary: [String] {
    let counts = [
      counted(report.articles.count, "article", "articles") + " read",
      counted(report.unread.count, "input", "inputs") + " not read",
      "\(report.unlisted.count) unlisted", "\(report.unattributed.count) unattributed",
    ]
    return TerminalText.wrapped(
      counts.joined(separator: ", ").split(separator: " ").map(String.init), to: Limits.columns)
  }

  private var silent: [String] {
    TerminalText.list(
      "Read about, nothing found: ", report.companies.filter { $0.findings.isEmpty }.map(\.name))
  }

  private var unread: [String] {
    var lines = report.unread.prefix(Limits.unreadShown).map { entry in
      TerminalText.clipped(
        TerminalText.printable("Not read: \(entry.source): \(entry.reason)"), to: Limits.columns)
    }
    let more = report.unread.count - Limits.unreadShown
    if more > 0 { lines.append("… and \(more) more, see the report") }
    return lines
  }

  private var aside: [String] {
    var lines: [String] = []
    let suppressed = report.companies.reduce(0) { $0 + $1.findings.count(where: \.suppressed) }
    if suppressed > 0 { lines.append("\(counted(suppressed, "finding", "findings")) suppressed") }
    if report.filters.baseline != nil {
      let new = report.companies.reduce(0) { $0 + $1.findings.count { $0.baseline == .new } }
      lines.append(
        "\(counted(new, "finding", "findings")) new, \(report.gone.count) gone since the baseline")
    }
    return lines
  }
}
