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
      var card = ScorecardLowering()
      var beside: [ConceptID] = []
      var once = Once()
      each(declaration.lines) { (compiler, line) throws(Fault) in
        var arguments = line.arguments
        switch line.keyword {
        case "match": return patterns.append(try compiler.pattern(line))
        case "weighs": try card.weighs(line, &arguments, &compiler)
        case "shares": try card.shares(line, &arguments, compiler)
        case "suffices":
          try once.note(line)
          try card.suffices(line, &arguments, compiler)
        case "beside":
          try once.note(line)
          let token = try arguments.need(.vocabulary, "vocabularies in braces")
          beside = try compiler.vocabularies(token, line)
        case "firmness": firmness = try arguments.needNumber(0...9, "a number from 0 to 9")
        default: return try compiler.lowerCue(line, of: concept)
        }
        try arguments.needEnd()
      }
      for (keyword, code) in card.missing {
        report(
          .missing(
            keyword, in: "stance `\(declaration.id)`", code: code,
            form: DeclarationKind.stance.form(of: keyword),
            at: declaration.line.label(declaration.name)))
      }
      cues.append(
        (
          firmness,
          StanceCue(
            stance: stance, concept: concept, patterns: patterns, scorecard: card.scorecard,
            beside: beside)
        ))
    }
    return cues.sorted {
      ($0.firmness, $0.cue.stance.firmness) > ($1.firmness, $1.cue.stance.firmness)
    }.map(\.cue)
  }

  /// Lowers the flags; the only one is `denied`.
  mutating func lowerFlags() -> [ConceptID] {
    var cues: [ConceptID] = []
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
      each(declaration.lines) { (compiler, line) throws(Fault) in
        try compiler.lowerCue(line, of: concept)
      }
      cues.append(concept)
    }
    return cues
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
