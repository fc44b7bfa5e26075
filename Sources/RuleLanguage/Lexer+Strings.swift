import Diagnostics
import SourceText

/// A quotation mark that is not the straight `"`, and the marks that may end what it begins.
struct ForeignQuote {
  /// The mark as it is shown.
  let mark: String
  /// How many bytes it has.
  let width: Int
  /// The marks that end such a text.
  let closers: [[UInt8]]

  /// Reads the mark at `offset`; nil if there is none.
  init?(_ bytes: [UInt8], at offset: Int) {
    guard offset < bytes.count, Self.leads(bytes[offset]) else { return nil }
    for (mark, closers) in Self.known {
      let utf8 = Array(mark.utf8)
      if bytes[offset...].starts(with: utf8) {
        self.mark = mark
        width = utf8.count
        self.closers = closers.map { Array($0.utf8) }
        return
      }
    }
    return nil
  }

  private static func leads(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x27, 0x60, 0xC2, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  // Marks of all habits: English, German, French, Japanese, programmers'.
  private static let known: [(String, [String])] = [
    ("“", ["”", "\""]), ("”", ["”", "\""]), ("„", ["“", "”", "\""]), ("‟", ["”", "\""]),
    ("«", ["»", "\""]), ("»", ["«", "»", "\""]), ("＂", ["＂", "\""]),
    ("「", ["」"]), ("『", ["』"]), ("‹", ["›"]), ("›", ["‹", "›"]),
    ("‘", ["’"]), ("’", ["’"]), ("‚", ["‘", "’"]), ("'", ["'"]), ("`", ["`", "'"]),
  ]
}

extension Lexer {
  /// A text in straight quotes, with the escapes `\"`, `\\` and `\n`.
  mutating func readString() {
    let start = index
    index += 1
    while index < lineEnd, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
    if index < lineEnd, bytes[index] == 0x22 {
      index += 1
      return emit(.string, from: start, text: text(start + 1, index - 1))
    }
    var value = Array(bytes[start + 1..<index])
    while index < lineEnd, bytes[index] != 0x22 {
      guard bytes[index] == 0x5C, let escaped = byte(after: index) else {
        value.append(bytes[index])
        index += 1
        continue
      }
      switch escaped {
      case 0x22, 0x5C: value.append(escaped)
      case 0x6E: value.append(0x0A)
      default:
        value += [0x5C, escaped]
        reportEscape(at: index)
      }
      index += 2
    }
    if index < lineEnd {
      index += 1
      return emit(.string, from: start, text: String(decoding: value, as: UTF8.self))
    }
    readUnclosedString(from: start, width: 1)
  }

  /// A text in quotation marks of another kind: understood, and complained of.
  mutating func readForeignString(_ quote: ForeignQuote) {
    let start = index
    let inner = start + quote.width
    var end = inner
    var closing: [UInt8]?
    while end < lineEnd, closing == nil {
      closing = quote.closers.first { bytes[end..<lineEnd].starts(with: $0) }
      if closing == nil { end += 1 }
    }
    guard let closing else { return readUnclosedString(from: start, width: quote.width) }
    index = end + closing.count
    let written = text(inner, end)
    emit(.string, from: start, text: written)
    let marks = "\(quote.mark)…\(String(decoding: closing, as: UTF8.self))"
    diagnostics.append(
      .foreignQuotes(
        marks, around: written, isSure: closing != [0x22], at: place(start, index)))
    lineHasFault = true
  }

  /// The rest of the line, but for a `{` that ends the line of a declaration.
  private mutating func readUnclosedString(from start: Int, width: Int) {
    var end = contentEnd(from: start + width)
    if !lineIsIndented, end - 2 >= start + width, bytes[end - 1] == 0x7B, bytes[end - 2] == 0x20 {
      end = contentEnd(from: start + width, to: end - 2)
    }
    index = end
    emit(.fault, from: start)
    report(.unclosedString(at: place(start, start + width)))
  }

  private mutating func reportEscape(at start: Int) {
    var end = start + 2
    while end < lineEnd, bytes[end] & 0xC0 == 0x80 { end += 1 }
    report(.unknownEscape(text(start, end), at: place(start, end)))
  }
}
