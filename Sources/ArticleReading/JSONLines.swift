/// A file of JSON Lines as it stands: a line at a time, blank ones passed over, one in memory.
///
/// What a line holds is its reader's affair, so that others than articles can be kept in such files.
package struct JSONLines: Sequence, IteratorProtocol {
  /// A line, or what became of one.
  package enum Element: Sendable {
    /// A line without its end; `source` is `path:line`.
    case line([UInt8], source: String)
    /// A line that is too long, or a file that cannot be read.
    case unread(UnreadInput)
  }

  private let source: String
  private let limits: ReadingLimits
  private var stream: ByteStream?
  private var fault: ReadingFault?
  private var number: Int

  /// Opens `input`, whatever its name says it is.
  init(_ input: ArticleInput, limits: ReadingLimits, standardInput: StandardInput) {
    source = input.source
    self.limits = limits
    number = input.firstLine - 1
    do {
      stream = try ByteStream(input, limits: limits, standardInput: standardInput)
    } catch {
      fault = error
    }
  }

  /// Goes on with a stream that was opened already and of which nothing was taken.
  init(_ input: ArticleInput, stream: ByteStream, limits: ReadingLimits) {
    source = input.source
    self.limits = limits
    number = input.firstLine - 1
    self.stream = stream
  }

  /// The next line that is not blank; nil at the end.
  ///
  /// - Complexity: O(n) over the bytes of the line.
  package mutating func next() -> Element? {
    do throws(ReadingFault) {
      while var line = try line() {
        number += 1
        if number == 1 {
          if TextDecoding.isUTF16(line.bytes) {
            throw ReadingFault(.badEncoding, "UTF-16, where JSON Lines are UTF-8")
          }
          if line.bytes.starts(with: TextDecoding.mark) {
            line.bytes.removeFirst(TextDecoding.mark.count)
          }
        }
        let place = "\(source):\(number)"
        if line.isTooLong {
          return .unread(ReadingFault.tooLarge(limit: limits.textBytesMax).input(place))
        }
        if !line.bytes.allSatisfy(isJSONBlank) { return .line(line.bytes, source: place) }
      }
      return nil
    } catch {
      stream = nil
      return .unread(error.input(source))
    }
  }

  /// The next line without its `\n`; of a line that is too long, nothing is kept.
  private mutating func line() throws(ReadingFault) -> (bytes: [UInt8], isTooLong: Bool)? {
    if let fault {
      self.fault = nil
      throw fault
    }
    guard try stream?.hasMore() == true else { return nil }
    var bytes: [UInt8] = []
    var isTooLong = false
    while try stream?.hasMore() == true, let current = stream {
      let block = current.block[current.position...]
      let end = block.firstIndex(of: 0x0A)
      let piece = block[..<(end ?? block.endIndex)]
      // A carriage return before the line's end is no part of the text.
      if isTooLong || bytes.count + piece.count > limits.textBytesMax + 1 {
        isTooLong = true
        bytes = []
      } else {
        bytes += piece
      }
      stream?.advance(to: end.map { $0 + 1 } ?? block.endIndex)
      if end != nil { break }
    }
    if bytes.last == 0x0D { bytes.removeLast() }
    return (bytes, isTooLong || bytes.count > limits.textBytesMax)
  }
}
