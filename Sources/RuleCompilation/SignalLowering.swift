import Diagnostics
import Findings
import RuleLanguage

extension Compiler {
  /// Lowers the signals, sorted by id, and their examples in the order of the files.
  mutating func lowerSignals() -> (signals: [Signal], examples: [Example]) {
    let declarations = symbols[.signal]
    let order = declarations.indices.sorted { declarations[$0].id < declarations[$1].id }
    for (row, declaration) in order.enumerated() {
      signalIDs[declarations[declaration].id] = SignalID(row)
    }
    var signals: [(row: Int, signal: Signal)] = []
    var examples: [Example] = []
    var reliefs: [(category: String, label: Diagnostic.Label)] = []
    for declaration in declarations {
      guard let id = signalIDs[declaration.id] else { continue }
      var lowering = SignalLowering(declaration, id: id, self)
      let category = lowering.readHeader(declaration)
      if let fault = category { report(fault.diagnostic) }
      each(declaration.lines) { (compiler, line) throws(Fault) in
        try lowering.lower(line, &compiler)
      }
      for missing in lowering.missing(of: declaration) { report(missing) }
      lowering.signal.scorecard = lowering.card.scorecard
      signals.append((id.row, lowering.signal))
      examples += lowering.examples
      reliefs += lowering.reliefs
    }
    checkCategories(signals.map(\.signal), reliefs)
    return (signals.sorted { $0.row < $1.row }.map(\.signal), examples)
  }

  /// Reports what is relieved and is no category of any risk.
  private mutating func checkCategories(
    _ signals: [Signal], _ reliefs: [(category: String, label: Diagnostic.Label)]
  ) {
    let categories = Set(signals.lazy.filter { !$0.isMitigating }.map(\.category))
    for (category, label) in reliefs where !categories.contains(category) {
      report(
        .unknownWord(
          "category", category, code: "E124", said: "no signal of a risk is in this category",
          nearest: nearest(to: category, among: categories.sorted()), at: label))
    }
  }
}

/// One signal while its statements are being read.
private struct SignalLowering {
  var signal: Signal
  private(set) var examples: [Example] = []
  /// The categories that it relieves, to be checked when all signals are known.
  private(set) var reliefs: [(category: String, label: Diagnostic.Label)] = []
  private let id: SignalID
  private var once = Once()
  private var hasMatch = false
  private(set) var card = ScorecardLowering()

  init(_ declaration: Declaration, id: SignalID, _ compiler: Compiler) {
    self.id = id
    signal = Signal(
      id: declaration.id, category: "", title: declaration.id,
      documentation: declaration.line.statement.documentation, severity: "0", halfLife: 0,
      relief: nil, unrelievable: false, references: [], matches: [], exclusions: [],
      requirements: [], place: compiler.place(declaration.name, declaration.line))
  }

  /// Reads `signal ID in CATEGORY`.
  mutating func readHeader(_ declaration: Declaration) -> Fault? {
    do throws(Fault) {
      var arguments = declaration.line.arguments
      _ = arguments.take(.word)
      try arguments.need(word: "in")
      signal.category = try arguments.need(.word, "a category").text
      try arguments.needEnd()
      return nil
    } catch {
      return error
    }
  }

