import ArticleReading
package import Findings
package import RuleCompilation

/// Compares what was found with what readers labelled, an article at a time.
package struct Evaluator {
  private let names: CompanyNames
  private let mitigating: Set<String>
  private let probe: LossProbe

  private var report = EvaluationReport()
  private var stances = StanceAgreement()
  private var denials = Tally()
  private var denialsLabelled = Tally()
  private var overlaps = Tally()
  private var reach = Tally()
  private var attribution = Tally()

  /// Makes an evaluator for findings made with `companies` and `signals`; `probe` asks the engine.
  package init(companies: [Company], signals: [Signal], probe: LossProbe) {
    names = CompanyNames(companies)
    mitigating = Set(signals.filter(\.isMitigating).map(\.id))
    self.probe = probe
  }

  /// Counts an article.
  ///
  /// - Complexity: O(n) over labels and findings, and a search of the text for each marked evidence.
  package mutating func add(_ gold: GoldArticle, _ scanned: ScannedArticle) {
    let language = gold.article.language ?? "und"
    let expected = expectations(of: gold)
    let findings = Dictionary(
      scanned.findings.map { (pair($0.company, $0.signal), $0) }, uniquingKeysWith: { a, _ in a })
    var errors = EvaluationReport.ArticleErrors(id: gold.article.id)

    for expectation in expected {
      if let finding = findings[expectation.pair] {
        count(expectation.pair, language, \.truePositives)
        compare(finding, expectation, in: gold)
        if let misstated = misstated(finding, expectation) { errors.misstated.append(misstated) }
      } else {
        count(expectation.pair, language, \.falseNegatives)
        errors.missed.append(missed(expectation, in: gold))
      }
    }
    let pairs = Set(expected.map(\.pair))
    let nearMisses = Dictionary(
      gold.nearMisses.map { (pair($0.company, $0.signal), $0.why) },
      uniquingKeysWith: { a, _ in a })
    for finding in scanned.findings {
      let pair = pair(finding.company, finding.signal)
      guard !pairs.contains(pair) else { continue }
      count(pair, language, \.falsePositives)
      errors.wrong.append(
        EvaluationReport.Wrong(
          company: finding.company, signal: finding.signal, stance: finding.stance,
          quote: finding.events.first?.evidence.first?.quote, nearMiss: nearMisses[pair]))
    }
    for nearMiss in gold.nearMisses {
      report.nearMissesReported.of += 1
      let pair = pair(nearMiss.company, nearMiss.signal)
      if findings[pair] != nil, !pairs.contains(pair) { report.nearMissesReported.count += 1 }
    }
    for label in gold.labels { cover(label, in: gold, scanned) }
    report.articles.append(errors)
  }

  /// What all articles so far come to.
  package func finished() -> EvaluationReport {
    var report = report
    report.stanceAccuracy = stances.accuracy
    report.stanceMacroF1 = stances.macroF1
    report.stances = stances.byStance
    report.deniedAccuracy = denials.share
    report.deniedRecall = denialsLabelled.share
    report.evidenceOverlap = overlaps.share
    report.reach = reach.share
    report.attribution = attribution.share
    return report
  }

  /// A company, by its declared name if it has one, and a signal.
  private struct Pair: Hashable {
    var company: String
    var signal: String
    var isDeclared: Bool
  }

  /// The labels of one pair: two readers' marks, or two names of one company, are one expectation.
  private struct Expectation {
    var pair: Pair
    var labels: [GoldLabel]
    var first: GoldLabel

    /// The firmest of its labels, as a finding's is the firmest of its events.
    var stance: Stance { labels.reduce(first.stance) { $0.joined(with: $1.stance) } }
    var isDenied: Bool { labels.contains(where: \.denied) }
  }

  private struct Tally {
    var counted = 0
    var all = 0

    var share: Double { Evaluation.share(counted, of: all) }

    mutating func add(_ isCounted: Bool) {
      all += 1
      if isCounted { counted += 1 }
    }
  }

  private func pair(_ company: String, _ signal: String) -> Pair {
    let declared = names.declaredName(of: company)
    return Pair(
      company: declared ?? CompanyNames.folded(company), signal: signal,
      isDeclared: declared != nil)
  }

  private func expectations(of gold: GoldArticle) -> [Expectation] {
    var places: [Pair: Int] = [:]
    var expectations: [Expectation] = []
    for label in gold.labels {
      let pair = pair(label.company, label.signal)
      if let place = places[pair] {
        expectations[place].labels.append(label)
      } else {
        places[pair] = expectations.count
        expectations.append(Expectation(pair: pair, labels: [label], first: label))
      }
    }
    return expectations
  }

  private mutating func count(
    _ pair: Pair, _ language: String, _ cell: WritableKeyPath<PairCounts, Int>
  ) {
    report.pairs[keyPath: cell] += 1
    report.bySignal[pair.signal, default: PairCounts()][keyPath: cell] += 1
    report.byLanguage[language, default: .init()].pairs[keyPath: cell] += 1
    if mitigating.contains(pair.signal) {
      report.mitigating[keyPath: cell] += 1
    } else {
      report.risk[keyPath: cell] += 1
    }
    guard pair.isDeclared else { return }
    report.knownCompanies[keyPath: cell] += 1
    report.byLanguage[language, default: .init()].knownCompanies[keyPath: cell] += 1
  }

  private mutating func compare(
    _ finding: Finding, _ expectation: Expectation, in gold: GoldArticle
  ) {
    stances.add(gold: expectation.stance, found: finding.stance)
    denials.add(finding.denied == expectation.isDenied)
    if expectation.isDenied { denialsLabelled.add(finding.denied) }
    let marked = expectation.labels.compactMap(\.evidence)
    guard !marked.isEmpty else { return }
    overlaps.add(
      marked.contains { EvidenceOverlap.holds(finding, $0, in: gold.article.text) })
  }

  private func misstated(
    _ finding: Finding, _ expectation: Expectation
  ) -> EvaluationReport.Misstated? {
    if finding.stance == expectation.stance, finding.denied == expectation.isDenied { return nil }
    return EvaluationReport.Misstated(
      company: finding.company, signal: finding.signal, stance: finding.stance,
      denied: finding.denied, labelledStance: expectation.stance,
      labelledDenied: expectation.isDenied, quote: finding.events.first?.evidence.first?.quote)
  }

  private mutating func missed(
    _ expectation: Expectation, in gold: GoldArticle
  ) -> EvaluationReport.Missed {
    let label = expectation.first
    let loss: (stratum: String, detail: String) =
      expectation.pair.isDeclared ? probe.loss(gold, label) : ("undeclared", "")
    report.lossByStratum[loss.stratum, default: 0] += 1
    return EvaluationReport.Missed(
      company: label.company, signal: label.signal, stance: expectation.stance,
      evidence: label.evidence, stratum: loss.stratum, detail: loss.detail)
  }

  private mutating func cover(
    _ label: GoldLabel, in gold: GoldArticle, _ scanned: ScannedArticle
  ) {
    report.companyCoverage.labels += 1
    let isDeclared = names.declaredName(of: label.company) != nil
    if isDeclared {
      report.companyCoverage.declared += 1
    } else if scanned.unlisted.contains(where: {
      $0.signal == label.signal && CompanyNames.agree($0.name, label.company)
    }) {
      report.companyCoverage.unlisted += 1
    }
    guard label.evidence != nil else { return }
    reach.add(probe.reaches(gold, label))
    if isDeclared { attribution.add(probe.attributes(gold, label)) }
  }
}
