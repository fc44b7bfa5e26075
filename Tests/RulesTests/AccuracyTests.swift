import ArticleReading
import Auditing
import Evaluation
import Foundation
import RuleCompilation
import Testing

/// What `Reports/Accuracy/floors.json` demands of a language.
private struct Floor: Decodable, Sendable {
  var f1: Double
  var precision: Double
  var denied: Double
}

/// The project's own labelled articles, held against floors that may only rise.
@Suite struct `The project's own labelled articles` {
  private static let folder = Shipped.repository.appending(path: "Reports/Accuracy")

  private static func floors() throws -> [String: Floor] {
    let data = try Data(contentsOf: folder.appending(path: "floors.json"))
    return try JSONDecoder().decode([String: Floor].self, from: data)
  }

  @Test(arguments: ["de", "en", "es", "fr", "ko", "nl"])
  func `are read no worse than before`(language: String) throws {
    let floor = try #require(try Self.floors()[language])
    let path = Self.folder.appending(path: "articles-\(language).jsonl").path(percentEncoded: false)
    let rules = try Shipped.rules()
    var scanner = try #require(Shipped.auditor).scanner()
    var evaluator = Evaluator(
      companies: rules.companies, signals: rules.signals,
      probe: LossProbe(
        reaches: { _, _ in false }, attributes: { _, _ in false }, loss: { _, _ in ("", "") }))
    let gold = try GoldReader().articles(at: [path]).articles
    #expect(gold.count >= 50)
    for article in gold { evaluator.add(article, scanner.scan(article.article)) }
    let report = evaluator.finished()
    #expect(report.knownCompanies.f1 >= floor.f1)
    #expect(report.knownCompanies.precision >= floor.precision)
    #expect(report.deniedRecall >= floor.denied)
    // A floor that lies far below is no floor: raise it with what was won.
    #expect(report.knownCompanies.f1 <= floor.f1 + 0.06, "raise the floor of \(language)")
  }
}
