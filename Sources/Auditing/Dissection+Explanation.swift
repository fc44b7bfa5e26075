internal import ArticleReading
package import Findings
package import RuleCompilation
internal import SourceText

/// Where a finding that was expected was lost.
package struct Loss: Hashable, Sendable {
  /// The strata, in order, at which one can be lost.
  package enum Stratum: String, Sendable, CaseIterable {
    case name
    case section
    case words
    case negation
    case requirement
    case weight
    case relevance
    case attribution
  }

  /// Where.
  package var stratum: Stratum
  /// What was missing or in the way, with the rule that was nearest.
  package var detail: String

  /// Makes a loss.
  package init(_ stratum: Stratum, _ detail: String) {
    self.stratum = stratum
    self.detail = detail
  }
}

extension Dissection {
  /// Every candidate, with its fate, as `assay explain ARTICLE` shows it.
  package struct Trail: Sendable {
    /// The signal's id.
    package var signal: String
    /// The rule, as `path:line`.
    package var rule: String
    /// The pattern in its canonical layout.
    package var pattern: String
    /// The words that matched.
    package var terms: [String]
    /// The sentence.
    package var quote: String
    /// The stance read there.
    package var stance: Stance
    /// Whether it is denied.
    package var denied: Bool
    /// The companies, and by what.
    package var actors: [String]
    /// What became of it.
    package var fate: Candidate.Fate
  }

  /// All candidates in the order of the text.
  package func trail() -> [Trail] {
    candidates.map { candidate in
      Trail(
        signal: rules.signals[candidate.signal.row].id, rule: candidate.pattern.place.text,
        pattern: candidate.pattern.text, terms: candidate.terms.map { text($0.range) },
        quote: text(sentences[candidate.sentence].range), stance: candidate.stance,
        denied: candidate.denied, actors: candidate.pair.map { "\(label($0.actor)) (\($0.by))" },
        fate: candidate.fate)
    }
  }

  private func label(_ actor: Actor) -> String {
    switch actor {
    case .company(let id): rules.companies[id.row].name
    case .body(let id): rules.bodies[id.row].name
    case .unlisted(let number): "\(unlistedNames[number]) [unlisted]"
    case .unnamed: "unnamed"
    }
  }

  /// A sentence, with the words in it that vocabularies have.
  package struct WordedSentence: Sendable {
    /// The sentence.
    package var text: String
    /// Each word with the id of its vocabulary, by their places.
    package var words: [(vocabulary: String, text: String)]
    /// Whether it stands word for word earlier in the article.
    package var isCopy: Bool
    /// The vocabularies that have words in it at two places or more.
    package var twice: [String]
    /// What it has besides.
    package var traits: [SentenceTrait]
    /// The kinds of the companies in it.
    package var kinds: Set<String>
  }

  /// Every sentence that is evidence, with the words that the rules' own vocabularies found in it.
  ///
  /// - Complexity: O(terms).
  package func wordedSentences() -> [WordedSentence] {
    sentences.indices.map { index in
      WordedSentence(
        text: text(sentences[index].range),
        words: terms[sentences[index].terms].compactMap { term in
          let concept = rules.concepts[term.concept.row]
          return concept.isVocabulary ? (concept.id, text(term.range)) : nil
        }, isCopy: sentences[index].isCopy,
        twice: repeatedConcepts(in: index).lazy.map { rules.concepts[$0.row] }
          .filter(\.isVocabulary).map(\.id),
        traits: traits(of: index), kinds: kindsOfCompany(in: index))
    }
  }

  /// The lines of the article that are no evidence, and why.
  package func skippedLines() -> [(text: String, section: String)] {
    paragraphs.filter { !$0.isEvidence }.map { (text($0.range), $0.section.rawValue) }
  }

  /// The sentences that name or mean a company, declared or not, but for copies.
  ///
  /// - Complexity: O(actors + mentions of the company).
  package func sentences(about name: String) -> [Int] {
    let profile = profiles.first { actor, _ in
      switch actor {
      case .company(let id): rules.companies[id.row].name == name
      case .unlisted(let number): unlistedNames[number] == name
      case .body, .unnamed: false
      }
    }
    return profile?.profile.places.map(\.sentence) ?? []
  }

  /// The sentences that overlap a quote of the article, or that hold a part of one.
  package func sentences(of quote: String) -> [Int] {
    let needle = Array(quote.utf8)
    guard !needle.isEmpty, let start = Self.firstIndex(of: needle, in: original) else { return [] }
    let range = ByteRange(folded.folded(at: start), folded.folded(at: start + needle.count))
    return sentences.indices.filter { sentences[$0].range.overlaps(range) }
  }

  /// Whether a signal fires in some sentences, whoever is blamed for it, and though it may have fallen
  /// as negated.
  package func fires(_ signal: SignalID, in places: [Int]) -> Bool {
    candidates.contains { $0.signal == signal && places.contains($0.sentence) }
  }

