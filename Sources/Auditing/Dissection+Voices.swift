internal import ArticleReading
internal import Findings
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// Who is heard in the article: the outlet that it credits first, else its publisher's group, else
  /// its host; a function of this article and the rules alone.
  func voice() -> String {
    if let credited = creditedOutlet() { return rules.publishers[credited.row].group }
    if let name = article.publisher, let known = index.outlets.publisher(named: name) {
      return rules.publishers[known.row].group
    }
    if let host = article.url.flatMap(Self.host) {
      if let known = index.outlets.publisher(at: host) { return rules.publishers[known.row].group }
      return "unknown:\(host)"
    }
    return article.publisher.map { "unknown:\($0)" } ?? "unknown"
  }

  /// The outlet of the first frame of credit; whoever publishes the article credits nobody by its own name.
  private func creditedOutlet() -> PublisherID? {
    var next = 0
    for sentence in sentences.indices {
      let range = sentences[sentence].range
      while next < outlets.count, outlets[next].range.start < range.start { next += 1 }
      guard let language = language(of: sentence), !language.credits.isEmpty else { continue }
      let outlets = outlets[next...].prefix { $0.range.end <= range.end }
      guard !outlets.isEmpty else { continue }
      for credit in language.credits {
        if let outlet = match(credit, in: sentence, outlets) { return outlet }
      }
    }
    return nil
  }

  /// Whether a credit stands in a sentence: its words, and an outlet where `[outlet]` is.
  private func match(
    _ credit: Pattern, in sentence: Int, _ outlets: ArraySlice<(id: PublisherID, range: ByteRange)>
  ) -> PublisherID? {
    for outlet in outlets {
      var place = outlet.range
      guard
        let slot = credit.elements.firstIndex(where: { if case .role = $0 { true } else { false } })
      else { continue }
      var fits = true
      for index in stride(from: slot - 1, through: 0, by: -1) where fits {
        let before = words(credit.elements[index], sentence).last {
          $0.end <= place.start
            && wordsBetween($0, place) <= (credit.gaps[index] ?? Limits.windowWords)
        }
        if let before { place = before } else { fits = false }
      }
      place = outlet.range
      for index in (slot + 1)..<max(slot + 1, credit.elements.count) where fits {
        let after = words(credit.elements[index], sentence).first {
          $0.start >= place.end
            && wordsBetween(place, $0) <= (credit.gaps[index - 1] ?? Limits.windowWords)
        }
        if let after { place = after } else { fits = false }
      }
      if fits { return outlet.id }
    }
    return nil
  }

  private func words(_ element: Pattern.Element, _ sentence: Int) -> [ByteRange] {
    guard case .concepts(let concepts, _) = element else { return [] }
    return concepts.flatMap { places(of: $0, in: sentence) }.map(\.range).sorted()
  }

  /// What happened: the one named case of the company that the article speaks of, else the quarter.
  func caseName(of company: CompanyID) -> String {
    var found: Set<String> = []
    for entry in namedCases where rules.cases[entry.id.row].companies.contains(company) {
      found.insert(rules.cases[entry.id.row].id)
    }
    if found.count == 1, let only = found.first { return only }
    return article.published?.quarter ?? "undated"
  }

  /// The host of an address: what stands between `//` and the next `/`, `:` or `?`.
  private static func host(of url: String) -> String? {
    let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty else { return nil }
    let host = parts[2].prefix { !"/:?#".contains($0) }.lowercased()
    return host.isEmpty ? nil : host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}
