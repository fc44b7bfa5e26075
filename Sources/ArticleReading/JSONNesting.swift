/// Where in a JSON value a byte stands: inside a string or not, and how deep.
struct JSONNesting {
  private(set) var depth = 0
  private(set) var isInString = false
  private var isEscaped = false

  /// Whether the value that the bytes so far belong to has ended, for a value that opens a string, a
  /// list or an object.
  var isClosed: Bool { depth == 0 && !isInString }

  /// Takes the next byte.
  mutating func take(_ byte: UInt8) {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth = max(0, depth - 1)
    default: break
    }
  }

  /// Where `bytes` end, if they end too early: the sign of a line that was cut.
  ///
  /// - Complexity: O(n) over the bytes.
  static func cut(of bytes: [UInt8]) -> String? {
    var nesting = Self()
    for byte in bytes { nesting.take(byte) }
    if nesting.isInString { return "it ends inside a string, after \(bytes.count) bytes" }
    return nesting.isClosed ? nil : "it ends inside an object, after \(bytes.count) bytes"
  }
}

/// Whether `byte` is a blank of JSON (RFC 8259, section 2).
func isJSONBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
