package import Findings
package import SourceText

/// The score's formula, each step a function of its own, so that a test can put a wrong step in the
/// place of each and show that it is noticed.
///
/// ```
/// x(case, voice) = max over stances seen:  σ · r(voice) · 2^(−age/H) · deny · clear · (1 − M)
/// y(case)        = Σ_j ρ^(j−1) · x_j                voices sorted by x, largest first
/// L(signal)      = κ · severity/10 · Σ_i θ^(i−1) · y_i    cases sorted by y, largest first
/// SCORE          = 100 · (1 − e^−L)                 L summed over the signals; GROSS: with M = 0
/// ```
///
/// The defaults are the formula; `Formula` changes none of them.
package protocol ScoreSteps: Sendable {
  /// σ: how much a stance weighs, and what a weak match leaves of it.
  static func weight(of stance: Stance, weak: Bool, in model: ScoreModel) -> Fixed
  /// 2 to the power −age/H: what time has left of a report.
  static func decay(age: Int, of signal: ScoreModel.Weight) -> Fixed
  /// What a denial leaves of a report; nothing that is confirmed can be denied away.
  static func denial(of stance: Stance, in model: ScoreModel) -> Fixed
  /// Whether a matter that was cleared on a day clears what was reported on another.
  static func clears(_ cleared: Day, reported: Day, asOf: Day) -> Bool
  /// Whether a mitigation of one day relieves what was reported on another.
  static func relieves(_ mitigated: Day, reported: Day, in model: ScoreModel) -> Bool
  /// Whether mitigations can bear on a signal at all.
  static func isRelievable(_ signal: ScoreModel.Weight) -> Bool
  /// The relief by one kind of mitigation, given what was had of it before: repeats do not add.
  static func relief(byKind known: Fixed, and further: Fixed) -> Fixed
  /// M: the relief by all kinds together.
  static func relief(by kinds: [Fixed], in model: ScoreModel) -> Fixed
  /// What a voice says in a case, given what it was heard to say before: the firmest.
  static func heard(_ known: Fixed, _ further: Fixed) -> Fixed
  /// Whether a voice ranks before another of its case.
  static func precedes(voice a: Ranked, _ b: Ranked)
    -> Bool
  /// Whether a case ranks before another of its signal.
  static func precedes(case a: Ranked, _ b: Ranked)
    -> Bool
  /// What remains at a rank, from 0, if each rank leaves `share` of the one before.
  static func diminished(by share: Fixed, atRank rank: Int) -> Fixed
  /// A contribution to L, rounded to billionths before it is summed.
  static func exposure(_ value: Fixed) -> Int
}

extension ScoreSteps {
  /// σ; a weak match leaves `weak` of it.
  package static func weight(of stance: Stance, weak: Bool, in model: ScoreModel) -> Fixed {
    weak ? model.weight(of: stance) * model.weak : model.weight(of: stance)
  }

  /// 2^(−age/H).
  package static func decay(age: Int, of signal: ScoreModel.Weight) -> Fixed {
    signal.decay(age: age)
  }

  /// `denied` of what is not confirmed.
  package static func denial(of stance: Stance, in model: ScoreModel) -> Fixed {
    stance == .confirmed ? .one : model.denied
  }

  /// It clears what was reported up to its day.
  package static func clears(_ cleared: Day, reported: Day, asOf: Day) -> Bool {
    reported <= cleared && cleared <= asOf
  }

  /// It relieves what was reported before it or within `grace` days after it.
  package static func relieves(_ mitigated: Day, reported: Day, in model: ScoreModel) -> Bool {
    reported - model.graceDays <= mitigated
  }

  /// All but what the rules call unrelievable.
  package static func isRelievable(_ signal: ScoreModel.Weight) -> Bool { !signal.unrelievable }

  /// The stronger of the two.
  package static func relief(byKind known: Fixed, and further: Fixed) -> Fixed {
    max(known, further)
  }

  /// 1 − Π(1 − μ·σ), at most `relief-cap`.
  package static func relief(by kinds: [Fixed], in model: ScoreModel) -> Fixed {
    let kept = kinds.reduce(Fixed.one) { $0 * $1.complement }
    return min(model.reliefCap, kept.complement)
  }

  /// The greater of the two.
  package static func heard(_ known: Fixed, _ further: Fixed) -> Fixed { max(known, further) }

  /// The greater first, equals by name.
  package static func precedes(
    voice a: Ranked, _ b: Ranked
  ) -> Bool {
    a.value != b.value ? a.value > b.value : a.place < b.place
  }

  /// The greater first, equals by name.
  package static func precedes(
    case a: Ranked, _ b: Ranked
  ) -> Bool {
    a.value != b.value ? a.value > b.value : a.place < b.place
  }

  /// The share to the power of the rank.
  package static func diminished(by share: Fixed, atRank rank: Int) -> Fixed {
    share.raised(to: rank)
  }

  /// Rounded half to even.
  package static func exposure(_ value: Fixed) -> Int {
    Int(clamping: value.rounded(decimals: 9))
  }
}

/// Something to be ranked by its value.
package struct Ranked: Sendable {
  /// What it comes to.
  package var value: Fixed
  /// Its place in the order of names, which decides between equals.
  package var place: Int

  /// Makes an entry of a ranking.
  package init(value: Fixed, place: Int) {
    self.value = value
    self.place = place
  }
}

/// The formula as it stands.
package enum Formula: ScoreSteps {}
