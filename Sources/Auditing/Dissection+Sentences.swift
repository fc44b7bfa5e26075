internal import PhraseMatching
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Stratum 2: the sentences of the paragraphs that are evidence.
  ///
  /// A mark of the paragraph's language ends one unless it belongs to an abbreviation or a number, or
  /// lower case goes on after it; glued sentences (`said.Fewer`) are parted.
  mutating func findSentences() {
    var seen: Set<ArraySlice<UInt8>> = []
    let namedStops = stopsInNames()
    for index in paragraphs.indices where paragraphs[index].isEvidence {
      let first = sentences.count
      let language = paragraphs[index].language.map { rules.languages[$0.row] }
      for range in sentenceRanges(
        of: paragraphs[index].range, in: language, sparing: namedStops)
      {
        let bytes = folded.bytes[range.indices]
        let isCopy = range.count >= Limits.copyBytes && !seen.insert(bytes).inserted
        let isQuestion = language.map { ends(range, with: $0.questions) } ?? false
        sentences.append(
          Sentence(range: range, paragraph: index, isQuestion: isQuestion, isCopy: isCopy))
      }
      paragraphs[index].sentences = first..<sentences.count
      if paragraphs[index].section == .body, firstOfBody == nil { firstOfBody = first }
    }
  }

  /// The stops that belong to a declared name (`Character.AI`), which end nothing.
  private func stopsInNames() -> Set<Int> {
    var stops: Set<Int> = []
    for hit in hits {
      let isName = rules.senses[Int(hit.phrase.index)].contains {
        if case .name = $0 { true } else { false }
      }
      guard isName else { continue }
      for index in hit.range.indices.dropLast() where folded.bytes[index] == 0x2E {
        stops.insert(index)
      }
    }
    return stops
  }

  private func sentenceRanges(
    of paragraph: ByteRange, in language: Language?, sparing spared: Set<Int>
  ) -> [ByteRange] {
    let marks = (language?.ends ?? []).map { Array($0.utf8) }
    var ranges: [ByteRange] = []
    var start = paragraph.lower
    var index = paragraph.lower
    while index < paragraph.upper {
      if isTooLong(from: start, to: index) {
        ranges.append(trimmed(ByteRange(start, index)))
        start = index
      }
      guard
        let mark = marks.first(where: { folded.bytes[index..<paragraph.upper].starts(with: $0) })
      else {
        index += 1
        continue
      }
      var end = index + mark.count
      // Further marks, quotes and brackets close with it.
      while end < paragraph.upper, isClosing(at: end) {
        end += Folding.decode(folded.bytes, at: end).width
      }
      if !spared.contains(index),
        endsSentence(mark: mark, at: index, end: end, in: paragraph, from: start, language)
      {
        let range = trimmed(ByteRange(start, end))
        if !range.isEmpty { ranges.append(range) }
        start = end
      }
      index = end
    }
    let rest = trimmed(ByteRange(start, paragraph.upper))
    if !rest.isEmpty { ranges.append(rest) }
    return ranges
  }

  /// Whether a sentence that goes on so far is cut here: at a blank, or, where none comes, before any
  /// character.
  private func isTooLong(from start: Int, to index: Int) -> Bool {
    if index - start < Limits.sentenceBytes { return false }
    let isBlank = folded.bytes[index] == 0x20
    return isBlank
      || (index - start >= Limits.unbrokenBytes && folded.bytes[index] & 0xC0 != 0x80
        && folded.origins[index] != folded.origins[index - 1])
  }

  private func isClosing(at index: Int) -> Bool {
    switch Folding.decode(folded.bytes, at: index).scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x201C, 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x3011, 0x21,
      0x3F,
      0x2E, 0x2026:
      return true
    default: return false
    }
  }

  private func endsSentence(
    mark: [UInt8], at index: Int, end: Int, in paragraph: ByteRange, from start: Int,
    _ language: Language?
  ) -> Bool {
    if end >= paragraph.upper { return true }
    let next = folded.bytes[end]
    guard mark == [0x2E] else {
      // `!` and `?` inside a sentence are followed by a small letter; every other mark ends one.
      let exclaims = mark == [0x21] || mark == [0x3F]
      return !exclaims || next != 0x20 || !isLower(at: end + 1)
    }
    let before = index > start ? folded.bytes[index - 1] : 0x20
    if next != 0x20 {
      // Glued: a letter in lower case (or of a caseless script) before, a capital or caseless after.
      let glues = before >= 0x61 && kinds[end] != 0 && !(0x30...0x39).contains(next)
      return glues && isCapital(at: end) && !isUpper(at: index - 1)
    }
    if isAbbreviation(at: index, language) { return false }
    if (0x30...0x39).contains(before), end + 1 < paragraph.upper,
      (0x30...0x39).contains(folded.bytes[end + 1])
    {
      return false
    }
    // A single letter is an initial.
    if index - 1 >= start, kinds[index - 1] == 1, index - 1 == start || kinds[index - 2] == 0,
      before >= 0x61
    {
      return false
    }
    return !isLower(at: end + 1)
  }

  private func isAbbreviation(at stop: Int, _ language: Language?) -> Bool {
    guard let language else { return false }
    for text in language.abbreviations where text.count <= stop + 1 {
      let start = stop + 1 - text.count
      if folded.bytes[start...stop].elementsEqual(text), start == 0 || kinds[start - 1] == 0 {
        return true
      }
    }
    return false
  }

  /// Whether the character of the original at a folded offset is a small letter.
  private func isLower(at index: Int) -> Bool {
    guard index < folded.bytes.count else { return false }
    let scalar = Folding.decode(original, at: Int(folded.origins[index])).scalar
    return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
  }

  /// Whether the character of the original at a folded offset is a capital.
  private func isUpper(at index: Int) -> Bool {
    guard index >= 0, index < folded.bytes.count else { return false }
    let scalar = Folding.decode(original, at: Int(folded.origins[index])).scalar
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// Whether the character of the original at a folded offset is a capital, or of a script without.
  func isCapital(at index: Int) -> Bool {
    guard index >= 0, index < folded.bytes.count else { return false }
    var start = index
    while start > 0, folded.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = Folding.decode(original, at: Int(folded.origins[start])).scalar
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return properties.isUppercase || (properties.isAlphabetic && !properties.isLowercase)
  }

  private func ends(_ range: ByteRange, with marks: [String]) -> Bool {
    var end = range.upper
    while end > range.lower {
      let tail = folded.bytes[range.lower..<end]
      if marks.contains(where: { tail.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
        return true
      }
      var start = end - 1
      while start > range.lower, folded.bytes[start] & 0xC0 == 0x80 { start -= 1 }
      guard isClosing(at: start) else { return false }
      end = start
    }
    return false
  }
}
