import PhraseMatching

/// Gathers the phrases of all rules, each once, with what they mean.
struct PhraseCollection {
  /// The phrases, by number.
  private(set) var phrases: [Phrase] = []
  /// What each means as it was written, before `includes` is followed.
  private(set) var senses: [[Sense]] = []
  /// The terms with gaps.
  private(set) var composites: [Composite] = []
  private var numbers: [Phrase: Int] = [:]

  /// Makes room for about so many phrases.
  mutating func reserve(_ count: Int) {
    phrases.reserveCapacity(count)
    senses.reserveCapacity(count)
    numbers.reserveCapacity(count)
  }

  /// Adds a phrase, or a sense to one that is there.
  mutating func add(_ phrase: Phrase, _ sense: Sense) {
    if let number = numbers[phrase] {
      if !senses[number].contains(sense) { senses[number].append(sense) }
      return
    }
    numbers[phrase] = phrases.count
    phrases.append(phrase)
    senses.append([sense])
  }

  /// Adds a term; `phrase` makes a phrase of each spelling.
  mutating func add(_ term: Term, _ sense: Sense, phrase: (Term.Spelling) -> Phrase) {
    guard term.parts.count > 1 else {
      for spelling in term.parts[0] { add(phrase(spelling), sense) }
      return
    }
    let composite = CompositeID(composites.count)
    composites.append(Composite(gaps: term.gaps, senses: [sense]))
    for (part, spellings) in term.parts.enumerated() {
      for spelling in spellings {
        add(phrase(spelling), .part(composite, part: UInt8(truncatingIfNeeded: part)))
      }
    }
  }
}
