import Diagnostics
import RuleLanguage
import SourceText

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

  /// Lowers the terms of every vocabulary; they are most of the rules, so they are read side by side.
  mutating func lowerVocabularies() {
    for declaration in symbols[.vocabulary] {
      guard let concept = concepts.concept(declaration.id) else { continue }
      each(declaration.lines) { (compiler, line) throws(Fault) in
        try compiler.lowerVocabulary(line, of: concept)
      }
    }
    addPendingTerms()
  }

  /// Reads the terms that vocabularies have, and adds them in the order of the rules.
  private mutating func addPendingTerms() {
    let inflections = languages.map(\.inflections)
    let read = pendingTerms.mapInParts(of: 2_000) { part in
      var folding = Folding()
      return part.map { pending in
        let term = Result { () throws(TermFault) in
          try TermNotation.read(
            pending.token.text, pending.language.map { inflections[$0] } ?? Inflections(), &folding)
        }
        return (key: WrittenTerm(pending.token, pending.concept, pending.language), term: term)
      }
    }
    for (pending, read) in zip(pendingTerms, read) {
      if isRepeated(pending.token, read.key, pending.line) { continue }
      switch read.term {
      case .success(let term): add(term, to: pending.concept, in: pending.language)
      case .failure(let error):
        report(fault(error, in: pending.token, pending.language, pending.line).diagnostic)
      }
    }
    pendingTerms = []
  }

  /// Leaves the terms of a vocabulary to be read with all others.
  private mutating func leave(
    _ strings: [Token], to concept: ConceptID, in language: Int?, _ line: Line
  ) {
    for string in strings {
      pendingTerms.append(
        PendingTerm(token: string, concept: concept, language: language, line: line))
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
        leave(group.strings, to: exceptions, in: language, line)
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
        leave(group.1, to: concept, in: group.0, line)
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

  /// Whether a concept has a term already, which is reported.
  mutating func isRepeated(_ string: Token, _ key: WrittenTerm, _ line: Line) -> Bool {
    guard let first = writtenTerms[key] else {
      writtenTerms[key] = line.label(string)
      return false
    }
    report(
      .repeatedTerm(
        string.text, in: concepts.concepts[key.concept.row].id, first: first,
        at: line.label(string)))
    return true
  }
}
