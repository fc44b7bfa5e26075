internal import Foundation

/// Coordinate descent for logistic regression with an elastic net (an L1 and a ridge penalty: Zou and
/// Hastie, Journal of the Royal Statistical Society B 67(2), 2005) over rows of ones and zeros.
///
/// With a trust region a coordinate: Genkin, Lewis and Madigan, Large-Scale Bayesian Logistic Regression for
/// Text Categorization, Technometrics 49(3), 2007.
struct CoordinateDescent {
  private(set) var weights: [Double]
  private(set) var bias = 0.0
  private let penalties: [Double]
  private let ridges: [Double]
  private let strictness: Double
  private var rowsOfColumn: [[Int32]]
  private var signs: [Double] = []
  private var costs: [Double] = []
  private var margins: [Double] = []
  private var regions: [Double]
  private var biasRegion = 1.0

  private static let sweeps = 80
  /// Columns at zero are looked at every so many sweeps.
  private static let rest = 8
  private static let tolerance = 0.0005

  init(penalties: [Double], ridges: [Double], strictness: Double) {
    self.penalties = penalties
    self.ridges = ridges
    weights = [Double](repeating: 0, count: penalties.count)
    regions = [Double](repeating: 1, count: penalties.count)
    rowsOfColumn = [[Int32]](repeating: [], count: penalties.count)
    self.strictness = strictness
  }

  mutating func add(_ row: [Int32], _ isPositive: Bool, weight: Double) {
    for column in row { rowsOfColumn[Int(column)].append(Int32(signs.count)) }
    signs.append(isPositive ? 1 : -1)
    costs.append(weight * strictness)
    margins.append(0)
  }

  mutating func run() {
    let everyRow = (0..<Int32(signs.count)).map { $0 }
    for sweep in 0..<Self.sweeps {
      var region = biasRegion
      var moved = step(everyRow, weight: bias, region: &region, penalty: 0, ridge: 0) ?? 0
      biasRegion = region
      bias += moved
      moved = abs(moved)
      for column in weights.indices where weights[column] != 0 || sweep % Self.rest == 0 {
        var region = regions[column]
        if let change = step(
          rowsOfColumn[column], weight: weights[column], region: &region,
          penalty: penalties[column], ridge: ridges[column])
        {
          weights[column] += change
          moved = max(moved, abs(change))
        }
        regions[column] = region
      }
      if moved < Self.tolerance, sweep % Self.rest != 0 { break }
    }
  }

  /// Moves one weight within its region, and the margins with it; nil if it stays.
  private mutating func step(
    _ rows: [Int32], weight: Double, region: inout Double, penalty: Double, ridge: Double
  ) -> Double? {
    guard penalty < .infinity else { return nil }
    var slope = ridge * weight
    var curve = ridge
    for row in rows {
      let row = Int(row)
      let margin = margins[row] * signs[row]
      slope -= costs[row] * signs[row] * Self.logistic(-margin)
      curve += costs[row] * Self.bound(abs(margin), region)
    }
    guard curve > 0 else { return nil }
    var change = -weight
    if slope + penalty <= curve * weight {
      change = -(slope + penalty) / curve
    } else if slope - penalty >= curve * weight {
      change = -(slope - penalty) / curve
    }
    change = min(max(change, -region), region)
    region = max(2 * abs(change), region / 2)
    guard change != 0 else { return nil }
    for row in rows { margins[Int(row)] += change }
    return change
  }

  private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// The greatest curvature of the loss within a region about a margin.
  private static func bound(_ margin: Double, _ region: Double) -> Double {
    margin <= region
      ? 0.25 : 1 / (2 + exp(margin - region) + exp(region - margin))
  }
}
