/// JSON Lines: an object a line, one line in memory at a time; blank lines mean nothing.
struct JSONLinesReader {
  private let source: String
  private let limits: ReadingLimits
  private let objects = JSONObjectReader()
  private var stream: ByteStream
  private var number: Int
  private var isFirst: Bool
  private var isDone = false

  /// Reads `stream`, whose first line is number `firstLine` of `source`.
  init(source: String, stream: ByteStream, firstLine: Int, limits: ReadingLimits) {
    self.source = source
    self.stream = stream
    self.limits = limits
    number = firstLine - 1
    isFirst = firstLine == 1
  }

  /// The next line that is not blank; nil at the end.
  ///
  /// - Complexity: O(n) over the bytes of the line.
  mutating func next() -> ReadItem? {
    while !isDone {
      do {
        guard var line = try line() else { break }
        number += 1
        let place = "\(source):\(number)"
        if number == 1 {
          if TextDecoding.isUTF16(line.bytes) {
            isDone = true
            let fault = ReadingFault(.badEncoding, "UTF-16, where JSON Lines are UTF-8")
            return .unread(fault.input(source))
          }
          if line.bytes.starts(with: TextDecoding.mark) {
            line.bytes.removeFirst(TextDecoding.mark.count)
          }
        }
        if line.isTooLong {
          return .unread(ReadingFault.tooLarge(limit: limits.textBytesMax).input(place))
        }
        if line.bytes.allSatisfy(isJSONBlank) { continue }
        return item(line.bytes, place)
      } catch {
        isDone = true
        return .unread(error.input(source))
      }
    }
    isDone = true
    return nil
  }

  private func item(_ bytes: [UInt8], _ place: String) -> ReadItem {
    do throws(ReadingFault) {
      let (article, notes) = try objects.article(in: bytes)
      return .article(article, source: place, notes: notes)
    } catch {
      return .unread(error.input(place, bytes: bytes))
    }
  }

  /// The next line without its `\n`; of a line that is too long, nothing is kept.
  private mutating func line() throws(ReadingFault) -> (bytes: [UInt8], isTooLong: Bool)? {
    guard try stream.hasMore() else { return nil }
    var bytes: [UInt8] = []
    var isTooLong = false
    while try stream.hasMore() {
      let block = stream.block[stream.position...]
      let end = block.firstIndex(of: 0x0A)
      let piece = block[..<(end ?? block.endIndex)]
      // A carriage return before the line's end is no part of the text.
      if isTooLong || bytes.count + piece.count > limits.textBytesMax + 1 {
        isTooLong = true
        bytes = []
      } else {
        bytes += piece
      }
      stream.advance(to: end.map { $0 + 1 } ?? block.endIndex)
      if end != nil { break }
    }
    if bytes.last == 0x0D { bytes.removeLast() }
    return (bytes, isTooLong || bytes.count > limits.textBytesMax)
  }
}
