import PhraseMatching
import SourceText

/// Which spellings of a name count.
///
/// A name folds case only if it is no word of a declared language; else it counts as written, or all in
/// capitals. So do names of one or two letters, and names with a guard. Scripts without case have but
/// one spelling.
enum NameSpelling {
  /// The phrase of one spelling of a name; its ends are bounded as the words of its language are,
  /// and in Katakana by what is no Katakana.
  static func phrase(
    _ spelling: Term.Spelling, isGuarded: Bool, isWord: Bool, in language: LanguageFacts?
  ) -> Phrase {
    let folded = spelling.folded.span
    let first = Script(ofFirst: folded)
    let last = Script(ofLast: folded)
    var sides = (left: first.bounds.left, right: last.bounds.right)
    if let language {
      if first.belongs(to: language.script) { sides.left = language.bounded.sides.left }
      if last.belongs(to: language.script) { sides.right = language.bounded.sides.right }
    }
    var hasCase = false
    var letters = 0
    var index = 0
    // Katakana writes other names and words of which a name is only a piece.
    if !folded.isEmpty, WordClasses.isKatakana(Folding.decode(folded, at: 0).scalar) {
      sides.left = true
    }
    var katakana = 0
    while index < folded.count {
      let (scalar, width) = Folding.decode(folded, at: index)
      let script = Script(scalar)
      if script.hasCase { hasCase = true }
      if script != .none, script != .digit { letters += 1 }
      katakana = WordClasses.isKatakana(scalar) ? katakana + 1 : 0
      index += width
    }
    // Behind a longer one what it owns is named: its maps, its branch.
    if (1...Limits.shortKatakana).contains(katakana) { sides.right = true }
    // Short names, and acronyms, are syllables of too many words ("start-ups") to fold case.
    let isAcronym =
      letters <= 4
      && spelling.written.elementsEqual(
        String(decoding: spelling.written, as: UTF8.self).uppercased().utf8)
    // A word of one letter ("S-Bank") is what an apostrophe leaves of others ("the world's bank").
    let hasLetter = spelling.folded.split(separator: 0x20).contains { $0.count == 1 }
    let isShort = letters <= 2 || isAcronym || hasLetter
    return Phrase(
      folded: Array(spelling.folded), boundedLeft: sides.left, boundedRight: sides.right,
      spelling: hasCase && (isGuarded || isWord || isShort)
        ? .asWritten(Array(spelling.written)) : .any)
  }
}
