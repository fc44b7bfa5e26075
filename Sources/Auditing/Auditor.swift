package import ArticleReading
package import Findings
internal import PhraseMatching
package import RuleCompilation
internal import SourceText

/// Rules ready to be held against articles: immutable and shared; every task makes its own `Scanner`.
package struct Auditor: Sendable {
  /// The rules.
  package let rules: RuleSet
  let index: RuleIndex

  /// Prepares a rule set.
  package init(_ rules: RuleSet) {
    var rules = rules
    var folding = Folding()
    for language in rules.languages.indices {
      rules.languages[language].ends = rules.languages[language].ends
        .map { String(decoding: folding.fold($0), as: UTF8.self) }
      rules.languages[language].questions = rules.languages[language].questions
        .map { String(decoding: folding.fold($0), as: UTF8.self) }
    }
    self.rules = rules
    index = RuleIndex(rules)
  }

  /// A scanner of its own for one task.
  package func scanner() -> Scanner { Scanner(self) }
}

/// Reads articles one after another; owns the scratch of one task.
package struct Scanner {
  private let auditor: Auditor
  private var folding = Folding()
  private var phrases: PhraseScanner

  init(_ auditor: Auditor) {
    self.auditor = auditor
    phrases = PhraseScanner(auditor.rules.phrases)
  }

  /// Takes an article through all strata.
  ///
  /// - Complexity: linear in the article's bytes for given rules.
  package mutating func dissect(_ article: Article) -> Dissection {
    var dissection = Dissection(
      article, rules: auditor.rules, index: auditor.index, folding: &folding, scanner: &phrases)
    dissection.findSections()
    dissection.detectLanguages()
    dissection.findSentences()
    dissection.findTerms()
    dissection.findMentions()
    dissection.assignRoles()
    dissection.profileActors()
    dissection.findMatches()
    dissection.attribute()
    dissection.readStances()
    return dissection
  }

  /// What an article supports: one line of a scan.
  package mutating func scan(_ article: Article) -> ScannedArticle {
    dissect(article).scanned()
  }
}
