import ArticleReading
import Auditing
import Findings
import RuleCompilation
import Testing

@Suite struct `The examples of the rules` {
  @Test func `find and skip for every signal in every language that must work`() throws {
    let rules = try Shipped.rules()
    let spoken = Set(rules.examples.map(\.language)).union(Shipped.languages)
    var lacking: [String] = []
    for (row, signal) in rules.signals.enumerated() {
      let own = rules.examples.filter { $0.signal == SignalID(row) }
      for language in spoken.sorted() {
        let here = own.filter { $0.language == language }
        for verdict in [Example.Verdict.finds, .skips]
        where !here.contains(where: { $0.verdict == verdict }) {
          lacking.append("\(signal.id): no `\(verdict.rawValue)` in \(language)")
        }
      }
    }
    #expect(lacking == [])
  }

  @Test func `do what they say`() throws {
    let rules = try Shipped.rules()
    var scanner = try #require(Shipped.auditor).scanner()
    var failing: [String] = []
    for example in rules.examples where example.verdict != .todo {
      let found = findings(of: example, with: &scanner, rules)
      let expected = expected(of: example, found, rules)
      if found != expected {
        failing.append("\(example.place.text): found \(found), expected \(expected)")
      }
    }
    #expect(failing == [])
  }

  @Test func `that skip have a word that could have been found`() throws {
    let rules = try Shipped.rules()
    var scanner = try #require(Shipped.auditor).scanner()
    var idle: [String] = []
    for example in rules.examples where example.verdict == .skips {
      let dissection = scanner.dissect(article(of: example))
      if !dissection.meets(example.signal) { idle.append(example.place.text) }
    }
    #expect(idle == [])
  }
}

/// The article that an example is.
func article(of example: Example) -> Article {
  Article(
    id: example.place.text, text: example.text, published: example.day, language: example.language)
}

/// What is found of an example's signal, as `Company stance[ denied]`, sorted.
func findings(of example: Example, with scanner: inout Scanner, _ rules: RuleSet) -> [String] {
  let signal = rules.signals[example.signal.row].id
  return scanner.scan(article(of: example)).findings.filter { $0.signal == signal }.map {
    "\($0.company) \($0.stance.rawValue)\($0.denied ? " denied" : "")"
  }.sorted()
}

/// What an example expects, in the same form: what it leaves open is as it was found.
private func expected(of example: Example, _ found: [String], _ rules: RuleSet) -> [String] {
  guard example.verdict == .finds else { return [] }
  return example.expected.map { expectation in
    let name = rules.companies[expectation.company.row].name
    return found.first { finding in
      guard finding.hasPrefix("\(name) ") else { return false }
      let words = finding.dropFirst(name.count + 1).split(separator: " ")
      let stanceFits = expectation.stance.map { words[0] == $0.rawValue } ?? true
      return stanceFits && (!expectation.denied || words.contains("denied"))
    } ?? "\(name) \(expectation.stance?.rawValue ?? "any")\(expectation.denied ? " denied" : "")"
  }.sorted()
}
