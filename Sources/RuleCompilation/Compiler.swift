import Diagnostics
import Findings
import PhraseMatching
import RuleLanguage
import SourceText

/// Everything that is known while rules are being lowered; each pass is an extension in its own file.
struct Compiler {
  let trees: [RuleTree]
  let symbols: Symbols
  private let lineTables: [LineTable]
  private(set) var diagnostics: [Diagnostic]

  var folding = Folding()
  var likeness = Likeness()
  var phrases = PhraseCollection()
  var concepts = ConceptCollection()
  /// The vocabularies that something uses.
  var used: Set<ConceptID> = []
  /// The languages in which a concept has terms of its own; -1 stands for `any:`.
  var termLanguages: [ConceptID: Set<Int>] = [:]
  /// The terms that are there, to warn of one written twice.
  var writtenTerms = WrittenTerms()
  /// The terms of vocabularies that are still to be read.
  var pendingTerms: [PendingTerms] = []

  /// The vocabularies in the patterns of signals.
  var uses: [VocabularyUse] = []
  /// The facets that weigh what is known of evidence alone.
  var facetsOfEvidence: Set<FacetID> = []
  /// How many facets and threads the network has; nil where it does not say so rightly.
  var networkSize: (facets: Int?, threads: Int?) = (0, 0)
  /// The numbers of the signals by id.
  var signalIDs: [String: SignalID] = [:]

  var languages: [LanguageFacts] = []
  /// The kinds of company that a language has words for.
  var kinds: Set<String> = []
  var names: [Name] = []
  /// Who bears a name of a company, to find those that two bear.
  var bearers: [[UInt8]: [NameBearer]] = [:]

  /// Terms of a vocabulary, as they stand in a line of the rules.
  struct PendingTerms {
    var strings: [Token]
    var concept: ConceptID
    var language: Int?
    var line: Line
  }

  init(_ trees: [RuleTree]) {
    self.trees = trees
    lineTables = trees.mapInParts(of: 4) { $0.map { LineTable($0.source.bytes) } }
    diagnostics = trees.flatMap(\.diagnostics)
    symbols = Symbols.gather(trees, into: &diagnostics)
    // Measured on the shipped rules: a phrase to some fifteen bytes of rule text.
    phrases.reserve(trees.reduce(0) { $0 + $1.source.bytes.count } / 15)
  }

  // MARK: Reporting

  /// Adds a diagnostic.
  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Lowers statements one by one, reporting and leaving out those with faults.
  mutating func each(
    _ lines: [Line], _ lower: (inout Compiler, Line) throws(Fault) -> Void
  ) {
    for line in lines {
      do throws(Fault) {
        try lower(&self, line)
      } catch {
        report(error.diagnostic)
      }
    }
  }

  /// The fault of a statement that its declaration does not have.
  func unknownStatement(_ line: Line) -> Fault {
    let allowed = line.kind.statements.map(\.keyword)
    return Fault(
      .unknownKeyword(
        line.keyword, in: line.kind.rawValue, nearest: nearest(to: line.keyword, among: allowed),
        allowed: allowed, at: line.label))
  }

  /// The place of a token in the rules.
  func place(_ token: Token, _ line: Line) -> RulePlace {
    RulePlace(file: line.path, line: lineTables[line.file].line(at: token.range.lower))
  }

  // MARK: References

  /// The row of a language; nil for `any`.
  func language(_ token: Token?, _ line: Line) throws(Fault) -> Int? {
    guard let token, token.text != "any" else { return nil }
    if let row = symbols.row(of: token.text, .language) { return row }
    throw unknown(.language, token, line)
  }

  /// The row of an id of some kind.
  func row(_ kind: DeclarationKind, _ token: Token, _ line: Line) throws(Fault) -> Int {
    if let row = symbols.row(of: token.text, kind) { return row }
    throw unknown(kind, token, line)
  }

  /// The fault of an id that is not declared.
  func unknown(_ kind: DeclarationKind, _ token: Token, _ line: Line) -> Fault {
    Fault(
      .unknown(
        kind, token.text, nearest: symbols.nearest(to: token.text, kind), at: line.label(token)))
  }

