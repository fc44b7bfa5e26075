import Diagnostics
import RuleLanguage
import SourceText

extension Compiler {
  /// Lowers `guard "Meta" not before "tag" needs near "…" within article` of one bearer's names.
  mutating func lowerGuard(
    _ line: Line, into collection: inout NameCollection
  ) throws(Fault) {
    var arguments = line.arguments
    let names = try arguments.needStrings("a name in quotes")
    var conditions: [Guard] = []
    repeat {
      conditions.append(contentsOf: try condition(&arguments, line))
    } while !arguments.isAtEnd
    for name in names where !collection.attach(conditions, to: folding.fold(name.text)) {
      report(
        .guardWithoutName(
          name.text, nearest: nearest(to: name.text, among: collection.texts),
          at: line.label(name)))
    }
  }

  private mutating func condition(
    _ arguments: inout Arguments, _ line: Line
  ) throws(Fault) -> [Guard] {
    let needs = try arguments.need(oneOf: ["not", "needs"]) == "needs"
    if !needs, arguments.take(word: "initial") != nil { return [.notInitial] }
    let places = ["before", "after", "near"]
    let place = try arguments.need(oneOf: needs ? places : places + ["initial"])
    guard place == "near" else {
      // `not before "x"`: x stands after the name.
      // A language before the texts holds the guard to its paragraphs: "a" is an article in some.
      var guards: [Guard] = []
      for group in try arguments.needTexts() {
        guards.append(
          .adjacent(
            texts: try adjacent(group.strings, line), after: place == "before", needs: needs,
            language: try language(group.language, line).map { LanguageID($0) }))
      }
      return guards
    }
    var concepts: [ConceptID] = []
    if let token = arguments.take(.vocabulary) {
      concepts = try vocabularies(token, line)
    } else {
      let strings = try arguments.needStrings("text in quotes or a vocabulary")
      concepts = [try anonymous(strings, in: nil, line)]
    }
    try arguments.need(word: "within")
    let scope = try arguments.needScope()
    if needs, concepts.count > 1 {
      // Any of them will do: gathered in a concept of their own.
      let ids = concepts.map { self.concepts.concepts[$0.row].id }
      let union = self.concepts.add("{\(ids.joined(separator: "|"))}", title: "")
      for concept in concepts { _ = self.concepts.include(concept, in: union) }
      concepts = [union]
    }
    return concepts.map { .near($0, scope: scope, needs: needs) }
  }

  /// The folded texts of `before "…", "…"`.
  private mutating func adjacent(
    _ strings: [Token], _ line: Line
  ) throws(Fault) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    for string in strings {
      // Marks alone are meant as they are: a guard may ask for `(`.
      let hasLetters = string.text.unicodeScalars.contains { $0.properties.isAlphabetic }
      let term =
        hasLetters
        ? try term(string, in: nil, as: .name, line) : TermNotation.plain(string.text, &folding)
      for spelling in term.parts[0] {
        let text = Array(spelling.folded)
        if !texts.contains(text) { texts.append(text) }
      }
    }
    return texts
  }
}

extension Diagnostic {
  static func guardWithoutName(_ name: String, nearest: String?, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E121", headline: "guard for a name that is not declared here",
      primary: place.saying("\"\(name)\" is no name of this declaration"),
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "declare the name, or remove the guard")
  }
}
