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
    let fitted = fit.fitted()
    let blocks =
      fitted.grounds.map(declaration)
      + ["## Whose conduct a sentence reports.\n" + attribution(fitted)]
      + fitted.shares.keys.sorted().filter { $0 != BlameFit.anySignal }
      .map { declaration(of: $0, fitted) }
    let head =
      "# Fitted by `assay rules blame` to \(gold.count) labelled articles; not written by hand.\n"
    try console.print(([head] + blocks).joined(separator: "\n"))
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
        signal: signal,
        isRight: suspect.company == nil
          ? blamed.contains { CompanyNames.agree($0, suspect.name) }
          : blamed.contains(suspect.name))
    }
  }

  /// A ground as rules write it.
  private static func declaration(of ground: FittedFacets.Facet) -> String {
    var lines = ["ground \(ground.id) {"]
    for place in BlameWeights.Place.allCases {
      let there = ground.weights.filter { $0.feature.hasPrefix(place.rawValue + " ") }
        .map { (name: String($0.feature.dropFirst(place.rawValue.count + 1)), points: $0.points) }
      for isAgainst in [false, true] {
        lines += WeighedLines.lines(
          ["weighs", place.rawValue] + (isAgainst ? ["against"] : []),
          there.filter { ($0.points < 0) == isAgainst })
      }
    }
    if ground.outset != 0 {
      lines.append("  begins \(ground.outset < 0 ? "against " : "")\(abs(ground.outset))")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// The `attribution` block: what holds whichever signal it is.
  private static func attribution(_ fitted: BlameFit.Fitted) -> String {
    var lines = ["attribution {"]
    let base = fitted.base[BlameFit.anySignal] ?? 0
    for place in BlameWeights.Place.allCases {
      lines += statements(["weighs", place.rawValue], base, "<\(BlameTrait.company.rawValue)>")
      lines += statements(
        ["weighs", place.rawValue], BlameFit.pointsOfUndeclared,
        "<\(BlameTrait.unlisted.rawValue)>")
    }
    lines += grounds(fitted.shares[BlameFit.anySignal] ?? [:])
    lines.append("  suffices \(fitted.threshold)")
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// What holds for a signal in place of what holds for any.
  private static func declaration(of signal: String, _ fitted: BlameFit.Fitted) -> String {
    let base = (fitted.base[signal] ?? 0) - (fitted.base[BlameFit.anySignal] ?? 0)
    let lines =
      ["extend signal \(signal) {"]
      + statements(["blames"], base, "<\(BlameTrait.company.rawValue)>")
      + grounds(fitted.shares[signal] ?? [:])
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static func statements(_ words: [String], _ points: Int, _ name: String) -> [String] {
    points == 0
      ? [] : WeighedLines.lines(words + (points < 0 ? ["against"] : []), [(name, points)])
  }

  private static func grounds(_ shares: [String: Int]) -> [String] {
    let weights = shares.map { (name: $0.key, points: $0.value) }
    return [false, true].flatMap { isAgainst in
      WeighedLines.lines(
        ["grounds"] + (isAgainst ? ["against"] : []),
        weights.filter { ($0.points < 0) == isAgainst })
    }
  }
}