  mutating func lower(_ line: Line, _ compiler: inout Compiler) throws(Fault) {
    var arguments = line.arguments
    switch line.keyword {
    case "title":
      try once.note(line)
      signal.title = try arguments.need(.string, "a title in quotes").text
    case "severity":
      try once.note(line)
      signal.severity = try arguments.needDecimal(
        upTo: Limits.severity, "a number from 0 to \(Limits.severity)")
    case "half-life":
      try once.note(line)
      signal.halfLife = try arguments.needNumber(1...Limits.days, "a number of days")
      if arguments.take(word: "day") == nil { try arguments.need(word: "days") }
    case "relieves":
      try once.note(line)
      let share = try arguments.needDecimal(upTo: 1, "a share from 0 to 1")
      try arguments.need(word: "of")
      let categories = try arguments.needWords("a category")
      signal.relief = Signal.Relief(share: share, categories: categories.map(\.text))
      reliefs += categories.map { ($0.text, line.label($0)) }
    case "unrelievable":
      try once.note(line)
      signal.unrelievable = true
    case "reference":
      let code = try arguments.need(.string, "a short reference in quotes").text
      let text = arguments.take(.string)?.text ?? ""
      signal.references.append((code, text))
    case "match":
      hasMatch = true
      signal.matches.append(try compiler.pattern(line))
      return
    case "weighs": try card.weighs(line, &arguments, &compiler)
    case "shares": try card.shares(line, &arguments, compiler)
    case "facets", "threads":
      try once.note(line)
      try card.sharesOfNetwork(line, &arguments, compiler)
    case "suffices":
      try once.note(line)
      try card.suffices(line, &arguments, compiler)
    case "needs":
      try once.note(line)
      try card.needs(&arguments)
    case "together":
      try once.note(line)
      try card.together(&arguments)
    case "unless":
      signal.exclusions.append(try compiler.pattern(line))
      return
    case "never":
      let word = try arguments.need(oneOf: Stance.allCases.map(\.rawValue))
      if let stance = Stance(rawValue: word) { signal.neverStances.append(stance) }
    case "spares":
      try arguments.need(word: "kind")
      signal.sparedKinds += compiler.knownKinds(
        try arguments.needWords("a kind of company"), line)
    case "blames": try blames(line, &arguments, &compiler)
    case "grounds": try compiler.grounds(line, &arguments, into: &signal.grounds)
    case "requires":
      try requires(line, &arguments, &compiler)
    case "finds", "skips", "todo":
      examples.append(try compiler.example(line, of: id))
      return
    default: throw compiler.unknownStatement(line)
    }
    try arguments.needEnd()
  }

  /// Reads `blames [against] 12 kind data-broker, 4 kind bank, 3 <company>`.
  private mutating func blames(
    _ line: Line, _ arguments: inout Arguments, _ compiler: inout Compiler
  ) throws(Fault) {
    let isAgainst = arguments.take(word: "against") != nil
    repeat {
      let points = try arguments.needNumber(1...Limits.points, "a number of points")
      if let anyone = arguments.take(.kind) {
        guard anyone.text == BlameTrait.company.rawValue else {
          throw Fault(
            .unknownKindOfElement(
              anyone.text, among: [BlameTrait.company.rawValue], at: line.label(anyone)))
        }
        if signal.blamesAnyone != 0 {
          throw Fault(.weighedTwice(anyone.text, at: line.label(anyone)))
        }
        signal.blamesAnyone = isAgainst ? -points : points
        continue
      }
      try arguments.need(word: "kind")
      let token = try arguments.need(.word, "a kind of company")
      for kind in compiler.knownKinds([token], line) {
        if signal.blames[kind] != nil { throw Fault(.weighedTwice(kind, at: line.label(token))) }
        signal.blames[kind] = isAgainst ? -points : points
      }
    } while arguments.take(mark: ",")
  }

  private mutating func requires(
    _ line: Line, _ arguments: inout Arguments, _ compiler: inout Compiler
  ) throws(Fault) {
    let token = try arguments.need(.vocabulary, "a vocabulary in braces")
    let concepts = try compiler.vocabularies(token, line)
    try arguments.need(word: "within")
    signal.requirements.append(
      Signal.Requirement(concepts: concepts, scope: try arguments.needScope()))
  }

  /// What the signal lacks.
  func missing(of declaration: Declaration) -> [Diagnostic] {
    let label = declaration.line.label(declaration.name)
    let name = "signal `\(declaration.id)`"
    func missing(_ keyword: String, _ code: String) -> Diagnostic {
      .missing(
        keyword, in: name, code: code, form: DeclarationKind.signal.form(of: keyword), at: label)
    }
    var found: [Diagnostic] = []
    if !once.has("title") { found.append(missing("title", "E150")) }
    if once.has("severity"), once.has("relieves") {
      found.append(.severityAndRelief(name, at: label))
    } else if !once.has("severity"), !once.has("relieves") {
      found.append(
        signal.category == "mitigating"
          ? missing("relieves", "E151") : missing("severity", "E151"))
    }
    if once.has("severity"), !once.has("half-life") {
      found.append(missing("half-life", "E152"))
    }
    found += card.missing.map { missing($0.keyword, $0.code) }
    if !hasMatch, card.scorecard == nil { found.append(missing("match", "E153")) }
    return found
  }
}

extension Diagnostic {
  static func severityAndRelief(_ name: String, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E151", headline: "\(name) has both `severity` and `relieves`",
      primary: place.saying("weighs and relieves at once"),
      help: "keep `severity` for a risk, `relieves` for what lowers it")
  }
}
