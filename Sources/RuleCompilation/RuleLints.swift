import Diagnostics
import RuleLanguage
import SourceText

/// A vocabulary in the pattern of a signal's `match`.
struct VocabularyUse {
  /// The alternatives of one element.
  var concepts: [ConceptID]
  /// Where it is used.
  var label: Diagnostic.Label
}

extension Compiler {
  /// Notes an element of a `match`, to be asked in which languages it can be found.
  mutating func note(_ concepts: [ConceptID], at label: Diagnostic.Label, in line: Line) {
    if line.keyword == "match" { uses.append(VocabularyUse(concepts: concepts, label: label)) }
  }

  /// Warns of what is allowed and yet most likely a mistake.
  mutating func lint(_ ruleSet: RuleSet) {
    let languages = closedLanguages()
    lintVocabularies(languages)
    lintPatterns(languages)
    lintExamples(ruleSet)
    if symbols[.scoring].isEmpty, !symbols[.signal].isEmpty,
      let signal = symbols[.signal].first
    {
      report(.noScoring(at: signal.line.label(signal.name)))
    }
  }

  /// The languages in which each concept has terms, its inclusions followed; -1 is `any:`.
  private func closedLanguages() -> [Set<Int>] {
    var closed = [Set<Int>](repeating: [], count: concepts.concepts.count)
    let includers = concepts.includers()
    for (concept, languages) in termLanguages {
      for whole in includers[concept.row] { closed[whole.row].formUnion(languages) }
    }
    return closed
  }

  private mutating func lintVocabularies(_ languages: [Set<Int>]) {
    for declaration in symbols[.vocabulary] {
      guard let concept = concepts.concept(declaration.id) else { continue }
      let label = declaration.line.label(declaration.name)
      if languages[concept.row].isEmpty {
        report(.vocabularyWithoutTerms(declaration.id, at: label))
      }
      if !used.contains(concept) { report(.vocabularyWithoutUse(declaration.id, at: label)) }
    }
  }

  /// Warns once a vocabulary and language, and only of languages that have terms in half of the
  /// vocabularies or more: the others are not meant to be complete.
  private mutating func lintPatterns(_ languages: [Set<Int>]) {
    let vocabularies = symbols[.vocabulary].compactMap { concepts.concept($0.id) }
    let complete = self.languages.indices.filter { language in
      2 * vocabularies.count { languages[$0.row].contains(language) } >= vocabularies.count
    }
    var warned: Set<[Int]> = []
    for use in uses {
      var found: Set<Int> = []
      for concept in use.concepts { found.formUnion(languages[concept.row]) }
      guard !found.isEmpty, !found.contains(-1) else { continue }
      for language in complete where !found.contains(language) {
        let key = use.concepts.map(\.row).sorted() + [language]
        guard warned.insert(key).inserted else { continue }
        let names = use.concepts.map { concepts.concepts[$0.row].id }.joined(separator: "|")
        report(.noTermsInLanguage(names, self.languages[language].code, at: use.label))
      }
    }
  }

  private mutating func lintExamples(_ ruleSet: RuleSet) {
    let codes = Set(ruleSet.examples.map(\.language))
    for declaration in symbols[.signal] {
      guard let id = signalIDs[declaration.id] else { continue }
      let own = ruleSet.examples.filter { $0.signal == id }
      for verdict in [Example.Verdict.finds, .skips] {
        let covered = Set(own.lazy.filter { $0.verdict == verdict }.map(\.language))
        let missing = codes.subtracting(covered).sorted()
        guard !missing.isEmpty else { continue }
        report(
          .signalWithoutExamples(
            declaration.id, verdict.rawValue, missing,
            at: declaration.line.label(declaration.name)))
      }
    }
  }
}

extension Diagnostic {
  static func repeatedTerm(
    _ term: String, in concept: String, first: Label, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      code: "W201", headline: "\"\(term)\" is twice in `\(concept)`",
      primary: place.saying("again here"), secondary: [first.saying("first here")],
      help: "remove one of the two")
  }

  static func vocabularyWithoutTerms(_ id: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "W203", headline: "vocabulary `\(id)` has no terms in any language",
      primary: place.saying("nothing can ever match it"), help: "give it terms, or remove it")
  }

  static func vocabularyWithoutUse(_ id: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "W204", headline: "vocabulary `\(id)` is not used",
      primary: place.saying("no pattern, frame, stance or vocabulary names it"),
      help: "use it in a pattern, or remove it")
  }

  static func noTermsInLanguage(_ ids: String, _ code: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "W301", headline: "no `\(code)` terms in vocabulary `\(ids)`",
      primary: place.saying("no article in `\(code)` can match this pattern"),
      help: "write `extend vocabulary \(ids.prefix { $0 != "|" })` with terms in `\(code)`")
  }

  static func signalWithoutExamples(
    _ id: String, _ verdict: String, _ codes: [String], at place: Label
  ) -> Diagnostic {
    let list = codes.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      code: "W302", headline: "signal `\(id)` has no `\(verdict)` in \(list)",
      primary: place.saying("not shown to work in every language"),
      help: "write `\(verdict) \(codes[0]) \"…\"` in the signal or an extension of it")
  }

  static func noScoring(at place: Label) -> Diagnostic {
    Diagnostic(
      code: "W310", headline: "no rule file declares `scoring`",
      primary: place.saying("findings of this signal cannot be scored"),
      help: "add a `scoring` block with its constants")
  }
}
