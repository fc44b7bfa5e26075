import Diagnostics
import SourceText

/// Reads a rule file: always a tree, with what is wrong in it as diagnostics in the order of the file.
///
/// One mistake gives one message. A keyword in column 1 is where reading recovers. What could not be
/// understood is in the tree's tokens and not in its declarations; statements with a faulty piece are
/// kept (`Statement.hasFault`).
///
/// - Complexity: O(n) over the bytes.
package func parse(_ source: RuleSource) -> RuleTree {
  guard source.bytes.count <= Limits.fileBytes else { return refuse(source) }
  let misencoded = firstFault(of: source.bytes)
  var lexer = Lexer(source, isMisencoded: misencoded != nil)
  lexer.run()
  var parser = RuleParser(source: source, tokens: lexer.tokens)
  parser.run()

  var diagnostics = parser.withoutSilenced(lexer.diagnostics) + parser.diagnostics
  if let misencoded {
    diagnostics.append(
      .misencoded(
        line: LineTable(source.bytes).line(at: misencoded),
        at: lexer.place(misencoded, misencoded + 1)))
  }
  diagnostics.sort { ($0.primary.range, $0.code) < ($1.primary.range, $1.code) }
  if diagnostics.count > Limits.diagnosticsPerFile {
    let rest = diagnostics[Limits.diagnosticsPerFile].primary
    diagnostics.removeSubrange(Limits.diagnosticsPerFile...)
    diagnostics.append(.tooManyMistakes(at: rest))
  }
  return RuleTree(
    source: source, tokens: lexer.tokens, declarations: parser.declarations,
    diagnostics: diagnostics)
}

/// The tree of a file that is too long to be read: one token over all of it.
private func refuse(_ source: RuleSource) -> RuleTree {
  let whole = ByteRange(0, min(source.bytes.count, Int(UInt32.max)))
  let label = Diagnostic.Label(file: source.path, range: ByteRange(0, 0))
  return RuleTree(
    source: source, tokens: [Token(kind: .fault, text: "", range: whole, leading: 0)],
    declarations: [], diagnostics: [.fileTooLong(bytes: source.bytes.count, at: label)])
}

/// The offset of the first byte that is no UTF-8.
private func firstFault(of bytes: [UInt8]) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return min(error.byteOffsets.lowerBound, max(0, bytes.count - 1))
  }
}

/// Makes declarations of tokens, a line at a time.
private struct RuleParser {
  let source: RuleSource
  let tokens: [Token]
  var declarations: [Statement] = []
  var diagnostics: [Diagnostic] = []

  private var state = State.outside
  /// The declaration whose line, or block, is being read.
  private var header = Header()
  private var statements: [Statement] = []
  /// How many blocks within the block are open; their lines are passed over.
  private var nesting = 0
  /// Whether the line before was already complained of, and this one may come of the same mistake.
  private var isAstray = false

  /// Lines that are no rules at all, in order; what their characters are does not matter then.
  private var silenced: [ByteRange] = []

  /// Where reading stands.
  private enum State {
    /// Between declarations.
    case outside
    /// After the line of a declaration that did not end with `{`.
    case headed
    /// In a block.
    case inside
  }

  /// The line that begins a declaration.
  private struct Header {
    /// The keyword as it is understood; nil where the declaration is to be forgotten.
    var keyword: Token?
    var arguments: [Token] = []
    var documentation: [String] = []
    var start = 0
    /// The end of its line, without `{`.
    var end = 0
    /// The `{`.
    var open: ByteRange?
    /// What the line is called in messages, such as `company meta`.
    var name = ""
  }

