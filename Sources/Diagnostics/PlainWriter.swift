import SourceText

/// Diagnostics for people: the fact, the place, the line with what is meant underlined, one step that
/// helps.
package struct PlainWriter: DiagnosticWriter {
  /// Whether the text is coloured.
  package enum Colour: Sendable {
    /// Text alone.
    case none
    /// With the escape sequences of ECMA-48 that terminals understand.
    case ansi
  }

  private let colour: Colour

  /// Makes a writer.
  package init(colour: Colour = .none) { self.colour = colour }

  /// One paragraph a diagnostic, a blank line between two.
  package func text(of diagnostics: [Diagnostic], source: (String) -> [UInt8]?) -> String {
    Places.with(source) { places in
      diagnostics.map { paragraph(of: $0, &places) }.joined(separator: "\n")
    }
  }

  private func paragraph(of diagnostic: Diagnostic, _ places: inout Places) -> String {
    let place = places.place(of: diagnostic.primary)
    let tone: Tone = diagnostic.severity == .error ? .error : .warning
    let number = String(place.line)
    // At least two digits, so that most messages stand alike.
    let gutter = String(repeating: " ", count: max(2, number.count))

    var lines = [
      paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", tone)
        + paint(": \(PrintableText.of(diagnostic.headline))", .headline),
      paint("\(gutter)-->", .frame) + " " + address(diagnostic.primary.file, place),
    ]
    if let file = places.file(diagnostic.primary.file) {
      let excerpt = Excerpt(of: diagnostic.primary.range, in: file)
      let padded = String(repeating: " ", count: gutter.count - number.count) + number
      lines.append(paint("\(padded) |", .frame) + lead(excerpt.line))
      let label = PrintableText.of(diagnostic.primary.text)
      lines.append(
        paint("\(gutter) |", .frame) + " " + String(repeating: " ", count: excerpt.column)
          + paint(
            String(repeating: "^", count: excerpt.width) + (label.isEmpty ? "" : " \(label)"), tone)
      )
    }
    for label in diagnostic.secondary {
      let text = label.text.isEmpty ? "" : ": \(PrintableText.of(label.text))"
      lines.append(
        paint("\(gutter):::", .frame) + " " + address(label.file, places.place(of: label)) + text)
    }
    if let help = diagnostic.help {
      lines.append(paint("\(gutter) =", .frame) + " help: \(PrintableText.of(help))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lead(_ line: String) -> String { line.isEmpty ? "" : " \(line)" }

  private func address(_ file: String, _ place: Places.Place) -> String {
    "\(PrintableText.of(file)):\(place.line):\(place.column)"
  }

  private enum Tone: String {
    case error = "1;31"
    case warning = "1;33"
    case headline = "1"
    case frame = "34"
  }

  private func paint(_ text: String, _ tone: Tone) -> String {
    colour == .none ? text : "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m"
  }
}

/// The line of a place as it is shown, and where on it the place is.
private struct Excerpt {
  /// What is shown of the line.
  let line: String
  /// The columns before the place.
  let column: Int
  /// The columns of the place, at least one.
  let width: Int

  init(of range: ByteRange, in file: Places.File) {
    let count = file.bytes.count
    let start = min(range.lower, count)
    let whole = file.lines.range(ofLine: file.lines.line(at: start), in: file.bytes)
    let from = min(max(start, whole.lower), whole.upper)
    let to = min(max(range.upper, from), whole.upper)
    // The part before and the part within are kept near, so that a line of megabytes costs no more.
    let reach = Limits.sourceColumns * 8
    let before = Self.text(file.bytes, max(whole.lower, from - reach), from)
    let within = Self.text(file.bytes, from, min(to, from + reach))
    let after = Self.text(file.bytes, min(to, from + reach), min(whole.upper, to + reach))

    let budget = Limits.sourceColumns
    let cutsBefore = from - reach > whole.lower
    let cutsAfter = to + reach < whole.upper || to > from + reach
    let total = [before, within, after].reduce(0) { $0 + DisplayWidth.of($1) }
    if total <= budget, !cutsBefore, !cutsAfter {
      line = before + within + after
      column = DisplayWidth.of(before)
      width = max(1, DisplayWidth.of(within))
      return
    }
    let shownWithin = Self.prefix(of: within, columns: budget * 3 / 4)
    let withinWidth = DisplayWidth.of(shownWithin)
    let ahead = Self.suffix(of: before, columns: max(budget / 4, budget / 2 - withinWidth))
    let aheadWidth = DisplayWidth.of(ahead)
    let rest = Self.prefix(
      of: shownWithin.count < within.count ? "" : after,
      columns: max(0, budget - aheadWidth - withinWidth))
    let isCutBefore = cutsBefore || ahead.count < before.count
    let isCutAfter =
      cutsAfter || shownWithin.count < within.count || rest.count < after.count
    line = (isCutBefore ? "…" : "") + ahead + shownWithin + rest + (isCutAfter ? "…" : "")
    column = aheadWidth + (isCutBefore ? 1 : 0)
    width = max(1, withinWidth)
  }

  private static func text(_ bytes: [UInt8], _ start: Int, _ end: Int) -> String {
    // A cut may have fallen within a character; its remaining bytes are no text.
    var start = start
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return PrintableText.of(String(decoding: bytes[start..<max(start, end)], as: UTF8.self))
  }

  private static func prefix(of text: String, columns: Int) -> String {
    var width = 0
    return String(
      text.prefix { character in
        width += DisplayWidth.of(character)
        return width <= columns
      })
  }

  private static func suffix(of text: String, columns: Int) -> String {
    var width = 0
    var shown: [Character] = []
    for character in text.reversed() {
      width += DisplayWidth.of(character)
      if width > columns { break }
      shown.append(character)
    }
    return String(shown.reversed())
  }
}
