internal import Findings

/// What all articles say, gathered by company in one pass.
struct FindingIndex {
  /// What is said of one company.
  struct Entry {
    /// How many articles name it.
    var naming = 0
    /// Its findings with the digest of their article, in the order of the articles.
    var findings: [(article: String, finding: Finding)] = []
  }

  private var entries: [String: Entry] = [:]
  /// In how many articles each voice is heard, by its name.
  private(set) var voices: [String: Int] = [:]

  /// Gathers what the articles say, in their order.
  ///
  /// - Complexity: O(n) over the findings and the companies named.
  init(_ articles: [ScannedArticle]) {
    for article in articles {
      for company in article.companies { entries[company, default: Entry()].naming += 1 }
      var heard: Set<String> = []
      for finding in article.findings {
        entries[finding.company, default: Entry()].findings.append(
          (article.article.digest, finding))
        heard.formUnion(finding.events.map(\.voice))
      }
      for voice in heard { voices[voice, default: 0] += 1 }
    }
  }

  /// What is said of a company, by its declared name.
  subscript(company: String) -> Entry { entries[company] ?? Entry() }
}
