internal import RuleCompilation

/// The publishers by their names and hosts, made once a rule set.
struct OutletIndex: Sendable {
  private var byName: [String: PublisherID] = [:]
  private var byHost: [String: PublisherID] = [:]

  /// Indexes the publishers of a rule set; of two with one name or host the first declared has it.
  init(_ rules: RuleSet) {
    for name in rules.names {
      if case .publisher(let id) = name.bearer, byName[name.text.lowercased()] == nil {
        byName[name.text.lowercased()] = id
      }
    }
    for (row, publisher) in rules.publishers.enumerated() {
      if byName[publisher.name.lowercased()] == nil {
        byName[publisher.name.lowercased()] = PublisherID(row)
      }
      for host in publisher.hosts where byHost[host] == nil { byHost[host] = PublisherID(row) }
    }
  }

  /// Who has a name, however its letters are cased.
  func publisher(named name: String) -> PublisherID? { byName[name.lowercased()] }

  /// Whose host it is, or part of whose: `edition.example.com` is of `example.com`; of several the first
  /// declared.
  ///
  /// - Complexity: O(labels of the host).
  func publisher(at host: String) -> PublisherID? {
    var found = byHost[host]
    var rest = host[...]
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      guard let wider = byHost[String(rest)] else { continue }
      if found.map({ wider.row < $0.row }) ?? true { found = wider }
    }
    return found
  }
}
