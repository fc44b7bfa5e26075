import Diagnostics
import Findings
import RuleLanguage
import SourceText

extension Compiler {
  /// Lowers every language with its lists and frames.
  mutating func lowerLanguages() -> [Language] {
    symbols[.language].enumerated().map { row, declaration in
      var lowering = LanguageLowering(row: row, facts: languages[row], concepts: &concepts)
      each(declaration.lines) { (compiler, line) throws(Fault) in
        try lowering.lower(line, &compiler)
      }
      return lowering.finished
    }
  }
}

/// One language while its statements are being read.
private struct LanguageLowering {
  private let row: Int
  private let code: String
  private var language: Language
  /// The concepts of the reaches by list and extent: lines with the same reach are one list.
  private var reaches: [String: [Reach.Extent: ConceptID]] = [:]

  init(row: Int, facts: LanguageFacts, concepts: inout ConceptCollection) {
    self.row = row
    code = facts.code
    func list(_ name: String) -> ConceptID {
      concepts.add("\(facts.code).\(name)", title: "\(facts.name): \(name)")
    }
    language = Language(
      code: facts.code, name: facts.name, script: facts.script, recognised: list("recognised"),
      bounded: facts.bounded, ends: [], abbreviations: [], questions: [], joins: list("joins"),
      joinMarks: [], obliqueBefore: list("oblique"), obliqueAfter: [], subjectAfter: [],
      objectAfter: [], omitsSubject: false, references: list("references"), kindReferences: [:],
      seatWords: [:], unnamed: list("unnamed"), pronouns: list("pronouns"), negations: [],
      spared: list("spared"),
      suppositions: [], frames: [], credits: [], likewise: [], retractions: [], skips: [],
      organisationEnds: list("organisation.ends"),
      organisationAfter: list("organisation.after"), money: list("money"))
  }

  /// The language, its sentence ends longest first.
  var finished: Language {
    var language = language
    language.ends.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    language.questions.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    return language
  }

  mutating func lower(_ line: Line, _ compiler: inout Compiler) throws(Fault) {
    switch line.keyword {
    case "script", "bounded", "inflects": break
    case "recognised": try list(line, language.recognised, &compiler)
    case "unnamed": try list(line, language.unnamed, &compiler)
    case "pronoun": try list(line, language.pronouns, &compiler)
    case "spares": try list(line, language.spared, &compiler)
    case "money": try list(line, language.money, &compiler)
    case "ends": language.ends += try texts(line)
    case "questions": language.questions += try texts(line)
    case "abbreviates":
      for text in try texts(line) { language.abbreviations.append(compiler.folding.fold(text)) }
    case "joins": try joins(line, &compiler)
    case "oblique", "subject", "object": try roles(line, &compiler)
    case "omits":
      var arguments = line.arguments
      try arguments.need(word: "subject")
      try arguments.needEnd()
      language.omitsSubject = true
    case "refers": try refers(line, &compiler)
    case "negates": try reach(line, \.negations, &compiler)
    case "supposes": try reach(line, \.suppositions, &compiler)
    case "retracts": try reach(line, \.retractions, &compiler)
    case "frame": try patterns(line, \.frames, &compiler)
    case "credits": try patterns(line, \.credits, &compiler)
    case "likewise": try patterns(line, \.likewise, &compiler)
    case "skips": try skips(line, &compiler)
    case "organisation": try organisation(line, &compiler)
    default: throw compiler.unknownStatement(line)
    }
  }

  // MARK: Lists

  private func list(
    _ line: Line, _ concept: ConceptID, _ compiler: inout Compiler
  ) throws(Fault) {
    var arguments = line.arguments
    let strings = try arguments.needStrings()
    try arguments.needEnd()
    compiler.add(strings, to: concept, in: row, line)
  }

  private func texts(_ line: Line) throws(Fault) -> [String] {
    var arguments = line.arguments
    let strings = try arguments.needStrings()
    try arguments.needEnd()
    return strings.map(\.text)
  }

  private mutating func joins(_ line: Line, _ compiler: inout Compiler) throws(Fault) {
    var arguments = line.arguments
    let strings = try arguments.needStrings()
    try arguments.needEnd()
    func isWord(_ token: Token) -> Bool {
      token.text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }
    compiler.add(strings.filter(isWord), to: language.joins, in: row, line)
    language.joinMarks += strings.lazy.filter { !isWord($0) }.map(\.text)
  }