  init(source: RuleSource, tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  mutating func run() {
    var documentation: [String] = []
    var first = 0
    var lineStart = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for (index, token) in tokens.enumerated() where token.kind == .newline {
      if first < index {
        let isIndented = tokens[first].range.lower > lineStart
        read(Array(tokens[first..<index]), isIndented: isIndented, documentation)
        documentation = []
      } else {
        note(token, in: &documentation)
      }
      first = index + 1
      lineStart = token.range.upper
    }
    finish(next: nil)
  }

  /// Takes the `##` of a line without statement; a blank line parts them from what follows.
  private func note(_ newline: Token, in documentation: inout [String]) {
    let line = text(Int(newline.leading), newline.range.lower)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if line.isEmpty { documentation = [] }
    guard line.hasPrefix("##") else { return }
    var words = line.drop { $0 == "#" }.drop { $0.isWhitespace }
    while words.last?.isWhitespace == true { words.removeLast() }
    documentation.append(String(words))
  }

  private mutating func read(_ line: [Token], isIndented: Bool, _ documentation: [String]) {
    guard let first = line.first, let last = line.last else { return }
    if !isIndented, beginsDeclaration(line) {
      finish(next: first)
      return begin(line, documentation)
    }
    switch state {
    case .outside: readOutside(line, isIndented: isIndented, documentation)
    case .headed: readHeaded(line, isIndented: isIndented, documentation)
    case .inside where nesting > 0:
      if first.kind == .close || last.kind == .close { nesting -= 1 }
      if last.kind == .open { nesting += 1 }
    case .inside: readInside(line, documentation)
    }
  }

  /// Whether a line in column 1 begins a declaration: it has one's keyword or opens a block.
  private func beginsDeclaration(_ line: [Token]) -> Bool {
    line[0].kind == .word
      && (declarationKeywords.contains(line[0].text) || line.contains { $0.kind == .open })
  }
}

// MARK: - Lines by where they stand

extension RuleParser {
  private mutating func readOutside(
    _ line: [Token], isIndented: Bool, _ documentation: [String]
  ) {
    let first = line[0]
    switch first.kind {
    case .close:
      if !isAstray { diagnostics.append(.strayClose(at: place(first))) }
      isAstray = false
      readRest(line.dropFirst(), documentation)
    case .open:
      complain(.blockWithoutDeclaration(at: place(first)))
      forget(from: first, open: first.range)
    case .fault where line.contains { $0.kind == .open }:
      forget(from: first, open: line.last?.range)
    case .fault:
      isAstray = true
    case .word where declarationKeywords.contains(first.text) && isIndented:
      diagnostics.append(
        .indentedDeclaration(
          first.text, at: place(first), blanks: ByteRange(Int(first.leading), first.range.lower)))
      begin(line, documentation)
    case .word where !isIndented && !isMarked(line) && !isAstray:
      begin(line, documentation)
    case .word:
      if isAstray, !isMarked(line) { silence(line) }
      complain(.orphan(first.text, at: place(first)))
      if line.last?.kind == .open { forget(from: first, open: line.last?.range) }
    default:
      complain(.noKeyword(described(first), at: place(first)))
    }
  }

  /// After a declaration without `{`: its block may follow all the same.
  private mutating func readHeaded(
    _ line: [Token], isIndented: Bool, _ documentation: [String]
  ) {
    let first = line[0]
    let isStatement = isIndented || isMarked(line) || first.kind == .close
    guard let keyword = header.keyword,
      first.kind == .open || (isStatement && keyword.text != "suppress")
    else {
      finish(next: first)
      return readOutside(line, isIndented: isIndented, documentation)
    }
    // Where the line ends in a text without closing quote, the brace may be in the text.
    if !header.arguments.contains(where: { $0.kind == .fault }) {
      let isMoved = first.kind == .open
      let gap = ByteRange(header.end, isMoved ? first.range.upper : header.end)
      diagnostics.append(
        .missingOpen(
          of: header.name, at: isMoved ? place(first) : place(gap),
          fix: Diagnostic.Fix(file: source.path, range: gap, replacement: " {")))
    }
    state = .inside
    isAstray = false
    header.open = first.kind == .open ? first.range : nil
    if first.kind != .open { readInside(line, documentation) }
  }

  private mutating func readInside(_ line: [Token], _ documentation: [String]) {
    let first = line[0]
    if first.kind == .close {
      close(at: first)
      return readRest(line.dropFirst(), documentation)
    }
    guard let last = line.last else { return }
    if last.kind == .open {
      if header.keyword != nil {
        diagnostics.append(
          .nestedBlock(
            in: header.name,
            opened: place(header.open ?? ByteRange(header.start, header.end)), at: place(last)))
      }
      nesting = 1
      return
    }
    let closes = last.kind == .close
    let body = closes ? line.dropLast() : line[...]
    add(body, documentation)
    if closes {
      if header.keyword != nil {
        let fix = Diagnostic.Fix(
          file: source.path, range: ByteRange(Int(last.leading), last.range.lower),
          replacement: "\n")
        diagnostics.append(.brokenBlockLine(after: "}", at: place(last), fix: fix))
      }
      close(at: last)
    }
  }

  /// What stands after a `}` on its line: complained of, and understood if it begins a declaration.
  private mutating func readRest(_ line: ArraySlice<Token>, _ documentation: [String]) {
    guard let next = line.first else { return }
    if next.kind != .fault {
      diagnostics.append(.brokenBlockLine(after: "}", at: place(next), fix: nil))
    }
    if beginsDeclaration(Array(line)) {
      begin(Array(line), documentation)
    } else {
      isAstray = true
    }
  }

  /// Adds a statement to the block, unless it has no keyword.
  private mutating func add(_ line: ArraySlice<Token>, _ documentation: [String]) {
    guard let first = line.first, let last = line.last else { return }
    switch first.kind {
    case .word:
      isAstray = false
      statements.append(
        Statement(
          keyword: first, arguments: Array(line.dropFirst()), block: nil,
          documentation: documentation, range: first.range.union(last.range)))
    case .fault:
      isAstray = true
    default:
      if header.keyword != nil { complain(.noKeyword(described(first), at: place(first))) }
    }
  }
}

// MARK: - Declarations

extension RuleParser {
  /// Begins a declaration with its first line.
  private mutating func begin(_ line: [Token], _ documentation: [String]) {
    let first = line[0]
    let opening = line.firstIndex { $0.kind == .open }
    let head = line[..<(opening ?? line.count)]
    isAstray = false
    header = Header(
      keyword: declared(line), arguments: Array(head.dropFirst()), documentation: documentation,
      start: first.range.lower, end: head.last?.range.upper ?? first.range.upper,
      open: opening.map { line[$0].range },
      name: Self.name(of: head))
    state = opening == nil ? .headed : .inside
    if let last = head.last, last.kind == .close, opening == nil, head.count > 1 {
      // `company meta "Meta" }`: the brace is the mistake, the line stands.
      diagnostics.append(.strayClose(at: place(last)))
      header.arguments.removeLast()
      finish(next: nil)
    }
    guard let opening, opening + 1 < line.count else { return }
    readOneLine(line, opening: opening, documentation)
  }

