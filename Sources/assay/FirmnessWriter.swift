internal import ArticleReading
internal import Auditing
internal import Evaluation
internal import Findings
internal import RuleCompilation

/// What `assay rules firm` does: fits how firmly evidence reports what it reports, and whether that is denied,
/// to labelled articles and to the examples of the rules, and writes it as rules.
enum FirmnessWriter {
  /// Reads the labelled articles, fits, and prints the declarations.
  ///
  /// - Throws: `Failure` if no labelled article can be read.
  static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    let rules = try RulesInForce.load(arguments, console).ruleSet
    let gold = try ScorecardWriter.labelledArticles(arguments, console)
    let (facets, cards) = await samples(of: gold, rules).fitted()
    var text =
      "# Fitted by `assay rules firm` to \(gold.count) labelled articles; not written by hand.\n"
    let taken = Set(cards.flatMap(\.1.shares.keys))
    for facet in facets where taken.contains(facet.id) {
      text += "\n" + ScorecardWriter.declaration(of: facet)
    }
    for (report, card) in cards {
      let head = report == .denial ? "flag" : "stance"
      let isBelow = card.threshold < 0
      let lines =
        ["extend \(head) \(report.name) {"] + ScorecardWriter.shares(card.shares)
        + ["  suffices \(isBelow ? "against " : "")\(abs(card.threshold))", "}"]
      text +=
        "\n## Left-out sentences: \(card.right) right, \(card.wrong) wrong, \(card.missed) missed.\n"
        + lines.joined(separator: "\n") + "\n"
    }
    try console.print(text)
    return .done
  }

  private static func samples(of gold: [GoldArticle], _ rules: RuleSet) -> FirmnessFit {
    let left = ScorecardWriter.vocabulariesOfOneLanguage(rules)
    let names = CompanyNames(rules.companies)
    let reach = Auditing.Limits.aroundSentences
    var scanner = Auditor(rules).scanner()
    var fit = FirmnessFit()
    for article in gold {
      let dissection = scanner.dissect(article.article)
      var tellings: [FirmnessFit.Telling] = []
      for label in article.labels {
        let theirs = Set(
          dissection.sentences(
            about: names.declaredName(of: label.company) ?? label.company))
        for place in dissection.sentences(of: label.evidence ?? "") {
          tellings.append(
            FirmnessFit.Telling(
              sentence: place, signal: label.signal, theirs: theirs,
              reports: reports(label.stance, isDenied: label.denied)))
        }
      }
      guard !tellings.isEmpty else { continue }
      fit.add(
        ScorecardWriter.sentences(of: dissection, rules, without: left), tellings,
        fold: ScorecardWriter.fold(of: article), reach: reach)
    }
    for (number, example) in rules.examples.enumerated() where example.verdict == .finds {
      guard let expected = example.expected.first, let stance = expected.stance else { continue }
      let dissection = scanner.dissect(
        Article(id: "", text: example.text, published: example.day))
      let sentences = ScorecardWriter.sentences(of: dissection, rules, without: left)
      let theirs = Set(
        dissection.sentences(about: rules.companies[expected.company.row].name))
      let tellings = sentences.indices.filter { dissection.fires(example.signal, in: [$0]) }.map {
        FirmnessFit.Telling(
          sentence: $0, signal: rules.signals[example.signal.row].id, theirs: theirs,
          reports: reports(stance, isDenied: expected.denied))
      }
      guard !tellings.isEmpty else { continue }
      fit.add(sentences, tellings, fold: number, isExample: true, reach: reach)
    }
    return fit
  }

  private static func reports(_ stance: Stance, isDenied: Bool) -> Set<FirmnessFit.Report> {
    isDenied ? [.stance(stance), .denial] : [.stance(stance)]
  }
}
