internal import PhraseMatching
package import RuleCompilation
internal import SourceText

extension Dissection {
  /// A name that no rule declares, with what the article shows of it.
  private struct UndeclaredName {
    /// Its first place.
    var range: ByteRange
    /// What the article shows of it.
    var features: Set<NamingCard.Feature>
    /// How often the article has it.
    var count = 0
    /// How often within a sentence.
    var inside = 0
  }

  /// The names that weigh enough by the rules' `naming`, in the order of their first places.
  func weighedNames(
    beside declared: [Int: [ByteRange]], without described: [ByteRange]
  ) -> [ByteRange] {
    guard let naming = rules.naming else { return [] }
    return undeclaredNames(beside: declared, without: described)
      .filter { naming.sum($0.features) >= naming.threshold }.map(\.range)
  }

  /// The names of the article that are neither declared nor described, with their text.
  ///
  /// - Complexity: O(words + places of names × terms of their sentences + names²).
  package func undeclaredNames() -> [(text: String, features: Set<NamingCard.Feature>)] {
    var declared: [Int: [ByteRange]] = [:]
    for sentence in sentences.indices {
      declared[sentence] = sentences[sentence].mentions.lazy.map { mentions[$0] }
        .filter { $0.isNaming && $0.manner != .unlisted }.map(\.range)
    }
    return undeclaredNames(beside: declared, without: describedNames(beside: declared))
      .map { (text($0.range), $0.features) }
  }

  /// Runs of capitals that no declared name covers, by their text, with what the article shows of each at all
  /// its places.
  private func undeclaredNames(
    beside declared: [Int: [ByteRange]], without described: [ByteRange]
  ) -> [UndeclaredName] {
    var rows: [[UInt8]: Int] = [:]
    var names: [UndeclaredName] = []
    var titles: Set<[UInt8]> = []
    let small = smallWords()
    var rest = outlets.map(\.range)[...]
    for index in sentences.indices where !sentences[index].isCopy {
      let taken = declared[index] ?? []
      rest = rest.drop { $0.end <= sentences[index].range.start }
      let outlets = rest.prefix { $0.start < sentences[index].range.end }
      for run in capitalRuns(in: index).map({ withoutBeginning($0, in: index, small) })
      where !taken.contains(where: { $0.overlaps(run) })
        && !outlets.contains(where: { $0.overlaps(run) }) && !isPartOfTerm(run, in: index)
      {
        let text = Array(folded.bytes[run.indices])
        if paragraphs[sentences[index].paragraph].section == .title {
          titles.insert(text)
          continue
        }
        let row = rows[text] ?? names.count
        guard row < Limits.undeclaredNames else { continue }
        if row == names.count {
          rows[text] = row
          names.append(UndeclaredName(range: run, features: writing(of: run, in: index)))
        }
        names[row].count += 1
        if taken.isEmpty { names[row].features.insert(.trait(.alone)) }
        addPlace(run, in: index, to: &names[row])
      }
    }
    for row in names.indices {
      let text = Array(folded.bytes[names[row].range.indices])
      var traits: [NameTrait] = []
      if names[row].count > 1 { traits.append(.twice) }
      if names[row].count > 2 { traits.append(.often) }
      if names[row].inside == 0 { traits.append(.onlyFirst) }
      if titles.contains(text) { traits.append(.title) }
      if words(in: names[row].range).contains(where: {
        small.contains(folded.bytes[$0.indices])
      }) {
        traits.append(.small)
      }
      names[row].features.formUnion(traits.map { .trait($0) })
    }
    addParts(to: &names)
    let known = Set(described.map { folded.bytes[$0.indices] })
    return names.filter { !known.contains(folded.bytes[$0.range.indices]) }
  }

  /// What a name shows of itself.
  private func writing(of run: ByteRange, in sentence: Int) -> Set<NamingCard.Feature> {
    let words = words(in: run)
    let count = words.count
    var traits: [NameTrait] = [count == 1 ? .oneWord : count == 2 ? .twoWords : .manyWords]
    if run.count < 4 { traits.append(.short) }
    if run.count > 10 { traits.append(.long) }
    let scalars = Array(text(run).unicodeScalars)
    if !scalars.contains(where: \.properties.isLowercase) { traits.append(.capitals) }
    if zip(scalars, scalars.dropFirst()).contains(where: {
      $0.properties.isLowercase && $1.properties.isUppercase
    }) {
      traits.append(.innerCapital)
    }
    if scalars.contains(where: { ("0"..."9").contains($0) }) { traits.append(.digit) }
    return knownWords(of: run, words, in: sentence).union(traits.map { .trait($0) })
  }

  /// What the rules know of a name's words.
  ///
  /// - Complexity: O(kinds × words).
  private func knownWords(
    of run: ByteRange, _ words: [ByteRange], in sentence: Int
  ) -> Set<NamingCard.Feature> {
    guard let known = rules.naming?.words else { return [] }
    let language = paragraphs[sentences[sentence].paragraph].language
    var found: Set<NamingCard.Feature> = []
    for kind in known.kinds.indices {
      let isKnown = words.map { known.has(folded.bytes[$0.indices], of: kind, in: language) }
      if isKnown.allSatisfy(\.self) || known.has(folded.bytes[run.indices], of: kind, in: language)
      {
        found.insert(.words(.whole, kind: kind))
      } else if isKnown.contains(true) {
        found.insert(.words(.part, kind: kind))
      }
      if words.count > 1 {
        if isKnown.first == true { found.insert(.words(.begins, kind: kind)) }
        if isKnown.last == true { found.insert(.words(.ends, kind: kind)) }
      }
    }
    return found
  }

