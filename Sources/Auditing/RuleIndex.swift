internal import PhraseMatching
internal import RuleCompilation

/// What the strata look up in the rules again and again, made once a rule set.
struct RuleIndex: Sendable {
  /// A pattern of a signal.
  struct Entry: Hashable, Sendable {
    var signal: SignalID
    var pattern: Int
  }

  /// By row of the concept: the patterns whose first `{…}` it is in.
  private(set) var byAct: [[Entry]]

  /// What the scorecards weigh.
  let weights: WeightIndex

  /// The network by which sentences are read.
  let network: NetworkIndex

  /// What is weighed of those who may be blamed.
  let blame: BlameIndex

  /// Who publishes under which name and at which host.
  let outlets: OutletIndex

  /// By row of the language: the folded texts that join a list, longest first.
  ///
  /// Suffixes among them
  /// (`과`, `와`) stand inside a word, where no phrase is found.
  private(set) var joins: [[[UInt8]]]

  /// By row of the language: what names a firm after a seat ("Dutch **firm**"): its references of two
  /// words or more without the first, longest first, with the kind that they ask for.
  private(set) var firms: [[(text: [UInt8], kind: String?)]]

  /// By row of the language, then by their last two bytes: nouns for kinds of organisation.
  private(set) var nouns: [[UInt16: [OrganisationNoun]]]

  /// By row of the language, then by concept: the frames whose first words are of it.
  private(set) var frames: [[ConceptID: [Int]]]

  /// By row of the concept: whether the guard of a name asks where it stands.
  private(set) var isGuarding: [Bool]

  /// Indexes a rule set.
  init(_ rules: RuleSet) {
    weights = WeightIndex(rules)
    network = NetworkIndex(rules)
    blame = BlameIndex(rules)
    outlets = OutletIndex(rules)
    isGuarding = [Bool](repeating: false, count: rules.concepts.count)
    for name in rules.names {
      for case .near(let concept, _, _) in name.guards { isGuarding[concept.row] = true }
    }
    byAct = [[Entry]](repeating: [], count: rules.concepts.count)
    for (row, signal) in rules.signals.enumerated() {
      for (index, pattern) in signal.matches.enumerated() {
        guard let act = pattern.act else { continue }
        let entry = Entry(signal: SignalID(row), pattern: index)
        for concept in act.concepts { byAct[concept.row].append(entry) }
      }
    }
    frames = rules.languages.map { language in
      var byConcept: [ConceptID: [Int]] = [:]
      for (number, frame) in language.frames.enumerated() {
        for concept in frame.act?.concepts ?? [] { byConcept[concept, default: []].append(number) }
      }
      return byConcept
    }
    nouns = rules.languages.map { language in
      Dictionary(
        grouping: language.organisationNouns, by: { OrganisationNoun.ending(of: $0.text) ?? 0 })
    }
    var texts = [[[UInt8]]](repeating: [], count: rules.languages.count)
    firms = [[(text: [UInt8], kind: String?)]](repeating: [], count: rules.languages.count)
    var joiners = [Int?](repeating: nil, count: rules.concepts.count)
    var references = [(language: Int, kind: String?)?](repeating: nil, count: rules.concepts.count)
    for (row, language) in rules.languages.enumerated() {
      if joiners[language.joins.row] == nil { joiners[language.joins.row] = row }
      references[language.references.row] = (row, nil)
      for (kind, concept) in language.kindReferences { references[concept.row] = (row, kind) }
    }
    for phrase in rules.senses.indices {
      for case .concept(let concept, _) in rules.senses[phrase] {
        if let language = joiners[concept.row] {
          texts[language].append(rules.phrases.phrases[phrase].folded)
        }
        if let (language, kind) = references[concept.row] {
          let text = rules.phrases.phrases[phrase].folded
          guard let blank = text.firstIndex(of: 0x20) else { continue }
          firms[language].append((Array(text[(blank + 1)...]), kind))
        }
      }
    }
    for row in firms.indices {
      firms[row].sort { a, b in
        a.text.count != b.text.count
          ? a.text.count > b.text.count : a.text.lexicographicallyPrecedes(b.text)
      }
    }
    for (row, language) in rules.languages.enumerated() {
      texts[row] += language.joinMarks.map { Array($0.utf8) }
    }
    joins = texts.map { list in
      list.sorted { a, b in
        a.count != b.count ? a.count > b.count : a.lexicographicallyPrecedes(b)
      }
    }
  }
}
