import Diagnostics
import Findings
import RuleLanguage

extension Compiler {
  /// Lowers the stances to cues, firmest first.
  mutating func lowerStances() -> [StanceCue] {
    var cues: [(firmness: Int, cue: StanceCue)] = []
    for declaration in symbols[.stance] {
      guard let stance = Stance(rawValue: declaration.id) else {
        report(.unknownStance(declaration.id, at: declaration.line.label(declaration.name)))
        continue
      }
      guard let concept = concepts.concept("stance.\(declaration.id)") else { continue }
      var firmness = stance.firmness
      var patterns: [Pattern] = []
      var card = ScorecardLowering(Scorecard.Place.allCases)
      var once = Once()
      each(declaration.lines) { (compiler, line) throws(Fault) in
        var arguments = line.arguments
        switch line.keyword {
        case "match": return patterns.append(try compiler.pattern(line))
        case "weighs": try card.weighs(line, &arguments, &compiler)
        case "shares": try card.shares(line, &arguments, compiler)
        case "suffices":
          try once.note(line)
          try card.suffices(line, &arguments, compiler, orLess: true)
        case "firmness": firmness = try arguments.needNumber(0...9, "a number from 0 to 9")
        default: return try compiler.lowerCue(line, of: concept)
        }
        try arguments.needEnd()
      }
      reportHalf(of: card, in: declaration, .stance)
      cues.append(
        (
          firmness,
          StanceCue(
            stance: stance, concept: concept, patterns: patterns, scorecard: card.scorecard)
        ))
    }
    return cues.sorted {
      ($0.firmness, $0.cue.stance.firmness) > ($1.firmness, $1.cue.stance.firmness)
    }.map(\.cue)
  }

  /// Lowers the flags, of which `denied` is the only one, to the cues of denial.
  mutating func lowerFlags() -> DenialCues {
    var cues = DenialCues()
    for declaration in symbols[.flag] {
      guard declaration.id == "denied" else {
        report(
          .unknownWord(
            "flag", declaration.id, code: "E118", said: "the only flag is `denied`",
            nearest: nearest(to: declaration.id, among: ["denied"]), help: "write `denied`",
            at: declaration.line.label(declaration.name)))
        continue
      }
      guard let concept = concepts.concept("flag.\(declaration.id)") else { continue }
      var card = ScorecardLowering(Scorecard.Place.allCases)
      var once = Once()
      each(declaration.lines) { (compiler, line) throws(Fault) in
        var arguments = line.arguments
        switch line.keyword {
        case "weighs": try card.weighs(line, &arguments, &compiler)
        case "shares": try card.shares(line, &arguments, compiler)
        case "suffices":
          try once.note(line)
          try card.suffices(line, &arguments, compiler, orLess: true)
        default: return try compiler.lowerCue(line, of: concept)
        }
        try arguments.needEnd()
      }
      reportHalf(of: card, in: declaration, .flag)
      cues.concepts.append(concept)
      cues.scorecard = card.scorecard
    }
    return cues
  }

  /// Reports a scorecard that says what suffices but not what it weighs, or the other way round.
  private mutating func reportHalf(
    of card: ScorecardLowering, in declaration: Declaration, _ kind: DeclarationKind
  ) {
    for (keyword, code) in card.missing {
      report(
        .missing(
          keyword, in: "\(kind.rawValue) `\(declaration.id)`", code: code,
          form: kind.form(of: keyword), at: declaration.line.label(declaration.name)))
    }
  }

  private mutating func lowerCue(_ line: Line, of concept: ConceptID) throws(Fault) {
    var arguments = line.arguments
    switch line.keyword {
    case "includes": try lowerInclusions(line, in: concept)
    case "cue":
      let groups = try arguments.needTexts()
      try arguments.needEnd()
      for group in groups {
        let language = try language(group.language, line)
        let terms = group.strings.filter {
          !isRepeated($0, of: concept, in: language, line)
        }
        add(terms, to: concept, in: language, line)
      }
    default: throw unknownStatement(line)
    }
  }
}
