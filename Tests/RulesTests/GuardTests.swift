import Auditing
import RuleCompilation
import RuleLanguage
import Testing

@Suite struct `Names that are also words` {
  /// Names of companies and products that anybody would stumble over.
  static let known = [
    "Meta", "X", "Apple", "Orange", "Free", "Slack", "LINE", "Bolt", "Signal", "Claude", "Gemini",
    "Tea", "Voices", "Target", "Gap", "Block", "Nest", "Visa", "Shell", "Box", "Brave",
    "Unity",
    "Steam", "Oracle", "Amazon",
  ]

  @Test(arguments: known)
  func `have a guard`(name: String) throws {
    let rules = try Shipped.rules()
    let bearers = rules.names.filter { $0.text == name && Self.isCompany($0) }
    #expect(!bearers.isEmpty, "no company is called so")
    #expect(bearers.allSatisfy { !$0.guards.isEmpty })
  }

  @Test func `have an example that fails without the guard`() throws {
    let rules = try Shipped.rules()
    var bare = rules
    var owners: [String: Set<String>] = [:]
    for (row, name) in rules.names.enumerated() where Self.known.contains(name.text) {
      guard case .company(let id) = name.bearer else { continue }
      owners[name.text, default: []].insert(rules.companies[id.row].name)
      bare.names[row].guards = []
    }
    var guarded = try #require(Shipped.auditor).scanner()
    var unguarded = Auditor(bare).scanner()
    var proven: Set<String> = []
    for example in rules.examples where example.verdict == .skips {
      let suspects = Self.known.filter { !proven.contains($0) && example.text.contains($0) }
      guard !suspects.isEmpty, findings(of: example, with: &guarded, rules).isEmpty else {
        continue
      }
      let found = findings(of: example, with: &unguarded, rules)
      for name in suspects {
        let isBlamed = (owners[name] ?? []).contains { owner in
          found.contains { $0.hasPrefix("\(owner) ") }
        }
        if isBlamed { proven.insert(name) }
      }
    }
    #expect(Self.known.filter { !proven.contains($0) } == [])
  }

  /// Names that stand in a vocabulary in lower case and are no word but the same name.
  static let brands: Set<String> = [
    "activtrak", "belastingdienst", "clickworker", "hubstaff", "teramind",
  ]

  @Test func `and stand in a vocabulary have a guard`() throws {
    var words: Set<String> = []
    for declaration in Shipped.sources.flatMap({ parse($0).declarations }) {
      let head = ([declaration.keyword] + declaration.arguments).map(\.text)
      guard head.prefix(2).contains("vocabulary") else { continue }
      for token in (declaration.block ?? []).flatMap(\.arguments) where token.kind == .string {
        // What stands before an ending, and the whole term.
        words.insert(token.text)
        words.insert(String(token.text.prefix { $0 != "(" && $0 != "[" }))
      }
    }
    let rules = try Shipped.rules()
    let bare = rules.names.filter { name in
      let word = name.text.lowercased()
      return Self.isCompany(name) && name.guards.isEmpty && name.text != word
        && !name.text.contains(" ") && words.contains(word) && !Self.brands.contains(word)
    }
    #expect(Set(bare.map(\.text)).sorted() == [])
  }

  private static func isCompany(_ name: Name) -> Bool {
    if case .company = name.bearer { true } else { false }
  }
}
