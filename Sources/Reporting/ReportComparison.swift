internal import Findings
package import Foundation

/// What changed between two audits: companies, scores and their reasons, findings.
package struct ReportComparison {
  let contents: Contents

  /// Compares two reports.
  ///
  /// - Complexity: O(n log n) over the reports, and scoring them again.
  package init(_ old: AuditReport, _ new: AuditReport) {
    contents = Contents(old, new)
  }

  /// Whether anything changed but the day.
  package var isEmpty: Bool {
    contents.companies.isEmpty && contents.findings.isEmpty
      && contents.old.rules == contents.new.rules
      && contents.articlesAdded.isEmpty && contents.articlesGone.isEmpty
  }

  /// The comparison for machines: keys sorted, a line feed at the end.
  ///
  /// - Throws: `EncodingError`, which its types give no occasion for.
  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(contents) + Data([0x0A])
  }

  // MARK: What it holds

  /// One of the two audits.
  struct Audit: Codable, Hashable {
    var asOf: String
    var rules: String
    var articles: Int
    var findings: Int

    init(_ report: AuditReport) {
      asOf = report.asOf
      rules = report.rules.digest
      articles = report.articles.count
      findings = report.companies.reduce(0) { $0 + $1.findings.count }
    }
  }

  /// How something changed.
  enum Kind: String, Codable {
    case new
    case gone
    case stance
    case suppressed
    case unsuppressed
  }

  /// Why a finding changed.
  enum Cause: String, Codable {
    /// Articles came or went.
    case evidence
    /// Other rules read the same articles.
    case rules
    /// A suppression ran out, or the day is another.
    case time
    /// One of the audits did not look for it.
    case narrowing
  }

  /// A company that is new, gone, or whose score or band moved.
  struct CompanyChange: Codable, Hashable {
    var name: String
    var kind: Kind?
    var oldScore: Decimal?
    var oldBand: String?
    var newScore: Decimal?
    var newBand: String?
    var change: Decimal
    /// What the change owes to evidence, time and rules; missing where the reports do not tell.
    var moves: ScoreMoves.Move?
  }

  /// A finding that is new, gone, or firmer or weaker than it was.
  struct FindingChange: Codable, Hashable {
    var kind: Kind
    var fingerprint: String
    var company: String
    var signal: String
    var `case`: String
    var oldStance: Stance?
    var newStance: Stance?
    var denied: Bool
    /// What the finding's points rose by.
    var points: Decimal
    var cause: Cause
  }

  /// All of it.
  struct Contents: Codable, Hashable {
    var schemaVersion = "1.0"
    var old: Audit
    var new: Audit
    /// Digests of the articles that only the new audit read, sorted.
    var articlesAdded: [String]
    /// Digests of the articles that only the old audit read, sorted.
    var articlesGone: [String]
    /// Those that move most first.
    var companies: [CompanyChange]
    var findings: [FindingChange]
    /// What a reader must know before he draws conclusions.
    var notes: [String]
  }
}
