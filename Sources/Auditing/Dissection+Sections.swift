internal import ArticleReading
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Stratum 1: the lines of the article, and which of them are evidence.
  ///
  /// No evidence are lines that a language's `skips` name (and the list below such a heading, or all
  /// that follows), lines of separators (menus, breadcrumbs, tag dumps), and the second copy of a line.
  mutating func findSections() {
    var seen: Set<ArraySlice<UInt8>> = []
    var skippingBlock = false
    var skippingRest = false
    var blockIsEmpty = true
    var hasEvidence = false
    for line in lines() {
      let range = ByteRange(folded.folded(at: line.lower), folded.folded(at: line.upper))
      let bytes = trimmed(range)
      if bytes.isEmpty {
        if !blockIsEmpty { skippingBlock = false }
        continue
      }
      if !skippingRest, let skip = skip(at: bytes) {
        skippingRest = skip == .rest
        skippingBlock = skip == .block
        blockIsEmpty = true
        paragraphs.append(Paragraph(range: bytes, section: .skipped))
        continue
      }
      var section = Paragraph.Section.body
      if line.upper <= titleBytes {
        section = .title
      } else if skippingRest {
        section = .skipped
      } else if skippingBlock {
        blockIsEmpty = false
        section = .skipped
      } else if isNavigation(line) {
        section = .navigation
      } else if bytes.count >= Limits.copyBytes, !seen.insert(folded.bytes[bytes.indices]).inserted
      {
        section = .copy
      } else if !hasEvidence, isHeadline(bytes) {
        section = .title
      }
      let paragraph = Paragraph(range: bytes, section: section)
      hasEvidence = hasEvidence || paragraph.isEvidence
      paragraphs.append(paragraph)
    }
    markLinkLists()
  }

  /// Whether the first line of the text is its title.
  ///
  /// It is that which the article has, or else a line that is not too long for one: a text without a headline
  /// begins with its first paragraph.
  private func isHeadline(_ line: ByteRange) -> Bool {
    if titleBytes > 0 { return false }
    if article.title.map({ !$0.isEmpty }) ?? false { return true }
    return line.count <= Limits.headlineBytes
  }

  /// Two or more bullets in a row of which none ends as a sentence does are a list of links.
  private mutating func markLinkLists() {
    let isLink = paragraphs.map { paragraph in
      guard paragraph.section == .body else { return false }
      let line = originalRange(paragraph.range)
      return isBullet(line) && !endsAsSentence(line)
    }
    for index in paragraphs.indices where isLink[index] {
      if (index > 0 && isLink[index - 1]) || (index + 1 < isLink.count && isLink[index + 1]) {
        paragraphs[index].section = .navigation
      }
    }
  }

  private func isBullet(_ line: ByteRange) -> Bool {
    // The folded range leaves the hyphen out: look at what stands before it on the line.
    var start = line.lower
    while start > 0, original[start - 1] != 0x0A { start -= 1 }
    while start < line.upper, original[start] <= 0x20 { start += 1 }
    guard start < line.upper else { return false }
    switch Folding.decode(original, at: start).scalar {
    case 0x2D, 0x2A, 0x2022, 0x2013, 0x2014, 0xB7, 0xBB, 0x203A, 0x25A0...0x25FF, 0x2219, 0x30FB:
      return true
    default: return false
    }
  }

  private func endsAsSentence(_ line: ByteRange) -> Bool {
    var end = line.upper
    while end > line.lower, original[end - 1] <= 0x20 || original[end - 1] == 0x22 { end -= 1 }
    var start = end
    while start > line.lower {
      start -= 1
      if original[start] & 0xC0 != 0x80 { break }
    }
    guard start < end else { return false }
    switch Folding.decode(original, at: start).scalar {
    case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0x3B, 0x201D, 0x2026: return true
    default: return false
    }
  }

  /// The lines of the original; a line broken in mid-sentence goes on with the next.
  private func lines() -> [ByteRange] {
    var lines: [ByteRange] = []
    var start = 0
    for index in 0...original.count where index == original.count || original[index] == 0x0A {
      var end = index
      if end > start, original[end - 1] == 0x0D { end -= 1 }
      let line = ByteRange(start, end)
      if let last = lines.last, last.upper > titleBytes, continues(last, into: line) {
        lines[lines.count - 1] = last.union(line)
      } else {
        lines.append(line)
      }
      start = index + 1
    }
    return lines
  }

  /// Whether a long line that ends in a letter or comma goes on in one that begins in lower case.
  private func continues(_ line: ByteRange, into next: ByteRange) -> Bool {
    guard line.count >= 50, !next.isEmpty, line.upper + 2 >= next.lower else { return false }
    let last = original[line.upper - 1]
    let first = original[next.lower]
    return (0x61...0x7A).contains(first)
      && ((0x61...0x7A).contains(last) || last == 0x2C || last == 0x20)
  }

  /// A folded range without the blank at either end.
  func trimmed(_ range: ByteRange) -> ByteRange {
    var (start, end) = (range.lower, range.upper)
    while end > start, folded.bytes[end - 1] == 0x20 { end -= 1 }
    while start < end, folded.bytes[start] == 0x20 { start += 1 }
    return ByteRange(start, end)
  }

  private func skip(at line: ByteRange) -> Skip.Extent? {
    var start = line.lower
    while start < line.upper, kinds[start] == 0, folded.bytes[start] < 0x80,
      folded.bytes[start] != 0x23
    {
      start += 1
    }
    for from in Set([line.lower, start]) {
      let rest = folded.bytes[from..<line.upper]
      for language in rules.languages {
        for skip in language.skips where rest.starts(with: skip.text) {
          let end = from + skip.text.count
          let whole = end == line.upper || kinds[end] != kinds[end - 1] || kinds[end] == 0
          // A heading is a heading only by itself or before a mark, else the words begin a sentence.
          let fits = skip.extent == .line ? isSetOff(end, in: line) : line.upper - end <= 40
          if whole && fits { return skip.extent }
        }
      }
    }
    return nil
  }

  /// Whether the words of a skipped line end with a mark, or before one, or with the line: "Advertisement"
  /// is no evidence, "Advertisement revenue fell" is.
  private func isSetOff(_ end: Int, in line: ByteRange) -> Bool {
    var next = end
    while next < line.upper, folded.bytes[next] == 0x20 { next += 1 }
    return next == line.upper || kinds[next] == 0 || kinds[end - 1] == 0
  }

  /// Whether a line is made of separators or tags rather than of sentences.
  private func isNavigation(_ line: ByteRange) -> Bool {
    var separators = 0
    var tags = 0
    var letters = 0
    var stops = 0
    var index = line.lower
    var previous: UInt32 = 0x20
    while index < line.upper {
      let (scalar, width) = Folding.decode(original, at: index)
      switch scalar {
      case 0x7C, 0xB7, 0xBB, 0x203A, 0x2022, 0x25B6: separators += 1
      case 0x23 where previous <= 0x20: tags += 1
      case 0x2E where previous > 0x40, 0x3002, 0x21, 0x3F: stops += 1
      default: if scalar >= 0x41 { letters += 1 }
      }
      previous = scalar
      index += width
    }
    if letters == 0 { return true }
    if tags >= 1 && original[line.lower] == 0x23 { return stops == 0 }
    if tags >= 3 { return stops == 0 }
    return separators >= 2 && stops <= separators / 4
  }
}
