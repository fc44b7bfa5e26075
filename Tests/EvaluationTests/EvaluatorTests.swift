import ArticleReading
import Evaluation
import Findings
import RuleCompilation
import Testing

@Suite struct `The evaluator` {
  @Test func `a pair is found under any alias, letter case aside`() {
    let report = Sample.report(
      (
        Sample.gold([
          GoldLabel(company: "META Platforms", signal: "scraping", stance: .confirmed),
          GoldLabel(company: " twitter ", signal: "tracking", stance: .confirmed),
        ]),
        Sample.scanned([
          Sample.finding("Meta", "scraping"), Sample.finding("X Corp", "tracking"),
        ])
      ))
    #expect(report.pairs == PairCounts(truePositives: 2))
    #expect(report.articles.first?.missed.isEmpty == true)
  }

  @Test func `a company that no rule declares is missed, yet not held against the known ones`() {
    let report = Sample.report(
      (
        Sample.gold([
          GoldLabel(company: "Acme", signal: "scraping", stance: .confirmed),
          GoldLabel(company: "Meta", signal: "scraping", stance: .confirmed),
        ]),
        Sample.scanned([Sample.finding("Meta", "scraping"), Sample.finding("Meta", "tracking")])
      ))
    #expect(
      report.pairs == PairCounts(truePositives: 1, falsePositives: 1, falseNegatives: 1))
    #expect(report.knownCompanies == PairCounts(truePositives: 1, falsePositives: 1))
    #expect(report.lossByStratum == ["undeclared": 1])
    #expect(report.bySignal["tracking"] == PairCounts(falsePositives: 1))
  }

  @Test func `signals count as risk or as mitigation, and by the article's language`() {
    let report = Sample.report(
      (
        Sample.gold(
          [GoldLabel(company: "메타", signal: "safeguards", stance: .planned)], language: "ko"),
        Sample.scanned([Sample.finding("Meta", "safeguards")])
      ),
      (
        Sample.gold([GoldLabel(company: "X", signal: "scraping", stance: .alleged)], language: nil),
        Sample.scanned([])
      ))
    #expect(report.mitigating == PairCounts(truePositives: 1))
    #expect(report.risk == PairCounts(falseNegatives: 1))
    #expect(report.byLanguage["ko"]?.pairs == PairCounts(truePositives: 1))
    #expect(report.byLanguage["und"]?.knownCompanies == PairCounts(falseNegatives: 1))
    #expect(report.lossByStratum == ["match": 1])
  }

  @Test func `two labels of one pair are one pair, the firmest stance and any denial hold`() {
    let report = Sample.report(
      (
        Sample.gold([
          GoldLabel(company: "Meta", signal: "scraping", stance: .planned),
          GoldLabel(
            company: "Meta Platforms", signal: "scraping", stance: .alleged, denied: true),
        ]),
        Sample.scanned([Sample.finding("Meta", "scraping", .alleged, denied: true)])
      ))
    #expect(report.pairs == PairCounts(truePositives: 1))
    #expect(report.companyCoverage.labels == 2)
    #expect((report.stanceAccuracy, report.deniedAccuracy, report.deniedRecall) == (1, 1, 1))
  }

  @Test func `stances and denials are judged over pairs found rightly`() {
    func one(_ gold: Stance, _ found: Stance?, denied: Bool, foundDenied: Bool = false)
      -> (GoldArticle, ScannedArticle)
    {
      (
        Sample.gold([
          GoldLabel(company: "Meta", signal: "scraping", stance: gold, denied: denied)
        ]),
        Sample.scanned(
          found.map { [Sample.finding("Meta", "scraping", $0, denied: foundDenied)] } ?? [])
      )
    }
    let report = Sample.report(
      one(.confirmed, .confirmed, denied: false), one(.confirmed, .confirmed, denied: false),
      one(.confirmed, .alleged, denied: false, foundDenied: true),
      one(.alleged, .alleged, denied: true, foundDenied: true),
      one(.alleged, .alleged, denied: true), one(.planned, nil, denied: true))
    #expect(report.stanceAccuracy == 4.0 / 5)
    // Confirmed: 2 right, 1 missed: 4/5. Alleged: 2 right, 1 wrong: 4/5. No planned pair was found.
    #expect(abs(report.stanceMacroF1 - 0.8) < 1e-12)
    #expect(report.deniedAccuracy == 3.0 / 5)
    #expect(report.deniedRecall == 1.0 / 2)
  }

  @Test(arguments: [
    (Sample.finding("Meta", "scraping", quote: "photos", at: 13), 1.0),
    // Another mention of the words is as good a place; the byte before is none.
    (Sample.finding("Meta", "scraping", quote: "pho", at: 34), 1.0),
    (Sample.finding("Meta", "scraping", quote: "Meta ", at: 0), 0.0),
    (Sample.finding("Meta", "scraping", quote: "photos everywhere", at: 900, part: .title), 1.0),
    (Sample.finding("Meta", "scraping", quote: "cars", at: 900, part: .title), 0.0),
  ])
  func `evidence overlaps where a quote shares a byte with the marked words`(
    finding: Finding, expected: Double
  ) {
    let label = GoldLabel(
      company: "Meta", signal: "scraping", stance: .confirmed, evidence: "photos")
    let text = "Meta scraped photos. It scraped a photos page."
    let report = Sample.report((Sample.gold([label], text: text), Sample.scanned([finding])))
    #expect(report.evidenceOverlap == expected)
  }

  @Test func `undeclared companies are covered where they are shown with the signal`() {
    func unlisted(_ name: String, _ signal: String) -> Unlisted {
      Unlisted(
        name: name, signal: signal,
        evidence: Evidence(quote: "", start: 0, end: 0, line: 1, column: 1, part: .body))
    }
    let labels = ["Meta", "Acme", "Bolt", "Nimbus"].map {
      GoldLabel(company: $0, signal: "scraping", stance: .confirmed)
    }
    let report = Sample.report(
      (
        Sample.gold(labels),
        Sample.scanned(
          [],
          unlisted: [
            unlisted("ACME Data BV", "scraping"), unlisted("Bolt", "tracking"),
            unlisted("Nimbuster", "scraping"),
          ])
      ))
    #expect(report.companyCoverage.labels == 4)
    #expect(report.companyCoverage.declared == 1)
    #expect(report.companyCoverage.unlisted == 1)
  }

  @Test func `a near miss is reported only if its pair is found and not labelled`() {
    let near = [
      NearMiss(company: "Meta", signal: "tracking", why: "negated"),
      NearMiss(company: "x", signal: "scraping", why: "a plan"),
      NearMiss(company: "Meta", signal: "scraping", why: "labelled after all"),
    ]
    let report = Sample.report(
      (
        Sample.gold(
          [GoldLabel(company: "Meta", signal: "scraping", stance: .confirmed)], nearMisses: near),
        Sample.scanned([
          Sample.finding("Meta", "scraping"),
          Sample.finding("Meta", "tracking", .alleged, quote: "q"),
        ])
      ))
    #expect(report.nearMissesReported.count == 1)
    #expect(report.nearMissesReported.of == 3)
    let wrong = report.articles.first?.wrong.first
    #expect(wrong?.nearMiss == "negated")
    #expect(wrong?.quote == "q")
  }

  @Test func `reach and attribution are asked of labels with evidence alone`() {
    var evaluator = Evaluator(
      companies: Sample.companies, signals: Sample.signals,
      probe: LossProbe(
        reaches: { _, label in label.signal == "scraping" },
        attributes: { _, label in label.company == "Meta" }, loss: { _, _ in ("match", "") }))
    let labels = [
      GoldLabel(company: "Meta", signal: "scraping", stance: .confirmed, evidence: "Meta"),
      GoldLabel(company: "X", signal: "tracking", stance: .confirmed, evidence: "X"),
      GoldLabel(company: "Acme", signal: "tracking", stance: .confirmed, evidence: "it"),
      GoldLabel(company: "X", signal: "scraping", stance: .confirmed),
    ]
    evaluator.add(Sample.gold(labels), Sample.scanned([]))
    let report = evaluator.finished()
    #expect(report.reach == 1.0 / 3)
    #expect(report.attribution == 1.0 / 2)
  }

  @Test func `nothing to count is zero and no fault`() {
    let report = Sample.evaluator().finished()
    #expect((report.pairs.f1, report.stanceMacroF1, report.reach) == (0, 0, 0))
  }

  @Test func `counts are the sums of their parts`() {
    let counts = PairCounts(truePositives: 3, falsePositives: 1, falseNegatives: 2)
    #expect((counts.precision, counts.recall) == (0.75, 0.6))
    #expect(abs(counts.f1 - 2 * 0.75 * 0.6 / 1.35) < 1e-12)
  }
}