  /// A block that begins, and perhaps ends, on the line of its declaration.
  private mutating func readOneLine(_ line: [Token], opening: Int, _ documentation: [String]) {
    let closing = line.last.flatMap { $0.kind == .close ? $0 : nil }
    let inner = line[(opening + 1)..<(closing == nil ? line.count : line.count - 1)]
    var replacement = "{\n"
    if let first = inner.first, let last = inner.last {
      replacement += "  \(text(first.range.lower, last.range.upper))\n"
    }
    let end = closing ?? line[line.count - 1]
    let fix = Diagnostic.Fix(
      file: source.path, range: line[opening].range.union(end.range), replacement: replacement + "}"
    )
    if header.keyword != nil {
      diagnostics.append(
        .brokenBlockLine(after: "{", at: place(line[opening]), fix: closing == nil ? nil : fix))
    }
    add(inner, [])
    if let closing { close(at: closing) }
  }

  /// The keyword that a declaration's first word is, or was most likely meant to be.
  private mutating func declared(_ line: [Token]) -> Token? {
    let word = line[0]
    if declarationKeywords.contains(word.text) { return word }
    let near = nearest(to: word.text, among: declarationKeywords)
    diagnostics.append(.unknownDeclaration(word.text, nearest: near, at: place(word)))
    guard let near else {
      if !line.contains(where: { $0.kind == .open }) { silence(line) }
      return nil
    }
    return Token(kind: .word, text: near, range: word.range, leading: Int(word.leading))
  }

  /// Passes over a block that belongs to nothing.
  private mutating func forget(from first: Token, open: ByteRange?) {
    header = Header()
    header.start = first.range.lower
    header.end = first.range.upper
    header.open = open
    state = .inside
  }

  private mutating func close(at brace: Token) {
    complete(block: statements, end: brace.range.upper)
  }

  /// Ends the declaration that is being read because another one begins, or the file ends.
  private mutating func finish(next: Token?) {
    switch state {
    case .outside: return
    case .headed:
      let isForgotten = header.keyword == nil
      complete(block: nil, end: header.end)
      isAstray = isForgotten
    case .inside:
      if header.keyword != nil {
        diagnostics.append(
          .unclosedBlock(
            of: header.name, at: place(header.open ?? ByteRange(header.start, header.end)),
            next: next.map { place($0) }))
      }
      let end = statements.last.map { $0.range.upper } ?? header.open?.upper ?? header.end
      complete(block: statements, end: end)
    }
  }

  private mutating func complete(block: [Statement]?, end: Int) {
    if let keyword = header.keyword {
      declarations.append(
        Statement(
          keyword: keyword, arguments: header.arguments, block: block,
          documentation: header.documentation, range: ByteRange(header.start, end)))
    }
    state = .outside
    statements = []
    nesting = 0
    isAstray = false
  }
}

// MARK: - Words for messages

extension RuleParser {
  private mutating func complain(_ diagnostic: Diagnostic) {
    if !isAstray { diagnostics.append(diagnostic) }
    isAstray = true
  }

  /// Passes over what the lexer has to say of a line.
  private mutating func silence(_ line: [Token]) {
    guard let first = line.first, let last = line.last else { return }
    silenced.append(first.range.union(last.range))
  }

  /// The lexer's diagnostics but for those of silenced lines; both are in the order of the file.
  func withoutSilenced(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var lines = silenced[...]
    return diagnostics.filter { diagnostic in
      let start = diagnostic.primary.range.start
      while let line = lines.first, line.end <= start { lines.removeFirst() }
      return lines.first.map { start < $0.start } ?? true
    }
  }

  /// What the line of a declaration is called, such as `company meta` or `extend company meta`.
  private static func name(of head: ArraySlice<Token>) -> String {
    let words = head.prefix { $0.kind == .word }
    return words.prefix(words.first?.text == "extend" ? 3 : 2).map(\.text).joined(separator: " ")
  }

  private func place(_ token: Token) -> Diagnostic.Label { place(token.range) }

  private func place(_ range: ByteRange) -> Diagnostic.Label {
    Diagnostic.Label(file: source.path, range: range)
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: source.bytes[start..<end], as: UTF8.self)
  }

  /// Whether the line begins with a language, as `en:` does.
  private func isMarked(_ line: [Token]) -> Bool {
    line.count > 1 && line[0].kind == .word && line[1].kind == .mark && line[1].text == ":"
  }

  private func described(_ token: Token) -> String {
    switch token.kind {
    case .string: "a text"
    case .vocabulary: "a vocabulary"
    case .role: "a role"
    default: "`\(token.text)`"
    }
  }
}
