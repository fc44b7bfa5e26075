import Diagnostics
import Findings
import RuleLanguage

extension Compiler {
  /// Lowers `match near …` or `unless order …` of a signal.
  mutating func pattern(_ line: Line) throws(Fault) -> Pattern {
    var arguments = line.arguments
    let order: Pattern.Order =
      try arguments.need(oneOf: ["near", "order"]) == "near" ? .near : .order
    var lowering = PatternLowering(order: order)
    while !arguments.isAtEnd {
      if try lowering.takeElement(&arguments, line, &self) { continue }
      break
    }
    guard !lowering.elements.isEmpty else {
      throw arguments.fault(
        expected: "an element such as `{vocabulary}`, a text in quotes or `[role]`")
    }
    guard lowering.pending == nil else {
      throw arguments.fault(expected: "an element after the gap")
    }
    try lowering.takeModifiers(&arguments, line, &self)
    return lowering.finished(at: place(line.statement.keyword, line))
  }
}

/// A pattern while its line is being read.
private struct PatternLowering {
  let order: Pattern.Order
  var elements: [Pattern.Element] = []
  private var gaps: [Int?] = []
  /// The gap before the next element, nil inside for any number of words.
  var pending: Int??
  private var words: [String] = []
  private var scope: Scope?
  private var firm = false
  private var weak = false
  private var stance: Stance?
  private var contexts: [Pattern.Context] = []
  private var besideRisk = false
  private var besides: [String] = []

  init(order: Pattern.Order) {
    self.order = order
    words = [order.rawValue]
  }

  /// Takes an element or a gap if one comes next.
  mutating func takeElement(
    _ arguments: inout Arguments, _ line: Line, _ compiler: inout Compiler
  ) throws(Fault) -> Bool {
    guard let next = arguments.next else { return false }
    switch next.kind {
    case .gap:
      guard order == .order, !elements.isEmpty, pending == nil else {
        throw arguments.fault(
          expected: order == .near ? "no gap after `near`" : "an element before the gap")
      }
      let number = Int(next.text)
      if let number, number > Limits.scopeWords {
        throw Fault(.outOfRange(next.text, "0 to \(Limits.scopeWords)", at: line.label(next)))
      }
      pending = .some(number)
      words.append("..\(next.text)")
      _ = arguments.take(.gap)
    case .word where next.text == "not":
      _ = arguments.take(.word)
      guard let after = arguments.next, after.kind == .vocabulary || after.kind == .string else {
        throw arguments.fault(expected: "a vocabulary after `not`")
      }
      words.append("not")
      try takeWords(&arguments, negated: true, line, &compiler)
    case .vocabulary, .string:
      try takeWords(&arguments, negated: false, line, &compiler)
    case .role:
      guard let role = RoleName(rawValue: next.text) else {
        throw Fault(.unknownRole(next.text, at: line.label(next)))
      }
      _ = arguments.take(.role)
      try append(.role(role.rawValue), "[\(role.rawValue)]", line, next)
    case .kind:
      guard let element = Pattern.Element(kind: next.text) else {
        throw Fault(.unknownKindOfElement(next.text, at: line.label(next)))
      }
      _ = arguments.take(.kind)
      try append(element, "<\(next.text)>", line, next)
    default: return false
    }
    return true
  }

  /// Takes `{a|b}`, or `"x" | "y"`.
  private mutating func takeWords(
    _ arguments: inout Arguments, negated: Bool, _ line: Line, _ compiler: inout Compiler
  ) throws(Fault) {
    if let token = arguments.take(.vocabulary) {
      let concepts = try compiler.vocabularies(token, line)
      compiler.note(concepts, at: line.label(token), in: line)
      let names = concepts.map { compiler.concepts.concepts[$0.row].id }
      return try append(
        .concepts(concepts, negated: negated), "{\(names.joined(separator: "|"))}", line, token)
    }
    let first = try arguments.need(.string, "a text in quotes")
    var strings = [first]
    while arguments.take(mark: "|") {
      strings.append(try arguments.need(.string, "a text in quotes"))
    }
    let concept = try compiler.anonymous(strings, in: nil, line)
    try append(
      .concepts([concept], negated: negated), compiler.concepts.concepts[concept.row].id, line,
      first)
  }

  private mutating func append(
    _ element: Pattern.Element, _ text: String, _ line: Line, _ token: Token
  ) throws(Fault) {
    if elements.count == Limits.patternElements {
      throw Fault(.tooManyElements(at: line.label(token)))
    }
    if !elements.isEmpty {
      if let pending { gaps.append(pending) } else { gaps.append(order == .near ? nil : 0) }
    }
    pending = nil
    elements.append(element)
    words.append(text)
  }

  /// Takes `within …`, `firm`, `weak`, `stance …` and `beside …` in any order, up to the line's end.
  mutating func takeModifiers(
    _ arguments: inout Arguments, _ line: Line, _ compiler: inout Compiler
  ) throws(Fault) {
    while !arguments.isAtEnd {
      if scope == nil, arguments.take(word: "within") != nil {
        scope = try arguments.needScope()
      } else if !firm, arguments.take(word: "firm") != nil {
        firm = true
      } else if !weak, arguments.take(word: "weak") != nil {
        weak = true
      } else if stance == nil, arguments.take(word: "stance") != nil {
        stance = try arguments.needStance()
      } else if line.keyword == "match", arguments.take(word: "beside") != nil {
        try takeBeside(&arguments, line, &compiler)
      } else {
        throw arguments.fault(
          expected:
            "an element, `within`, `firm`, `weak`, `stance`, `beside` or the end of the line")
      }
    }
  }

  /// Takes `risk`, or `{vocabulary} within N sentences`.
  private mutating func takeBeside(
    _ arguments: inout Arguments, _ line: Line, _ compiler: inout Compiler
  ) throws(Fault) {
    if !besideRisk, arguments.take(word: "risk") != nil {
      besideRisk = true
      return
    }
    let token = try arguments.need(.vocabulary, "`risk` or a vocabulary in braces")
    let concepts = try compiler.vocabularies(token, line)
    compiler.note(concepts, at: line.label(token), in: line)
    var scope = Scope.sentences(Limits.besideSentences)
    if arguments.take(word: "within") != nil {
      scope = try arguments.needScope()
      if case .words = scope {
        throw arguments.fault(expected: "sentences, a paragraph or the article after `within`")
      }
    }
    contexts.append(Pattern.Context(concepts: concepts, scope: scope))
    let names = concepts.map { compiler.concepts.concepts[$0.row].id }
    besides.append("beside {\(names.joined(separator: "|"))} within \(scope.text)")
  }

  /// The pattern, its canonical text with the window always said.
  func finished(at place: RulePlace) -> Pattern {
    let scope = scope ?? .sentences(1)
    var words = words + ["within \(scope.text)"]
    if firm { words.append("firm") }
    if weak { words.append("weak") }
    if let stance { words.append("stance \(stance.rawValue)") }
    words += besides
    if besideRisk { words.append("beside risk") }
    return Pattern(
      order: order, elements: elements, gaps: gaps, scope: scope, firm: firm, weak: weak,
      stance: stance, contexts: contexts, besideRisk: besideRisk,
      text: words.joined(separator: " "), place: place)
  }
}

extension Scope {
  /// As the rules write it.
  package var text: String {
    switch self {
    case .words(let number): "\(number) words"
    case .sentences(1): "sentence"
    case .sentences(let number): "\(number) sentences"
    case .paragraph: "paragraph"
    case .article: "article"
    }
  }
}
