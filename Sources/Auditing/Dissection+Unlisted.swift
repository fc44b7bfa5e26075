internal import PhraseMatching
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Organisations that no rule declares: capitalised words beside what a language's `organisation` line
  /// names (`Foo Inc.`, `the app Foo`), and from then on wherever the article repeats them.
  mutating func unlistedMentions(beside declared: [Int: [Mention]]) -> [Int: [Mention]] {
    var runs: [(range: ByteRange, sentence: Int, core: String)] = []
    var shown: [String: Int] = [:]
    for index in sentences.indices {
      let language = language(of: index)
      let names = (declared[index] ?? []).map(\.range)
      let ends = language.map { places(of: $0.organisationEnds, in: index).map(\.range) } ?? []
      let openers = language.map { places(of: $0.organisationAfter, in: index).map(\.range) } ?? []
      guard paragraphs[sentences[index].paragraph].section != .title || !ends.isEmpty else {
        continue
      }
      for run in capitalRuns(in: index) where !names.contains(where: { $0.overlaps(run) }) {
        var core = run
        var isShown = false
        if let end = ends.first(where: {
          run.overlaps($0) || ($0.start >= run.end && distance(run, $0) == 0)
        }) {
          isShown = true
          if end.start > run.start, end.end <= run.end {
            core = trimmed(ByteRange(run.lower, end.lower))
          } else if end.contains(run) {
            continue
          }
        }
        if openers.contains(where: { $0.end <= run.start && wordsBetween($0, run) == 0 }) {
          isShown = true
        }
        guard core.count >= 3, !isPartOfTerm(core, in: index) else { continue }
        let text = String(decoding: folded.bytes[core.indices], as: UTF8.self)
        runs.append((core, index, text))
        if isShown, shown[text] == nil, unlistedNames.count < Limits.unlistedNames {
          shown[text] = unlistedNames.count
          unlistedNames.append(self.text(core))
        }
      }
    }
    var found: [Int: [Mention]] = [:]
    for run in runs {
      guard let number = shown[run.core] else { continue }
      found[run.sentence, default: []].append(
        Mention(range: run.range, actor: .unlisted(number), manner: .unlisted, name: nil))
    }
    return found
  }

  /// Runs of one to four words that begin with a capital, in scripts that have them; the first word of a
  /// sentence only begins a run that goes on, or that is no word of a vocabulary.
  func capitalRuns(in sentence: Int) -> [ByteRange] {
    var runs: [ByteRange] = []
    var current: ByteRange?
    var count = 0
    for word in words(in: sentences[sentence].range) {
      let isName = kinds[word.lower] == WordClasses.Kind.spaced && startsWithCapital(word)
      if isName, let run = current, count < 4, isJoined(run, word) {
        current = run.union(word)
        count += 1
      } else {
        if let run = current { runs.append(run) }
        current = isName ? word : nil
        count = 1
      }
    }
    if let run = current { runs.append(run) }
    let initial = runs.first.map { isInitial($0, in: sentence) } ?? false
    if initial, let first = runs.first, isTerm(first, in: sentence) { runs.removeFirst() }
    return runs
  }

  /// Whether a longer term holds a range: "Social" of "Social Security number" is no name.
  private func isPartOfTerm(_ range: ByteRange, in sentence: Int) -> Bool {
    terms[sentences[sentence].terms].contains {
      $0.parts.isEmpty && $0.range.contains(range) && $0.range.count > range.count
    }
  }

  /// Whether a word of a vocabulary covers a range.
  func isTerm(_ range: ByteRange, in sentence: Int) -> Bool {
    terms[sentences[sentence].terms].contains { $0.range.contains(range) }
  }

  private func startsWithCapital(_ word: ByteRange) -> Bool {
    let scalar = Folding.decode(original, at: Int(folded.origins[word.lower])).scalar
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// Whether only one blank, hyphen or stop of the name stands between two words.
  private func isJoined(_ a: ByteRange, _ b: ByteRange) -> Bool {
    let between = folded.bytes[a.upper..<b.lower]
    return between.count == 1
      && (between.first == 0x20 || between.first == 0x26 || between.first == 0x2E)
      && !crossesLine(a, b)
  }

  private func crossesLine(_ a: ByteRange, _ b: ByteRange) -> Bool {
    original[Int(folded.origins[a.upper])..<Int(folded.origins[b.lower])].contains(0x0A)
  }

  /// The words of a range.
  func words(in range: ByteRange) -> [ByteRange] {
    var words: [ByteRange] = []
    var index = range.lower
    while index < range.upper {
      let kind = kinds[index]
      let start = index
      while index < range.upper, kinds[index] == kind { index += 1 }
      if kind != 0 { words.append(ByteRange(start, index)) }
    }
    return words
  }
}
