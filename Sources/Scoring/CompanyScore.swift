package import Findings
package import SourceText

/// What one voice of one case adds to a company's score, and how that comes about.
package struct Contribution: Hashable, Sendable {
  /// The factors of `x`, by name as the formula has them.
  package struct Derivation: Hashable, Sendable {
    /// The signal's severity.
    package var severity: Fixed
    /// σ, halved if weak.
    package var stanceWeight: Fixed
    /// r.
    package var voiceWeight: Fixed
    /// T − the day, in days.
    package var age: Int
    /// H, in days.
    package var halfLife: Int
    /// 2^(−age/H).
    package var decay: Fixed
    /// What a denial leaves; 1 without one.
    package var denial: Fixed
    /// What being cleared leaves; 1 without.
    package var clearance: Fixed
    /// M.
    package var relief: Fixed
    /// The place among the voices of the case, from 1, relief counted.
    package var voiceRank: Int
    /// The place among the cases of the signal, from 1, relief counted.
    package var caseRank: Int
  }

  /// The signal's id.
  package var signal: String
  /// What happened.
  package var `case`: String
  /// Who says it.
  package var voice: String
  /// The stance that weighs most.
  package var stance: Stance
  /// Whether a weak match is all there is.
  package var weak: Bool
  /// Whether the company denies the case.
  package var denied: Bool
  /// When first, and by which article.
  package var first: Sighting
  /// The voices that only repeated its quotes, sorted.
  package var copiers: [String]
  /// What it adds to L before relief, in billionths.
  package var grossExposure: Int
  /// What it adds to L, in billionths.
  package var exposure: Int
  /// Its share of the printed gross score: these and the relief sum to the printed score.
  package var points: Hundredths
  /// Its share of the printed score: these alone sum to it.
  package var netPoints: Hundredths
  /// How it comes about.
  package var derivation: Derivation
}

/// A report that an analyst has set aside: it is listed and gives no points.
package struct SetAside: Hashable, Sendable {
  /// The signal's id.
  package var signal: String
  /// What happened.
  package var `case`: String
  /// Who says it.
  package var voice: String
  /// How firmly.
  package var stance: Stance
  /// When first, and by which article.
  package var first: Sighting
  /// Which of the rules' suppressions sets it aside.
  package var suppression: Int
}

/// What a score would be if one thing were otherwise.
package struct Prospect: Hashable, Sendable {
  /// What would be otherwise.
  package enum Change: Hashable, Sendable {
    /// An independent publisher had reported the same, as firmly, on the same day.
    case corroborated(signal: String, case: String)
    /// An independent publisher reported today that it is so.
    case confirmed(signal: String, case: String)
    /// Nothing more is reported up to this day.
    case quiet(until: Day)
  }

  /// What would be otherwise.
  package var change: Change
  /// The score then.
  package var score: Points
  /// Its band.
  package var band: String
}

/// What a company scores on a day, and why.
package struct CompanyScore: Hashable, Sendable {
  /// The highest score of the days looked back on.
  package struct Peak: Hashable, Sendable {
    /// The score.
    package var score: Points
    /// The first day that had it.
    package var day: Day
  }

  /// The company's declared name.
  package var company: String
  /// The score, from 0 to 100.
  package var score: Points
  /// The score without relief.
  package var gross: Points
  /// Its band: a name from the rules, or `ScoreModel.notRated` when nothing was read about it.
  package var band: String
  /// The highest score within the rules' `peak` days.
  package var peak: Peak
  /// What adds to it, most first; see `points` for what sums to what.
  package var contributions: [Contribution]
  /// What lowers it.
  package var mitigations: [Dossier.Mitigation]
  /// What suppressions set aside, sorted by signal, case and voice.
  package var setAside: [SetAside]
  /// The score if nothing were set aside; equal to `score` where nothing is.
  package var unsuppressed: Points
  /// What would move it.
  package var prospects: [Prospect]

  /// The line between the printed gross score and the printed score: nothing, or negative.
  package var relief: Hundredths { score.hundredths - gross.hundredths }
}
