internal import Foundation

/// What Adam keeps of the past of some weights, by which it steps: with decoupled decay of the weights (Loshchilov
/// and Hutter, Decoupled Weight Decay Regularization, ICLR 2019), at a rate that rises and falls once (Smith, A
/// Disciplined Approach to Neural Network Hyper-Parameters, 2018).
struct Adam {
  typealias Block = SIMD16<Float>

  private var mean: [Block]
  private var square: [Block]

  /// Nothing yet, of so many blocks of weights.
  init(count: Int) {
    mean = [Block](repeating: .zero, count: count)
    square = mean
  }

  /// Moves values against their gradients.
  ///
  /// - Parameters:
  ///   - decay: The share of a weight that goes with a step, over the rate.
  ///   - time: The number of the step, from 1.
  mutating func step(
    _ values: inout [Block], _ gradients: [Block], rate: Float, decay: Float, time: Int
  ) {
    let first = 1 - pow(Float(0.9), Float(time))
    let second = 1 - pow(Float(0.999), Float(time))
    for index in values.indices {
      let gradient = gradients[index]
      mean[index] = mean[index] * 0.9 + gradient * 0.1
      square[index] = square[index] * 0.999 + gradient * gradient * 0.001
      let root = (square[index] / second).squareRoot() + 1e-8
      values[index] -= values[index] * (rate * decay) + (mean[index] / first) / root * rate
    }
  }

  /// How far a step goes: up to the top for a tenth of the way, then down, each along half a cosine.
  static func rate(of time: Int, in steps: Int, top: Double) -> Float {
    let way = Double(time) / Double(steps)
    func between(_ from: Double, _ to: Double, _ share: Double) -> Float {
      Float(to + (from - to) * (1 + cos(.pi * share)) / 2)
    }
    return way < 0.1
      ? between(top / 25, top, way / 0.1) : between(top, top / 250_000, (way - 0.1) / 0.9)
  }
}
