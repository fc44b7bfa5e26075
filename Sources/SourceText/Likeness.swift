private import Foundation

/// Numbers of texts by which those are found that differ in case only.
///
/// Texts that are canonically equivalent once lower-cased (`lowercased()`, then Unicode's `==`) have the
/// same number: it is made of the starters of their canonical decompositions, whose order no
/// normalisation changes. What is known of each character is kept, so one value serves one task for long.
package struct Likeness: Sendable {
  private var known = ScalarTexts()

  /// Makes a value that knows no character yet.
  package init() {}

  /// The number of a text (FNV-1a, 64 bits, folded to 32).
  ///
  /// - Complexity: O(n) over the bytes.
  package mutating func number(of text: String) -> UInt32 {
    var number: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { number = (number ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        let byte = UInt8(scalar.value)
        add((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      } else {
        let place = known.place(of: scalar.value) ?? learn(scalar)
        for index in place { add(known.bytes[index]) }
      }
    }
    return UInt32(truncatingIfNeeded: number ^ number >> 32)
  }

  private mutating func learn(_ scalar: Unicode.Scalar) -> Range<Int> {
    let decomposed = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping
    var starters = String.UnicodeScalarView()
    for part in decomposed.unicodeScalars
    where part.properties.canonicalCombiningClass == .notReordered {
      starters.append(part)
    }
    return known.set(Array(String(starters).utf8), of: scalar.value)
  }
}
