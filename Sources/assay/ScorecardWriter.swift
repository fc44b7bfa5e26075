internal import ArticleReading
internal import Auditing
internal import Evaluation
internal import Findings
internal import Foundation
internal import RuleCompilation
internal import SourceText

/// What `assay rules weigh` does: fits the scorecard of every signal to labelled articles and writes them
/// as rules.
enum ScorecardWriter {
  /// Reads the labelled articles, fits, and prints the declarations.
  ///
  /// - Throws: `Failure` if no labelled article can be read.
  static func run(_ arguments: Arguments, _ console: Console) async throws -> ExitStatus {
    var chosen = ScorecardFit.Options()
    if let text = arguments.value("--precision") {
      guard let value = Double(text), (0...1).contains(value) else {
        throw Failure("`--precision` needs a number from 0 to 1, found `\(text)`")
      }
      chosen.precision = value
    }
    if let text = arguments.value("--facets") {
      guard let value = Int(text), (1...ScorecardFit.Options.mostFacets).contains(value) else {
        throw Failure(
          "`--facets` needs a number from 1 to \(ScorecardFit.Options.mostFacets), found `\(text)`")
      }
      chosen.facets = value
    }
    let options = chosen
    let rules = try RulesInForce.load(arguments, console).ruleSet
    let gold = try labelledArticles(arguments, console)
    let (fit, relevance) = samples(of: gold, rules, options)
    let known = Set(rules.signals.map(\.id))
    let signals = fit.signals.filter(known.contains)
    let network = await fit.network(of: signals)
    var trials: [String: ScorecardFit.Trial] = [:]
    for signal in signals { trials[signal] = fit.trial(of: signal, network) }
    var cards: [String: ScorecardFit.Card] = [:]
    if let cut = fit.cut(of: Array(trials.values)) {
      for (signal, trial) in trials {
        cards[signal] = fit.card(for: signal, network, trial, cut: cut)
      }
    }
    var text =
      "# Fitted by `assay rules weigh` to \(gold.count) labelled articles; not written by hand.\n"
    if let card = relevance.card() {
      text += "\n" + declaration(of: "relevance", card, "articles")
    }
    text += "\n" + declaration(of: network.fitted)
    for signal in signals {
      guard let card = cards[signal] else { continue }
      text += "\n" + declaration(of: "signal \(signal)", card, "companies")
    }
    try console.print(text)
    return .done
  }

  /// The labelled articles that are named after `weigh`, `blame` or `name`; complains of what cannot be read.
  ///
  /// - Throws: `Failure` if there is none.
  static func labelledArticles(_ arguments: Arguments, _ console: Console) throws -> [GoldArticle] {
    let paths = Array(arguments.operands.dropFirst())
    let verb = arguments.operands.first ?? "weigh"
    guard !paths.isEmpty else {
      throw Failure("nothing to \(verb) by", hint: "assay rules \(verb) GOLD.jsonl…")
    }
    let gold: [GoldArticle]
    do {
      let read = try GoldReader().articles(at: paths)
      gold = read.articles
      for input in read.unread { Verb.complain(of: input, console) }
    } catch {
      throw Failure("\(error)")
    }
    guard !gold.isEmpty else { throw Failure("no labelled article could be read") }
    return gold
  }

  /// The part of a cross-validation that an article is in: a number that only its id decides.
  static func fold(of article: GoldArticle) -> Int {
    Digest(of: article.article.id).description.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
  }

  private static func samples(
    of gold: [GoldArticle], _ rules: RuleSet, _ options: ScorecardFit.Options
  ) -> (ScorecardFit, RelevanceFit) {
    let left = vocabulariesOfOneLanguage(rules)
    let names = CompanyNames(rules.companies)
    var scanner = Auditor(rules).scanner()
    var fit = ScorecardFit(options)
    var relevance = RelevanceFit()
    for article in gold {
      let dissection = scanner.dissect(article.article)
      let sentences = sentences(of: dissection, rules, without: left)
      guard !sentences.isEmpty else { continue }
      var evidence: [String: Set<Int>] = [:]
      var labels: [String: Set<String>] = [:]
      var undeclared: Set<String> = []
      for label in article.labels {
        let places = dissection.sentences(of: label.evidence ?? "")
        evidence[label.signal, default: []].formUnion(places)
        if let name = names.declaredName(of: label.company) {
          labels[label.signal, default: []].insert(name)
        } else {
          undeclared.insert(label.signal)
        }
      }
      let fold = fold(of: article)
      fit.add(
        sentences, evidence: evidence, labels: labels, undeclared: undeclared, fold: fold)
      // What is nearly a finding is about such matters, but says too little to be sure of it.
      if !article.labels.isEmpty || article.nearMisses.isEmpty {
        relevance.add(sentences, isRelevant: !article.labels.isEmpty, fold: fold)
      }
    }
    for example in rules.examples where example.verdict != .todo {
      let dissection = scanner.dissect(
        Article(id: "", text: example.text, published: example.day))
      let sentences = sentences(of: dissection, rules, without: left)
      let found =
        example.verdict == .skips
        ? [] : Set(sentences.indices.filter { dissection.fires(example.signal, in: [$0]) })
      // One that only waits for a word to be found says nothing.
      guard example.verdict == .skips || !found.isEmpty else { continue }
      if example.verdict == .finds, sentences.count >= Auditing.Limits.relevantSentences {
        relevance.add(sentences, isRelevant: true, fold: nil)
      }
      fit.add(
        example: sentences, of: rules.signals[example.signal.row].id, found: found)
    }
    return (fit, relevance)
  }

