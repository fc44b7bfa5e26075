internal import SourceText

/// What kind of letter each byte of a folded text belongs to, and so where words begin and end.
///
/// A word ends where the kind of letter changes: `OpenAI는` has a boundary after `I`, `메타버스` none.
/// Digits count as Latin. Han and Kana have no blanks between words, which is why phrases in them ask
/// for no boundary; two kinds keep `日本の` apart from a Latin neighbour all the same. Katakana, in which
/// foreign names are written, has boundaries with Hiragana: a name may ask for them.
package struct WordClasses: Sendable {
  /// A kind of letter.
  package enum Kind {
    /// Blank, punctuation, symbol.
    package static let none: UInt8 = 0
    /// Latin, Greek, Cyrillic, digits and every other alphabet with blanks.
    package static let spaced: UInt8 = 1
    /// Hangul.
    package static let hangul: UInt8 = 2
    /// Han.
    package static let han: UInt8 = 3
    /// Hiragana and Katakana.
    package static let kana: UInt8 = 4
  }

  /// The kind of the letter that each byte belongs to.
  package private(set) var kinds: [UInt8] = []
  /// The same, but for Katakana.
  private var letters: [UInt8] = []
  /// Katakana, where it is told from Hiragana.
  private static let katakana: UInt8 = 5

  /// Makes an empty value to be filled again and again.
  package init() {}

  /// Classifies every byte of `bytes`.
  ///
  /// - Complexity: O(n).
  package mutating func classify(_ bytes: [UInt8]) {
    kinds.removeAll(keepingCapacity: true)
    kinds.reserveCapacity(bytes.count)
    letters.removeAll(keepingCapacity: true)
    letters.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        kinds.append(Self.ascii[Int(byte)])
        letters.append(Self.ascii[Int(byte)])
        index += 1
        continue
      }
      let (scalar, width) = Folding.decode(bytes, at: index)
      let kind = Self.kind(of: scalar)
      let letter = Self.isKatakana(scalar) ? Self.katakana : kind
      for _ in 0..<width {
        kinds.append(kind)
        letters.append(letter)
      }
      index += width
    }
  }

  /// Whether a word may begin at `index`.
  package func beginsWord(at index: Int) -> Bool {
    index == 0 || letters[index] == Kind.none || letters[index] != letters[index - 1]
  }

  /// Whether a word may end just before `index`.
  package func endsWord(at index: Int) -> Bool {
    index == letters.count || letters[index - 1] == Kind.none
      || letters[index] != letters[index - 1]
  }

  private static let ascii: [UInt8] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: Kind.spaced
    default: Kind.none
    }
  }

  /// Whether a letter is Katakana; the middle dot between two words of a name is none.
  package static func isKatakana(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: true
    default: false
    }
  }

  /// The kind of a letter.
  package static func kind(of scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA: Kind.spaced
    case 0..<0xC0, 0xD7, 0xF7: Kind.none
    case 0xC0..<0x1100: Kind.spaced
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: Kind.hangul
    case 0x3041...0x30FF where scalar != 0x30FB, 0x31F0...0x31FF, 0xFF66...0xFF9D: Kind.kana
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      Kind.han
    case 0x1200..<0x2000, 0x2C00..<0x2E00, 0xA000..<0xA960, 0xA980..<0xAC00: Kind.spaced
    default: Kind.none
    }
  }
}
