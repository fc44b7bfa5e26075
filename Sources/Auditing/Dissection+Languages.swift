internal import ArticleReading
internal import PhraseMatching
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Finds the language of each paragraph: by its script where one language alone is written in it, by
  /// the frequent words that the languages declare, and a little by their terms, otherwise; short
  /// paragraphs take the article's.
  mutating func detectLanguages() {
    let recognised = Dictionary(
      rules.languages.enumerated().map { ($1.recognised, $0) }, uniquingKeysWith: { a, _ in a })
    var totals = [Int](repeating: 0, count: rules.languages.count)
    var found: [LanguageID?] = []
    // By row of the language: the last hit that was counted for it.
    var lastHit = [Int](repeating: -1, count: rules.languages.count)
    var next = 0
    for paragraph in paragraphs {
      var scores = scriptScores(paragraph.range)
      while next < hits.count, hits[next].range.start < paragraph.range.start { next += 1 }
      var index = next
      while index < hits.count, hits[index].range.start < paragraph.range.end {
        for case .concept(let concept, let language) in rules.senses[Int(hits[index].phrase.index)]
        {
          if let known = recognised[concept] { scores[known] += 4 }
          if let language, lastHit[language.row] != index {
            lastHit[language.row] = index
            scores[language.row] += 1
          }
        }
        index += 1
      }
      let best = scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) }
      let isClear = best.map { scores[$0] >= 8 } ?? false
      found.append(isClear ? best.map { LanguageID($0) } : nil)
      for (language, score) in scores.enumerated() { totals[language] += score }
    }
    let claimed = article.language.flatMap { claim in
      rules.languages.firstIndex { claim.lowercased().hasPrefix($0.code) }
    }
    if let claimed { totals[claimed] += 6 }
    let most = totals.indices.max { (totals[$0], -$0) < (totals[$1], -$1) }
    mainLanguage = most.flatMap { totals[$0] > 0 ? LanguageID($0) : nil }
    for index in paragraphs.indices {
      paragraphs[index].language = found[index] ?? mainLanguage
    }
  }

  /// One point for each letter of a script that a language is written in.
  private func scriptScores(_ range: ByteRange) -> [Int] {
    var counts = [Int](repeating: 0, count: 5)
    for index in range.indices where folded.bytes[index] & 0xC0 != 0x80 {
      counts[Int(kinds[index])] += 1
    }
    return rules.languages.map { language in
      switch language.script {
      case "hangul": counts[2] * 2
      // Kana decides; Han alone may be Chinese.
      case "kana": counts[4] > 0 ? counts[4] * 2 + counts[3] : 0
      case "han": counts[4] == 0 ? counts[3] : 0
      default: 0
      }
    }
  }

  /// The language of a sentence.
  func language(of sentence: Int) -> Language? {
    paragraphs[sentences[sentence].paragraph].language.map { rules.languages[$0.row] }
  }
}
