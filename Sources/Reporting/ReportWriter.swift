internal import Findings
package import Foundation

/// Writes a report in one of its formats.
package enum ReportWriter {
  /// The bytes of the file.
  ///
  /// - Throws: `EncodingError`, which the report's types give no occasion for.
  package static func data(
    _ report: AuditReport, _ assembly: AuditAssembly, _ format: ReportFormat
  ) throws -> Data {
    switch format {
    case .json: try JSONReport.data(report)
    case .markdown: Data(MarkdownReport(report).text().utf8)
    case .html: Data(HTMLReport(report).text().utf8)
    case .findings: try findings(assembly)
    }
  }

  /// `findings.jsonl`: the lines of the scan, sorted, for `assay score`.
  private static func findings(_ assembly: AuditAssembly) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var data = Data()
    for line in assembly.lines {
      data += try encoder.encode(line)
      data.append(0x0A)
    }
    return data
  }
}
