package import RuleCompilation

/// Declared companies by what they are called, so that a label finds its company.
package struct CompanyNames: Sendable {
  private var declared: [String: String] = [:]

  /// Takes the names and aliases of `companies`; of two that share one, the first declared has it.
  ///
  /// - Complexity: O(n) over the aliases.
  package init(_ companies: [Company]) {
    for company in companies {
      for name in [company.name] + company.aliases {
        let key = Self.folded(name)
        if declared[key] == nil { declared[key] = company.name }
      }
    }
  }

  /// The declared name of the company called `name`, letter case aside; nil if no rule declares it.
  package func declaredName(of name: String) -> String? { declared[Self.folded(name)] }

  /// A name for comparing: without blanks at its ends, lower case.
  static func folded(_ name: String) -> String {
    let head = name.drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return head[...last].lowercased()
  }

  /// Whether two names of an undeclared company may be one: equal, or one is the other's first words
  /// (`Acme` and `Acme Data BV`).
  package static func agree(_ a: String, _ b: String) -> Bool {
    let (a, b) = (folded(a), folded(b))
    guard !a.isEmpty, !b.isEmpty else { return false }
    if a == b { return true }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard long.hasPrefix(short) else { return false }
    return long.dropFirst(short.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
  }
}
