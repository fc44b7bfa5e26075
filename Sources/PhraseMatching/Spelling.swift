internal import SourceText

extension Phrase.Spelling {
  /// Whether the original spells a folded occurrence in a way that counts.
  ///
  /// - Complexity: O(n) over the bytes of the occurrence.
  func admits(_ range: ByteRange, of text: FoldedText, _ original: [UInt8]) -> Bool {
    switch self {
    case .any:
      return true
    case .capitals(let words):
      var word = 0
      var start = range.lower
      for index in range.lower...range.upper
      where index == range.upper || text.bytes[index] == 0x20 {
        if words >> UInt8(min(word, 7)) & 1 == 1 {
          let written = text.original(ByteRange(start, index))
          if !Self.isCapitals(original[written.indices]) { return false }
        }
        word += 1
        start = index + 1
      }
      return true
    case .asWritten(let spelling):
      let written = original[text.original(range).indices]
      return Self.isSame(written, spelling[...]) || Self.isCapitals(written)
    }
  }

  /// Whether there is no lower-case letter.
  private static func isCapitals(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 }) { return !bytes.contains { (0x61...0x7A).contains($0) } }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars
      .allSatisfy { !$0.properties.isLowercase }
  }

  /// Whether two spellings agree but for what folding makes alike without regard to case.
  private static func isSame(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    if a.elementsEqual(b) { return true }
    return reduced(a) == reduced(b)
  }

  /// The scalars of a spelling, blanks and hyphens as one space, apostrophes as `'`.
  private static func reduced(_ bytes: ArraySlice<UInt8>) -> [UInt32] {
    var out: [UInt32] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x2D, 0x2010...0x2015, 0x09...0x0D, 0x20, 0xA0:
        if out.last != 0x20 { out.append(0x20) }
      case 0x2018, 0x2019, 0x60, 0xB4: out.append(0x27)
      case 0xAD, 0x200B...0x200F, 0xFEFF: continue
      default: out.append(scalar.value)
      }
    }
    return out
  }
}
