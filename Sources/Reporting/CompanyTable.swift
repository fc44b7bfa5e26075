internal import Findings
internal import Foundation
internal import SourceText

/// The table of companies that an audit prints: it fits 80 columns of a terminal.
package struct CompanyTable {
  private static let width = 80
  private let report: AuditReport

  /// Makes the table of a report.
  package init(_ report: AuditReport) { self.report = report }

  /// The table.
  ///
  /// - Parameter colour: Whether bands may be coloured.
  package func text(colour: Bool) -> String {
    let found = report.companies.filter { !$0.findings.isEmpty }
    let silent = report.companies.filter { $0.findings.isEmpty }.map(\.name)
    var lines: [String] = []
    if found.isEmpty {
      lines.append("No company was found to do any of it.")
    } else {
      lines.append(row("Company", "Score", "Band", "Worst signal", "Findings", "Sources", band: nil, colour))
      lines.append(String(repeating: "─", count: Self.width))
      for company in found {
        lines.append(
          row(
            company.name, fixed(company.score), company.band, worst(company),
            String(company.findings.count), String(company.sources), band: company.band, colour))
      }
      lines.append(String(repeating: "─", count: Self.width))
    }
    lines.append(
      "\(report.articles.count) articles read, \(report.unread.count) inputs not read, "
        + "\(report.unlisted.count) unlisted, \(report.unattributed.count) unattributed")
    if !silent.isEmpty { lines += wrapped("Read about, nothing found: ", silent) }
    for entry in report.unread.prefix(5) {
      lines.append(clip("Not read: \(entry.source): \(entry.reason)", to: Self.width))
    }
    if report.unread.count > 5 { lines.append("… and \(report.unread.count - 5) more, see the report") }
    if !report.suppressed.isEmpty { lines.append("\(report.suppressed.count) findings suppressed") }
    if !report.gone.isEmpty { lines.append("\(report.gone.count) findings gone since the baseline") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The signal that gives most points, with its stance; else the first finding's.
  private func worst(_ company: AuditReport.Company) -> String {
    if let top = company.contributions.first { return "\(top.signal) (\(top.stance.rawValue))" }
    return company.findings.first.map { "\($0.signal) (\($0.stance.rawValue))" } ?? "–"
  }

  private func fixed(_ value: Decimal) -> String {
    let hundredths = NSDecimalNumber(decimal: value * 100).intValue
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private func row(
    _ name: String, _ score: String, _ band: String, _ worst: String, _ findings: String,
    _ sources: String, band painted: String?, _ colour: Bool
  ) -> String {
    let left = pad(clip(name, to: 20), to: 20) + " " + lead(score, to: 6) + "  "
    let right = "  " + pad(clip(worst, to: 31), to: 31) + " " + lead(findings, to: 5) + " " + lead(sources, to: 5)
    let cell = pad(band, to: 4)
    guard colour, let painted, let code = Self.colours[painted] else {
      return trimmed(left + cell + right)
    }
    return trimmed(left + "\u{1B}[\(code)m" + cell + "\u{1B}[0m" + right)
  }

  private static let colours = ["A": "32", "B": "36", "C": "33", "D": "35", "E": "31"]

  private func wrapped(_ head: String, _ names: [String]) -> [String] {
    var lines: [String] = []
    var line = head
    for (index, name) in names.enumerated() {
      let item = name + (index == names.count - 1 ? "" : ", ")
      if DisplayWidth.of(line) + DisplayWidth.of(item) > Self.width + 1 {
        lines.append(trimmed(line))
        line = "    "
      }
      line += item
    }
    return lines + [trimmed(line)]
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  private func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private func lead(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }

  private func clip(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var kept = ""
    for character in text {
      if DisplayWidth.of(kept) + DisplayWidth.of(String(character)) > width - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
