internal import ArticleReading
internal import Auditing
internal import Evaluation
internal import Findings
internal import Foundation
internal import RuleCompilation

extension Verb {
  /// `assay evaluate`: precision, recall and F1 against labelled articles.
  static let evaluate = Verb(
    name: "evaluate", operands: "GOLD.jsonl… [--errors]",
    summary: "Measures precision, recall and F1 against labelled articles",
    flags: [
      Flag(
        "--errors", nil,
        "each missed, wrong and misstated finding, and the stratum where it was lost"),
      .format,
      Flag("--minimum-f1", "F", "exit 1 if pair F1 over declared companies is below this"),
    ],
    examples: [
      ("assay evaluate gold.jsonl", "the figures, by language and by signal"),
      ("assay evaluate gold.jsonl --errors | less", "what to work on"),
    ],
    notes: [
      "GOLD.jsonl holds articles with `labels` and `near_misses`; Reports/README.md says which keys."
    ]
  ) { arguments, console in
    guard !arguments.operands.isEmpty else {
      throw Failure("nothing to measure against", hint: "assay evaluate GOLD.jsonl…")
    }
    let minimum = try minimumF1(arguments)
    let isJSON = try arguments.choice("--format", of: ["text", "json"], default: "text") == "json"
    let rules = try RulesInForce.load(arguments, console).ruleSet
    let auditor = Auditor(rules)
    let reader = GoldReader()
    var gold: [GoldArticle] = []
    do {
      let read = try reader.articles(at: arguments.operands)
      gold = read.articles
      for input in read.unread { complain(of: input, console) }
    } catch {
      throw Failure("\(error)")
    }
    guard !gold.isEmpty else { throw Failure("no labelled article could be read") }
    var scanner = auditor.scanner()
    var dissections: [Dissection] = []
    for article in gold { dissections.append(scanner.dissect(article.article)) }
    let probes = GoldProbe(rules, gold, dissections)
    var evaluator = Evaluator(
      companies: rules.companies, signals: rules.signals, probe: probes.probe)
    for (article, dissection) in zip(gold, dissections) {
      evaluator.add(article, dissection.scanned())
    }
    let report = evaluator.finished()
    let writer = EvaluationWriter()
    try console.print(
      isJSON
        ? try writer.json(report)
        : console.fitted(writer.text(report, errors: arguments.has("--errors"))))
    if let minimum, report.knownCompanies.f1 < minimum { return .no }
    return .done
  }

  private static func minimumF1(_ arguments: Arguments) throws(Failure) -> Double? {
    guard let text = arguments.value("--minimum-f1") else { return nil }
    guard let value = Double(text), (0...1).contains(value) else {
      throw Failure("`--minimum-f1` needs a number from 0 to 1, found `\(text)`")
    }
    return value
  }
}

/// Answers what an evaluation asks of the engine, from dissections made once.
private struct GoldProbe {
  let probe: LossProbe

  init(_ rules: RuleSet, _ gold: [GoldArticle], _ dissections: [Dissection]) {
    var byText: [String: Dissection] = [:]
    for (article, dissection) in zip(gold, dissections) {
      byText[article.article.text] = dissection
    }
    let signals = Dictionary(
      rules.signals.enumerated().map { ($1.id, SignalID($0)) }, uniquingKeysWith: { a, _ in a })
    var companies: [String: CompanyID] = [:]
    for (row, company) in rules.companies.enumerated() {
      for alias in [company.name.lowercased(), company.id] + company.aliases
      where companies[alias] == nil {
        companies[alias] = CompanyID(row)
      }
    }
    let places: (GoldArticle, GoldLabel) -> (Dissection, [Int])? = { [byText] article, label in
      guard let dissection = byText[article.article.text] else { return nil }
      return (dissection, dissection.sentences(of: label.evidence ?? ""))
    }
    probe = LossProbe(
      reaches: { article, label in
        guard let (dissection, found) = places(article, label), let signal = signals[label.signal]
        else { return false }
        return dissection.fires(signal, in: found)
      },
      attributes: { [companies, signals] article, label in
        guard let (dissection, found) = places(article, label),
          let company = companies[label.company.lowercased()], let signal = signals[label.signal]
        else { return false }
        return dissection.blamed(in: found, for: signal).contains(company)
      },
      loss: { [companies] article, label in
        guard let (dissection, found) = places(article, label), let signal = signals[label.signal],
          let company = companies[label.company.lowercased()]
        else { return (Loss.Stratum.name.rawValue, "") }
        let loss = dissection.loss(of: company, signal, in: found)
        return (loss.stratum.rawValue, loss.detail)
      })
  }
}
