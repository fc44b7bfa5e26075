internal import Findings
internal import Foundation
internal import RuleCompilation
internal import Scoring
internal import SourceText

/// Makes a company's part of a report from its score and the articles that speak of it.
struct CompanyAssembly {
  let rules: RuleSet
  let score: CompanyScore
  let entry: FindingIndex.Entry
  let earlier: Set<String>?

  /// The company's part.
  func company() -> AuditReport.Company {
    let findings = caseFindings()
    let voices = Set(entry.findings.flatMap { $0.finding.events.map(\.voice) })
    return .init(
      id: rules.companies.first { $0.name == score.company }?.id ?? "", name: score.company,
      score: Decimal(score.score.hundredths), band: score.band,
      gross: Decimal(score.gross.hundredths), relief: Decimal(score.relief),
      peak: Decimal(score.peak.score.hundredths), peakDay: score.peak.day.description,
      unsuppressed: Decimal(score.unsuppressed.hundredths), sources: voices.count,
      articles: entry.naming,
      contributions: score.contributions.map(contribution),
      mitigations: score.mitigations.map {
        .init(
          signal: $0.signal, case: $0.case, stance: $0.stance, day: $0.first.day.description,
          article: $0.first.article)
      },
      prospects: score.prospects.map(prospect), findings: findings)
  }

  private func contribution(_ part: Contribution) -> AuditReport.Contribution {
    let d = part.derivation
    return .init(
      signal: part.signal, case: part.case, voice: part.voice, stance: part.stance,
      denied: part.denied, weak: part.weak, day: part.first.day.description,
      article: part.first.article, points: Decimal(part.netPoints),
      grossPoints: Decimal(part.points), copies: part.copiers,
      derivation: .init(
        severity: d.severity.description, stance: d.stanceWeight.description,
        voice: d.voiceWeight.description, ageDays: d.age, halfLifeDays: d.halfLife,
        decay: d.decay.text(decimals: 9), denial: d.denial.description,
        clearance: d.clearance.description, relief: d.relief.text(decimals: 9),
        voiceRank: d.voiceRank, caseRank: d.caseRank))
  }

  private func prospect(_ prospect: Prospect) -> AuditReport.Prospect {
    let change =
      switch prospect.change {
      case .corroborated(let signal, let name):
        "an independent outlet reported the same of \(signal) (\(name)), as firmly, on the same day"
      case .confirmed(let signal, let name): "\(signal) (\(name)) were confirmed today"
      case .quiet(let day): "nothing more were reported until \(day)"
      }
    return .init(
      change: change, score: Decimal(prospect.score.hundredths), band: prospect.band)
  }

  private struct Key: Hashable, Comparable {
    var signal: String
    var name: String
    static func < (a: Key, b: Key) -> Bool { (a.signal, a.name) < (b.signal, b.name) }
  }

  /// The findings by signal and case, those with most points first.
  private func caseFindings() -> [AuditReport.CaseFinding] {
    var quotes: [Key: [AuditReport.Quote]] = [:]
    for (article, finding) in entry.findings {
      for event in finding.events {
        let quote = AuditReport.Quote(
          article: article, day: event.day, voice: event.voice, stance: event.stance,
          denied: event.denied, weak: event.weak, evidence: event.evidence,
          lineage: event.lineage)
        quotes[Key(signal: finding.signal, name: event.case), default: []].append(quote)
      }
    }
    let contributions = Dictionary(grouping: score.contributions) {
      Key(signal: $0.signal, name: $0.case)
    }
    let setAside = Set(score.setAside.map { Key(signal: $0.signal, name: $0.case) })
    let mitigating = Set(rules.signals.filter(\.isMitigating).map(\.id))
    return quotes.map { key, quotes in
      let parts = contributions[key] ?? []
      let fingerprint = Finding.fingerprint(
        company: score.company, signal: key.signal, case: key.name
      ).description
      let firmest = quotes.map(\.stance).reduce(Stance.cleared) { $0.joined(with: $1) }
      return AuditReport.CaseFinding(
        fingerprint: fingerprint, signal: key.signal, case: key.name,
        stance: quotes.contains { $0.stance == .cleared } ? .cleared : firmest,
        denied: quotes.contains(where: \.denied), mitigating: mitigating.contains(key.signal),
        points: Decimal(parts.reduce(Hundredths.zero) { $0 + $1.netPoints }),
        suppressed: parts.isEmpty && setAside.contains(key),
        baseline: earlier.map { $0.contains(fingerprint) ? .unchanged : .new },
        quotes: quotes.sorted(by: Self.precedes))
    }
    .sorted { a, b in
      a.points != b.points
        ? a.points > b.points
        : Key(signal: a.signal, name: a.case) < Key(signal: b.signal, name: b.case)
    }
  }

  private static func precedes(_ a: AuditReport.Quote, _ b: AuditReport.Quote) -> Bool {
    let (dayA, dayB) = (a.day ?? "~", b.day ?? "~")
    if dayA != dayB { return dayA < dayB }
    if a.article != b.article { return a.article < b.article }
    let (startA, startB) = (a.evidence.first?.start ?? 0, b.evidence.first?.start ?? 0)
    return startA != startB ? startA < startB : a.lineage.rule < b.lineage.rule
  }
}
