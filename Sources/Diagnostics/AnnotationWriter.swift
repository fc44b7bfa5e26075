import SourceText

/// Diagnostics as GitHub shows them beside the lines of a change: one workflow command a diagnostic.
///
/// The form and its escapes are those of `@actions/core`, `command.ts`.
package struct AnnotationWriter: DiagnosticWriter {
  /// Makes a writer.
  package init() {}

  /// One `::error …` or `::warning …` line a diagnostic.
  package func text(of diagnostics: [Diagnostic], source: (String) -> [UInt8]?) -> String {
    Places.with(source) { places in
      diagnostics.map { command(for: $0, at: places.place(of: $0.primary)) }.joined()
    }
  }

  private func command(for diagnostic: Diagnostic, at place: Places.Place) -> String {
    var message = [diagnostic.headline]
    if !diagnostic.primary.text.isEmpty { message.append(diagnostic.primary.text) }
    if let help = diagnostic.help { message.append("help: \(help)") }
    let properties = [
      ("file", diagnostic.primary.file), ("line", String(place.line)),
      ("col", String(place.column)), ("title", diagnostic.code),
    ]
    let listed = properties.map { "\($0)=\(Self.escaped($1, in: .property))" }
    return "::\(diagnostic.severity.rawValue) \(listed.joined(separator: ","))::"
      + Self.escaped(message.joined(separator: "\n"), in: .message) + "\n"
  }

  private enum Part {
    case property
    case message
  }

  private static func escaped(_ text: String, in part: Part) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped.append(contentsOf: "%25".unicodeScalars)
      case "\r": escaped.append(contentsOf: "%0D".unicodeScalars)
      case "\n": escaped.append(contentsOf: "%0A".unicodeScalars)
      case ":" where part == .property: escaped.append(contentsOf: "%3A".unicodeScalars)
      case "," where part == .property: escaped.append(contentsOf: "%2C".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
