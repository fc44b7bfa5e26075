import Diagnostics
import SourceText

// What can be wrong with keywords, forms and ids.

extension Diagnostic {
  static func unknownKeyword(
    _ keyword: String, in kind: String, nearest: String?, allowed: [String] = [], at place: Label
  ) -> Diagnostic {
    var help = nearest.map { "did you mean `\($0)`?" }
    if help == nil, !allowed.isEmpty {
      help = "write one of \(allowed.map { "`\($0)`" }.joined(separator: ", "))"
    }
    return Diagnostic(
      code: "E101", headline: "unknown statement `\(keyword)` in `\(kind)`",
      primary: place.saying("not a keyword here"), help: help,
      fix: nearest.map { Fix(file: place.file, range: place.range, replacement: $0) })
  }

  static func wrongForm(
    of keyword: String, expected: String, found: String?, form: String, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      code: "E102",
      headline:
        "expected \(expected) in `\(keyword)`, found \(found ?? "the end of the line")",
      primary: place.saying("expected \(expected)"), help: "write it like `\(form)`")
  }

  static func repeatedStatement(_ keyword: String, first: Label, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E103", headline: "`\(keyword)` is given twice",
      primary: place.saying("given again here"), secondary: [first.saying("first given here")],
      help: "keep one of the two")
  }

  static func duplicate(_ kind: String, _ id: String, at place: Label, first: Label) -> Diagnostic {
    let name = id.isEmpty ? "`\(kind)`" : "\(kind) `\(id)`"
    let extending = id.isEmpty ? "extend \(kind)" : "extend \(kind) \(id)"
    return Diagnostic(
      code: "E110", headline: "\(name) is declared twice",
      primary: place.saying("declared again here"),
      secondary: [first.saying("first declared here")],
      help: "write `\(extending)` to add to it")
  }

  static func inclusionCycle(_ part: String, in whole: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E113", headline: "vocabulary `\(whole)` would include itself",
      primary: place.saying("`\(part)` includes `\(whole)`, directly or through others"),
      help: "remove one of the inclusions")
  }

  static func unknown(
    _ kind: DeclarationKind, _ id: String, nearest: String?, at place: Label
  ) -> Diagnostic {
    let code =
      switch kind {
      case .vocabulary: "E120"
      case .company: "E122"
      case .language: "E125"
      case .stance: "E126"
      case .signal: "E129"
      default: "E118"
      }
    return Diagnostic(
      code: code, headline: "unknown \(kind.rawValue) `\(id)`",
      primary: place.saying("not declared in any rule file"),
      help: nearest.map { "did you mean `\($0)`?" },
      fix: nearest.map { Fix(file: place.file, range: place.range, replacement: $0) })
  }

  static func unknownWord(
    _ what: String, _ word: String, code: String, said: String, nearest: String?,
    help: String? = nil, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      code: code, headline: "unknown \(what) `\(word)`", primary: place.saying(said),
      help: nearest.map { "did you mean `\($0)`?" } ?? help)
  }
}

extension Diagnostic.Label {
  /// The same place with something to say of it.
  func saying(_ text: String) -> Diagnostic.Label {
    Diagnostic.Label(file: file, range: range, text: text)
  }
}
