import Foundation
import SourceText

/// Diagnostics for programs: one array of objects, keys in alphabetical order, nothing left out.
///
/// Lines and columns count from 1, columns in Unicode scalars; `endColumn` is the column after the last.
/// `notes` are the other places that belong to the diagnostic. `fix` is the half-open range of bytes to
/// replace, and by what; it is null where no change is sure.
package struct JSONWriter: DiagnosticWriter {
  /// Makes a writer.
  package init() {}

  /// The array, indented, with a line break at its end.
  package func text(of diagnostics: [Diagnostic], source: (String) -> [UInt8]?) -> String {
    let entries = Places.with(source) { places in
      diagnostics.map { Entry($0, &places) }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts and integers cannot fail to encode; were it to happen, an empty array would hide errors.
    guard let data = try? encoder.encode(entries) else {
      preconditionFailure("texts and integers encode")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

private enum Key: String, CodingKey {
  case code, severity, headline, file, line, column, endLine, endColumn, label, notes, help, fix
}

/// A diagnostic as it is written.
private struct Entry: Encodable {
  let diagnostic: Diagnostic
  let place: Place
  let notes: [Place]

  init(_ diagnostic: Diagnostic, _ places: inout Places) {
    self.diagnostic = diagnostic
    place = Place(label: diagnostic.primary, place: places.place(of: diagnostic.primary))
    notes = diagnostic.secondary.map { Place(label: $0, place: places.place(of: $0)) }
  }

  func encode(to encoder: any Encoder) throws {
    try place.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(diagnostic.code, forKey: .code)
    try container.encode(diagnostic.severity.rawValue, forKey: .severity)
    try container.encode(diagnostic.headline, forKey: .headline)
    try container.encode(notes, forKey: .notes)
    try container.encode(diagnostic.help, forKey: .help)
    try container.encode(diagnostic.fix.map(Change.init), forKey: .fix)
  }
}

/// A place as it is written.
private struct Place: Encodable {
  let label: Diagnostic.Label
  let place: Places.Place

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(label.file, forKey: .file)
    try container.encode(place.line, forKey: .line)
    try container.encode(place.column, forKey: .column)
    try container.encode(place.endLine, forKey: .endLine)
    try container.encode(place.endColumn, forKey: .endColumn)
    try container.encode(label.text, forKey: .label)
  }
}

/// A fix as it is written.
private struct Change: Encodable {
  let file: String
  let start: Int
  let end: Int
  let replacement: String

  init(_ fix: Diagnostic.Fix) {
    file = fix.file
    start = fix.range.lower
    end = fix.range.upper
    replacement = fix.replacement
  }
}
