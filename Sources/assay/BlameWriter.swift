internal import ArticleReading
internal import Auditing
internal import Evaluation
internal import RuleCompilation

/// What `assay rules blame` does: fits the points by which somebody is blamed to labelled articles and to
/// the examples of the rules, and writes them as rules.
enum BlameWriter {
  /// Reads the labelled articles, fits, and prints the declarations.
  ///
  /// - Throws: `Failure` if no labelled article can be read.
  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let rules = try RulesInForce.load(arguments, console).ruleSet
    let gold = try ScorecardWriter.labelledArticles(arguments, console)
    var fit = BlameFit()
    addArticles(gold, rules, to: &fit)
    addExamples(of: rules, to: &fit)
    let (card, kinds) = fit.fitted()
    var text =
      "# Fitted by `assay rules blame` to \(gold.count) labelled articles; not written by hand.\n"
    text += "\n" + declaration(of: card)
    for signal in kinds.keys.sorted() {
      let lines = lines(of: kinds[signal] ?? [:])
      text += "\nextend signal \(signal) {\n\(lines.joined(separator: "\n"))\n}\n"
    }
    try console.print(text)
    return .done
  }

  private static func addArticles(
    _ gold: [GoldArticle], _ rules: RuleSet, to fit: inout BlameFit
  ) {
    let names = CompanyNames(rules.companies)
    var scanner = Auditor(rules).scanner()
    for article in gold {
      let dissection = scanner.dissect(article.article)
      let organisations = article.named.filter { names.declaredName(of: $0) == nil }
      var blamed: [String: [String]] = [:]
      for label in article.labels {
        blamed[label.signal, default: []].append(
          names.declaredName(of: label.company) ?? label.company)
      }
      var seen: Set<[String]> = []
      for label in article.labels {
        guard let place = dissection.sentences(of: label.evidence ?? "").first,
          seen.insert([label.signal, String(place)]).inserted
        else { continue }
        add(
          place, of: dissection, label.signal, blamed[label.signal] ?? [],
          organisations: organisations, rules, to: &fit)
      }
    }
  }

  /// An example says who is blamed in the sentences that its signal fires in; one to skip, that nobody is.
  private static func addExamples(of rules: RuleSet, to fit: inout BlameFit) {
    var scanner = Auditor(rules).scanner()
    for example in rules.examples where example.verdict != .todo {
      let dissection = scanner.dissect(
        Article(id: "", text: example.text, published: example.day))
      let blamed =
        example.verdict == .skips
        ? [] : example.expected.map { rules.companies[$0.company.row].name }
      for place in dissection.firing(example.signal) {
        add(
          place, of: dissection, rules.signals[example.signal.row].id, blamed, organisations: [],
          rules, to: &fit)
      }
    }
  }

  /// Adds the suspects of a sentence; a name that no rule declares only where it is an organisation's, as what
  /// is none is not to teach what is told of those who are blamed.
  private static func add(
    _ place: Int, of dissection: Dissection, _ signal: String, _ blamed: [String],
    organisations: [String], _ rules: RuleSet, to fit: inout BlameFit
  ) {
    for suspect in dissection.namedSuspects(of: place)
    where suspect.company != nil
      || organisations.contains(where: { CompanyNames.agree($0, suspect.name) })
    {
      fit.add(
        suspect.place, suspect.features, beside: suspect.others,
        kinds: suspect.company.map { rules.companies[$0.row].kinds } ?? [], signal: signal,
        isRight: suspect.company == nil
          ? blamed.contains { CompanyNames.agree($0, suspect.name) }
          : blamed.contains(suspect.name))
    }
  }

  /// The `attribution` block.
  static func declaration(of card: BlameCard) -> String {
    var lines = ["## Whose conduct a sentence reports.", "attribution {"]
    for place in BlameCard.Place.allCases {
      let weights = card.weights(at: place).map { weight in
        (
          name: (weight.isOfOther ? "other " : "") + text(of: weight.feature),
          points: weight.points
        )
      }
      for isAgainst in [false, true] {
        let words = ["weighs", place.rawValue] + (isAgainst ? ["against"] : [])
        lines += WeighedLines.lines(words, weights.filter { ($0.points < 0) == isAgainst })
      }
    }
    lines.append("  suffices \(card.threshold)")
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// The `blames` statements of a signal.
  static func lines(of kinds: [String: Int]) -> [String] {
    let weights = kinds.map { (name: "kind \($0.key)", points: $0.value) }
    return WeighedLines.lines(["blames"], weights.filter { $0.points > 0 })
      + WeighedLines.lines(["blames", "against"], weights.filter { $0.points < 0 })
  }

  private static func text(of feature: BlameCard.Feature) -> String {
    switch feature {
    case .trait(let trait): "<\(trait.rawValue)>"
    case .role(let role): "role \(role)"
    case .everRole(let role): "ever \(role)"
    }
  }
}
