/// Bytes as a text: UTF-8, or UTF-16 that says so by its byte order mark; the mark is dropped.
enum TextDecoding {
  /// The byte order mark in UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the bytes begin with a byte order mark of UTF-16.
  static func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// The text of a whole file.
  ///
  /// - Throws: `ReadingFault` with `empty`, `not-text` or `bad-encoding`, which names the byte.
  /// - Complexity: O(n) over the bytes.
  static func text(ofFile bytes: [UInt8], limits: ReadingLimits) throws(ReadingFault) -> String {
    let text: String
    if isUTF16(bytes) {
      text = try decodeUTF16(bytes)
    } else if bytes.starts(with: mark) {
      text = try decodeUTF8(Array(bytes[mark.count...]), from: mark.count)
    } else {
      text = try decodeUTF8(bytes)
    }
    if let nul = text.utf8.firstIndex(of: 0) {
      let offset = text.utf8.distance(from: text.startIndex, to: nul)
      throw ReadingFault(.notText, "a NUL byte at byte \(offset)")
    }
    guard text.utf8.count <= limits.textBytesMax else {
      throw .tooLarge(limit: limits.textBytesMax)
    }
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw ReadingFault(.empty) }
    return text
  }

  /// UTF-8 as a text; `offset` is where the bytes stand in their file.
  ///
  /// - Throws: `ReadingFault` with `bad-encoding`, or `not-text` if NUL bytes stand before the fault.
  static func decodeUTF8(_ bytes: [UInt8], from offset: Int = 0) throws(ReadingFault) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes.span))
    } catch {
      let fault = error.byteOffsets.lowerBound
      // Pictures and archives hold NUL bytes early; to speak of their encoding would mislead.
      if let nul = bytes.firstIndex(of: 0) {
        throw ReadingFault(.notText, "a NUL byte at byte \(offset + nul)")
      }
      throw ReadingFault(.badEncoding, "not UTF-8 at byte \(offset + fault)")
    }
  }

  private static func decodeUTF16(_ bytes: [UInt8]) throws(ReadingFault) -> String {
    guard bytes.count % 2 == 0 else {
      throw ReadingFault(.badEncoding, "UTF-16 that ends inside a unit, at byte \(bytes.count - 1)")
    }
    let little = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count, by: 2).map { index in
      let (low, high) = little ? (index, index + 1) : (index + 1, index)
      return UInt16(bytes[high]) << 8 | UInt16(bytes[low])
    }
    if let text = String(validating: units, as: UTF16.self) { return text }
    let fault = fault(in: units)
    throw ReadingFault(.badEncoding, "UTF-16 with an unpaired surrogate at byte \(fault)")
  }

  /// The byte of the first surrogate that has no partner.
  private static func fault(in units: [UInt16]) -> Int {
    var index = 0
    while index < units.count {
      if UTF16.isLeadSurrogate(units[index]), index + 1 < units.count,
        UTF16.isTrailSurrogate(units[index + 1])
      {
        index += 2
      } else if UTF16.isSurrogate(units[index]) {
        break
      } else {
        index += 1
      }
    }
    return 2 + 2 * index
  }
}
