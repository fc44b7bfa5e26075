internal import Findings
internal import Foundation

/// An audit as `audit.json` has it: the canonical report, from which all others are written.
///
/// Keys are those of the schema `Reports/audit.schema.json`. Numbers that decide something are decimal:
/// points have two decimals and sum exactly.
package struct AuditReport: Codable, Hashable, Sendable {
  /// The version of this form.
  package static let schemaVersion = "1.0"

  /// What made the report.
  package struct Tool: Codable, Hashable, Sendable {
    var name: String
    var version: String
  }

  /// With which rules.
  package struct Rules: Codable, Hashable, Sendable {
    var digest: String
    var files: Int
    var companies: Int
    var signals: Int
    var vocabularies: Int
    var languages: [String]
    /// The constants of the score, as written.
    var constants: [String: String]
    /// The bands, best first.
    var bands: [Band]
  }

  /// A range of scores with a name; `below` is missing in the last.
  package struct Band: Codable, Hashable, Sendable {
    var name: String
    var below: String?
  }

  /// An article that was read.
  package struct Article: Codable, Hashable, Sendable {
    var digest: String
    var id: String
    var title: String?
    var url: String?
    var publisher: String?
    var published: String?
    /// Whether the day was taken from `undated`.
    var undated: Bool
    var languages: [String]
    var bytes: Int
    var fingerprint: String
    var findings: Int
  }

  /// What a voice of a case adds to a score.
  package struct Contribution: Codable, Hashable, Sendable {
    var signal: String
    var `case`: String
    var voice: String
    var stance: Stance
    var denied: Bool
    var weak: Bool
    var day: String
    /// The digest of the article that said it first.
    var article: String
    /// Its share of the score; all shares sum to it.
    var points: Decimal
    /// Its share of the score without relief.
    var grossPoints: Decimal
    /// Voices that only repeated it.
    var copies: [String]
    var derivation: Derivation
  }

  /// The factors of a contribution, as the formula has them.
  package struct Derivation: Codable, Hashable, Sendable {
    var severity: String
    var stance: String
    var voice: String
    var ageDays: Int
    var halfLifeDays: Int
    var decay: String
    var denial: String
    var clearance: String
    var relief: String
    var voiceRank: Int
    var caseRank: Int
  }

  /// What lowers a score.
  package struct Mitigation: Codable, Hashable, Sendable {
    var signal: String
    var `case`: String
    var stance: Stance
    var day: String
    var article: String
  }

  /// What would move a score.
  package struct Prospect: Codable, Hashable, Sendable {
    var change: String
    var score: Decimal
    var band: String
  }

  /// A quote that carries a finding.
  package struct Quote: Codable, Hashable, Sendable {
    var article: String
    var day: String?
    var voice: String
    var stance: Stance
    var denied: Bool
    var weak: Bool
    var evidence: [Evidence]
    var lineage: Lineage
  }

  /// Whether a finding was in the baseline.
  package enum Baseline: String, Codable, Sendable {
    case new
    case unchanged
    case gone
  }

  /// A (company, signal, case) over all articles.
  package struct CaseFinding: Codable, Hashable, Sendable {
    var fingerprint: String
    var signal: String
    var `case`: String
    var stance: Stance
    var denied: Bool
    var mitigating: Bool
    var points: Decimal
    var suppressed: Bool
    var baseline: Baseline?
    var quotes: [Quote]
  }

  /// A company that at least one article names.
  package struct Company: Codable, Hashable, Sendable {
    /// Its id in the rules, as suppressions name it.
    var id: String
    var name: String
    var score: Decimal
    var band: String
    var gross: Decimal
    /// The line between the two: nothing, or negative.
    var relief: Decimal
    var peak: Decimal
    var peakDay: String
    /// What the score would be if nothing were suppressed.
    var unsuppressed: Decimal
    var sources: Int
    var articles: Int
    var contributions: [Contribution]
    var mitigations: [Mitigation]
    var prospects: [Prospect]
    var findings: [CaseFinding]
  }

  /// A signal as the rules declare it.
  package struct Signal: Codable, Hashable, Sendable {
    struct Reference: Codable, Hashable, Sendable {
      var code: String
      var text: String
    }
    var id: String
    var category: String
    var title: String
    var severity: String
    var halfLifeDays: Int
    var mitigating: Bool
    /// μ: the share that a mitigating signal relieves; missing for a risk.
    var relief: String?
    /// The categories that a mitigating signal relieves.
    var relieves: [String]
    /// Whether nothing relieves it.
    var unrelievable: Bool
    var references: [Reference]
    /// How many companies it was found for.
    var companies: Int
  }

  /// Who says something: what it weighs, and how many articles it speaks in.
  package struct Voice: Codable, Hashable, Sendable {
    var name: String
    var weight: String
    var articles: Int
  }

  /// A lead: a signal of an organisation that no rule declares, or of nobody named.
  package struct Lead: Codable, Hashable, Sendable {
    var name: String?
    var signal: String
    var article: String
    var evidence: Evidence
  }

  /// A finding that an analyst has set aside.
  package struct Suppressed: Codable, Hashable, Sendable {
    var fingerprint: String
    var company: String
    var signal: String
    var `case`: String
    var voice: String
    /// What the line names: a case, or the beginning of a digest.
    var target: String
    var until: String
    var by: String
    var because: String
    var rule: String
  }

  /// A finding of the baseline that this audit has not.
  package struct Gone: Codable, Hashable, Sendable {
    var fingerprint: String
    var company: String
    var signal: String
    var `case`: String
  }

  var schemaVersion: String
  var tool: Tool
  var rules: Rules
  var asOf: String
  var undated: String
  var filters: Filters
  var articles: [Article]
  var unread: [Unread]
  var companies: [Company]
  var signals: [Signal]
  /// Whoever is heard in a finding, by name.
  var voices: [Voice]
  var unlisted: [Lead]
  var unattributed: [Lead]
  var suppressed: [Suppressed]
  var gone: [Gone]
  /// What a reader must know of what this report is not.
  var limits: [String]

  /// What the audit was narrowed to; empty lists mean everything.
  package struct Filters: Codable, Hashable, Sendable {
    var companies: [String]
    var signals: [String]
    var since: String?
    var baseline: String?

    /// Makes filters.
    package init(
      companies: [String] = [], signals: [String] = [], since: String? = nil,
      baseline: String? = nil
    ) {
      self.companies = companies
      self.signals = signals
      self.since = since
      self.baseline = baseline
    }
  }
}

/// A format in which a report is written.
package enum ReportFormat: String, CaseIterable, Sendable {
  case json
  case markdown
  case html
  case findings

  /// The name of its file.
  package var fileName: String {
    switch self {
    case .json: "audit.json"
    case .markdown: "audit.md"
    case .html: "audit.html"
    case .findings: "findings.jsonl"
    }
  }
}
