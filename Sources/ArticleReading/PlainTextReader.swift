/// Plain text: the whole file is the text, byte for byte, so that offsets hold in it.
struct PlainTextReader {
  let limits: ReadingLimits

  /// The article that `bytes` are; `name` is the file's, nil for standard input.
  ///
  /// - Throws: `ReadingFault` as `TextDecoding.text(ofFile:limits:)`.
  func article(in bytes: [UInt8], named name: String?) throws(ReadingFault) -> Article {
    let text = try TextDecoding.text(ofFile: bytes, limits: limits)
    let head = PlainTextHead(of: text, limits: limits)
    return Article(
      id: name ?? Article.digestID(of: text), title: head.title, text: text,
      publisher: head.publisher, published: head.published)
  }
}
