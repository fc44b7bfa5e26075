import SourceText

/// The file in canonical layout; a file with mistakes is given back as it is.
///
/// Two blanks before the statements of a block; the first words of neighbouring statements padded so
/// that their arguments align, at most to `Limits.alignedColumns`; one blank between arguments and two
/// before a further language of a line; comments kept; never two empty lines in a row. Patterns
/// (`match`, `unless`, `requires`) are sentences and are not aligned. No token is added, lost or changed,
/// and what is formatted already stays as it is.
///
/// - Complexity: O(n) over the bytes.
package func format(_ tree: RuleTree) -> [UInt8] {
  guard tree.diagnostics.isEmpty else { return tree.source.bytes }
  var layout = Layout(tree)
  layout.alignFirstWords()
  layout.alignComments()
  return layout.bytes()
}

/// The lines of a file, to be written anew.
private struct Layout {
  /// A line that is not empty, and whether an empty one stands before it.
  struct Line {
    var tokens: [Token] = []
    var comment: String?
    var isIndented = false
    /// Whether the line stands in a signal, where patterns and examples are.
    var isOfSignal = false
    var followsGap = false
    /// The first word, with the colon of a language.
    var key = ""
    /// What follows the first word.
    var rest = ""
    /// The columns of the first word with the blanks after it.
    var keyColumns = 0
    /// The blanks before a comment at the end of the line.
    var commentGap = Limits.commentGap

    /// The line without its comment.
    var text: String {
      guard !tokens.isEmpty else { return "" }
      let pad = rest.isEmpty ? 0 : max(1, keyColumns - key.count)
      return (isIndented ? "  " : "") + key + String(repeating: " ", count: pad) + rest
    }
  }

  private var lines: [Line] = []
  private let source: [UInt8]

  init(_ tree: RuleTree) {
    source = tree.source.bytes
    var isInside = false
    var isOfSignal = false
    var line = Line()
    for token in tree.tokens {
      guard token.kind == .newline else {
        line.tokens.append(token)
        continue
      }
      line.comment = comment(before: token)
      let first = line.tokens.first
      if first == nil, line.comment == nil {
        line.followsGap = !lines.isEmpty
        continue
      }
      if first?.kind == .close { isInside = false }
      line.isIndented = isInside
      line.isOfSignal = isInside && isOfSignal
      // No empty line at either end of a block.
      if first?.kind == .close || lines.last?.tokens.last?.kind == .open { line.followsGap = false }
      if line.tokens.last?.kind == .open {
        isInside = true
        isOfSignal = line.tokens.prefix(2).contains { $0.text == "signal" }
      }
      write(&line)
      lines.append(line)
      line = Line()
    }
  }

  /// The comment that stands before the end of a line.
  private func comment(before newline: Token) -> String? {
    let trivia = source[Int(newline.leading)..<newline.range.lower]
    guard let start = trivia.firstIndex(of: 0x23) else { return nil }
    var text = String(decoding: trivia[start...], as: UTF8.self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  func bytes() -> [UInt8] {
    var text = ""
    for line in lines {
      if line.followsGap { text += "\n" }
      text += line.text
      if let comment = line.comment {
        if line.tokens.isEmpty {
          text += line.isIndented ? "  " : ""
        } else {
          text += String(repeating: " ", count: line.commentGap)
        }
        text += comment
      }
      text += "\n"
    }
    return Array(text.utf8)
  }
}

// MARK: - The words of a line

extension Layout {
  /// Sets the first word and the rest of a line from its tokens.
  private func write(_ line: inout Line) {
    guard let first = line.tokens.first else { return }
    line.key = written(first)
    var others = line.tokens.dropFirst()
    let isLanguage = Self.isColon(others.first)
    if isLanguage {
      line.key += ":"
      others = others.dropFirst()
    }
    line.keyColumns = line.key.count + 1

    var hasLanguage = isLanguage
    var before: Token?
    for (index, token) in zip(others.indices, others) {
      let next = index + 1 < others.endIndex ? others[index + 1] : nil
      let beginsLanguage = token.kind == .word && Self.isColon(next)
      if let before {
        let startsGroup =
          hasLanguage && token.kind == .word && (beginsLanguage || before.kind == .string)
        let isTight = token.kind == .mark && (token.text == "," || token.text == ":")
        line.rest += startsGroup ? "  " : isTight ? "" : " "
      }
      if beginsLanguage { hasLanguage = true }
      line.rest += written(token)
      before = token
    }
  }

  private static func isColon(_ token: Token?) -> Bool {
    token?.kind == .mark && token?.text == ":"
  }

  private func written(_ token: Token) -> String {
    switch token.kind {
    case .vocabulary: "{\(token.text)}"
    case .role: "[\(token.text)]"
    case .kind: "<\(token.text)>"
    case .gap: "..\(token.text)"
    default: String(decoding: source[token.range.indices], as: UTF8.self)
    }
  }
}

// MARK: - Columns

extension Layout {
  /// The statements that are aligned with one another.
  private enum Family {
    case fields
    case languages
    case examples
  }

  private static func family(of line: Line) -> Family? {
    guard line.isIndented, let first = line.tokens.first else { return nil }
    if line.key.hasSuffix(":") { return .languages }
    guard line.isOfSignal else { return .fields }
    switch first.text {
    case "match", "unless", "requires": return nil
    case "finds", "skips", "todo": return .examples
    default: return .fields
    }
  }

  /// Pads the first words of neighbouring statements of a family.
  mutating func alignFirstWords() {
    var run: [Int] = []
    var family: Family?
    for index in lines.indices {
      let line = lines[index]
      if line.tokens.isEmpty, !line.followsGap { continue }
      let own = Self.family(of: line)
      if own != family || line.followsGap {
        pad(run)
        run = []
      }
      family = own
      if own != nil, !line.rest.isEmpty { run.append(index) }
    }
    pad(run)
  }

  private mutating func pad(_ run: [Int]) {
    let columns =
      run.map { lines[$0].keyColumns }.filter { $0 <= Limits.alignedColumns }.max() ?? 0
    for index in run { lines[index].keyColumns = max(lines[index].keyColumns, columns) }
  }

  /// Puts the comments at the ends of neighbouring lines below one another, unless the lines differ much.
  mutating func alignComments() {
    var run: [(index: Int, width: Int)] = []
    for index in lines.indices {
      let line = lines[index]
      let hasComment = line.comment != nil && !line.tokens.isEmpty
      if !hasComment || line.followsGap {
        space(run)
        run = []
      }
      if hasComment { run.append((index, DisplayWidth.of(line.text))) }
    }
    space(run)
  }

  private mutating func space(_ run: [(index: Int, width: Int)]) {
    let widest = run.map(\.width).max() ?? 0
    let narrowest = run.map(\.width).min() ?? 0
    guard widest - narrowest <= Limits.commentShift else { return }
    for (index, width) in run { lines[index].commentGap = Limits.commentGap + widest - width }
  }
}
