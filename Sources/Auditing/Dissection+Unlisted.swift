internal import PhraseMatching
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Organisations that no rule declares: names that are described as organisations' or that weigh enough
  /// by the rules' `naming`, wherever the article has them.
  ///
  /// - Complexity: O(names × nouns of the language), twice.
  mutating func unlistedMentions(beside declared: [Int: [Mention]]) -> [Int: [Mention]] {
    var shown: [[UInt8]: Int] = [:]
    let taken = declared.mapValues { $0.map(\.range) }
    let described = describedNames(beside: taken)
    for (number, name) in (described + weighedNames(beside: taken, without: described)).enumerated()
    {
      let text = Array(folded.bytes[name.indices])
      guard shown[text] == nil, unlistedNames.count < Limits.unlistedNames else { continue }
      shown[text] = unlistedNames.count
      unlistedNames.append(self.text(name))
      if number < described.count { describedUnlisted = unlistedNames.count }
    }
    return shown.isEmpty ? [:] : mentions(of: shown, beside: declared)
  }

  /// Names beside what a language's `organisation` line says of organisations: `Foo Inc.`, `the app Foo`,
  /// `Foo, a data broker`; but for those of outlets.
  func describedNames(beside declared: [Int: [ByteRange]]) -> [ByteRange] {
    var found: [ByteRange] = []
    var counts: [[UInt8]: Int]?
    var rest = outlets.map(\.range)[...]
    for index in sentences.indices {
      rest = rest.drop { $0.end <= sentences[index].range.start }
      let outlets = rest.prefix { $0.start < sentences[index].range.end }
      guard let language = language(of: index) else { continue }
      let isTitle = paragraphs[sentences[index].paragraph].section == .title
      let names = declared[index] ?? []
      let ends = places(of: language.organisationEnds, in: index).map(\.range)
      if isTitle, ends.isEmpty { continue }
      let openers = places(of: language.organisationAfter, in: index).map(\.range)
      for run in nameRuns(in: index, after: openers)
      where !names.contains(where: { $0.overlaps(run) })
        && !outlets.contains(where: { $0.overlaps(run) })
      {
        guard
          let core = organisation(run, in: index, language, ends: ends, openers: openers),
          core.count >= Limits.organisationBytes, !isPartOfTerm(core, in: index)
        else { continue }
        if kinds[core.lower] != WordClasses.Kind.spaced, !isSetOff(core) {
          if counts == nil { counts = countUnmarkedNames() }
          if counts?[Array(folded.bytes[core.indices])] ?? 0 < 2 { continue }
        }
        found.append(core)
      }
    }
    return found
  }

  /// Whether a name that no capital marks stands in quotes or before a bracket.
  private func isSetOff(_ name: ByteRange) -> Bool {
    let bytes = folded.bytes
    guard name.upper < bytes.count, kinds[name.upper] == WordClasses.Kind.none else { return false }
    if bytes[name.upper] == 0x28 { return true }
    return name.lower > 0 && kinds[name.lower - 1] == WordClasses.Kind.none
      && bytes[name.lower - 1] != 0x20 && bytes[name.upper] != 0x20
  }

  /// How often each name that no capital marks stands in the article, without its particles.
  ///
  /// - Complexity: O(n) over the words, once an article that needs it.
  private func countUnmarkedNames() -> [[UInt8]: Int] {
    var counts: [[UInt8]: Int] = [:]
    for sentence in sentences where !sentence.isCopy {
      for word in words(in: sentence.range) {
        let names: [ByteRange] =
          switch kinds[word.lower] {
          case WordClasses.Kind.kana: katakana(in: word)
          case WordClasses.Kind.hangul: [withoutParticle(word)]
          default: []
          }
        for name in names { counts[Array(folded.bytes[name.indices]), default: 0] += 1 }
      }
    }
    return counts
  }

  /// Wherever a sentence has one of the names that were shown to be organisations.
  private func mentions(
    of shown: [[UInt8]: Int], beside declared: [Int: [Mention]]
  ) -> [Int: [Mention]] {
    var found: [Int: [Mention]] = [:]
    let longestFirst = shown.sorted { $0.key.count > $1.key.count }
    for index in sentences.indices {
      let names = (declared[index] ?? []).map(\.range)
      for word in words(in: sentences[index].range) {
        guard !names.contains(where: { $0.overlaps(word) }),
          !(found[index]?.last?.range.contains(word) ?? false)
        else { continue }
        let rest = folded.bytes[word.lower..<sentences[index].range.upper]
        guard
          let (text, number) = longestFirst.first(where: {
            rest.starts(with: $0.key) && isWhole($0.key, at: word.lower)
          })
        else { continue }
        let range = ByteRange(word.lower, word.lower + text.count)
        guard !names.contains(where: { $0.overlaps(range) }), isWritten(range) else { continue }
        found[index, default: []].append(
          Mention(range: range, actor: .unlisted(number), manner: .unlisted, name: nil))
      }
    }
    return found
  }

  /// The part of a name-like run that is an organisation's name, if what stands in or beside it says so.
  private func organisation(
    _ run: ByteRange, in sentence: Int, _ language: Language, ends: [ByteRange],
    openers: [ByteRange]
  ) -> ByteRange? {
    if let end = ends.first(where: {
      run.overlaps($0) || ($0.start >= run.end && distance(run, $0) == 0)
    }) {
      if end.contains(run) { return nil }
      return end.start > run.start && end.end <= run.end
        ? trimmed(ByteRange(run.lower, end.lower)) : run
    }
    if openers.contains(where: { $0.end <= run.start && wordsBetween($0, run) == 0 }) { return run }
    // "Softwarehaus Medivium": the noun is part of the run.
    let words = words(in: run)
    if let last = words.dropLast().lastIndex(where: { word in
      endsWithNoun(ByteRange(run.lower, word.upper), in: sentence)
    }) {
      return ByteRange(words[last + 1].lower, run.upper)
    }
    return isDescribedBefore(run, in: sentence)
      || isDescribedBehind(run, in: sentence, language) ? run : nil
  }

  /// "the broker Foo", "a Dutch broker, Foo": only a comma or quotes between.
  private func isDescribedBefore(_ run: ByteRange, in sentence: Int) -> Bool {
    let start = sentences[sentence].range.lower
    var end = run.lower
    while end > start, kinds[end - 1] == WordClasses.Kind.none {
      if Self.closing.contains(folded.bytes[end - 1]) { return false }
      end -= 1
    }
    let before = ByteRange(start, end)
    return endsWithNoun(before, in: sentence)
  }

  /// "Foo, a small data broker": behind a comma or bracket an article, and soon the noun.
  private func isDescribedBehind(
    _ run: ByteRange, in sentence: Int, _ language: Language
  ) -> Bool {
    let rest = ByteRange(run.upper, sentences[sentence].range.upper)
    var isFirst = true
    var last = run.upper
    for word in words(in: rest).prefix(Limits.descriptionWords) {
      let between = folded.bytes[last..<word.lower]
      let isArticle = language.organisationArticles.contains {
        folded.bytes[word.indices].elementsEqual($0)
      }
      if isFirst {
        guard isArticle, between.contains(where: { $0 == 0x2C || $0 == 0x28 || $0 >= 0x80 }) else {
          return false
        }
      } else {
        // Another article begins another thing: "Foo, the head of the company".
        if isArticle || between.contains(where: { Self.closing.contains($0) || $0 == 0x2C }) {
          return false
        }
        let described = ByteRange(run.upper, word.upper)
        if endsWithNoun(described, in: sentence) { return true }
      }
      isFirst = false
      last = word.upper
    }
    return false
  }

  /// Full stop, semicolon, colon, brackets.
  private static let closing: [UInt8] = Array(".;:()".utf8)

  /// Whether a range ends with a noun for a kind of organisation.
  private func endsWithNoun(_ range: ByteRange, in sentence: Int) -> Bool {
    guard let row = paragraphs[sentences[sentence].paragraph].language?.row,
      let ending = OrganisationNoun.ending(of: folded.bytes[range.indices])
    else { return false }
    return index.nouns[row][ending]?.contains { ends(range, with: $0) } ?? false
  }

  /// Whether a range ends with a noun, as a word of its own or, where it may, as the end of a longer one.
  private func ends(_ range: ByteRange, with noun: OrganisationNoun) -> Bool {
    guard range.count >= noun.text.count,
      folded.bytes[range.indices].suffix(noun.text.count).elementsEqual(noun.text)
    else { return false }
    let start = range.upper - noun.text.count
    return noun.isEnding || start == 0 || kinds[start - 1] != kinds[start]
  }

  /// Whether a name stands whole at a place: no letter of its script goes on, but for the particles of
  /// a language that has them.
  private func isWhole(_ name: [UInt8], at start: Int) -> Bool {
    let end = start + name.count
    guard end < kinds.count, kinds[end] == kinds[end - 1] else { return true }
    guard kinds[end] == WordClasses.Kind.hangul else { return false }
    var word = end
    while word < kinds.count, kinds[word] == WordClasses.Kind.hangul { word += 1 }
    return particles.contains { folded.bytes[end..<word].elementsEqual($0) }
  }

  /// Whether it is written as a name: with a capital, where its script has them.
  private func isWritten(_ range: ByteRange) -> Bool {
    kinds[range.lower] != WordClasses.Kind.spaced || startsWithCapital(range)
      || folded.bytes[range.indices].contains { $0 < 0x41 }
  }

  /// The particles that the languages write onto a name.
  private var particles: [[UInt8]] {
    mainLanguage.map { rules.languages[$0.row] }.map {
      $0.subjectAfter + $0.objectAfter + $0.obliqueAfter
    } ?? []
  }

  /// What may be a name: runs of capitals, runs of Katakana, and in Hangul the words right after an opener.
  private func nameRuns(in sentence: Int, after openers: [ByteRange]) -> [ByteRange] {
    var runs = capitalRuns(in: sentence)
    for word in words(in: sentences[sentence].range) {
      switch kinds[word.lower] {
      case WordClasses.Kind.kana: runs += katakana(in: word)
      case WordClasses.Kind.hangul
      where openers.contains(where: { $0.end <= word.start && wordsBetween($0, word) == 0 }):
        runs.append(withoutParticle(word))
      default: continue
      }
    }
    return runs.filter { run in
      kinds[run.lower] == WordClasses.Kind.spaced
        || (run.count >= Limits.unmarkedNameBytes && !isTerm(run, in: sentence))
    }
  }

  /// A Korean word without the particle at its end, if two syllables are left.
  private func withoutParticle(_ word: ByteRange) -> ByteRange {
    let fitting = particles.filter {
      word.count - $0.count >= Limits.unmarkedNameBytes
        && folded.bytes[word.indices].suffix($0.count).elementsEqual($0)
    }
    return ByteRange(word.lower, word.upper - (fitting.map(\.count).max() ?? 0))
  }

  /// The stretches of Katakana in a word of kana.
  private func katakana(in word: ByteRange) -> [ByteRange] {
    var runs: [ByteRange] = []
    var start: Int?
    var place = word.lower
    while place < word.upper {
      let (scalar, width) = Folding.decode(folded.bytes, at: place)
      if (0x30A1...0x30FF).contains(scalar) {
        start = start ?? place
      } else if let first = start {
        runs.append(ByteRange(first, place))
        start = nil
      }
      place += width
    }
    if let first = start { runs.append(ByteRange(first, word.upper)) }
    return runs
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
  func isPartOfTerm(_ range: ByteRange, in sentence: Int) -> Bool {
    terms[sentences[sentence].terms].contains {
      $0.parts.isEmpty && $0.range.contains(range) && $0.range.count > range.count
    }
  }

  /// Whether a word of a vocabulary covers a range.
  func isTerm(_ range: ByteRange, in sentence: Int) -> Bool {
    terms[sentences[sentence].terms].contains { $0.range.contains(range) }
  }

  func startsWithCapital(_ word: ByteRange) -> Bool {
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
