import Diagnostics
import SourceText

// What can be wrong with the form of a rule file, by code. Every message has a golden file under
// Tests/RuleLanguageTests/Fixtures/messages and an entry in Explanations.swift.

extension Diagnostic {
  static func foreignQuotes(
    _ marks: String, around text: String, isSure: Bool, at place: Label
  ) -> Diagnostic {
    let straight =
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    return Diagnostic(
      code: "E001", headline: "text stands in `\(marks)`, expected `\"…\"`",
      primary: place.saying("not straight double quotes"),
      help: "write the text in straight double quotes",
      fix: isSure ? Fix(file: place.file, range: place.range, replacement: straight) : nil)
  }

  static func unclosedString(at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E002", headline: "text without a closing quote",
      primary: place.saying("opened here, not closed on this line"),
      help: "end the text with `\"` on the same line")
  }

  static func unclosedBlock(of header: String, at place: Label, next: Label?) -> Diagnostic {
    Diagnostic(
      code: "E003", headline: "the block of `\(header)` is not closed",
      primary: place.saying("opened here"),
      secondary: next.map { [$0.saying("the next declaration begins here")] } ?? [],
      help: "end the block with `}` on a line of its own")
  }

  static func strayClose(at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E004", headline: "`}` closes no block",
      primary: place.saying("no block is open here"),
      help: "remove the `}`, or open the block with `{` at the end of its first line")
  }

  static func unknownDeclaration(_ word: String, nearest: String?, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E005", headline: "unknown declaration `\(word)`",
      primary: place.saying("no declaration begins with this word"),
      help: nearest.map { "did you mean `\($0)`?" }
        ?? "begin with one of \(declarationKeywords.joined(separator: ", "))",
      fix: nearest.map { Fix(file: place.file, range: place.range, replacement: $0) })
  }

  static func misencoded(line: Int, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E006", headline: "line \(line) is not UTF-8",
      primary: place.saying("the first byte that is none"), help: "save the file as UTF-8")
  }

  static func fileTooLong(bytes: Int, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E007", headline: "the file has \(bytes) bytes, the limit is \(Limits.fileBytes)",
      primary: place.saying("nothing of this file was read"),
      help: "split the file; `extend` adds to a declaration from another one")
  }

  static func tooManyMistakes(at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E007", headline: "the file has more than \(Limits.diagnosticsPerFile) mistakes",
      primary: place.saying("from here on they are not shown"))
  }

  static func nestedBlock(in header: String, opened: Label, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E008", headline: "a block within the block of `\(header)`",
      primary: place.saying("statements have no block of their own"),
      secondary: [opened.saying("the block around it begins here")],
      help: "write the declaration in column 1 if it is one, else without `{`")
  }

  static func bareText(_ text: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E009", headline: "`\(text)` stands without quotes",
      primary: place.saying("text needs double quotes"), help: "write `\"\(text)\"`",
      fix: Fix(file: place.file, range: place.range, replacement: "\"\(text)\""))
  }

  static func strayCharacters(_ characters: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E009", headline: "`\(characters)` is no word, text or mark of the language",
      primary: place.saying("means nothing here"), help: "put text in double quotes")
  }

  static func brokenBlockLine(after brace: String, at place: Label, fix: Fix?) -> Diagnostic {
    Diagnostic(
      code: "E010",
      headline: brace == "{"
        ? "a `{` that does not end its line" : "a `}` that does not stand alone",
      primary: place.saying(
        brace == "{" ? "statements begin on the next line" : "`}` has a line of its own"),
      help: "write each statement of a block, and its `}`, on a line of its own", fix: fix)
  }

  static func noKeyword(_ found: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E011", headline: "a line begins with \(found), expected a keyword or a language",
      primary: place.saying("a statement is one line"),
      help: "to go on with a list, begin the line as the one above it begins")
  }

  static func orphan(_ word: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E011", headline: "`\(word)` stands outside of any declaration",
      primary: place.saying("no block is open here"),
      help: "move the line into the block that it belongs to")
  }

  static func missingOpen(of header: String, at place: Label, fix: Fix?) -> Diagnostic {
    Diagnostic(
      code: "E012", headline: "the line of `\(header)` does not end with `{`",
      primary: place.saying("its block begins here"), help: "end the line with `{`", fix: fix)
  }

  static func blockWithoutDeclaration(at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E012", headline: "`{` belongs to no declaration",
      primary: place.saying("no declaration stands before it"),
      help: "write the declaration and its `{` on one line")
  }

  static func unclosedBracket(_ opening: String, closing: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E013", headline: "`\(opening)` without its `\(closing)`",
      primary: place.saying("opened here"), help: "close it with `\(closing)`")
  }

  static func unopenedBracket(_ closing: String, opening: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E013", headline: "`\(closing)` without its `\(opening)`",
      primary: place.saying("closes nothing"), help: "open it with `\(opening)`")
  }

  static func unreadableReference(_ text: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E013", headline: "`\(text)` names no vocabulary",
      primary: place.saying("expected one name, or several with `|` between them"))
  }

  static func unknownEscape(_ escape: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E014", headline: "unknown escape `\(escape)`",
      primary: place.saying("only `\\\"`, `\\\\` and `\\n` have a meaning"),
      help: "write `\\\\` for a backslash")
  }

  static func indentedDeclaration(_ keyword: String, at place: Label, blanks: ByteRange)
    -> Diagnostic
  {
    Diagnostic(
      code: "E015", headline: "the declaration `\(keyword)` does not begin in column 1",
      primary: place.saying("blanks stand before it"), help: "remove the blanks before it",
      fix: Fix(file: place.file, range: blanks, replacement: ""))
  }

  static func mergeMarker(at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E016", headline: "a merge conflict is left in the file",
      primary: place.saying("written by version control"),
      help: "settle the conflict and remove its three marker lines")
  }
}

extension Diagnostic.Label {
  fileprivate func saying(_ text: String) -> Diagnostic.Label {
    Diagnostic.Label(file: file, range: range, text: text)
  }
}
