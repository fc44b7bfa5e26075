/// JSON: one object, a list of objects, or objects one after another; one object in memory at a time.
///
/// The reader cuts the file into its values and hands each to the decoder, so that a fault in one, or
/// a file that breaks off, loses none of the others.
struct JSONReader {
  private let source: String
  private let limits: ReadingLimits
  private let objects = JSONObjectReader()
  private var stream: ByteStream
  private var isInList = false
  private var isBegun = false
  private var entry = 0
  private var isDone = false

  /// Reads `stream`, which is all of `source`.
  init(source: String, stream: ByteStream, limits: ReadingLimits) {
    self.source = source
    self.stream = stream
    self.limits = limits
  }

  /// The next value as an article; nil at the end.
  ///
  /// - Complexity: O(n) over the bytes of the value.
  mutating func next() -> ReadItem? {
    guard !isDone else { return nil }
    do {
      if !isBegun { try begin() }
      guard try skipToValue() else {
        isDone = true
        return isInList ? .unread(endOfList().input(source)) : nil
      }
      entry += 1
      let place = isInList || entry > 1 ? "\(source)#\(entry)" : source
      guard let bytes = try value() else {
        return .unread(ReadingFault.tooLarge(limit: limits.textBytesMax).input(place))
      }
      return objects.item(bytes, source: place)
    } catch {
      isDone = true
      return .unread(error.input(source))
    }
  }

  /// Drops a byte order mark; a file in UTF-16 is decoded whole.
  private mutating func begin() throws(ReadingFault) {
    isBegun = true
    guard try stream.hasMore() else { return }
    if TextDecoding.isUTF16(stream.block) {
      let bytes = try stream.all(limit: limits.textBytesMax)
      stream = ByteStream(bytes: Array(try TextDecoding.text(ofFile: bytes, limits: limits).utf8))
    } else if stream.block.starts(with: TextDecoding.mark) {
      stream.advance(to: TextDecoding.mark.count)
    }
  }

  private func endOfList() -> ReadingFault {
    ReadingFault(.parseError, "the list is not closed after entry \(entry)")
  }

  /// Goes to the next value, over blanks, commas and the brackets of the list; false at the end.
  private mutating func skipToValue() throws(ReadingFault) -> Bool {
    while try stream.hasMore() {
      let byte = stream.block[stream.position]
      switch byte {
      case UInt8(ascii: "[") where !isInList: isInList = true
      case UInt8(ascii: "]") where isInList: isInList = false
      case UInt8(ascii: ","): break
      case _ where isJSONBlank(byte): break
      default: return true
      }
      stream.advance(to: stream.position + 1)
    }
    return false
  }

  /// The bytes of the value at hand; nil if it passes the limit, and then nothing of it is kept.
  private mutating func value() throws(ReadingFault) -> [UInt8]? {
    var bytes: [UInt8] = []
    var isTooLong = false
    var nesting = JSONNesting()
    var isEnded = false
    while !isEnded {
      guard try stream.hasMore() else { break }
      var end = stream.position
      while end < stream.block.count {
        let byte = stream.block[end]
        if nesting.isClosed, Self.endsScalar(byte), end > stream.position || !bytes.isEmpty {
          isEnded = true
          break
        }
        nesting.take(byte)
        end += 1
        if nesting.isClosed, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
          isEnded = true
          break
        }
      }
      if isTooLong || bytes.count + end - stream.position > limits.textBytesMax {
        isTooLong = true
        bytes = []
      } else {
        bytes += stream.block[stream.position..<end]
      }
      stream.advance(to: end)
    }
    return isTooLong ? nil : bytes
  }

  /// Whether a byte outside of strings, lists and objects ends a number or a word.
  private static func endsScalar(_ byte: UInt8) -> Bool {
    isJSONBlank(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }
}
