package import Foundation

/// `audit.json`: the canonical report.
package enum JSONReport {
  /// The report as JSON: keys sorted, two blanks of indentation, a line feed at the end.
  ///
  /// - Throws: `EncodingError`, which the report's types give no occasion for.
  package static func data(_ report: AuditReport) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(report) + Data([0x0A])
  }

  /// Reads a report back.
  ///
  /// - Throws: `DecodingError` for what is no report of this version.
  package static func report(_ data: Data) throws -> AuditReport {
    try JSONDecoder().decode(AuditReport.self, from: data)
  }
}
