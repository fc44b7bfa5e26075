internal import Foundation

/// A seeded sequence of chance: SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number
/// Generators, OOPSLA 2014).
struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to less than 1, all alike.
  mutating func share() -> Float { Float(next() >> 40) / Float(1 << 24) }

  /// Of the normal distribution, by Box and Muller's method.
  mutating func normal() -> Float {
    (-2 * log(1 - share())).squareRoot() * cos(2 * .pi * share())
  }

  /// Puts a list in an order of chance.
  mutating func shuffle(_ list: inout [Int]) {
    for index in list.indices.reversed().dropLast() {
      list.swapAt(index, Int(next() % UInt64(index + 1)))
    }
  }
}
