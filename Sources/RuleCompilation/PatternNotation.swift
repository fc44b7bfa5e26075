import Diagnostics
import RuleLanguage
import SourceText

/// The roles that a pattern may name.
enum RoleName: String, CaseIterable {
  case actor
  case accuser
  case victim
  case host
  case recipient
  case reporter
  case excluded
  case outlet
  case speaker
}

/// Reads a pattern that is written in a text: a language's `frame`, `credits` or `likewise`.
///
/// `[role]`, `{vocabulary}`, `<money>` and `..N` are elements and gaps; what stands between them is
/// words of the language, in the notation of terms. Words that touch a slot, as a particle touches a
/// name, need no word boundary there.
///
/// - Complexity: O(n) over the bytes.
struct PatternNotation {
  private let token: Token
  private let line: Line
  private let language: Int
  private let bytes: [UInt8]
  private var index = 0
  private var elements: [Pattern.Element] = []
  private var gaps: [Int?] = []
  /// The gap before the next element, if one is written.
  private var pending: (words: Int, range: Range<Int>)?

  /// Reads the pattern that `token` holds.
  static func read(
    _ token: Token, in language: Int, _ line: Line, _ compiler: inout Compiler
  ) throws(Fault) -> Pattern {
    var notation = PatternNotation(
      token: token, line: line, language: language, bytes: Array(token.text.utf8))
    try notation.readElements(&compiler)
    let text = token.text.split(separator: " ").joined(separator: " ")
    return Pattern(
      order: .order, elements: notation.elements, gaps: notation.gaps, scope: .sentences(1),
      text: text, place: compiler.place(token, line))
  }

  private init(token: Token, line: Line, language: Int, bytes: [UInt8]) {
    self.token = token
    self.line = line
    self.language = language
    self.bytes = bytes
  }

