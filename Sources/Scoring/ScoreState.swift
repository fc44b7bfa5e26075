package import Findings
package import SourceText

/// What an article reports of a company, as far as a score depends on it.
package struct Report: Hashable, Sendable {
  /// Whether it raises or lowers a score.
  package enum Bearing: Hashable, Sendable {
    case risk
    case mitigation
  }

  /// The company's declared name.
  package var company: String
  /// The signal's id.
  package var signal: String
  /// What happened.
  package var `case`: String
  /// Who says it.
  package var voice: String
  /// How firmly.
  package var stance: Stance
  /// Whether the company denies it.
  package var denied: Bool
  /// Whether it counts half.
  package var weak: Bool
  /// Whether it raises or lowers a score.
  package var bearing: Bearing
  /// When, by which article.
  package var sighting: Sighting
  /// The mark of the folded quote; nil where there is none to compare.
  package var quote: QuoteMark?
  /// The index of the suppression that sets it aside, if one does.
  package var suppression: Int?

  /// Makes a report.
  package init(
    company: String, signal: String, case: String, voice: String, stance: Stance,
    denied: Bool = false, weak: Bool = false, bearing: Bearing = .risk, sighting: Sighting,
    quote: QuoteMark? = nil, suppression: Int? = nil
  ) {
    self.company = company
    self.signal = signal
    self.case = `case`
    self.voice = voice
    self.stance = stance
    self.denied = denied
    self.weak = weak
    self.bearing = bearing
    self.sighting = sighting
    self.quote = quote
    self.suppression = suppression
  }
}

/// The day and the article of a report.
///
/// The earliest counts; on one day the article's digest decides.
package struct Sighting: Hashable, Sendable, Comparable {
  /// The day.
  package var day: Day
  /// The article's digest.
  package var article: String
  /// Whether the article has no day and was given one.
  package var undated: Bool

  /// Makes a sighting.
  package init(day: Day, article: String, undated: Bool = false) {
    self.day = day
    self.article = article
    self.undated = undated
  }

  /// Earlier before later, then by digest.
  package static func < (a: Sighting, b: Sighting) -> Bool {
    if a.day != b.day { return a.day < b.day }
    if a.article != b.article { return a.article < b.article }
    return !a.undated && b.undated
  }
}

/// The first half of the SHA-256 of a folded quote: copies have the same, and it takes no storage of
/// its own.
package struct QuoteMark: Hashable, Sendable {
  private let bits: UInt128

  /// The mark of a folded quote; nil for an empty one, which nobody copies.
  package init?(folded: [UInt8]) {
    guard !folded.isEmpty, let bits = UInt128(Digest(of: folded).description.prefix(32), radix: 16)
    else { return nil }
    self.bits = bits
  }
}

/// All that scores are computed from: for every distinct (company, signal, case, quote, voice, stance)
/// the first day on which it was reported, and which article did.
///
/// It is a join-semilattice: absorbing and merging take key-wise minima, so that the order of articles,
/// their repetition and any sharding make no difference (Shapiro et al., "Conflict-free Replicated Data
/// Types", 2011). Scores are never merged, only states. It grows with the distinct keys, not with the
/// articles.
package struct ScoreState: Hashable, Sendable {
  /// Names a case of a company.
  package struct CaseKey: Hashable, Sendable {
    /// The signal's id.
    package var signal: String
    /// What happened.
    package var `case`: String
  }

  /// Names what is seen once, however often it is reported.
  package struct SightingKey: Hashable, Sendable {
    /// The mark of the folded quote.
    package var quote: QuoteMark?
    /// Who says it.
    package var voice: String
    /// How firmly.
    package var stance: Stance
    /// Whether it counts half.
    package var weak: Bool
    /// The suppression that sets it aside.
    package var suppression: Int?
  }

  /// What is known of a case.
  package struct CaseRecord: Hashable, Sendable {
    /// Whether it raises or lowers a score.
    package var bearing: Report.Bearing
    /// The first sighting of each key.
    package var sightings: [SightingKey: Sighting] = [:]
    /// The first day of a denial, by the suppression that sets it aside.
    package var denials: [Int?: Day] = [:]
    /// The first day on which the matter was cleared, by the suppression that sets it aside.
    package var clearances: [Int?: Day] = [:]
  }

  /// What is known of a company.
  package struct CompanyRecord: Hashable, Sendable {
    /// The first day of an article that names it.
    package var firstRead: Day?
    /// Its cases.
    package var cases: [CaseKey: CaseRecord] = [:]

    /// The record of a company of which nothing was read.
    package init() {}
  }

  /// What is known, by the company's declared name.
  package private(set) var companies: [String: CompanyRecord] = [:]

  /// The state of knowing nothing, the neutral element of merging.
  package init() {}

  /// Notes that an article of `day` names a company.
  package mutating func absorb(naming company: String, on day: Day) {
    companies[company, default: CompanyRecord()].note(day)
  }

  /// Takes in a report.
  package mutating func absorb(_ report: Report) {
    companies[report.company, default: CompanyRecord()].absorb(report)
  }

  /// Takes in all that `other` knows.
  ///
  /// - Complexity: O(n) over the keys of `other`.
  package mutating func merge(_ other: ScoreState) {
    companies.merge(other.companies) { mine, theirs in
      var record = mine
      record.merge(theirs)
      return record
    }
  }
}

extension ScoreState.CompanyRecord {
  fileprivate mutating func note(_ day: Day) { firstRead = min(firstRead ?? day, day) }

  fileprivate mutating func absorb(_ report: Report) {
    note(report.sighting.day)
    let key = ScoreState.CaseKey(signal: report.signal, case: report.case)
    cases[key, default: ScoreState.CaseRecord(bearing: report.bearing)].absorb(report)
  }

  fileprivate mutating func merge(_ other: Self) {
    if let day = other.firstRead { note(day) }
    cases.merge(other.cases) { mine, theirs in
      var record = mine
      record.sightings.merge(theirs.sightings, uniquingKeysWith: min)
      record.denials.merge(theirs.denials, uniquingKeysWith: min)
      record.clearances.merge(theirs.clearances, uniquingKeysWith: min)
      return record
    }
  }
}

extension ScoreState.CaseRecord {
  fileprivate mutating func absorb(_ report: Report) {
    let day = report.sighting.day
    if report.bearing == .risk {
      if report.denied {
        denials[report.suppression] = min(denials[report.suppression] ?? day, day)
      }
      if report.stance == .cleared {
        clearances[report.suppression] = min(clearances[report.suppression] ?? day, day)
      }
    }
    let key = ScoreState.SightingKey(
      quote: report.quote, voice: report.voice, stance: report.stance, weak: report.weak,
      suppression: report.suppression)
    sightings[key] = min(sightings[key] ?? report.sighting, report.sighting)
  }
}
