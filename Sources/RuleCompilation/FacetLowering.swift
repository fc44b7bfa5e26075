import Diagnostics
import RuleLanguage

extension Compiler {
  /// Lowers the facets, in the order of the files; `FacetID` is their row.
  mutating func lowerFacets() -> [Facet] {
    symbols[.facet].enumerated().map { row, declaration in
      var card = ScorecardLowering(Scorecard.Place.allCases)
      var outset = 0
      var once = Once()
      each(declaration.lines) { (compiler, line) throws(Fault) in
        var arguments = line.arguments
        switch line.keyword {
        case "weighs": try card.weighs(line, &arguments, &compiler)
        case "begins":
          try once.note(line)
          outset = try arguments.needSignedPoints()
        default: throw compiler.unknownStatement(line)
        }
        try arguments.needEnd()
      }
      if card.weights.isEmpty {
        report(
          .missing(
            "weighs", in: "facet `\(declaration.id)`", code: "E157",
            form: DeclarationKind.facet.form(of: "weighs"),
            at: declaration.line.label(declaration.name)))
      }
      if card.weighsEvidence { facetsOfEvidence.insert(FacetID(row)) }
      return Facet(
        id: declaration.id, weights: card.weights, outset: outset,
        place: place(declaration.name, declaration.line))
    }
  }
}