  /// The sentences in which something would be a finding of a signal, whoever is blamed for it.
  package func firing(_ signal: SignalID) -> [Int] {
    Set(candidates.lazy.filter { $0.signal == signal && !$0.hasFallen }.map(\.sentence)).sorted()
  }

  /// Whom a match in these sentences would blame: the actors of a firm pattern whose act is their middle.
  package func blamed(in places: [Int], for signal: SignalID) -> Set<CompanyID> {
    places.reduce(into: []) { $0.formUnion(blamed(in: $1, for: [signal])[0]) }
  }

  /// Whom a match of each signal in a sentence would blame.
  ///
  /// - Complexity: O(actors of the article × (their features + the signals)).
  package func blamed(in place: Int, for signals: [SignalID]) -> [Set<CompanyID>] {
    let range = sentences[place].range
    let middle = range.lower + range.count / 2
    let act = ByteRange(middle, middle)
    let pattern = Pattern(
      order: .near, elements: [.number], gaps: [], scope: .sentences(1), firm: true, text: "",
      place: RulePlace(file: "", line: 0))
    let suspects = suspects(of: place)
    return signals.map { signal in
      let probe = Candidate(
        signal: signal, pattern: pattern, sentence: place, terms: [], act: act, range: act,
        fate: .unattributed)
      return actors(of: probe, among: suspects).reduce(into: []) { found, pair in
        if case .company(let id) = pair.actor { found.insert(id) }
      }
    }
  }

  /// At which stratum the pair of a company and a signal was lost.
  ///
  /// - Parameter places: The sentences where it should have been found; empty for the whole article.
  package func loss(of company: CompanyID, _ signal: SignalID, in places: [Int] = []) -> Loss {
    let name = rules.companies[company.row].name
    guard mentions.contains(where: { $0.actor == .company(company) }) else {
      return Loss(.name, "`\(name)` is not recognised")
    }
    let here = candidates.filter {
      $0.signal == signal && (places.isEmpty || places.contains($0.sentence))
    }
    if places.isEmpty, sentences.isEmpty { return Loss(.section, "no line is evidence") }
    if let open = here.first(where: { !$0.hasFallen }) {
      let actors = open.pair.map { label($0.actor) }.joined(separator: ", ")
      return Loss(
        .attribution, actors.isEmpty ? "no actor in: \(quote(open))" : "blamed on \(actors)")
    }
    if let fallen = here.first, case .fell(let stratum, let reason) = fallen.fate {
      return Loss(
        Loss.Stratum(rawValue: stratum) ?? .requirement, "\(reason), in: \(quote(fallen))")
    }
    let places = places.isEmpty ? Array(sentences.indices) : places
    let nearest = [nearestPattern(signal, in: places), weight(of: signal, in: places)]
    return Loss(.words, nearest.compactMap(\.self).joined(separator: "; "))
  }

  /// What the heaviest of some sentences weighs for a signal, of what suffices; nil without a scorecard.
  private func weight(of signal: SignalID, in places: [Int]) -> String? {
    guard let card = rules.signals[signal.row].scorecard,
      let most = places.compactMap({ sums[$0].isEmpty ? nil : sums[$0][signal.row] }).max()
    else { return nil }
    return "weighs \(most) of \(card.threshold)"
  }

  private func quote(_ candidate: Candidate) -> String {
    String(text(sentences[candidate.sentence].range).prefix(120))
  }

  /// The pattern of a signal of which most elements are there, and what it lacks.
  private func nearestPattern(_ signal: SignalID, in places: [Int]) -> String {
    var best: (share: Int, text: String)?
    for pattern in rules.signals[signal.row].matches {
      for place in places {
        var present = 0
        var missing: [String] = []
        for element in pattern.elements {
          if case .concepts(let concepts, _) = element {
            if concepts.contains(where: { has($0, in: place) }) {
              present += 1
            } else {
              missing.append(
                "{\(concepts.map { rules.concepts[$0.row].id }.joined(separator: "|"))}")
            }
          }
        }
        let share = present * 12 / max(1, pattern.elements.count)
        if present > 0, best.map({ share > $0.share }) ?? true {
          let why =
            missing.isEmpty
            ? "its words stand too far apart" : "lacks \(missing.joined(separator: " "))"
          best = (share, "\(pattern.place.text): `\(pattern.text)` \(why)")
        }
      }
    }
    return best?.text ?? "no word of any pattern"
  }

  /// The first place of some bytes among others.
  private static func firstIndex(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
    guard let first = needle.first, needle.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - needle.count)
    where bytes[start] == first && bytes[start..<(start + needle.count)].elementsEqual(needle) {
      return start
    }
    return nil
  }
}

extension Dissection {
  /// Whether a word of a signal's patterns stands anywhere in the article.
  package func meets(_ signal: SignalID) -> Bool {
    var asked: Set<ConceptID> = []
    for pattern in rules.signals[signal.row].matches {
      for case .concepts(let concepts, _) in pattern.elements { asked.formUnion(concepts) }
    }
    return terms.contains { asked.contains($0.concept) }
  }
}
