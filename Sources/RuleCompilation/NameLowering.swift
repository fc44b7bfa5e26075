import Diagnostics
import PhraseMatching
import RuleLanguage
import SourceText

/// Who bears a name, from when to when.
struct NameBearer {
  var company: Int
  var from: Day?
  var to: Day?
  var label: Diagnostic.Label
}

/// The names of one company, body, publisher or case while its statements are being read.
struct NameCollection {
  let bearer: Name.Bearer
  private(set) var names: [(name: Name, term: Term, language: Int?, label: Diagnostic.Label)] = []
  /// The names by their folded spellings.
  private var rows: [[UInt8]: [Int]] = [:]
  /// The guard lines, kept until all names are known.
  private(set) var guardLines: [Line] = []

  init(bearer: Name.Bearer) { self.bearer = bearer }

  /// Adds a name.
  mutating func add(
    _ name: Name, _ term: Term, in language: Int? = nil, at label: Diagnostic.Label
  ) {
    if term.parts.count == 1 {
      for spelling in term.parts[0] {
        rows[Array(spelling.folded), default: []].append(names.count)
      }
    }
    names.append((name, term, language, label))
  }

  /// Keeps a guard line until all names are known.
  mutating func keep(guard line: Line) { guardLines.append(line) }

  /// The texts of the names.
  var texts: [String] { names.map(\.name.text) }

  /// Gives a guard to the names that `text` spells; false if there is none.
  mutating func attach(_ conditions: [Guard], to folded: [UInt8]) -> Bool {
    guard let rows = rows[folded] else { return false }
    for row in rows { names[row].name.guards += conditions }
    return true
  }
}

extension Compiler {
  /// Reads `alias any: "…"`, `former …`, `refers …` into names.
  mutating func lowerNames(
    _ line: Line, manner: Name.Manner, _ arguments: inout Arguments,
    into collection: inout NameCollection
  ) throws(Fault) {
    let groups = try arguments.needTexts()
    if manner == .person, arguments.take(word: "role") != nil {
      _ = try arguments.need(.string, "a role in quotes")
    }
    let span = try arguments.takeSpan()
    if manner == .person, arguments.take(word: "role") != nil {
      _ = try arguments.need(.string, "a role in quotes")
    }
    try arguments.needEnd()
    for group in groups {
      if let code = group.language, !Self.isLanguageCode(code.text) {
        throw unknown(.language, code, line)
      }
      for string in group.strings {
        do throws(Fault) {
          let use: TermNotation.Use = manner == .description ? .term : .name
          let language = try? language(group.language, line)
          let term = try term(string, in: language, as: use, line)
          collection.add(
            Name(
              bearer: collection.bearer, manner: manner, text: string.text, from: span.from,
              to: span.to), term, in: language, at: line.label(string))
        } catch {
          report(error.diagnostic)
        }
      }
    }
  }

  /// The name in the header of a declaration, which is an alias in every language.
  mutating func headerName(
    _ token: Token, _ line: Line, into collection: inout NameCollection
  ) {
    let term = TermNotation.plain(token.text, &folding)
    if term.parts[0].endsEmpty {
      report(.term(.empty, classes: [], at: line.label(token)))
      return
    }
    collection.add(
      Name(bearer: collection.bearer, manner: .alias, text: token.text), term,
      at: line.label(token))
  }

  /// Reads the guards, now that all names are there, and makes phrases of the names.
  ///
  /// `kind` is the concept that the names are words of as well: that of a body.
  mutating func finish(_ collection: NameCollection, kind: ConceptID? = nil) {
    var collection = collection
    each(collection.guardLines) { (compiler, line) throws(Fault) in
      try compiler.lowerGuard(line, into: &collection)
    }
    for (name, term, language, label) in collection.names {
      let id = NameID(names.count)
      names.append(name)
      let isDescription = name.manner == .description
      let isGuarded = !name.guards.isEmpty
      let facts = language.map { languages[$0] }
      let parts = term.parts.map { part in
        part.map { spelling in
          NameSpelling.phrase(
            spelling, isGuarded: isGuarded && !isDescription,
            isWord: !isDescription && phrases.hasWord(spelling.folded.span), in: facts)
        }
      }
      phrases.add(parts, gaps: term.gaps, .name(id))
      if let kind, !isDescription {
        phrases.add(parts, gaps: term.gaps, .concept(kind, language: nil))
        termLanguages[kind, default: []].insert(-1)
      }
      if case .company(let company) = name.bearer, term.parts.count == 1 {
        claim(term, name, by: company.row, at: label)
      }
    }
  }

  /// Notes who bears a name, and reports a name that two companies bear on the same day.
  private mutating func claim(
    _ term: Term, _ name: Name, by company: Int, at label: Diagnostic.Label
  ) {
    for spelling in term.parts[0] {
      let folded = Array(spelling.folded)
      let others = bearers[folded] ?? []
      let bearer = NameBearer(company: company, from: name.from, to: name.to, label: label)
      if let other = others.first(where: { $0.company != company && Self.overlap($0, bearer) }) {
        report(
          .sharedName(
            name.text, by: symbols[.company][other.company].id,
            and: symbols[.company][company].id, first: other.label, at: label))
      }
      bearers[folded] = others + [bearer]
    }
  }

  private static func overlap(_ a: NameBearer, _ b: NameBearer) -> Bool {
    if let end = a.to, let start = b.from, end < start { return false }
    if let end = b.to, let start = a.from, end < start { return false }
    return true
  }

  /// Whether a word can be the BCP 47 code of a language.
  private static func isLanguageCode(_ text: String) -> Bool {
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    return subtags.allSatisfy { (2...8).contains($0.utf8.count) }
      && subtags.first.map { $0.utf8.count <= 3 } == true
  }
}

extension Diagnostic {
  static func sharedName(
    _ name: String, by first: String, and second: String, first place: Label, at label: Label
  ) -> Diagnostic {
    Diagnostic(
      code: "E111", headline: "\"\(name)\" names both `\(first)` and `\(second)`",
      primary: label.saying("a name of `\(second)`"),
      secondary: [place.saying("a name of `\(first)`")],
      help: "leave it to one of the two, or say from when to when each bears it")
  }
}
