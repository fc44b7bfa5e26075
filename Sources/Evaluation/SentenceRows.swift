internal import RuleCompilation

/// The sentences of articles as rows of numbered columns, each a thing that may be weighed, and where it is.
struct SentenceRows: Sendable {
  /// What may be weighed, and where it is.
  struct Feature: Hashable {
    var name: String
    var place: Scorecard.Place
  }

  private var features: [Feature: Int32] = [:]
  /// By sentence: its features, those around it, and those of its article.
  private(set) var rows: [[Int32]] = []

  /// Adds the sentences of an article by what is in each of them; the numbers of their rows.
  ///
  /// - Complexity: O(sentences × features).
  mutating func add(_ sentences: [ScorecardFit.Sentence]) -> Range<Int> {
    let first = rows.count
    for sentence in sentences { rows.append(ownFeatures(of: sentence)) }
    return first..<rows.count
  }

  private mutating func ownFeatures(of sentence: ScorecardFit.Sentence) -> [Int32] {
    sentence.features.union(sentence.alone).sorted().map { feature($0, .sentence) }
      + sentence.twice.sorted().map { feature($0, .twice) }
  }

  /// Adds the sentences of an article by what is in each, around it and in the article; the numbers of their
  /// rows.
  ///
  /// - Parameter reach: How many sentences before and after one count as around it.
  /// - Complexity: O(sentences × features × reach).
  mutating func add(_ sentences: [ScorecardFit.Sentence], reach: Int) -> Range<Int> {
    let first = rows.count
    let (anywhere, often) = Self.featuresOfArticle(sentences)
    let whole = anywhere.map { feature($0, .article) } + often.map { feature($0, .often) }
    for (index, sentence) in sentences.enumerated() {
      var around: Set<String> = []
      for other in max(0, index - reach)...min(sentences.count - 1, index + reach)
      where other != index { around.formUnion(sentences[other].features) }
      rows.append(
        ownFeatures(of: sentence) + around.sorted().map { feature($0, .around) } + whole)
    }
    return first..<rows.count
  }

  /// Adds a sentence once more, as evidence of a signal against somebody; the number of its row.
  ///
  /// - Parameters:
  ///   - row: The sentence's row.
  ///   - theirs: The other rows that name or mean them.
  ///   - sentences: The sentences of the article, the first of which has row `first`.
  /// - Complexity: O(features of all sentences).
  mutating func add(
    row: Int, asEvidenceOf signal: String, theirs: Set<Int>,
    among sentences: [ScorecardFit.Sentence], from first: Int
  ) -> Int {
    let told = theirs.reduce(into: Set<String>()) { told, other in
      if first + other != row { told.formUnion(sentences[other].features) }
    }
    rows.append(
      rows[row] + [feature("signal \(signal)", .sentence)]
        + told.sorted().map { feature($0, .theirs) })
    return rows.count - 1
  }

  /// What sentences have, and what two of them or more have, sorted.
  static func featuresOfArticle(
    _ sentences: [ScorecardFit.Sentence]
  ) -> (anywhere: [String], often: [String]) {
    var counts: [String: Int] = [:]
    for sentence in sentences {
      for feature in sentence.features { counts[feature, default: 0] += 1 }
    }
    return (counts.keys.sorted(), counts.filter { $0.value > 1 }.keys.sorted())
  }

  private mutating func feature(_ name: String, _ place: Scorecard.Place) -> Int32 {
    let feature = Feature(name: name, place: place)
    if let known = features[feature] { return known }
    let new = Int32(features.count)
    features[feature] = new
    return new
  }

  /// The sentences in the features that enough of them have, and those features.
  func frequent() -> (rows: [[Int32]], columns: [Feature]) {
    var counts = [Int](repeating: 0, count: features.count)
    for row in rows { for column in row { counts[Int(column)] += 1 } }
    let kept = features.filter { counts[Int($0.value)] >= Self.leastSentences }
      .sorted { $0.value < $1.value }
    var columns = [Int32](repeating: -1, count: features.count)
    for (new, old) in kept.enumerated() { columns[Int(old.value)] = Int32(new) }
    return (
      rows.map { $0.compactMap { columns[Int($0)] < 0 ? nil : columns[Int($0)] } },
      kept.map(\.key)
    )
  }

  /// Sentences that must have a feature for it to be fitted to.
  private static let leastSentences = 3
}
