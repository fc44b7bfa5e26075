/// Cuts a file of JSON Lines into parts of whole lines, so that several tasks can read it.
struct InputParts {
  let limits: ReadingLimits

  /// Parts of `input` of at least `bytes` bytes each but the last, in order; `input` itself where it
  /// cannot be cut.
  ///
  /// Read one after another, the parts give what the whole gives.
  /// - Complexity: O(n) over the bytes of the file, one block in memory.
  func parts(of input: ArticleInput, bytes: Int) -> [ArticleInput] {
    let isFile = input.origin == .named || input.origin == .found
    guard isFile, input.format == .jsonLines, input.part == nil,
      FileStatus(input.source)?.kind == .file
    else { return [input] }
    do {
      return try cut(input, bytes: max(1, bytes))
    } catch {
      // Whoever reads it comes upon the same fault, and reports it.
      return [input]
    }
  }

  private func cut(_ input: ArticleInput, bytes: Int) throws(ReadingFault) -> [ArticleInput] {
    var stream = try ByteStream(path: input.source, blockBytes: limits.blockBytes)
    var parts: [ArticleInput] = []
    var start = 0
    var offset = 0
    var firstLine = 1
    var line = 1
    var isBlank = true
    func part(to end: Int) -> ArticleInput {
      ArticleInput(
        source: input.source, origin: input.origin, part: start..<end, firstLine: firstLine)
    }
    while try stream.hasMore() {
      let block = stream.block
      if offset == 0, TextDecoding.isUTF16(block) { return [input] }
      isBlank = isBlank && block.allSatisfy(isJSONBlank)
      var position = 0
      while let end = block[position...].firstIndex(of: 0x0A) {
        position = end + 1
        line += 1
        guard offset + position - start >= bytes else { continue }
        parts.append(part(to: offset + position))
        start = offset + position
        firstLine = line
      }
      offset += block.count
      stream.advance(to: block.count)
    }
    if isBlank { return [input] }
    if start < offset { parts.append(part(to: offset)) }
    return parts
  }
}
