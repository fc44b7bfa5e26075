import Diagnostics
import PhraseMatching
import RuleCompilation
import RuleLanguage

/// Compiles rules given as texts, one a file.
func compiled(_ files: String...) -> Compilation {
  compile(
    sources: files.enumerated().map {
      RuleSource(path: "Rules/\($0.offset).rules", bytes: Array($0.element.utf8))
    })
}

/// The codes of the errors, for tests that expect none, or just these.
func errors(_ compilation: Compilation) -> [String] {
  compilation.diagnostics.filter { $0.severity == .error }.map(\.code)
}

extension RuleSet {
  /// The folded texts of the phrases of a concept, `*` where a side is open to more letters.
  func phrases(of id: String) -> [String] {
    guard let row = concepts.firstIndex(where: { $0.id == id }) else { return [] }
    return senses.indices.filter { phrase in
      senses[phrase].contains {
        if case .concept(ConceptID(row), _) = $0 { true } else { false }
      }
    }.map { text(of: $0) }
  }

  /// A phrase, `*` where a side is open to more letters.
  func text(of phrase: Int) -> String {
    let phrase = phrases.phrases[phrase]
    return (phrase.boundedLeft ? "" : "*") + String(decoding: phrase.folded, as: UTF8.self)
      + (phrase.boundedRight ? "" : "*")
  }

  /// The phrase of a folded text.
  func phrase(_ folded: String) -> Phrase? {
    phrases.phrases.first { $0.folded == Array(folded.utf8) }
  }

  /// The parts of the composites that mean a concept, each with its gap.
  func composites(of id: String) -> [(parts: [[String]], gaps: [Int])] {
    guard let row = concepts.firstIndex(where: { $0.id == id }) else { return [] }
    return composites.indices.filter { index in
      composites[index].senses.contains {
        if case .concept(ConceptID(row), _) = $0 { true } else { false }
      }
    }.map { index in
      let parts = (0...composites[index].gaps.count).map { part in
        senses.indices.filter {
          senses[$0].contains(.part(CompositeID(index), part: UInt8(part)))
        }.map { text(of: $0) }
      }
      return (parts, composites[index].gaps)
    }
  }
}