  private mutating func roles(_ line: Line, _ compiler: inout Compiler) throws(Fault) {
    var arguments = line.arguments
    repeat {
      let sides = line.keyword == "oblique" ? ["before", "after"] : ["after"]
      let side = try arguments.need(oneOf: sides)
      let strings = try arguments.needStrings()
      let folded = strings.map { compiler.folding.fold($0.text) }
      switch line.keyword {
      case "subject": language.subjectAfter += folded
      case "object": language.objectAfter += folded
      case _ where side == "after": language.obliqueAfter += folded
      default: compiler.add(strings, to: language.obliqueBefore, in: row, line)
      }
    } while !arguments.isAtEnd
  }

  private mutating func refers(_ line: Line, _ compiler: inout Compiler) throws(Fault) {
    var arguments = line.arguments
    var concept = language.references
    if arguments.take(word: "kind") != nil {
      let kind = try arguments.need(.word, "a kind of company").text
      concept = compiler.concepts.add("\(code).references.kind.\(kind)", title: kind)
      language.kindReferences[kind] = concept
    } else if arguments.take(word: "seat") != nil {
      let country = try arguments.need(.word, "the code of a country").text
      concept = compiler.concepts.add("\(code).references.seat.\(country)", title: country)
      language.seatWords[country] = concept
    }
    let strings = try arguments.needStrings()
    try arguments.needEnd()
    compiler.add(strings, to: concept, in: row, line)
  }

  private mutating func organisation(_ line: Line, _ compiler: inout Compiler) throws(Fault) {
    var arguments = line.arguments
    repeat {
      let side = try arguments.need(oneOf: ["ends", "after", "is", "behind"])
      let strings = try arguments.needStrings()
      switch side {
      case "ends": compiler.add(strings, to: language.organisationEnds, in: row, line)
      case "after": compiler.add(strings, to: language.organisationAfter, in: row, line)
      case "is":
        language.organisationNouns += strings.map { string in
          let isEnding = string.text.hasPrefix("-")
          let text = isEnding ? String(string.text.dropFirst()) : string.text
          return OrganisationNoun(text: compiler.folding.fold(text), isEnding: isEnding)
        }
      default: language.organisationArticles += strings.map { compiler.folding.fold($0.text) }
      }
    } while !arguments.isAtEnd
  }

  private mutating func skips(_ line: Line, _ compiler: inout Compiler) throws(Fault) {
    var arguments = line.arguments
    let word = try arguments.need(oneOf: ["line", "block", "rest"])
    let strings = try arguments.needStrings()
    try arguments.needEnd()
    guard let extent = Skip.Extent(rawValue: word) else { return }
    for string in strings {
      let folded = compiler.folding.fold(string.text)
      if !folded.isEmpty { language.skips.append(Skip(text: folded, extent: extent)) }
    }
  }

  // MARK: Reaches

  private mutating func reach(
    _ line: Line, _ reaches: WritableKeyPath<Language, [Reach]>, _ compiler: inout Compiler
  ) throws(Fault) {
    var arguments = line.arguments
    let strings = try arguments.needStrings()
    try arguments.need(word: "reaches")
    let extent: Reach.Extent
    if arguments.take(word: "sentence") != nil {
      extent = arguments.take(word: "before") == nil ? .sentence : .sentenceBefore
    } else {
      let words = try arguments.needNumber(1...Limits.scopeWords, "a number of words")
      if arguments.take(word: "word") == nil { try arguments.need(word: "words") }
      let side = try arguments.need(oneOf: ["after", "before"])
      extent = side == "after" ? .wordsAfter(words) : .wordsBefore(words)
    }
    try arguments.needEnd()
    let known = self.reaches[line.keyword]?[extent]
    let number = (self.reaches[line.keyword]?.count ?? 0) + 1
    let concept =
      known
      ?? compiler.concepts.add(
        "\(code).\(line.keyword).\(number)", title: "\(language.name): \(line.keyword)")
    if known == nil {
      self.reaches[line.keyword, default: [:]][extent] = concept
      language[keyPath: reaches].append(Reach(concept: concept, extent: extent))
    }
    compiler.add(strings, to: concept, in: row, line)
  }

  // MARK: Patterns

  private mutating func patterns(
    _ line: Line, _ patterns: WritableKeyPath<Language, [Pattern]>, _ compiler: inout Compiler
  ) throws(Fault) {
    var arguments = line.arguments
    let strings = try arguments.needStrings()
    try arguments.needEnd()
    for string in strings {
      do throws(Fault) {
        language[keyPath: patterns].append(
          try PatternNotation.read(string, in: row, line, &compiler))
      } catch {
        compiler.report(error.diagnostic)
      }
    }
  }
}