  /// The sentences of an article, with what may be weighed in them.
  static func sentences(
    of dissection: Dissection, _ rules: RuleSet, without left: Set<String>
  ) -> [ScorecardFit.Sentence] {
    dissection.wordedSentences().enumerated().map { index, sentence in
      if sentence.isCopy { return ScorecardFit.Sentence([], blamed: [:]) }
      return ScorecardFit.Sentence(
        Set(sentence.words.lazy.map(\.vocabulary).filter { !left.contains($0) }.map { "{\($0)}" })
          .union(sentence.traits.lazy.filter { !$0.isOfSentenceAlone }.map { "<\($0.rawValue)>" })
          .union(sentence.kinds.map { "kind \($0)" }),
        alone: Set(
          sentence.traits.lazy.filter(\.isOfSentenceAlone).map { "<\($0.rawValue)>" }),
        twice: Set(sentence.twice.lazy.filter { !left.contains($0) }.map { "{\($0)}" }),
        blamed: Dictionary(
          uniqueKeysWithValues: zip(
            rules.signals.map(\.id),
            dissection.blamed(in: index, for: rules.signals.indices.map { SignalID($0) })
              .map { Set($0.map { rules.companies[$0.row].name }) })))
    }
  }

  /// Vocabularies that only one language fills: what they weigh would be what that language's articles are.
  static func vocabulariesOfOneLanguage(_ rules: RuleSet) -> Set<String> {
    var languages: [ConceptID: Set<LanguageID?>] = [:]
    for senses in rules.senses {
      for case .concept(let concept, let language) in senses {
        languages[concept, default: []].insert(language)
      }
    }
    return Set(
      languages.lazy.filter { $0.value.count == 1 && !$0.value.contains(nil) }
        .map { rules.concepts[$0.key.row].id })
  }

  /// A network as rules write it.
  private static func declaration(of network: FittedNetwork) -> String {
    var lines = [
      "network {", "  facets  \(quoted(network.facetOutset))",
      "  threads \(quoted(network.threadOutset))",
    ]
    for (number, column) in network.columns.enumerated() {
      let twice = column.place == .twice ? "twice " : ""
      lines.append("  weighs \(twice)\(column.feature) \(quoted(network.weights(of: number)))")
    }
    for facet in 0..<network.facets {
      for source in SentenceNetwork.Source.allCases {
        lines.append(
          "  passes \(facet + 1) \(source.rawValue) \(quoted(network.passes(of: facet, source)))")
      }
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static func quoted(_ row: [Int]) -> String {
    "\"\(row.map(String.init).joined(separator: " "))\""
  }

  /// A facet as rules write it.
  static func declaration(of facet: FittedFacets.Facet) -> String {
    var lines = ["facet \(facet.id) {"] + weights(facet.weights, unnamed: .sentence)
    if facet.outset != 0 {
      lines.append("  begins \(facet.outset < 0 ? "against " : "")\(abs(facet.outset))")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// The statements of some weights; the place that need not be named is `unnamed`.
  private static func weights(
    _ weights: [ScorecardFit.Card.Weight], unnamed: Scorecard.Place
  ) -> [String] {
    var lines: [String] = []
    for isAgainst in [false, true] {
      for place in Scorecard.Place.allCases {
        let chosen = weights.filter { $0.place == place && ($0.points < 0) == isAgainst }
        lines += WeighedLines.lines(
          ["weighs"] + (place == unnamed ? [] : [place.rawValue]) + (isAgainst ? ["against"] : []),
          chosen.map { (name: $0.feature, points: $0.points) })
      }
    }
    return lines
  }

  private static func declaration(
    of head: String, _ card: ScorecardFit.Card, _ counted: String
  ) -> String {
    var lines = [
      "## Left-out \(counted): \(card.right) right, \(card.wrong) wrong, \(card.missed) missed.",
      head == "relevance" ? "relevance {" : "extend \(head) {",
    ]
    lines += weights(card.weights, unnamed: head == "relevance" ? .article : .sentence)
    if !card.shares.isEmpty {
      lines += [
        "  facets \(quoted(card.shares.facets))", "  threads \(quoted(card.shares.threads))",
      ]
    }
    lines.append("  suffices \(card.threshold)")
    if head.hasPrefix("signal") {
      if let needs = card.needs { lines.append("  needs \(needs)") }
      lines.append("  together \(card.together)")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// The statements of what facets count for, the greatest shares first.
  static func shares(_ shares: [String: Int]) -> [String] {
    let sorted = shares.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    return [false, true].flatMap { isAgainst in
      WeighedLines.lines(
        ["shares"] + (isAgainst ? ["against"] : []),
        sorted.filter { ($0.value < 0) == isAgainst }.map { (name: $0.key, points: $0.value) })
    }
  }
}
