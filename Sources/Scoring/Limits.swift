/// What the module refuses or saturates at, so that no rule and no article can make it trap or crawl.
package enum Limits {
  /// The most digits before the point of a constant; a million is far above every constant's range.
  package static let wholeDigitsMax = 6
  /// The most digits after the point of a constant: as many as `Fixed` keeps.
  package static let decimalsMax = 30
  /// The greatest weight of a voice, and the greatest `scale`: ten times the usual is a typing error.
  package static let weightMax = 10
  /// The greatest severity, as the rule language has it.
  package static let severityMax = 10
  /// The longest half-life in days, a century: one table entry a day is kept of each.
  package static let halfLifeDaysMax = 36_500
  /// The longest `grace` and the longest look back of `peak`, in days.
  package static let windowDaysMax = 36_500
  /// The fewest hexadecimal digits that a suppression may name a digest by: sixteen million apart.
  package static let digestPrefixMin = 6
}
