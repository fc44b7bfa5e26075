import ArticleReading
import Auditing
import Evaluation
import Foundation
import RuleCompilation
import SourceText
import Testing

/// What `Reports/Accuracy/floors.json` demands of a file.
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

  /// The files that have a floor, sorted.
  private static let files = ((try? floors()) ?? [:]).keys.sorted()

  @Test(arguments: files)
  func `are read no worse than before`(file: String) throws {
    let floor = try #require(try Self.floors()[file])
    let path = Self.folder.appending(path: "\(file).jsonl").path(percentEncoded: false)
    let rules = try Shipped.rules()
    var scanner = try #require(Shipped.auditor).scanner()
    var evaluator = Evaluator(
      companies: rules.companies, signals: rules.signals,
      probe: LossProbe(
        reaches: { _, _ in false }, attributes: { _, _ in false }, loss: { _, _ in ("", "") }))
    let gold = try GoldReader().articles(at: [path]).articles
    #expect(gold.count >= 9)
    for article in gold { evaluator.add(article, scanner.scan(article.article)) }
    let report = evaluator.finished()
    #expect(report.knownCompanies.f1 >= floor.f1)
    #expect(report.knownCompanies.precision >= floor.precision)
    #expect(report.deniedRecall >= floor.denied)
    // A floor that lies far below is no floor: raise it with what was won.
    #expect(report.knownCompanies.f1 <= floor.f1 + 0.06, "raise the floor of \(file)")
  }

  @Test func `lie in the part that a digest chose`() throws {
    #expect(Self.files.count >= 20)
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path()) {
      let parts = name.split(separator: "-")
      // No digest chose among these two: the one has no part set aside, of the other it is what was written last.
      guard name.hasSuffix(".jsonl"), !["articles", "far"].contains(parts[0]) else { continue }
      let path = Self.folder.appending(path: name).path(percentEncoded: false)
      for article in try GoldReader().articles(at: [path]).articles {
        let digit = try #require(
          Digest(of: article.article.id).description.split(separator: ":").last?.first
            .flatMap { Int(String($0), radix: 16) })
        switch parts[0] {
        case "seen": #expect(digit.isMultiple(of: 2), "\(article.article.id)")
        case "aside": #expect(!digit.isMultiple(of: 2), "\(article.article.id)")
        case "brief": #expect((digit < 3) == (parts[1] == "aside"), "\(article.article.id)")
        case "feed8": #expect((digit < 2) == (parts[1] == "aside"), "\(article.article.id)")
        default: #expect((digit < 4) == (parts[1] == "aside"), "\(article.article.id)")
        }
      }
    }
  }
}