  /// What stands beside a name at one of its places.
  private func addPlace(_ run: ByteRange, in sentence: Int, to name: inout UndeclaredName) {
    if isInitial(run, in: sentence) {
      name.features.insert(.trait(.first))
    } else {
      name.inside += 1
    }
    if sentence < Limits.openingWithNames { name.features.insert(.trait(.opening)) }
    if isTerm(run, in: sentence) { name.features.insert(.trait(.word)) }
    if let language = paragraphs[sentences[sentence].paragraph].language {
      name.features.insert(.language(language))
    }
    switch mark(before: run, in: sentence) {
    case ",", "(": name.features.insert(.trait(.behindComma))
    case let mark? where mark.properties.isQuotationMark:
      if !isApostrophe(before: run) { name.features.insert(.trait(.quoted)) }
    default: break
    }
    if let mark = mark(behind: run, in: sentence), mark == "," || mark == "(" {
      name.features.insert(.trait(.beforeComma))
    }
    let language = language(of: sentence)
    for term in terms[sentences[sentence].terms] where !term.range.overlaps(run) {
      let isBehind = term.range.end <= run.start
      let gap = isBehind ? run.lower - term.range.upper : term.range.lower - run.upper
      guard gap <= 1 else { continue }
      if term.concept == language?.joins {
        name.features.insert(.trait(isBehind ? .behindJoiner : .beforeJoiner))
      } else if term.concept == language?.obliqueBefore, isBehind {
        name.features.insert(.trait(.oblique))
      } else if rules.concepts[term.concept.row].isVocabulary {
        name.features.insert(isBehind ? .behind(term.concept) : .before(term.concept))
      }
    }
  }

  /// A run without the first word of its sentence, if that has its capital only from there: "Then Foo".
  private func withoutBeginning(
    _ run: ByteRange, in sentence: Int, _ small: Set<ArraySlice<UInt8>>
  ) -> ByteRange {
    let words = words(in: run)
    guard words.count > 1, isInitial(run, in: sentence),
      small.contains(folded.bytes[words[0].indices]) || isOpener(words[0], in: sentence)
    else { return run }
    return ByteRange(words[1].lower, run.upper)
  }

  /// Whether the rules know a word as one that begins sentences, not names.
  private func isOpener(_ word: ByteRange, in sentence: Int) -> Bool {
    guard let known = rules.naming?.words, let kind = known.kinds.firstIndex(of: "opener") else {
      return false
    }
    let language = paragraphs[sentences[sentence].paragraph].language
    return known.has(folded.bytes[word.indices], of: kind, in: language)
  }

  /// Whether the mark before a range is an apostrophe: behind a letter, as in "l'Acme" and "users' Acme".
  private func isApostrophe(before range: ByteRange) -> Bool {
    var place = range.lower - 1
    while place > 0, folded.bytes[place] == 0x20 { place -= 1 }
    return place > 0 && folded.bytes[place] == 0x27
      && kinds[place - 1] != WordClasses.Kind.none
  }

  /// The character before a range, past blanks; nil at the beginning of the sentence.
  private func mark(before range: ByteRange, in sentence: Int) -> Unicode.Scalar? {
    var place = range.lower
    while place > sentences[sentence].range.lower {
      place -= 1
      let byte = folded.bytes[place]
      if byte == 0x20 || byte & 0xC0 == 0x80 { continue }
      return Unicode.Scalar(Folding.decode(folded.bytes, at: place).scalar)
    }
    return nil
  }

  /// The character behind a range, past blanks; nil at the end of the sentence.
  private func mark(behind range: ByteRange, in sentence: Int) -> Unicode.Scalar? {
    let rest = range.upper..<sentences[sentence].range.upper
    return rest.first { folded.bytes[$0] != 0x20 }.flatMap {
      Unicode.Scalar(Folding.decode(folded.bytes, at: $0).scalar)
    }
  }

  /// The words of the article that somewhere begin with a small letter, in scripts that have both.
  ///
  /// - Complexity: O(words).
  private func smallWords() -> Set<ArraySlice<UInt8>> {
    var found: Set<ArraySlice<UInt8>> = []
    for sentence in sentences {
      for word in words(in: sentence.range)
      where kinds[word.lower] == WordClasses.Kind.spaced && !startsWithCapital(word) {
        found.insert(folded.bytes[word.indices])
      }
    }
    return found
  }

  /// Marks names that hold others, and those that are held.
  ///
  /// - Complexity: O(names × names of several words).
  private func addParts(to names: inout [UndeclaredName]) {
    let words = names.map { name in
      self.words(in: name.range).map { Array(folded.bytes[$0.indices]) }
    }
    for outer in names.indices where words[outer].count > 1 {
      for inner in names.indices where words[inner].count < words[outer].count {
        guard words[outer].contains(words[inner]) else { continue }
        names[outer].features.insert(.trait(.whole))
        names[inner].features.insert(.trait(.part))
        if words[outer].suffix(words[inner].count) == words[inner][...] {
          names[inner].features.insert(.trait(.last))
        }
      }
    }
  }
}
