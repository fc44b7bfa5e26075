import Diagnostics
import RuleLanguage

extension Compiler {
  /// Lowers what says of a name that it is an organisation's; nil where no rule says it.
  mutating func lowerNaming() -> NamingCard? {
    guard let declaration = symbols[.naming].first else { return nil }
    var card = NamingCard()
    var once = Once()
    each(declaration.lines) { (compiler, line) throws(Fault) in
      var arguments = line.arguments
      switch line.keyword {
      case "weighs": try Self.weighs(line, &arguments, into: &card, &compiler)
      case "suffices":
        try once.note(line)
        card.threshold = try arguments.needNumber(1...Limits.points, "a number of points")
      default: throw compiler.unknownStatement(line)
      }
      try arguments.needEnd()
    }
    let halves = [
      ("suffices", "E156", once.has("suffices")), ("weighs", "E157", !card.weights.isEmpty),
    ]
    for (keyword, code, isThere) in halves where !isThere {
      report(
        .missing(
          keyword, in: "`naming`", code: code, form: DeclarationKind.naming.form(of: keyword),
          at: declaration.line.label(declaration.name)))
    }
    return card
  }

  /// Reads `weighs [against] 18 <twice>, 9 before {deny}, 4 behind {outsider}, 10 language de`.
  private static func weighs(
    _ line: Line, _ arguments: inout Arguments, into card: inout NamingCard,
    _ compiler: inout Compiler
  ) throws(Fault) {
    let isAgainst = arguments.take(word: "against") != nil
    repeat {
      let points = try arguments.needNumber(1...Limits.points, "a number of points")
      let (features, token) = try features(line, &arguments, &compiler)
      for feature in features {
        if card[feature] != nil { throw Fault(.weighedTwice(token.text, at: line.label(token))) }
        card[feature] = isAgainst ? -points : points
      }
    } while arguments.take(mark: ",")
  }

  private static func features(
    _ line: Line, _ arguments: inout Arguments, _ compiler: inout Compiler
  ) throws(Fault) -> ([NamingCard.Feature], Token) {
    if let kind = arguments.take(.kind) {
      guard let trait = NameTrait(rawValue: kind.text) else {
        throw Fault(
          .unknownKindOfElement(
            kind.text, among: NameTrait.allCases.map(\.rawValue), at: line.label(kind)))
      }
      return ([.trait(trait)], kind)
    }
    let word = try arguments.need(oneOf: ["before", "behind", "language"])
    if word == "language" {
      let code = try arguments.need(.word, "the code of a language")
      return (try compiler.language(code, line).map { [.language(LanguageID($0))] } ?? [], code)
    }
    let token = try arguments.need(.vocabulary, "a vocabulary in braces")
    let concepts = try compiler.vocabularies(token, line)
    return (concepts.map { word == "before" ? .before($0) : .behind($0) }, token)
  }
}
