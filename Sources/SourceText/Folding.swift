private import Foundation

/// Folds texts; keeps what it has learnt of each character, so one folder serves one task for long.
///
/// NFKC exists only in full Foundation (Unicode Standard Annex 15); it is asked once a character, never
/// a byte.
package struct Folding: Sendable {
  private var known = ScalarTexts()

  /// Makes a folder that knows nothing yet.
  package init() {}

  /// The folded bytes of a short text, such as a term of a rule, without blanks at its ends.
  package mutating func fold(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    fold(Array(text.utf8).span, into: &bytes)
    return bytes
  }

  /// Appends the folded bytes of a short text, without blanks at its ends.
  ///
  /// - Complexity: O(n) over the bytes.
  package mutating func fold(_ text: Span<UInt8>, into out: inout [UInt8]) {
    let start = out.count
    var origins: [UInt32] = []
    fold(text, keepsOrigins: false, into: &out, &origins)
    if out.count > start, out[out.count - 1] == 0x20 { out.removeLast() }
  }

  /// Folds UTF-8; bytes that are none fold to a space.
  ///
  /// - Complexity: O(n) over the bytes.
  package mutating func fold(bytes text: [UInt8]) -> FoldedText {
    var out: [UInt8] = []
    var origins: [UInt32] = []
    out.reserveCapacity(text.count)
    origins.reserveCapacity(text.count + 1)
    fold(text.span, keepsOrigins: true, into: &out, &origins)
    origins.append(UInt32(text.count))
    return FoldedText(bytes: out, origins: origins)
  }

  @inline(__always)
  private mutating func fold(
    _ text: Span<UInt8>, keepsOrigins: Bool, into out: inout [UInt8], _ origins: inout [UInt32]
  ) {
    var blank = true
    var index = 0
    func append(_ byte: UInt8) {
      if byte == 0x20 {
        if blank { return }
        blank = true
      } else {
        blank = false
      }
      out.append(byte)
      if keepsOrigins { origins.append(UInt32(index)) }
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if index + 1 < text.count, text[index + 1] >= 0xCC, Self.combines(text, at: index + 1) {
          let end = Self.clusterEnd(text, from: index)
          let folded = Self.folded(cluster: text.extracting(index..<end))
          for byte in folded { append(byte) }
          index = end
          continue
        }
        append(Self.ascii[Int(byte)])
        index += 1
        continue
      }
      let (scalar, width) = Self.decode(text, at: index)
      let next = index + width
      if next < text.count, text[next] >= 0xCC, Self.combines(text, at: next) {
        let end = Self.clusterEnd(text, from: index)
        let folded = Self.folded(cluster: text.extracting(index..<end))
        for byte in folded { append(byte) }
        index = end
        continue
      }
      let place = known.place(of: scalar) ?? learn(scalar)
      for offset in place { append(known.bytes[offset]) }
      index = next
    }
  }

  private mutating func learn(_ scalar: UInt32) -> Range<Int> {
    known.set(
      Unicode.Scalar(scalar).map { Self.folded(String(Character($0))) } ?? [0x20], of: scalar)
  }

  private static func folded(cluster: Span<UInt8>) -> [UInt8] {
    folded(String(decoding: cluster.indices.map { cluster[$0] }, as: UTF8.self))
  }

  /// What one character, with its marks, folds to.
  private static func folded(_ character: String) -> [UInt8] {
    var out: [UInt8] = []
    for scalar in character.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x00AD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F: continue
      case 0x2010...0x2015, 0x2212, 0x2043: out.append(0x20)
      case 0x2018, 0x2019, 0x201A, 0x201B, 0x02BC, 0x00B4, 0x0060: out.append(0x27)
      case 0x0000...0x007F: out.append(ascii[Int(scalar.value)])
      default:
        if scalar.properties.isWhitespace {
          out.append(0x20)
        } else {
          out += Array(UTF8.encode(scalar) ?? .init())
        }
      }
    }
    return out
  }

  private static let ascii: [UInt8] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 0...0x20, 0x7F, 0x2D: 0x20
    case 0x60: 0x27
    case 0x41...0x5A: UInt8(byte) | 0x20
    default: UInt8(byte)
    }
  }

  /// Whether the scalar at `index` joins the one before it: combining marks, conjoining jamo, kana marks.
  private static func combines(_ text: Span<UInt8>, at index: Int) -> Bool {
    let (scalar, _) = decode(text, at: index)
    switch scalar {
    case 0x0300...0x036F, 0x1160...0x11FF, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0x3099...0x309A, 0xFE20...0xFE2F:
      return true
    default: return false
    }
  }

  private static func clusterEnd(_ text: Span<UInt8>, from index: Int) -> Int {
    var end = index + decode(text, at: index).width
    while end < text.count, text[end] >= 0xCC, combines(text, at: end) {
      end += decode(text, at: end).width
    }
    return end
  }

  /// The scalar at `index` and its width; a byte that begins none counts as a blank of width 1.
  package static func decode(_ text: [UInt8], at index: Int) -> (scalar: UInt32, width: Int) {
    decode(text.span, at: index)
  }

  /// The scalar at `index` and its width; a byte that begins none counts as a blank of width 1.
  package static func decode(
    _ text: Span<UInt8>, at index: Int
  ) -> (scalar: UInt32, width: Int) {
    let lead = text[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    if width == 1 || index + width > text.count { return (0x20, 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(width))
    for offset in 1..<width {
      let byte = text[index + offset]
      if byte & 0xC0 != 0x80 { return (0x20, 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, width)
  }
}
