import Diagnostics
import RuleLanguage

extension Compiler {
  /// Lowers the weights by which somebody is blamed; the plain ones where no rule declares any.
  mutating func lowerAttribution() -> BlameCard {
    guard let declaration = symbols[.attribution].first else { return .plain }
    var card = BlameCard()
    var once = Once()
    each(declaration.lines) { (compiler, line) throws(Fault) in
      var arguments = line.arguments
      switch line.keyword {
      case "weighs": try Self.weighs(line, &arguments, into: &card, compiler)
      case "suffices":
        try once.note(line)
        card.threshold = try arguments.needNumber(1...Limits.points, "a number of points")
      default: throw compiler.unknownStatement(line)
      }
      try arguments.needEnd()
    }
    if !once.has("suffices") {
      report(
        .missing(
          "suffices", in: "`attribution`", code: "E156", form: "suffices 40",
          at: declaration.line.label(declaration.name)))
    }
    return card
  }

  /// Reads `weighs here|beside|absent [against] 18 <first>, 9 role actor, 4 ever victim, 3 other <subject>`.
  private static func weighs(
    _ line: Line, _ arguments: inout Arguments, into card: inout BlameCard, _ compiler: Compiler
  ) throws(Fault) {
    let word = try arguments.need(oneOf: BlameCard.Place.allCases.map(\.rawValue))
    guard let place = BlameCard.Place(rawValue: word) else { return }
    let isAgainst = arguments.take(word: "against") != nil
    repeat {
      let points = try arguments.needNumber(1...Limits.points, "a number of points")
      let isOfOther = arguments.take(word: "other") != nil
      let (feature, token) = try feature(line, &arguments)
      if card[place, feature, ofOther: isOfOther] != nil {
        throw Fault(.weighedTwice(token.text, at: line.label(token)))
      }
      card[place, feature, ofOther: isOfOther] = isAgainst ? -points : points
    } while arguments.take(mark: ",")
  }

  private static func feature(
    _ line: Line, _ arguments: inout Arguments
  ) throws(Fault) -> (BlameCard.Feature, Token) {
    if let kind = arguments.take(.kind) {
      guard let trait = BlameTrait(rawValue: kind.text) else {
        throw Fault(
          .unknownKindOfElement(
            kind.text, among: BlameTrait.allCases.map(\.rawValue), at: line.label(kind)))
      }
      return (.trait(trait), kind)
    }
    let word = try arguments.need(oneOf: ["role", "ever"])
    let role = try arguments.need(.word, "a role")
    guard RoleName(rawValue: role.text) != nil else {
      throw Fault(.unknownRole(role.text, at: line.label(role)))
    }
    return (word == "role" ? .role(role.text) : .everRole(role.text), role)
  }
}
