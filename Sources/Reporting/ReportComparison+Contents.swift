internal import Findings
internal import Foundation

extension ReportComparison.Contents {
  /// Gathers the differences.
  init(_ old: AuditReport, _ new: AuditReport) {
    self.old = .init(old)
    self.new = .init(new)
    let before = Set(old.articles.map(\.digest))
    let after = Set(new.articles.map(\.digest))
    articlesAdded = after.subtracting(before).sorted()
    articlesGone = before.subtracting(after).sorted()
    companies = Self.companies(old, new)
    findings = Self.findings(old, new, readBefore: before, readNow: after)
    notes = Self.notes(old, new)
    if companies.contains(where: { $0.moves == nil }) {
      notes.append("Some moves could not be told apart: a report does not hold what they need.")
    }
  }

  // MARK: Companies

  private static func companies(
    _ old: AuditReport, _ new: AuditReport
  ) -> [ReportComparison.CompanyChange] {
    let moves = ScoreMoves(old, new)
    let before = Dictionary(old.companies.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    let after = Dictionary(new.companies.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    let changes = Set(before.keys).union(after.keys).compactMap {
      name -> ReportComparison.CompanyChange? in
      let (first, second) = (before[name], after[name])
      if let first, let second, first.score == second.score, first.band == second.band {
        return nil
      }
      let (from, to) = (first?.score ?? 0, second?.score ?? 0)
      return .init(
        name: name, kind: first == nil ? .new : second == nil ? .gone : nil,
        oldScore: first?.score, oldBand: first?.band, newScore: second?.score,
        newBand: second?.band, change: to - from,
        moves: moves?.move(of: name, from: from, to: to))
    }
    return changes.sorted { a, b in
      a.change.magnitude != b.change.magnitude
        ? a.change.magnitude > b.change.magnitude : a.name < b.name
    }
  }

  // MARK: Findings

  private struct Entry {
    var company: String
    var finding: AuditReport.CaseFinding

    var articles: Set<String> { Set(finding.quotes.map(\.article)) }
  }

  private static func entries(_ report: AuditReport) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for company in report.companies {
      for finding in company.findings {
        entries[finding.fingerprint] = Entry(company: company.name, finding: finding)
      }
    }
    return entries
  }

  private static func findings(
    _ old: AuditReport, _ new: AuditReport, readBefore: Set<String>, readNow: Set<String>
  ) -> [ReportComparison.FindingChange] {
    let before = entries(old)
    let after = entries(new)
    let sameArticles: ReportComparison.Cause =
      old.rules.digest != new.rules.digest
      ? .rules : old.filters.summary != new.filters.summary ? .narrowing : .time
    var changes: [ReportComparison.FindingChange] = []
    for fingerprint in Set(before.keys).union(after.keys) {
      let (first, second) = (before[fingerprint], after[fingerprint])
      guard let entry = second ?? first, let kind = kind(first?.finding, second?.finding) else {
        continue
      }
      let came = second.map { !$0.articles.isSubset(of: readBefore) } ?? false
      let went = first.map { !$0.articles.isSubset(of: readNow) } ?? false
      changes.append(
        .init(
          kind: kind, fingerprint: fingerprint, company: entry.company,
          signal: entry.finding.signal, case: entry.finding.case,
          oldStance: first?.finding.stance, newStance: second?.finding.stance,
          denied: entry.finding.denied,
          points: (second?.finding.points ?? 0) - (first?.finding.points ?? 0),
          cause: came || went ? .evidence : sameArticles))
    }
    return changes.sorted { a, b in
      if a.kind != b.kind { return Self.order(a.kind) < Self.order(b.kind) }
      if a.company != b.company { return a.company < b.company }
      return a.signal != b.signal ? a.signal < b.signal : a.case < b.case
    }
  }

  private static func kind(
    _ old: AuditReport.CaseFinding?, _ new: AuditReport.CaseFinding?
  ) -> ReportComparison.Kind? {
    guard let old else { return .new }
    guard let new else { return .gone }
    if old.suppressed != new.suppressed { return new.suppressed ? .suppressed : .unsuppressed }
    return old.stance == new.stance ? nil : .stance
  }

  private static func order(_ kind: ReportComparison.Kind) -> Int {
    switch kind {
    case .new: 0
    case .gone: 1
    case .stance: 2
    case .suppressed: 3
    case .unsuppressed: 4
    }
  }

  // MARK: Notes

  private static func notes(_ old: AuditReport, _ new: AuditReport) -> [String] {
    var notes: [String] = []
    let narrowing: (AuditReport) -> [String] = { $0.filters.summary }
    if narrowing(old) != narrowing(new) {
      notes.append(
        "The two audits were narrowed differently, so that what is new or gone may only be so here."
      )
    }
    if old.rules.constants != new.rules.constants {
      let names = Set(old.rules.constants.keys).union(new.rules.constants.keys)
        .filter { old.rules.constants[$0] != new.rules.constants[$0] }.sorted()
      notes.append("Constants of the score changed: \(names.joined(separator: ", ")).")
    }
    if old.tool != new.tool {
      notes.append(
        "Made by different versions: \(old.tool.version) and \(new.tool.version); "
          + "what these read differently counts as rules.")
    }
    return notes
  }
}
