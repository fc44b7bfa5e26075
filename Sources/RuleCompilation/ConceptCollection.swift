/// Gathers the concepts, and which includes which.
struct ConceptCollection {
  /// The concepts, by number.
  private(set) var concepts: [Concept] = []
  /// What each includes directly.
  private var included: [[ConceptID]] = []
  private var numbers: [String: ConceptID] = [:]

  /// Adds a concept, or gives the one of that id.
  mutating func add(_ id: String, title: String) -> ConceptID {
    if let known = numbers[id] { return known }
    let concept = ConceptID(concepts.count)
    numbers[id] = concept
    concepts.append(Concept(id: id, title: title))
    included.append([])
    return concept
  }

  /// The concept of an id.
  func concept(_ id: String) -> ConceptID? { numbers[id] }

  /// Makes `whole` include `part`; false, and nothing is done, if `part` includes `whole` already.
  ///
  /// - Complexity: O(concepts + inclusions) in the worst case.
  mutating func include(_ part: ConceptID, in whole: ConceptID) -> Bool {
    if reaches(part, whole) { return false }
    if !included[whole.row].contains(part) { included[whole.row].append(part) }
    return true
  }

  /// Sets the concept of the exceptions of another.
  mutating func except(_ exceptions: ConceptID, from concept: ConceptID) {
    concepts[concept.row].exceptions = exceptions
  }

  /// Gives every concept that includes one with exceptions those exceptions too.
  mutating func inheritExceptions() {
    let inclusions = includers()
    for part in concepts.indices {
      guard let exceptions = concepts[part].exceptions else { continue }
      for whole in inclusions[part].dropFirst() where !concepts[whole.row].id.hasSuffix(".except") {
        if let own = concepts[whole.row].exceptions {
          _ = include(exceptions, in: own)
        } else {
          let own = add("\(concepts[whole.row].id).except", title: "")
          _ = include(exceptions, in: own)
          except(own, from: whole)
        }
      }
    }
  }

  /// For each concept itself and all that include it, directly or not.
  ///
  /// - Complexity: O(concepts · inclusions).
  func includers() -> [[ConceptID]] {
    var direct: [[ConceptID]] = Array(repeating: [], count: concepts.count)
    for (whole, parts) in included.enumerated() {
      for part in parts { direct[part.row].append(ConceptID(whole)) }
    }
    return concepts.indices.map { start in
      var found = [ConceptID(start)]
      var seen: Set<ConceptID> = [ConceptID(start)]
      var next = 0
      while next < found.count {
        for whole in direct[found[next].row] where seen.insert(whole).inserted {
          found.append(whole)
        }
        next += 1
      }
      return found
    }
  }

  private func reaches(_ start: ConceptID, _ target: ConceptID) -> Bool {
    var open = [start]
    var seen: Set<ConceptID> = [start]
    while let concept = open.popLast() {
      if concept == target { return true }
      for part in included[concept.row] where seen.insert(part).inserted { open.append(part) }
    }
    return false
  }
}
