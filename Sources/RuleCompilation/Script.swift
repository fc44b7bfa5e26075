import SourceText

/// What kind of character a term begins or ends with, as far as word boundaries go.
enum Script {
  case digit
  case latin
  case greek
  case cyrillic
  case hangul
  case kana
  case han
  /// Thai, Lao, Khmer and others written without blanks.
  case unspaced
  /// Any other letters.
  case alphabet
  /// No letter.
  case none

  /// The kind of a Unicode scalar (ranges of the Unicode blocks).
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F,
      0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF:
      self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: self = .hangul
    case 0x3041...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .kana
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      self = .han
    case 0xE00...0xEFF, 0xF00...0xFFF, 0x1000...0x109F, 0x1780...0x17FF: self = .unspaced
    default:
      guard let scalar = Unicode.Scalar(scalar) else {
        self = .none
        return
      }
      let properties = scalar.properties
      self = properties.isAlphabetic ? .alphabet : properties.numericType != nil ? .digit : .none
    }
  }

  /// The kind of the first character of a text.
  init(ofFirst text: Span<UInt8>) {
    self = text.isEmpty ? .none : Script(Folding.decode(text, at: 0).scalar)
  }

  /// The kind of the last character of a text.
  init(ofLast text: Span<UInt8>) {
    var start = text.count - 1
    while start >= 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    self = start < 0 ? .none : Script(Folding.decode(text, at: start).scalar)
  }

  /// Whether its letters come in two cases.
  var hasCase: Bool { self == .latin || self == .greek || self == .cyrillic }

  /// Whether a language that declares `script name` is written in it.
  func belongs(to name: String) -> Bool {
    switch name {
    case "latin": self == .latin
    case "greek": self == .greek
    case "cyrillic": self == .cyrillic
    case "hangul": self == .hangul
    case "kana": self == .kana || self == .han
    case "han": self == .han
    default: self == .alphabet || self == .unspaced
    }
  }

  /// Whether a word in it begins where a word begins, and ends where one ends, when no language says.
  ///
  /// Particles follow Hangul; Han, kana and the scripts without blanks have no boundaries; at a mark
  /// there is always one.
  var bounds: (left: Bool, right: Bool) {
    switch self {
    case .digit, .latin, .greek, .cyrillic, .alphabet: (true, true)
    case .hangul: (true, false)
    case .kana, .han, .unspaced, .none: (false, false)
    }
  }
}

extension Language.Bounds {
  /// At which sides.
  var sides: (left: Bool, right: Bool) {
    (self == .both || self == .left, self == .both || self == .right)
  }
}
