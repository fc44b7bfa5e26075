internal import Findings

/// What the writers of a report look up in it again and again.
struct ReportIndex {
  private struct CaseKey: Hashable {
    var company: String
    var signal: String
    var name: String
  }

  private var articles: [String: AuditReport.Article] = [:]
  private var signals: [String: AuditReport.Signal] = [:]
  private var contributions: [CaseKey: [AuditReport.Contribution]] = [:]

  /// Reads the report once.
  ///
  /// - Complexity: O(n) over its articles and contributions.
  init(_ report: AuditReport) {
    for article in report.articles { articles[article.digest] = article }
    for signal in report.signals { signals[signal.id] = signal }
    for company in report.companies {
      for part in company.contributions {
        let key = CaseKey(company: company.name, signal: part.signal, name: part.case)
        contributions[key, default: []].append(part)
      }
    }
  }

  /// The article with a digest.
  func article(_ digest: String) -> AuditReport.Article? { articles[digest] }

  /// What an article is called: its headline, else its id, else its digest.
  func title(ofArticle digest: String) -> String {
    articles[digest].map { $0.title ?? $0.id } ?? digest
  }

  /// The language that most of an article is in.
  func language(ofArticle digest: String) -> String? { articles[digest]?.languages.first }

  /// The signal with an id.
  func signal(_ id: String) -> AuditReport.Signal? { signals[id] }

  /// What a signal says in a sentence; its id if the report does not have it.
  func title(ofSignal id: String) -> String { signals[id]?.title ?? id }

  /// What each voice of a finding adds to the score of its company, most first.
  func contributions(
    to finding: AuditReport.CaseFinding, of company: AuditReport.Company
  ) -> [AuditReport.Contribution] {
    contributions[CaseKey(company: company.name, signal: finding.signal, name: finding.case)] ?? []
  }
}

extension AuditReport.Company {
  /// The finding that gives most points, else the first: they are in that order.
  var worst: AuditReport.CaseFinding? {
    findings.first { !$0.mitigating && !$0.suppressed } ?? findings.first
  }
}

extension AuditReport.Quote {
  /// Where it may be linked to: an address of the web, and nothing that a browser would run.
  static func link(_ address: String?) -> String? {
    guard let address else { return nil }
    let lower = address.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    let isPlain = address.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar.value != 0x7F && !scalar.properties.isWhitespace
        && scalar != "<" && scalar != ">" && scalar != "\\" && scalar != "\""
    }
    return isPlain ? address : nil
  }
}

/// One passage of an article and every rule that fired in it.
struct Passage {
  /// What the quotes have in common: all but their lineage.
  let quote: AuditReport.Quote
  /// How each came about.
  private(set) var lineages: [Lineage]

  /// Gathers the quotes of a finding that are one passage, in their order.
  ///
  /// - Complexity: O(n) over the quotes.
  static func gathered(_ quotes: [AuditReport.Quote]) -> [Passage] {
    var passages: [Passage] = []
    var places: [AuditReport.Quote: Int] = [:]
    for quote in quotes {
      var common = quote
      common.lineage = Lineage(rule: "", pattern: "", terms: [], roles: [])
      if let place = places[common] {
        passages[place].lineages.append(quote.lineage)
      } else {
        places[common] = passages.count
        passages.append(Passage(quote: quote, lineages: [quote.lineage]))
      }
    }
    return passages
  }
}
