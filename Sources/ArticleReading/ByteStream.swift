private import Foundation

/// Bytes in blocks, from a file, a part of one, or a pipe: never more than one block at a time.
struct ByteStream {
  /// The block at hand.
  private(set) var block: [UInt8] = []
  /// The first byte of the block that has not been taken.
  private(set) var position = 0

  private let handle: Handle?
  private let blockBytes: Int
  private var remaining: Int?

  /// Hands out bytes that are in memory already.
  init(bytes: [UInt8]) {
    block = bytes
    handle = nil
    blockBytes = bytes.count
  }

  /// Opens a file; `part` must begin at a line's start.
  ///
  /// - Throws: `ReadingFault` with `unreadable` if the system refuses.
  init(path: String, part: Range<Int>? = nil, blockBytes: Int) throws(ReadingFault) {
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      if let part { try file.seek(toOffset: UInt64(part.lowerBound)) }
      handle = Handle(file: file)
    } catch {
      throw ReadingFault(.unreadable, Self.why(error))
    }
    remaining = part?.count
    self.blockBytes = blockBytes
  }

  /// Reads what `standardInput` carries.
  init(standardInput: StandardInput, blockBytes: Int) {
    handle = Handle(file: standardInput.file)
    self.blockBytes = blockBytes
  }

  /// Opens an input.
  ///
  /// - Throws: `ReadingFault` with `unreadable` if it cannot be.
  init(
    _ input: ArticleInput, limits: ReadingLimits, standardInput: StandardInput
  ) throws(ReadingFault) {
    switch input.origin {
    case .unreadable(let why):
      throw ReadingFault(.unreadable, why)
    case .standardInput:
      self.init(standardInput: standardInput, blockBytes: limits.blockBytes)
    case .named, .found:
      try self.init(path: input.source, part: input.part, blockBytes: limits.blockBytes)
    }
  }

  /// Whether a byte is at hand after fetching the next block if this one is used up; false at the end.
  mutating func hasMore() throws(ReadingFault) -> Bool {
    if position < block.count { return true }
    let wanted = min(blockBytes, remaining ?? blockBytes)
    guard wanted > 0, let handle else { return false }
    do {
      guard let data = try handle.file.read(upToCount: wanted), !data.isEmpty else { return false }
      block = [UInt8](data)
    } catch {
      throw ReadingFault(.unreadable, Self.why(error))
    }
    position = 0
    if let left = remaining { remaining = left - block.count }
    return true
  }

  /// Counts the bytes of the block before `end` as taken.
  mutating func advance(to end: Int) { position = end }

  /// All bytes, if they are no more than `limit`.
  ///
  /// - Throws: `ReadingFault` with `too-large` once the limit is passed.
  /// - Complexity: O(n) over the bytes, of which at most `limit` and one block are held.
  mutating func all(limit: Int) throws(ReadingFault) -> [UInt8] {
    var bytes: [UInt8] = []
    while try hasMore() {
      guard bytes.count + block.count - position <= limit else {
        throw .tooLarge(limit: limit)
      }
      bytes += block[position...]
      advance(to: block.count)
    }
    return bytes
  }

  private static func why(_ error: any Error) -> String {
    let cocoa = error as NSError
    let cause = cocoa.userInfo[NSUnderlyingErrorKey] as? NSError ?? cocoa
    guard cause.domain == NSPOSIXErrorDomain else { return cocoa.localizedDescription }
    return String(cString: strerror(Int32(cause.code))).lowercased()
  }
}

/// The open file; it closes when its last owner goes.
private struct Handle {
  let file: FileHandle
}

extension ReadingFault {
  static func tooLarge(limit: Int) -> Self {
    Self(.tooLarge, "more than \(limit) bytes in one text")
  }
}
