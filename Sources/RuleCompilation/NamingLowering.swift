import Diagnostics
import RuleLanguage
import SourceText

extension Compiler {
  /// Lowers what says of a name that it is an organisation's; nil where no rule says it.
  mutating func lowerNaming() -> NamingCard? {
    guard let declaration = symbols[.naming].first else { return nil }
    var card = NamingCard()
    var once = Once()
    var weighed: [(kind: String, place: Diagnostic.Label)] = []
    each(declaration.lines) { (compiler, line) throws(Fault) in
      var arguments = line.arguments
      switch line.keyword {
      case "weighs": try Self.weighs(line, &arguments, into: &card, &weighed, &compiler)
      case "knows": try Self.knows(line, &arguments, into: &card, &compiler)
      case "suffices":
        try once.note(line)
        card.threshold = try arguments.needNumber(1...Limits.points, "a number of points")
      default: throw compiler.unknownStatement(line)
      }
      try arguments.needEnd()
    }
    let listed = card.words.listedKinds
    for (kind, place) in weighed where !listed.contains(kind) {
      report(.unlistedKindOfWord(kind, among: listed, at: place))
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

  /// Reads `knows place any: "Berlin", "New York"  de: "-straße"`.
  private static func knows(
    _ line: Line, _ arguments: inout Arguments, into card: inout NamingCard,
    _ compiler: inout Compiler
  ) throws(Fault) {
    let kind = card.words.number(
      of: try arguments.need(.word, "a kind of word, such as `place`").text)
    for group in try arguments.needTexts() {
      let language = try compiler.language(group.language, line)
      let texts = group.strings.map { string in
        let isEnd = string.text.hasPrefix("-")
        return (
          text: compiler.folding.fold(isEnd ? String(string.text.dropFirst()) : string.text), isEnd
        )
      }
      card.words.add(texts, kind: kind, language: language.map { LanguageID($0) })
    }
  }

  /// Reads `weighs [against] 18 <twice>, 9 before {deny}, 4 behind {outsider}, 10 language de`.
  private static func weighs(
    _ line: Line, _ arguments: inout Arguments, into card: inout NamingCard,
    _ weighed: inout [(kind: String, place: Diagnostic.Label)], _ compiler: inout Compiler
  ) throws(Fault) {
    let isAgainst = arguments.take(word: "against") != nil
    repeat {
      let points = try arguments.needNumber(1...Limits.points, "a number of points")
      let (features, token) = try features(line, &arguments, of: &card, &compiler)
      if case .words = features.first { weighed.append((token.text, line.label(token))) }
      for feature in features {
        if card[feature] != nil { throw Fault(.weighedTwice(token.text, at: line.label(token))) }
        card[feature] = isAgainst ? -points : points
      }
    } while arguments.take(mark: ",")
  }

  private static func features(
    _ line: Line, _ arguments: inout Arguments, of card: inout NamingCard,
    _ compiler: inout Compiler
  ) throws(Fault) -> ([NamingCard.Feature], Token) {
    if let kind = arguments.take(.kind) {
      guard let trait = NameTrait(rawValue: kind.text) else {
        throw Fault(
          .unknownKindOfElement(
            kind.text, among: NameTrait.allCases.map(\.rawValue), at: line.label(kind)))
      }
      return ([.trait(trait)], kind)
    }
    let extents = NamingCard.Extent.allCases.map(\.rawValue)
    let word = try arguments.need(oneOf: ["before", "behind", "language"] + extents)
    if let extent = NamingCard.Extent(rawValue: word) {
      let kind = try arguments.need(.word, "a kind of word, such as `place`")
      return ([.words(extent, kind: card.words.number(of: kind.text))], kind)
    }
    if word == "language" {
      let code = try arguments.need(.word, "the code of a language")
      return (try compiler.language(code, line).map { [.language(LanguageID($0))] } ?? [], code)
    }
    let token = try arguments.need(.vocabulary, "a vocabulary in braces")
    let concepts = try compiler.vocabularies(token, line)
    return (concepts.map { word == "before" ? .before($0) : .behind($0) }, token)
  }
}

extension Diagnostic {
  fileprivate static func unlistedKindOfWord(
    _ kind: String, among listed: [String], at place: Label
  ) -> Diagnostic {
    .unknownWord(
      "kind of word", kind, code: "E159", said: "no `knows` line lists such words",
      nearest: nearest(to: kind, among: listed),
      help: "list some: `\(DeclarationKind.naming.form(of: "knows"))`", at: place)
  }
}
