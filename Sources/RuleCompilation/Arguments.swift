import Diagnostics
import RuleLanguage
import SourceText

/// A statement, and the file that it stands in.
struct Line {
  /// The file's path.
  let path: String
  /// The file's place among the sources.
  let file: Int
  /// What kind of declaration it stands in, or begins.
  let kind: DeclarationKind
  /// What is written.
  let statement: Statement

  /// The keyword's text.
  var keyword: String { statement.keyword.text }
  /// The keyword as a place.
  var label: Diagnostic.Label { Diagnostic.Label(file: path, range: statement.keyword.range) }
  /// A cursor before the first argument.
  var arguments: Arguments { Arguments(self) }
  /// The place of a token.
  func label(_ token: Token, _ text: String = "") -> Diagnostic.Label {
    Diagnostic.Label(file: path, range: token.range, text: text)
  }
}

/// Reads what follows a keyword on its line, from left to right.
struct Arguments {
  let line: Line
  private let tokens: [Token]
  private(set) var index = 0

  init(_ line: Line) {
    self.line = line
    tokens = line.statement.arguments
  }

  /// The token to be read next.
  var next: Token? { index < tokens.count ? tokens[index] : nil }
  /// Whether nothing is left.
  var isAtEnd: Bool { index >= tokens.count }

  /// The token after the next one.
  private var second: Token? { index + 1 < tokens.count ? tokens[index + 1] : nil }

  /// Whether a language and its colon come next.
  var hasLanguage: Bool {
    guard let next, let second else { return false }
    return next.kind == .word && second.kind == .mark && second.text == ":"
  }

  /// Takes the next token if it is of this kind.
  mutating func take(_ kind: Token.Kind) -> Token? {
    guard let next, next.kind == kind else { return nil }
    index += 1
    return next
  }

  /// Takes the next token if it is this word.
  mutating func take(word: String) -> Token? {
    guard let next, next.kind == .word, next.text == word else { return nil }
    index += 1
    return next
  }

  /// Takes the next token if it is this mark.
  mutating func take(mark: String) -> Bool {
    guard let next, next.kind == .mark, next.text == mark else { return false }
    index += 1
    return true
  }

  /// Takes a token that must be there.
  mutating func need(_ kind: Token.Kind, _ what: String) throws(Fault) -> Token {
    guard let token = take(kind) else { throw fault(expected: what) }
    return token
  }

  /// Takes a word that must be there.
  mutating func need(word: String) throws(Fault) {
    if take(word: word) == nil { throw fault(expected: "`\(word)`") }
  }

  /// Takes one of some words.
  mutating func need(oneOf words: [String]) throws(Fault) -> String {
    for word in words where take(word: word) != nil { return word }
    throw fault(expected: words.map { "`\($0)`" }.joined(separator: " or "))
  }

  /// Takes texts with commas between them, at least one.
  mutating func needStrings(_ what: String = "text in quotes") throws(Fault) -> [Token] {
    var strings = [try need(.string, what)]
    while take(mark: ",") {
      // A comma may also part the lists of two languages.
      if hasLanguage { break }
      strings.append(try need(.string, what))
    }
    return strings
  }

  /// Takes words with commas between them, at least one.
  mutating func needWords(_ what: String) throws(Fault) -> [Token] {
    var words = [try need(.word, what)]
    while take(mark: ",") { words.append(try need(.word, what)) }
    return words
  }

  /// Takes `LANGUAGE: "…", "…"`, as often as it stands there; texts without a language are for all.
  mutating func needTexts() throws(Fault) -> [(language: Token?, strings: [Token])] {
    var groups: [(language: Token?, strings: [Token])] = []
    repeat {
      var language: Token?
      if hasLanguage {
        language = take(.word)
        _ = take(mark: ":")
      }
      groups.append((language, try needStrings("a language and text, such as `any: \"…\"`")))
    } while hasLanguage
    return groups
  }

  /// Fails unless nothing is left.
  func needEnd() throws(Fault) {
    if !isAtEnd { throw fault(expected: "the end of the line") }
  }

  /// What is wrong with the form at the next token.
  func fault(expected: String) -> Fault {
    let end = line.statement.arguments.last?.range.upper ?? line.statement.keyword.range.upper
    let range = next?.range ?? ByteRange(end, end)
    return Fault(
      .wrongForm(
        of: line.keyword, expected: expected, found: next.map(Self.described),
        form: line.kind.form(of: line.keyword),
        at: Diagnostic.Label(file: line.path, range: range)))
  }

  private static func described(_ token: Token) -> String {
    switch token.kind {
    case .string: "\"\(token.text)\""
    case .vocabulary: "`{\(token.text)}`"
    case .role: "`[\(token.text)]`"
    case .kind: "`<\(token.text)>`"
    case .gap: "`..\(token.text)`"
    default: "`\(token.text)`"
    }
  }
}
