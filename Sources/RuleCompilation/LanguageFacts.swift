import Diagnostics
import RuleLanguage
import SourceText

/// What must be known of a language before any of its terms can be read.
struct LanguageFacts {
  var code: String
  var name: String
  var script = ""
  var bounded = Language.Bounds.both
  var inflections = Inflections()
}

extension Compiler {
  /// Lowers name, script, boundaries and inflection of every language.
  mutating func declareLanguages() {
    for declaration in symbols[.language] {
      var facts = LanguageFacts(code: declaration.id, name: declaration.id)
      var arguments = declaration.line.arguments
      _ = arguments.take(.word)
      do throws(Fault) {
        facts.name = try arguments.need(.string, "the language's own name in quotes").text
        try arguments.needEnd()
      } catch {
        report(error.diagnostic)
      }
      var once = Once()
      each(declaration.lines) { (compiler, line) throws(Fault) in
        try compiler.lowerFact(line, &facts, &once)
      }
      if facts.script.isEmpty {
        report(
          .missing(
            "script", in: "language `\(declaration.id)`", code: "E155",
            form: DeclarationKind.language.form(of: "script"),
            at: declaration.line.label(declaration.name)))
      }
      languages.append(facts)
    }
  }

  private mutating func lowerFact(
    _ line: Line, _ facts: inout LanguageFacts, _ once: inout Once
  ) throws(Fault) {
    var arguments = line.arguments
    switch line.keyword {
    case "script":
      try once.note(line)
      facts.script = try arguments.need(.word, "the name of a script").text
    case "bounded":
      try once.note(line)
      let side = try arguments.need(oneOf: ["both", "left", "right", "none"])
      facts.bounded = Language.Bounds(rawValue: side) ?? .both
    case "inflects":
      let name = try arguments.need(.word, "the name of an inflection class").text
      let ending = try arguments.need(.string, "the ending of the lemma")
      try arguments.need(word: "to")
      let forms = try arguments.needStrings("the endings of the forms")
      let row = Inflections.Row(
        ending: folding.fold(ending.text), forms: forms.map { folding.fold($0.text) })
      facts.inflections.add(row, to: name)
    default: return
    }
    try arguments.needEnd()
  }
}

/// Statements that may be given once.
struct Once {
  private var seen: [String: Diagnostic.Label] = [:]

  /// Notes a statement; fails if it was given before.
  mutating func note(_ line: Line) throws(Fault) {
    if let first = seen[line.keyword] {
      throw Fault(.repeatedStatement(line.keyword, first: first, at: line.label))
    }
    seen[line.keyword] = line.label
  }

  /// Whether a statement was given.
  func has(_ keyword: String) -> Bool { seen[keyword] != nil }
}

extension Diagnostic {
  static func missing(
    _ keyword: String, in what: String, code: String, form: String, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      code: code, headline: "\(what) has no `\(keyword)`",
      primary: place.saying("`\(keyword)` is missing"), help: "add a line like `\(form)`")
  }
}
