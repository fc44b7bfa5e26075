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
    let languages = languages
    let read = pendingTerms.mapInParts(of: 1_024) { part in
      [Self.read(part, languages)]
    }
    var next = pendingTerms[...]
    for part in read {
      var number = 0
      for pending in next.prefix(part.lines) { add(pending, of: part, &number) }
      next = next.dropFirst(part.lines)
    }
    pendingTerms = []
  }

  /// The terms of some lines.
  private struct ReadTerms: Sendable {
    /// How many lines.
    var lines: Int
    /// The terms, empty ones where there is a fault.
    var batch = TermBatch()
    /// The numbers by which terms that are written alike are found.
    var likenesses: [UInt32] = []
    /// By the number of the term: why it cannot be read.
    var faults: [Int: TermFault] = [:]
  }

  private static func read(
    _ pending: ArraySlice<PendingTerms>, _ languages: [LanguageFacts]
  ) -> ReadTerms {
    var read = ReadTerms(lines: pending.count)
    var folding = Folding()
    var likeness = Likeness()
    for line in pending {
      let facts = line.language.map { languages[$0] }
      let inflections = facts?.inflections ?? Inflections()
      for string in line.strings {
        read.likenesses.append(likeness.number(of: string.text))
        do throws(TermFault) {
          read.batch.append(try TermNotation.read(string.text, inflections, &folding), in: facts)
        } catch {
          read.faults[read.batch.terms.count] = error
          read.batch.appendNothing()
        }
      }
    }
    return read
  }

  /// Adds the terms of one line; `number` is that of the first among those that were read with it.
  private mutating func add(_ pending: PendingTerms, of read: ReadTerms, _ number: inout Int) {
    let sense = Sense.concept(
      pending.concept, language: pending.language.map { LanguageID($0) })
    var hasTerms = false
    for string in pending.strings {
      defer { number += 1 }
      let isRepeated = isRepeated(
        string, of: pending.concept, in: pending.language, pending.line,
        likeness: read.likenesses[number])
      if isRepeated { continue }
      if let fault = read.faults[number] {
        report(self.fault(fault, in: string, pending.language, pending.line).diagnostic)
      } else {
        phrases.add(read.batch.terms[number], of: read.batch, sense)
        hasTerms = true
      }
    }
    if hasTerms { termLanguages[pending.concept, default: []].insert(pending.language ?? -1) }
  }

  /// Leaves the terms of a vocabulary to be read with all others.
  private mutating func leave(
    _ strings: [Token], to concept: ConceptID, in language: Int?, _ line: Line
  ) {
    pendingTerms.append(
      PendingTerms(strings: strings, concept: concept, language: language, line: line))
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
  mutating func isRepeated(
    _ string: Token, of concept: ConceptID, in language: Int?, _ line: Line,
    likeness: UInt32? = nil
  ) -> Bool {
    let term = WrittenTerm(
      concept: concept, language: language, text: string.text, file: line.file,
      range: string.range)
    let likeness = likeness ?? self.likeness.number(of: string.text)
    guard let first = writtenTerms.insert(term, likeness: likeness) else { return false }
    report(
      .repeatedTerm(
        string.text, in: concepts.concepts[concept.row].id,
        first: Diagnostic.Label(file: trees[first.file].source.path, range: first.range),
        at: line.label(string)))
    return true
  }
}
