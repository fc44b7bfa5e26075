internal import Findings
internal import Foundation
internal import SourceText

/// Why the scores of two audits differ: by time, by rules, by evidence.
///
/// The three sum to the difference.
/// The old evidence is scored again by the old rules on the new day: that is time. Then by the new rules,
/// with what these find in the articles that both audits read: that is rules. What is left is evidence:
/// articles that came or went.
struct ScoreMoves {
  /// What a score owes to each.
  struct Move: Codable, Hashable {
    var evidence: Decimal
    var time: Decimal
    var rules: Decimal
  }

  private let atNewDay: [String: Decimal]
  private let byNewRules: [String: Decimal]
  private let faithful: Set<String>

  /// Scores the steps between two audits.
  ///
  /// - Returns: nil if one of the reports has days or constants that are none.
  /// - Complexity: that of four times scoring the reports.
  init?(_ old: AuditReport, _ new: AuditReport) {
    guard let oldDay = Day(old.asOf), let newDay = Day(new.asOf),
      let before = try? ScoreReplay(old), let after = try? ScoreReplay(new)
    else { return nil }
    let now = Dictionary(
      after.articles.map { ($0.article.digest, $0) }, uniquingKeysWith: { a, _ in a })
    let between = before.articles.map { now[$0.article.digest] ?? $0 }
    atNewDay = before.scores(of: before.articles, asOf: newDay, undated: Day(new.undated))
    byNewRules =
      old.rules.digest == new.rules.digest && before.articles == between
      ? atNewDay : after.scores(of: between, asOf: newDay, undated: Day(new.undated))
    // Only where the replay comes to what the reports print can it say what lies between.
    let replayedOld = before.scores(of: before.articles, asOf: oldDay, undated: Day(old.undated))
    let replayedNew = after.scores(of: after.articles, asOf: newDay, undated: Day(new.undated))
    let wrong =
      old.companies.filter { $0.score != replayedOld[$0.name] ?? 0 }
      + new.companies.filter { $0.score != replayedNew[$0.name] ?? 0 }
    faithful = Set((old.companies + new.companies).map(\.name)).subtracting(wrong.map(\.name))
  }

  /// What the difference of a company's scores owes to each; nil if the reports do not tell.
  func move(of company: String, from old: Decimal, to new: Decimal) -> Move? {
    guard faithful.contains(company) else { return nil }
    let aged = atNewDay[company] ?? 0
    let ruled = byNewRules[company] ?? 0
    return Move(evidence: new - ruled, time: aged - old, rules: ruled - aged)
  }
}
