internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Stratum 6, second part: the sentences whose words weigh enough for a signal together.
  ///
  /// A signal's patterns go before its scorecard: where one of them matched in a sentence, or matched and
  /// fell, the sentence is not weighed for it.
  ///
  /// - Complexity: O(vocabularies in each sentence and around it × the cards that weigh them).
  mutating func weighSentences(requirementsUnmet unmet: (SignalID, _ sentence: Int) -> Bool) {
    guard !index.cards.isEmpty else { return }
    let present = sentences.map { Set(terms[$0.terms].map(\.concept)) }
    var decided: Set<Weighing> = []
    for candidate in candidates {
      decided.insert(Weighing(sentence: candidate.sentence, signal: candidate.signal))
    }
    for sentence in sentences.indices where !sentences[sentence].isCopy {
      var points: [SignalID: Int] = [:]
      for concept in present[sentence] {
        for entry in index.cards[concept] ?? [] where !entry.isAround {
          points[entry.signal, default: 0] += entry.points
        }
      }
      points = points.filter { signal, sum in
        guard let card = rules.signals[signal.row].scorecard else { return false }
        return 100 * sum >= Limits.shareInSentence * card.threshold
      }
      guard !points.isEmpty else { continue }
      for concept in around(sentence, present) {
        for entry in index.cards[concept] ?? [] where entry.isAround {
          points[entry.signal, default: 0] += entry.points
        }
      }
      for (signal, sum) in points.sorted(by: { $0.key < $1.key }) {
        guard let card = rules.signals[signal.row].scorecard, sum >= card.threshold,
          !decided.contains(Weighing(sentence: sentence, signal: signal)),
          let candidate = weighed(signal, card, sum, sentence, unmet: unmet(signal, sentence))
        else { continue }
        candidates.append(candidate)
      }
    }
  }

  private struct Weighing: Hashable {
    var sentence: Int
    var signal: SignalID
  }

  /// The vocabularies that have words in the sentences around one.
  private func around(_ sentence: Int, _ present: [Set<ConceptID>]) -> Set<ConceptID> {
    var found: Set<ConceptID> = []
    let first = max(0, sentence - Limits.aroundSentences)
    let last = min(present.count - 1, sentence + Limits.aroundSentences)
    for other in first...last where other != sentence { found.formUnion(present[other]) }
    return found
  }

  /// The candidate of a sentence that weighs enough: its act is the heaviest word, and its words are those
  /// that speak for it, heaviest first.
  private func weighed(
    _ signal: SignalID, _ card: Scorecard, _ sum: Int, _ sentence: Int, unmet: Bool
  ) -> Candidate? {
    var words: [(term: Term, points: Int)] = []
    for weight in card.weights where weight.points > 0 && !weight.isAround {
      if let term = places(of: weight.concept, in: sentence).first {
        words.append((term, weight.points))
      }
    }
    words.sort { ($1.points, $0.term.range) < ($0.points, $1.term.range) }
    guard let heaviest = words.first else { return nil }
    let kept = words.prefix(Limits.weighedWords)
    let range = kept.reduce(heaviest.term.range) { $0.union($1.term.range) }
    let said = kept.map { "\($0.points) {\(rules.concepts[$0.term.concept.row].id)}" }
    let pattern = Pattern(
      order: .near, elements: [], gaps: [], scope: .sentences(1), firm: true,
      text: "weighs \(sum): \(said.joined(separator: ", ")), suffices \(card.threshold)",
      place: card.place)
    var candidate = Candidate(
      signal: signal, pattern: pattern, sentence: sentence, terms: kept.map(\.term),
      act: heaviest.term.range, range: range, fate: .unattributed)
    if let reason = fault(of: candidate) {
      candidate.fate = reason
    } else if unmet {
      candidate.fate = Self.outOfContext
    }
    return candidate
  }
}
