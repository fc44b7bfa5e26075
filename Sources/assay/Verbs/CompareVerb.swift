internal import Foundation
internal import Reporting

extension Verb {
  /// `assay compare`: what changed between two audits.
  static let compare = Verb(
    name: "compare", operands: "OLD.json NEW.json", operandsMax: 2,
    summary: "Says what changed between two audits, and whether by evidence, time or rules",
    flags: [.format],
    examples: [
      (
        "assay compare last-month/audit.json Reports/latest/audit.json",
        "scores that moved, and findings that are new, gone or firmer"
      )
    ],
    notes: [
      "Evidence: articles came or went. Time: reports age. Rules: what the new rules find or weigh "
        + "otherwise in the same articles. The three sum to the change of a score."
    ]
  ) { arguments, console in
    guard arguments.operands.count == 2 else {
      throw Failure("two reports are needed", hint: "assay compare OLD.json NEW.json")
    }
    let isJSON = try arguments.choice("--format", of: ["text", "json"], default: "text") == "json"
    let comparison = ReportComparison(
      try ReportRequest.report(at: arguments.operands[0]),
      try ReportRequest.report(at: arguments.operands[1]))
    try console.print(
      isJSON ? String(decoding: try comparison.json(), as: UTF8.self) : comparison.text())
    return .done
  }
}
