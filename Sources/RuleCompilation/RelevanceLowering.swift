import Diagnostics
import RuleLanguage

extension Compiler {
  /// Lowers what an article must weigh to be about such matters at all; nil where no rule says it.
  mutating func lowerRelevance() -> Scorecard? {
    guard let declaration = symbols[.relevance].first else { return nil }
    var card = ScorecardLowering([.article, .often])
    var once = Once()
    each(declaration.lines) { (compiler, line) throws(Fault) in
      var arguments = line.arguments
      switch line.keyword {
      case "weighs": try card.weighs(line, &arguments, &compiler)
      case "suffices":
        try once.note(line)
        try card.suffices(line, &arguments, compiler)
      default: throw compiler.unknownStatement(line)
      }
      try arguments.needEnd()
    }
    // An empty block lacks both.
    let missing =
      declaration.lines.isEmpty ? [("weighs", "E157"), ("suffices", "E156")] : card.missing
    for (keyword, code) in missing {
      report(
        .missing(
          keyword, in: "`relevance`", code: code,
          form: DeclarationKind.relevance.form(of: keyword),
          at: declaration.line.label(declaration.name)))
    }
    return card.scorecard
  }
}
