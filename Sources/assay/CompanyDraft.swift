internal import Findings
internal import Foundation
internal import PhraseMatching
internal import RuleCompilation
internal import SourceText

/// The first draft of a company's declaration, for an analyst to complete: what `assay rules new company`
/// prints.
struct CompanyDraft {
  /// The declaration, with a line's end at its end.
  let text: String

  /// Drafts a declaration.
  ///
  /// A word for a firm that a language declares leaves the name and stays in an alias if it is written as a
  /// legal form is (`B.V.`, `GmbH`, `주식회사`); `Labs` stays in the name, and the name without it becomes
  /// an alias unless it is a word. A name that is a word gets a guard.
  ///
  /// - Complexity: O(names and phrases of the rules).
  /// - Throws: `Failure` if the name is empty, too long or declared already.
  init(name written: String, rules: RuleSet) throws {
    let name = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard name.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw Failure(
        "`assay rules new company` needs a name",
        hint: "for example: assay rules new company \"Nordlake B.V.\"")
    }
    guard name.split(separator: " ").count <= RuleCompilation.Limits.nameWords else {
      throw Failure("a name has at most \(RuleCompilation.Limits.nameWords) words")
    }
    var folding = Folding()
    let suffixes = Self.phrases(
      of: rules.languages.flatMap { [$0.organisationEnds, $0.organisationAfter] }, in: rules)
    let (bare, form) = Self.parted(name, suffixes, &folding)
    let core = form.map(Self.isLegal) ?? false ? bare : name
    for spelling in Set([name, core]) {
      if let known = Self.bearer(of: folding.fold(spelling), in: rules, &folding) {
        throw Failure(
          "`\(spelling)` is declared already: \(known)", hint: "extend that declaration instead")
      }
    }
    let taken = Set(rules.companies.map(\.id))
    let stem = Self.identifier(of: core)
    var id = stem
    var number = 2
    while taken.contains(id) {
      id = "\(stem)-\(number)"
      number += 1
    }
    var lines = ["company \(id) \(Self.quoted(core)) {"]
    if core != name {
      lines.append("  alias any: \(Self.quoted(name))")
    } else if bare != name, !Self.isWord(folding.fold(bare), in: rules) {
      lines.append("  alias any: \(Self.quoted(bare))")
    }
    lines += [
      "  # alias any: \"…\"  ko: \"…\"          other names, by language",
      "  # owns  product any: \"…\" from 2024   what it sells under a name of its own",
      "  # kind  data-broker                  what \"the data broker\" may mean",
      "  # seat  NL \"Utrecht\"                 what \"the Dutch firm\" may mean",
    ]
    if Self.isWord(folding.fold(core), in: rules) {
      lines.append("  guard \(Self.quoted(core)) not initial")
    }
    text = lines.joined(separator: "\n") + "\n}\n"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  /// The name without the word for a firm at its end or beginning, and that word.
  private static func parted(
    _ name: String, _ suffixes: Set<[UInt8]>, _ folding: inout Folding
  ) -> (bare: String, form: String?) {
    var words = name.split(separator: " ")
    var form: Substring?
    if words.count > 1, let last = words.last, suffixes.contains(folding.fold(String(last))) {
      form = words.removeLast()
    } else if words.count > 1, let first = words.first,
      suffixes.contains(folding.fold(String(first)))
    {
      form = words.removeFirst()
    }
    var bare = words.joined(separator: " ")
    while bare.last == "," { bare.removeLast() }
    guard bare.contains(where: { $0.isLetter || $0.isNumber }) else { return (name, nil) }
    return (bare, form.map(String.init))
  }

  /// Whether a word for a firm is written as legal forms are: with stops, two capitals, or without case.
  private static func isLegal(_ form: String) -> Bool {
    form.contains(".") || form.count(where: \.isUppercase) > 1
      || !form.contains(where: { $0.isUppercase || $0.isLowercase })
  }

  private static func phrases(of concepts: [ConceptID], in rules: RuleSet) -> Set<[UInt8]> {
    let wanted = Set(concepts)
    var found: Set<[UInt8]> = []
    for (row, senses) in rules.senses.enumerated() {
      let isWanted = senses.contains {
        if case .concept(let concept, _) = $0 { wanted.contains(concept) } else { false }
      }
      if isWanted { found.insert(rules.phrases.phrases[row].folded) }
    }
    return found
  }

  /// Who bears a name already, and where that is written.
  private static func bearer(
    of folded: [UInt8], in rules: RuleSet, _ folding: inout Folding
  ) -> String? {
    for name in rules.names where folding.fold(name.text) == folded {
      guard case .company(let id) = name.bearer else { continue }
      let company = rules.companies[id.row]
      return "\(company.name), \(company.place.text)"
    }
    return nil
  }

  /// Whether a language has the name as a word.
  private static func isWord(_ folded: [UInt8], in rules: RuleSet) -> Bool {
    zip(rules.phrases.phrases, rules.senses).contains { phrase, senses in
      phrase.folded == folded
        && senses.contains { if case .concept(_, .some) = $0 { true } else { false } }
    }
  }

  /// Lower-case words with hyphens; of a name in another script than Latin a digest.
  private static func identifier(of name: String) -> String {
    let plain = name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
    var words: [String] = [""]
    for scalar in plain {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        words.append("")
      }
    }
    let id = words.filter { !$0.isEmpty }.joined(separator: "-")
    guard let first = id.first, first.isLetter else {
      return "company-\(id.isEmpty ? String(Digest(of: name).description.suffix(6)) : id)"
    }
    return id
  }
}