  /// The concept of a vocabulary.
  mutating func vocabulary(_ id: String, at label: Diagnostic.Label) throws(Fault) -> ConceptID {
    guard symbols.row(of: id, .vocabulary) != nil, let concept = concepts.concept(id) else {
      throw Fault(
        .unknown(.vocabulary, id, nearest: symbols.nearest(to: id, .vocabulary), at: label))
    }
    used.insert(concept)
    return concept
  }

  /// The concepts of `{a|b}`.
  mutating func vocabularies(_ token: Token, _ line: Line) throws(Fault) -> [ConceptID] {
    let bytes = trees[line.file].source.bytes[token.range.indices]
    var found: [ConceptID] = []
    for name in bytes.split(whereSeparator: { [0x7B, 0x7C, 0x7D, 0x20, 0x09].contains($0) }) {
      let label = Diagnostic.Label(
        file: line.path, range: ByteRange(name.startIndex, name.endIndex))
      found.append(try vocabulary(String(decoding: name, as: UTF8.self), at: label))
    }
    if found.isEmpty {
      throw Fault(
        .wrongForm(
          of: line.keyword, expected: "a vocabulary in braces", found: "`{\(token.text)}`",
          form: line.kind.form(of: line.keyword), at: line.label(token)))
    }
    return found
  }

  // MARK: Terms

  /// The inflections of a language.
  func inflections(of language: Int?) -> Inflections {
    language.map { languages[$0].inflections } ?? Inflections()
  }

  /// Reads a term of a language, or of none.
  mutating func term(
    _ token: Token, in language: Int?, as use: TermNotation.Use = .term, _ line: Line
  ) throws(Fault) -> Term {
    do throws(TermFault) {
      return try TermNotation.read(token.text, as: use, inflections(of: language), &folding)
    } catch {
      throw fault(error, in: token, language, line)
    }
  }

  /// What is wrong with a term, at its bytes where the text is written without escapes.
  func fault(
    _ fault: TermFault, in token: Token, offset: Int = 0, _ language: Int?, _ line: Line
  ) -> Fault {
    let isPlain = token.text.utf8.count == token.range.count - 2
    let start = token.range.lower + 1 + offset
    let range =
      isPlain && start + fault.range.upperBound <= token.range.upper
      ? ByteRange(start + fault.range.lowerBound, start + fault.range.upperBound) : token.range
    return Fault(
      .term(
        fault.kind, classes: inflections(of: language).names,
        at: Diagnostic.Label(file: line.path, range: range.isEmpty ? token.range : range)))
  }

  /// Adds terms to a concept; those with faults are reported and left out.
  mutating func add(
    _ strings: [Token], to concept: ConceptID, in language: Int?, _ line: Line
  ) {
    for string in strings {
      do throws(Fault) {
        add(try term(string, in: language, line), to: concept, in: language)
      } catch {
        report(error.diagnostic)
      }
    }
  }

  /// Adds a term to a concept.
  mutating func add(_ term: Term, to concept: ConceptID, in language: Int?) {
    var batch = TermBatch()
    batch.append(term, in: language.map { languages[$0] })
    let sense = Sense.concept(concept, language: language.map { LanguageID($0) })
    for term in batch.terms { phrases.add(term, of: batch, sense) }
    termLanguages[concept, default: []].insert(language ?? -1)
  }

  /// The concept of words that stand in a pattern or a guard.
  mutating func anonymous(
    _ strings: [Token], in language: Int?, _ line: Line
  ) throws(Fault) -> ConceptID {
    let quoted = strings.map { "\"\($0.text)\"" }.joined(separator: " | ")
    let id = language.map { "\(languages[$0].code) \(quoted)" } ?? quoted
    if let known = concepts.concept(id) { return known }
    var terms: [Term] = []
    for string in strings { terms.append(try term(string, in: language, line)) }
    let concept = concepts.add(id, title: quoted)
    for term in terms { add(term, to: concept, in: language) }
    return concept
  }
}
