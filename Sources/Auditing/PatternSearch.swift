internal import RuleCompilation
internal import SourceText

/// A pattern found in a window: which place took each element.
struct PatternMatch {
  /// What took an element's place.
  enum Binding {
    case term(Dissection.Term)
    case mention(Int)
    case range(ByteRange)
  }

  /// One for each element of the pattern.
  var bindings: [Binding]
  /// From the first to the last of them.
  var range: ByteRange
}

extension Dissection {
  /// A place that an element may take, and the bytes that it covers there.
  private typealias Choice = (range: ByteRange, binding: PatternMatch.Binding, pieces: [ByteRange])

  /// The places in a window that an element of a pattern may take, in order.
  private func choices(
    _ element: Pattern.Element, in window: Range<Int>
  ) -> [Choice] {
    switch element {
    case .concepts(let concepts, _):
      let found = window.flatMap { sentence in
        concepts.flatMap { places(of: $0, in: sentence) }
      }
      return found.sorted { $0.range < $1.range }.map { ($0.range, .term($0), $0.pieces) }
    case .role:
      return window.flatMap { sentence in
        sentences[sentence].mentions.map {
          (mentions[$0].range, .mention($0), [mentions[$0].range])
        }
      }
    case .money:
      return window.flatMap { amounts(in: $0) }.map { ($0, .range($0), [$0]) }
    case .number:
      return window.flatMap { numbers(in: $0) }.map { ($0, .range($0), [$0]) }
    }
  }

  /// The matches of a pattern in a window of sentences: for each place of its first `{…}` the smallest.
  ///
  /// No two elements share a byte. The number of places tried is bounded (`Limits`), so a window costs
  /// at most a constant times its terms.
  func search(_ pattern: Pattern, in window: Range<Int>) -> [PatternMatch] {
    for case .concepts(let concepts, _) in pattern.elements {
      let isThere = window.contains { sentence in concepts.contains { has($0, in: sentence) } }
      if !isThere { return [] }
    }
    let options = pattern.elements.map { choices($0, in: window) }
    guard options.allSatisfy({ !$0.isEmpty }) else { return [] }
    let anchor =
      pattern.elements.firstIndex { if case .concepts = $0 { true } else { false } } ?? 0
    var matches: [PatternMatch] = []
    for place in options[anchor].prefix(Limits.anchorsPerWindow) {
      let match =
        switch pattern.order {
        case .near: nearest(pattern, options, anchor, place)
        case .order: ordered(pattern, options, anchor, place)
        }
      if let match { matches.append(match) }
    }
    return matches
  }

  /// Any order: the other elements as near to the anchor as they come, none upon another.
  private func nearest(
    _ pattern: Pattern, _ options: [[Choice]], _ anchor: Int, _ place: Choice
  ) -> PatternMatch? {
    let span: Int =
      switch pattern.scope {
      case .words(let count): count
      case .sentences(1): Limits.windowWords
      default: Int.max
      }
    var best: (bindings: [PatternMatch.Binding], range: ByteRange)?
    func extend(_ element: Int, _ taken: [Choice], _ range: ByteRange) {
      if let best, best.range.count <= range.count { return }
      guard element < options.count else {
        best = (taken.map(\.binding), range)
        return
      }
      if element == anchor {
        extend(element + 1, taken + [place], range)
        return
      }
      let near = options[element]
        .filter { choice in
          !collide(choice, place) && !taken.contains { collide($0, choice) }
        }
        .sorted { gap($0.range, place.range) < gap($1.range, place.range) }
      for choice in near.prefix(Limits.choicesPerElement) {
        let wider = range.union(choice.range)
        if width(wider) <= span { extend(element + 1, taken + [choice], wider) }
      }
    }
    extend(0, [], place.range)
    return best.map { PatternMatch(bindings: $0.bindings, range: $0.range) }
  }

  /// Whether two places share a byte; what stands in the gap of a term shares none with it.
  private func collide(_ a: Choice, _ b: Choice) -> Bool {
    a.range.overlaps(b.range)
      && a.pieces.contains { piece in b.pieces.contains { $0.overlaps(piece) } }
  }

  /// In the order written: from the anchor outwards, each element the nearest that its gap allows.
  private func ordered(
    _ pattern: Pattern, _ options: [[Choice]], _ anchor: Int, _ place: Choice
  ) -> PatternMatch? {
    var bound = [Choice?](repeating: nil, count: options.count)
    bound[anchor] = place
    var left = place.range
    for element in stride(from: anchor - 1, through: 0, by: -1) {
      let choice = options[element].last {
        $0.range.end <= left.start && joins($0.range, left, pattern.gaps[element])
      }
      guard let choice else { return nil }
      bound[element] = choice
      left = choice.range
    }
    var right = place.range
    for element in (anchor + 1)..<max(anchor + 1, options.count) {
      let choice = options[element].first {
        $0.range.start >= right.end && joins(right, $0.range, pattern.gaps[element - 1])
      }
      guard let choice else { return nil }
      bound[element] = choice
      right = choice.range
    }
    let range = left.union(right)
    if case .words(let count) = pattern.scope, width(range) > count { return nil }
    return PatternMatch(bindings: bound.compactMap { $0?.binding }, range: range)
  }

  /// Whether a gap may lie between two places: no more words than it allows, and no semicolon.
  private func joins(_ a: ByteRange, _ b: ByteRange, _ gap: Int?) -> Bool {
    if let gap, wordsBetween(a, b) > gap { return false }
    return a.upper > b.lower || !folded.bytes[a.upper..<b.lower].contains(0x3B)
  }

  private func gap(_ a: ByteRange, _ b: ByteRange) -> Int {
    a.end <= b.start ? Int(b.start - a.end) : Int(a.start) - Int(b.end)
  }

  /// The words that a range touches.
  private func width(_ range: ByteRange) -> Int {
    range.isEmpty ? 0 : Int(wordNumbers[range.upper - 1] - wordNumbers[range.lower]) + 1
  }
}
