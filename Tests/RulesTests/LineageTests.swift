import ArticleReading
import Auditing
import Findings
import Foundation
import RuleCompilation
import RuleLanguage
import SourceText
import Testing

/// The English part of the rules: small enough to compile anew for every part that is deleted.
enum EnglishRules {
  static let sources = Shipped.sources.filter { source in
    let path = source.path
    let isForeign =
      path.hasPrefix("Rules/languages/") && !path.hasPrefix("Rules/languages/en/")
      || path.hasPrefix("Rules/publishers/") && !path.hasSuffix("news.rules")
    let companies = ["big-tech", "social-and-messaging", "ai-labs", "data-brokers-and-adtech"]
    let isFar =
      path.hasPrefix("Rules/companies/") && !companies.contains { path.hasSuffix("\($0).rules") }
    return !isForeign && !isFar && !path.hasSuffix("examples.rules")
  }

  static let rules = compile(sources: sources).ruleSet

  /// The rules without the statements that `isDeleted` names, given the head of their declaration.
  static func rules(
    without isDeleted: (_ head: [String], _ statement: Statement) -> Bool
  ) -> RuleSet? {
    let mended = sources.map { source in
      var bytes = source.bytes
      for declaration in parse(source).declarations.reversed() {
        let head = ([declaration.keyword] + declaration.arguments).map(\.text)
        for statement in (declaration.block ?? []).reversed() where isDeleted(head, statement) {
          bytes.removeSubrange(statement.range.indices)
        }
      }
      return RuleSource(path: source.path, bytes: bytes)
    }
    return compile(sources: mended).ruleSet
  }
}

/// A finding and what it rests on.
private struct Case {
  var article: Article
  var finding: Finding

  /// The same finding under other rules.
  func again(_ rules: RuleSet) -> Finding? {
    var scanner = Auditor(rules).scanner()
    return scanner.scan(article).findings.first {
      $0.company == finding.company && $0.signal == finding.signal
    }
  }

  /// The cases of the English articles of the sample.
  static func all() throws -> [Case] {
    let file = Shipped.repository.appending(path: "Reports/Sample/articles.jsonl")
    let rules = try #require(EnglishRules.rules)
    var scanner = Auditor(rules).scanner()
    var cases: [Case] = []
    try ArticleReader().read(paths: [file.path(percentEncoded: false)]) { item in
      guard case .article(let article, _, _) = item, article.language == "en" else { return }
      for finding in scanner.scan(article).findings {
        cases.append(Case(article: article, finding: finding))
      }
    }
    return cases
  }
}

@Suite struct `The lineage of a finding of the sample` {
  /// A vocabulary, stance or list of the rules as `Lineage` names it.
  private static func holds(_ head: [String], _ concept: String) -> Bool {
    let words = head.first == "extend" ? Array(head.dropFirst()) : head
    guard words.count > 1 else { return false }
    return words[0] == "vocabulary" ? words[1] == concept : "\(words[0]).\(words[1])" == concept
  }

  @Test func `names words without which it goes or changes`() throws {
    let cases = try Case.all()
    #expect(cases.count >= 4)
    var concepts: Set<String> = []
    for event in cases.flatMap(\.finding.events) {
      concepts.formUnion(event.lineage.terms.map(\.concept))
      if let cue = event.lineage.cue { concepts.insert(cue.concept) }
    }
    #expect(!concepts.isEmpty)
    for group in Self.groups(of: concepts.sorted(), in: cases) {
      var rules = try #require(
        EnglishRules.rules { head, _ in group.contains { Self.holds(head, $0) } })
      // The names of bodies are words of their kinds, too, which no vocabulary holds.
      let concepts = rules.concepts
      rules.senses = SenseTable(
        rules.senses.map { senses in
          senses.filter { sense in
            guard case .concept(let id, _) = sense else { return true }
            return !group.contains(concepts[id.row].id)
          }
        })
      for one in cases where one.finding.names(oneOf: group) {
        #expect(
          one.again(rules) != one.finding,
          "\(one.finding.company) \(one.finding.signal) stands without \(group)")
      }
    }
  }

  /// The concepts in as few groups as it takes for no finding to rest on two of one: each group is
  /// deleted at once, since compiling the rules is what costs.
  private static func groups(of concepts: [String], in cases: [Case]) -> [[String]] {
    var groups: [[String]] = []
    for concept in concepts {
      let own = cases.filter { $0.finding.names(oneOf: [concept]) }
      let group = groups.firstIndex { group in !own.contains { $0.finding.names(oneOf: group) } }
      if let group { groups[group].append(concept) } else { groups.append([concept]) }
    }
    return groups
  }

  @Test func `names the pattern and the company without which it goes or changes`() throws {
    let cases = try Case.all()
    let rules = try #require(
      EnglishRules.rules { head, statement in
        head.contains("signal")
          && ["match", "weighs", "suffices"].contains(statement.keyword.text)
      })
    for one in cases { #expect(one.again(rules) == nil) }
    let unnamed = try #require(EnglishRules.rules)
    for one in cases {
      for role in one.finding.events.flatMap(\.lineage.roles) where role.role == "actor" {
        #expect(one.finding.company == role.name)
      }
      var nameless = unnamed
      nameless.senses = SenseTable(
        unnamed.senses.map { senses in
          senses.filter { sense in
            guard case .name(let id) = sense,
              case .company(let owner) = unnamed.names[id.row].bearer
            else { return true }
            return unnamed.companies[owner.row].name != one.finding.company
          }
        })
      #expect(one.again(nameless) == nil, "\(one.finding.company) is found without its names")
    }
  }

  @Test func `points at the very words of the article`() throws {
    for one in try Case.all() {
      let bytes = Array(one.article.text.utf8)
      for lineage in one.finding.events.map(\.lineage) {
        for term in lineage.terms + [lineage.cue].compactMap({ $0 }) {
          #expect(String(decoding: bytes[term.start..<term.end], as: UTF8.self) == term.text)
        }
        for role in lineage.roles where !role.text.isEmpty {
          #expect(String(decoding: bytes[role.start..<role.end], as: UTF8.self) == role.text)
        }
        #expect(!lineage.terms.isEmpty)
        #expect(lineage.rule.hasPrefix("Rules/signals/"))
      }
    }
  }
}

extension Finding {
  /// Whether a word of one of the concepts is among what it rests on.
  fileprivate func names(oneOf concepts: [String]) -> Bool {
    events.map(\.lineage).contains { lineage in
      let named = lineage.terms.map(\.concept) + [lineage.cue?.concept].compactMap { $0 }
      return named.contains { concepts.contains($0) }
    }
  }
}
