/// How firmly an article reports a conduct.
package enum Stance: String, Codable, Sendable, CaseIterable {
  case confirmed
  case alleged
  case planned
  case cleared

  /// Its place in the lattice: the firmest that an article supports wins.
  package var firmness: Int {
    switch self {
    case .confirmed: 3
    case .alleged: 2
    case .planned: 1
    case .cleared: 0
    }
  }

  /// The firmer of two.
  package func joined(with other: Stance) -> Stance { firmness >= other.firmness ? self : other }
}