  private mutating func readElements(_ compiler: inout Compiler) throws(Fault) {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20: index += 1
      case 0x7B: try readVocabulary(&compiler)
      case 0x3C: try readKind()
      case 0x2E where isGap: try readGap(&compiler)
      case 0x5B:
        if let role = try role(at: index) {
          try append(.role(role.name.rawValue))
          index = role.end
        } else {
          try readWords(&compiler)
        }
      default: try readWords(&compiler)
      }
    }
    if let pending { throw term(.gap, pending.range, compiler) }
    if elements.isEmpty { throw term(.empty, 0..<bytes.count, compiler) }
  }

  private mutating func append(_ element: Pattern.Element) throws(Fault) {
    if elements.count == Limits.patternElements {
      throw Fault(.tooManyElements(at: line.label(token)))
    }
    if !elements.isEmpty { gaps.append(pending?.words ?? 0) }
    pending = nil
    elements.append(element)
  }

  // MARK: Elements

  private mutating func readVocabulary(_ compiler: inout Compiler) throws(Fault) {
    let start = index
    guard let end = bytes[start...].firstIndex(of: 0x7D) else {
      throw term(.unclosed("{"), start..<start + 1, compiler)
    }
    var concepts: [ConceptID] = []
    let names = bytes[start + 1..<end].split { $0 == 0x7C || $0 == 0x20 }
    for name in names {
      concepts.append(
        try compiler.vocabulary(
          String(decoding: name, as: UTF8.self), at: label(name.startIndex..<name.endIndex)))
    }
    if concepts.isEmpty { throw term(.empty, start..<end + 1, compiler) }
    try append(.concepts(concepts, negated: false))
    index = end + 1
  }

  private mutating func readKind() throws(Fault) {
    let end = bytes[index...].firstIndex(of: 0x3E) ?? bytes.count
    let name = String(decoding: bytes[index + 1..<max(index + 1, end)], as: UTF8.self)
    guard let element = Pattern.Element(kind: name), end < bytes.count else {
      throw Fault(.unknownKindOfElement(name, at: label(index..<min(end + 1, bytes.count))))
    }
    try append(element)
    index = end + 1
  }

  /// The role that stands in brackets alone; nil for an alternative of words.
  private func role(at start: Int) throws(Fault) -> (name: RoleName, end: Int)? {
    guard let end = bytes[start...].firstIndex(of: 0x5D) else { return nil }
    let inside = bytes[start + 1..<end]
    if inside.contains(0x7C) || inside.contains(0x28) || inside.contains(0x5B) { return nil }
    let name = String(decoding: inside, as: UTF8.self)
    if let role = RoleName(rawValue: name) { return (role, end + 1) }
    throw Fault(.unknownRole(name, at: label(start..<end + 1)))
  }

  /// Whether `..` at a word's beginning stands here.
  private var isGap: Bool {
    index + 1 < bytes.count && bytes[index + 1] == 0x2E
      && (index == 0 || [0x20, 0x5D, 0x7D, 0x3E].contains(bytes[index - 1]))
  }

  private mutating func readGap(_ compiler: inout Compiler) throws(Fault) {
    let start = index
    index += 2
    var words: Int?
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      words = min((words ?? 0) * 10 + Int(bytes[index] - 0x30), Limits.gapWords + 1)
      index += 1
    }
    if elements.isEmpty || pending != nil || (words ?? 0) > Limits.gapWords {
      throw term(.gap, start..<index, compiler)
    }
    pending = (words ?? Limits.gapWordsDefault, start..<index)
  }

  // MARK: Words

  /// Takes words up to the next slot or gap.
  private mutating func readWords(_ compiler: inout Compiler) throws(Fault) {
    let start = index
    let touchesLeft = start > 0 && [0x5D, 0x7D, 0x3E].contains(bytes[start - 1])
    var depth = 0
    scan: while index < bytes.count {
      switch bytes[index] {
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case 0x5B:
        if depth == 0, try role(at: index) != nil { break scan }
        depth += 1
      case 0x5D: depth -= 1
      case 0x7B, 0x3C: if depth <= 0 { break scan }
      case 0x2E: if depth <= 0, isGap { break scan }
      default: break
      }
      index += 1
    }
    let touchesRight = index < bytes.count && bytes[index - 1] != 0x20 && bytes[index] != 0x2E
    let slice = bytes[start..<index]
    var text = String(decoding: slice, as: UTF8.self)
    while text.last == " " { text.removeLast() }
    // A `*` says the same of a word's end as touching a slot does; neither is part of the words.
    let id =
      "\(touchesLeft ? "~" : "")\(compiler.languages[language].code) \"\(text)\""
      + (touchesRight ? "~" : "")
    if let known = compiler.concepts.concept(id) {
      return try append(.concepts([known], negated: false))
    }
    var term: Term
    do throws(TermFault) {
      term = try TermNotation.read(
        text, compiler.inflections(of: language), &compiler.folding)
    } catch {
      throw compiler.fault(error, in: token, offset: start, language, line)
    }
    if touchesLeft { term.open(part: 0, left: true) }
    if touchesRight { term.open(part: term.parts.count - 1, left: false) }
    let concept = compiler.concepts.add(id, title: "\"\(text)\"")
    compiler.add(term, to: concept, in: language)
    try append(.concepts([concept], negated: false))
  }

  // MARK: Messages

  private func label(_ range: Range<Int>) -> Diagnostic.Label {
    let isPlain = bytes.count == token.range.count - 2
    let start = token.range.lower + 1
    return Diagnostic.Label(
      file: line.path,
      range: isPlain
        ? ByteRange(start + range.lowerBound, start + range.upperBound) : token.range)
  }

  private func term(_ kind: TermFault.Kind, _ range: Range<Int>, _ compiler: Compiler) -> Fault {
    compiler.fault(TermFault(kind: kind, range: range), in: token, language, line)
  }
}

extension Pattern.Element {
  /// The built-in element of a name, such as `money`.
  init?(kind name: String) {
    switch name {
    case "money": self = .money
    case "number": self = .number
    default: return nil
    }
  }
}

extension Diagnostic {
  static func unknownRole(_ name: String, at place: Label) -> Diagnostic {
    let names = RoleName.allCases.map(\.rawValue)
    return .unknownWord(
      "role", name, code: "E127", said: "not one of the roles",
      nearest: Diagnostics.nearest(to: name, among: names),
      help: "write one of \(names.map { "`[\($0)]`" }.joined(separator: ", "))", at: place)
  }

  static func unknownKindOfElement(
    _ name: String, among known: [String] = ["money", "number"], at place: Label
  ) -> Diagnostic {
    .unknownWord(
      "built-in element", name, code: "E119", said: "not built in",
      nearest: Diagnostics.nearest(to: name, among: known),
      help: "write \(known.map { "`<\($0)>`" }.joined(separator: " or "))", at: place)
  }

  static func tooManyElements(at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E134",
      headline: "a pattern of more than \(Limits.patternElements) elements",
      primary: place.saying("too long"), help: "write two patterns")
  }
}
