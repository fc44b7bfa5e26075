internal import Auditing
internal import Evaluation
internal import RuleCompilation

/// What `assay rules name` does: fits the points by which a name that no rule declares is taken for an
/// organisation's to labelled articles, and writes them as rules.
enum NamingWriter {
  /// Reads the labelled articles, fits, and prints the declaration.
  ///
  /// - Throws: `Failure` if no labelled article can be read.
  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let rules = try RulesInForce.load(arguments, console).ruleSet
    let gold = try ScorecardWriter.labelledArticles(arguments, console)
    let names = CompanyNames(rules.companies)
    let left = ScorecardWriter.vocabulariesOfOneLanguage(rules)
    var scanner = Auditor(rules).scanner()
    var fit = NamingFit()
    for article in gold {
      let companies = Set(
        article.named.filter { names.declaredName(of: $0) == nil }.map { $0.lowercased() })
      for name in scanner.dissect(article.article).undeclaredNames() {
        let text = name.text.lowercased()
        fit.add(
          name.features.filter { feature in
            switch feature {
            case .before(let concept), .behind(let concept):
              !left.contains(rules.concepts[concept.row].id)
            case .trait, .language, .words: true
            }
          },
          // "Ledgerly Inc" is Ledgerly.
          isRight: companies.contains { text == $0 || text.hasPrefix("\($0) ") },
          fold: ScorecardWriter.fold(of: article))
      }
    }
    guard let fitted = fit.card() else {
      throw Failure(
        "no sum of points is right often enough, or too few labelled companies are undeclared")
    }
    try console.print(
      "# Fitted by `assay rules name` to \(gold.count) labelled articles; not written by hand.\n"
        + "\n## Left-out names: \(fitted.right) right, \(fitted.wrong) wrong, \(fitted.missed) missed.\n"
        + declaration(of: fitted.card, rules))
    return .done
  }

  /// The `naming` block.
  static func declaration(of card: NamingCard, _ rules: RuleSet) -> String {
    let weights = card.weights.map {
      (name: text(of: $0.feature, rules), points: $0.points)
    }
    let lines =
      WeighedLines.lines(["weighs"], weights.filter { $0.points > 0 })
      + WeighedLines.lines(["weighs", "against"], weights.filter { $0.points < 0 })
    return "naming {\n\(lines.joined(separator: "\n"))\n  suffices \(card.threshold)\n}\n"
  }

  private static func text(of feature: NamingCard.Feature, _ rules: RuleSet) -> String {
    switch feature {
    case .trait(let trait): "<\(trait.rawValue)>"
    case .before(let concept): "before {\(rules.concepts[concept.row].id)}"
    case .behind(let concept): "behind {\(rules.concepts[concept.row].id)}"
    case .language(let language): "language \(rules.languages[language.row].code)"
    case .words(let extent, let kind):
      "\(extent.rawValue) \(rules.naming?.words.kinds[kind] ?? "")"
    }
  }
}
