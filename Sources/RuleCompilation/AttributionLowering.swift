import Diagnostics
import RuleLanguage

extension Compiler {
  /// Lowers the grounds, in the order of the files; `GroundID` is their row.
  mutating func lowerGrounds() -> [Ground] {
    symbols[.ground].map { declaration in
      var weights = BlameWeights()
      var outset = 0
      var once = Once()
      each(declaration.lines) { (compiler, line) throws(Fault) in
        var arguments = line.arguments
        switch line.keyword {
        case "weighs": try Self.weighs(line, &arguments, into: &weights, &compiler)
        case "begins":
          try once.note(line)
          outset = try arguments.needSignedPoints()
        default: throw compiler.unknownStatement(line)
        }
        try arguments.needEnd()
      }
      if weights.points.isEmpty {
        report(
          .missing(
            "weighs", in: "ground `\(declaration.id)`", code: "E157",
            form: DeclarationKind.ground.form(of: "weighs"),
            at: declaration.line.label(declaration.name)))
      }
      return Ground(id: declaration.id, weights: weights, outset: outset)
    }
  }

  /// Lowers the weights by which somebody is blamed; the plain ones where no rule declares any.
  mutating func lowerAttribution() -> BlameCard {
    guard let declaration = symbols[.attribution].first else { return .plain }
    var card = BlameCard()
    var once = Once()
    each(declaration.lines) { (compiler, line) throws(Fault) in
      var arguments = line.arguments
      switch line.keyword {
      case "weighs": try Self.weighs(line, &arguments, into: &card.weights, &compiler)
      case "grounds": try compiler.grounds(line, &arguments, into: &card.shares)
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

  /// Reads `grounds [against] 40 own-doing, 12 somebody-elses`.
  func grounds(
    _ line: Line, _ arguments: inout Arguments, into shares: inout [Ground.Share]
  ) throws(Fault) {
    let isAgainst = arguments.take(word: "against") != nil
    repeat {
      let percent = try arguments.needNumber(1...100, "a share in hundredths")
      let token = try arguments.need(.word, "the id of a ground")
      let ground = GroundID(try row(.ground, token, line))
      if shares.contains(where: { $0.ground == ground }) {
        throw Fault(.weighedTwice(token.text, at: line.label(token)))
      }
      shares.append(Ground.Share(ground, percent: isAgainst ? -percent : percent))
    } while arguments.take(mark: ",")
  }

  /// Reads `weighs here|beside|absent [against] 18 <first>, 9 role actor, 4 ever victim, 3 other <subject>,
  /// 2 kind publisher`.
  private static func weighs(
    _ line: Line, _ arguments: inout Arguments, into weights: inout BlameWeights,
    _ compiler: inout Compiler
  ) throws(Fault) {
    let word = try arguments.need(oneOf: BlameWeights.Place.allCases.map(\.rawValue))
    guard let place = BlameWeights.Place(rawValue: word) else { return }
    let isAgainst = arguments.take(word: "against") != nil
    repeat {
      let points = try arguments.needNumber(1...Limits.points, "a number of points")
      let isOfOther = arguments.take(word: "other") != nil
      let (features, token) = try Self.features(line, &arguments, &compiler)
      for feature in features {
        if weights[place, feature, ofOther: isOfOther] != nil {
          throw Fault(.weighedTwice(token.text, at: line.label(token)))
        }
        weights[place, feature, ofOther: isOfOther] = isAgainst ? -points : points
      }
    } while arguments.take(mark: ",")
  }

  private static func features(
    _ line: Line, _ arguments: inout Arguments, _ compiler: inout Compiler
  ) throws(Fault) -> ([BlameWeights.Feature], Token) {
    if let kind = arguments.take(.kind) {
      guard let trait = BlameTrait(rawValue: kind.text) else {
        throw Fault(
          .unknownKindOfElement(
            kind.text, among: BlameTrait.allCases.map(\.rawValue), at: line.label(kind)))
      }
      return ([.trait(trait)], kind)
    }
    let word = try arguments.need(oneOf: ["role", "ever", "kind"])
    if word == "kind" {
      let token = try arguments.need(.word, "a kind of company")
      return (compiler.knownKinds([token], line).map { .kind($0) }, token)
    }
    let role = try arguments.need(.word, "a role")
    guard RoleName(rawValue: role.text) != nil else {
      throw Fault(.unknownRole(role.text, at: line.label(role)))
    }
    return ([word == "role" ? .role(role.text) : .everRole(role.text)], role)
  }
}
