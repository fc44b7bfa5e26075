import Diagnostics
import RuleLanguage

extension Compiler {
  /// Makes a concept of every vocabulary, stance and flag, so that all can be referred to.
  mutating func declareConcepts() {
    for declaration in symbols[.vocabulary] {
      var arguments = declaration.line.arguments
      _ = arguments.take(.word)
      var title = declaration.id
      do throws(Fault) {
        title = try arguments.need(.string, "a title in quotes").text
        try arguments.needEnd()
      } catch {
        report(error.diagnostic)
      }
      _ = concepts.add(declaration.id, title: title)
    }
    for kind in [DeclarationKind.stance, .flag] {
      for declaration in symbols[kind] {
        _ = concepts.add("\(kind.rawValue).\(declaration.id)", title: declaration.id)
      }
    }
  }

  /// Lowers the terms of every vocabulary.
  mutating func lowerVocabularies() {
    for declaration in symbols[.vocabulary] {
      guard let concept = concepts.concept(declaration.id) else { continue }
      each(declaration.lines) { (compiler, line) throws(Fault) in
        try compiler.lowerVocabulary(line, of: concept)
      }
    }
  }

  private mutating func lowerVocabulary(_ line: Line, of concept: ConceptID) throws(Fault) {
    var arguments = line.arguments
    switch line.keyword {
    case "includes":
      try lowerInclusions(line, in: concept)
    case "except":
      let groups = try arguments.needTexts()
      try arguments.needEnd()
      let id = "\(concepts.concepts[concept.row].id).except"
      let exceptions = concepts.add(id, title: concepts.concepts[concept.row].title)
      concepts.except(exceptions, from: concept)
      for group in groups {
        let language = try language(group.language, line)
        add(group.strings, to: exceptions, in: language, line, isVocabulary: true)
      }
    default:
      guard arguments.take(mark: ":") else { throw unknownStatement(line) }
      let language = try language(line.statement.keyword, line)
      var groups = [(language, try arguments.needStrings())]
      while arguments.hasLanguage {
        for group in try arguments.needTexts() {
          groups.append((try self.language(group.language, line), group.strings))
        }
      }
      try arguments.needEnd()
      for group in groups {
        add(group.1, to: concept, in: group.0, line, isVocabulary: true)
      }
    }
  }

  /// Lowers `includes a, b` of a vocabulary, stance or flag.
  mutating func lowerInclusions(_ line: Line, in whole: ConceptID) throws(Fault) {
    var arguments = line.arguments
    let parts = try arguments.needWords("the id of a vocabulary")
    try arguments.needEnd()
    for part in parts {
      do throws(Fault) {
        let concept = try vocabulary(part.text, at: line.label(part))
        if !concepts.include(concept, in: whole) {
          report(
            .inclusionCycle(
              part.text, in: concepts.concepts[whole.row].id, at: line.label(part)))
        }
      } catch {
        report(error.diagnostic)
      }
    }
  }
}
