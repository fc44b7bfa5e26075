package import Diagnostics
import PhraseMatching
package import RuleLanguage
package import SourceText

/// What became of rule files: the rules, and what there is to say about them.
package struct Compilation: Sendable {
  /// The rules without the statements that have errors; nil where none could be made.
  ///
  /// Who audits refuses to do so with errors.
  package let ruleSet: RuleSet?
  /// What is wrong or doubtful, in the order of the files and of their lines.
  package let diagnostics: [Diagnostic]
  /// The files, to show the lines that diagnostics speak of.
  package let sources: [RuleSource]
  /// Where the suppressions have their dates, in the order of the rule set's.
  fileprivate let suppressionDates: [Diagnostic.Label]

  /// Whether a diagnostic is an error.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// What is wrong on a given day: suppressions that have expired by then (E140).
  ///
  /// - Complexity: O(n) over the suppressions.
  package func check(asOf day: Day) -> [Diagnostic] {
    guard let ruleSet else { return [] }
    return zip(ruleSet.suppressions, suppressionDates).compactMap { suppression, label in
      suppression.until < day
        ? .suppressionExpired(until: suppression.until, at: label) : nil
    }
  }
}

/// Lowers parsed rule files to a rule set.
///
/// Statements with errors are left out and the rest is lowered, so that one run shows every mistake.
///
/// - Complexity: O(n) over the tokens and over the spellings that the terms stand for.
package func compile(_ trees: [RuleTree]) -> Compilation {
  var compiler = Compiler(trees)
  compiler.declareLanguages()
  compiler.declareConcepts()
  compiler.lowerVocabularies()
  let languages = compiler.lowerLanguages()
  let stanceCues = compiler.lowerStances()
  let denialCues = compiler.lowerFlags()
  // Names come after the words of the languages, which settle how names are spelled.
  compiler.kinds = Set(languages.flatMap(\.kindReferences.keys))
  let companies = compiler.lowerCompanies()
  let bodies = compiler.lowerBodies()
  let publishers = compiler.lowerPublishers()
  let cases = compiler.lowerCases()
  let facets = compiler.lowerFacets()
  let grounds = compiler.lowerGrounds()
  let network = compiler.lowerNetwork()
  let (signals, examples) = compiler.lowerSignals()
  let scoring = compiler.lowerScoring()
  let attribution = compiler.lowerAttribution()
  let relevance = compiler.lowerRelevance()
  let naming = compiler.lowerNaming()
  let suppressions = compiler.lowerSuppressions()
  compiler.concepts.inheritExceptions()
  let (gathered, concepts) = (compiler.phrases, compiler.concepts)
  let (table, (closed, sum)) = sideBySide(
    { PhraseTable(gathered.phrases) },
    { (closedSenses(of: gathered, concepts), digest(of: trees.map(\.source))) })
  let ruleSet = RuleSet(
    digest: sum, files: trees.map(\.source.path), phrases: table, senses: closed.phrases,
    composites: closed.composites, concepts: compiler.concepts.concepts, names: compiler.names,
    companies: companies, bodies: bodies, publishers: publishers, cases: cases,
    languages: languages, signals: signals, stanceCues: stanceCues, denialCues: denialCues,
    scoring: scoring, attribution: attribution, grounds: grounds, facets: facets,
    network: network, relevance: relevance, naming: naming,
    suppressions: suppressions.map(\.suppression), examples: examples)
  compiler.lint(ruleSet)
  return Compilation(
    ruleSet: ruleSet, diagnostics: compiler.sortedDiagnostics, sources: trees.map(\.source),
    suppressionDates: suppressions.map(\.until))
}

/// Parses and lowers rule files.
///
/// - Complexity: O(n) over their bytes and over the spellings that the terms stand for.
package func compile(sources: [RuleSource]) -> Compilation {
  compile(sources.mapInParts(of: 4) { $0.map(parse) })
}

/// The digest of rule files: over path and bytes of each, in the order of the paths.
///
/// - Complexity: O(n log n) over the files, O(n) over the bytes.
package func digest(of sources: [RuleSource]) -> Digest {
  var bytes: [UInt8] = []
  for source in sources.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
    // Lengths part the fields, so that no two lists of files give the same bytes.
    bytes += Array("\(source.path.utf8.count) \(source.path) \(source.bytes.count) ".utf8)
    bytes += source.bytes
  }
  return Digest(of: bytes)
}

/// The senses of phrases and composites with `includes` followed: a word of a concept is one of every
/// concept that includes it.
///
/// - Complexity: O(n) over the senses that result.
private func closedSenses(
  of phrases: PhraseCollection, _ concepts: ConceptCollection
) -> (phrases: SenseTable, composites: [Composite]) {
  let includers = concepts.includers()
  func close(_ sense: Sense, into closed: inout [Sense]) {
    guard case .concept(let concept, let language) = sense else { return closed.append(sense) }
    for whole in includers[concept.row] {
      let sense = Sense.concept(whole, language: language)
      if !closed.contains(sense) { closed.append(sense) }
    }
  }
  var table = SenseTable(capacity: phrases.phrases.count)
  var closed: [Sense] = []
  for number in phrases.phrases.indices {
    closed.removeAll(keepingCapacity: true)
    phrases.forEachSense(of: number) { close($0, into: &closed) }
    table.append(closed)
  }
  let composites = phrases.composites.map { composite in
    var closed: [Sense] = []
    for sense in composite.senses { close(sense, into: &closed) }
    return Composite(gaps: composite.gaps, senses: closed)
  }
  return (table, composites)
}

extension Compiler {
  /// The diagnostics in the order of the files and of the places in them.
  fileprivate var sortedDiagnostics: [Diagnostic] {
    var order: [String: Int] = [:]
    for (index, tree) in trees.enumerated() where order[tree.source.path] == nil {
      order[tree.source.path] = index
    }
    return diagnostics.enumerated().sorted { a, b in
      let first = (order[a.element.primary.file] ?? 0, a.element.primary.range.lower, a.offset)
      let second = (order[b.element.primary.file] ?? 0, b.element.primary.range.lower, b.offset)
      return first < second
    }.map(\.element)
  }
}
