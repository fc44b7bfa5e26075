/// What one input comes to, an item at a time; holds one file of text, or one line, or one object.
package struct ReadItems: Sequence, IteratorProtocol {
  private enum State {
    case ready(ReadItem)
    case lines(JSONLinesReader)
    case values(JSONReader)
    case done
  }

  private var state: State
  private let source: String
  /// Whether finding nothing is worth a word: a part of a file may well be blank.
  private let isWhole: Bool
  private var isEmpty = true

  /// Opens `input`; a fault becomes the only item.
  init(_ input: ArticleInput, limits: ReadingLimits, standardInput: StandardInput) {
    source = input.source
    isWhole = input.part == nil
    do {
      state = try Self.open(input, limits, standardInput)
    } catch {
      state = .ready(.unread(error.input(input.source)))
    }
  }

  /// The next article or fault; nil at the end.
  package mutating func next() -> ReadItem? {
    // Taken out of `state` while it moves on, so that its block is not copied.
    let current = state
    state = .done
    let item: ReadItem?
    switch current {
    case .ready(let ready):
      item = ready
    case .lines(var reader):
      item = reader.next()
      if item != nil { state = .lines(reader) }
    case .values(var reader):
      item = reader.next()
      if item != nil { state = .values(reader) }
    case .done:
      return nil
    }
    if item == nil, isEmpty, isWhole {
      isEmpty = false
      return .unread(ReadingFault(.empty).input(source, bytes: nil))
    }
    isEmpty = false
    return item
  }

  private static func open(
    _ input: ArticleInput, _ limits: ReadingLimits, _ standardInput: StandardInput
  ) throws(ReadingFault) -> State {
    // A folder that cannot be listed has a reason of its own, whatever its name ends in.
    if case .unreadable(let why) = input.origin { throw ReadingFault(.unreadable, why) }
    guard let format = input.format else { throw ReadingFault(.unsupported) }
    var stream = try ByteStream(input, limits: limits, standardInput: standardInput)
    switch format == .sniffed ? try sniff(&stream) : format {
    case .jsonLines:
      return .lines(JSONLinesReader(JSONLines(input, stream: stream, limits: limits)))
    case .json:
      return .values(JSONReader(source: input.source, stream: stream, limits: limits))
    case .plainText, .markdown, .sniffed:
      let bytes = try stream.all(limit: limits.textBytesMax)
      return .ready(text(bytes, of: input, as: format, limits))
    }
  }

  /// JSON Lines if the first byte that is not blank opens an object, else plain text.
  private static func sniff(_ stream: inout ByteStream) throws(ReadingFault) -> ArticleFormat {
    guard try stream.hasMore() else { return .plainText }
    let mark = stream.block.starts(with: TextDecoding.mark) ? TextDecoding.mark.count : 0
    let first = stream.block[mark...].first { !isJSONBlank($0) }
    return first == UInt8(ascii: "{") ? .jsonLines : .plainText
  }

  private static func text(
    _ bytes: [UInt8], of input: ArticleInput, as format: ArticleFormat, _ limits: ReadingLimits
  ) -> ReadItem {
    do throws(ReadingFault) {
      if format == .markdown {
        let (article, notes) = try MarkdownReader(limits: limits)
          .article(in: bytes, named: input.fileName)
        return .article(article, source: input.source, notes: notes)
      }
      let article = try PlainTextReader(limits: limits)
        .article(in: bytes, named: input.fileName)
      return .article(article, source: input.source, notes: [])
    } catch {
      return .unread(error.input(input.source, bytes: bytes))
    }
  }
}
