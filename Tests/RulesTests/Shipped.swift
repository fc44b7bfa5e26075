import Auditing
import Diagnostics
import Foundation
import RuleCompilation
import RuleLanguage
import Testing

/// The rules of the repository, compiled once for all tests of them.
enum Shipped {
  /// The root of the repository.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().standardizedFileURL

  /// The files of the folder `Rules`.
  static let sources: [RuleSource] = {
    let folder = repository.appending(path: "Rules").path(percentEncoded: false)
    return (try? loadRules(folders: [folder], includeShipped: false)) ?? []
  }()

  /// What they compile to.
  static let compilation = compile(sources: sources)

  /// The rules; the test fails where there are none.
  static func rules() throws -> RuleSet { try #require(compilation.ruleSet) }

  /// The rules, ready to be held against articles.
  static let auditor = compilation.ruleSet.map { Auditor($0) }

  /// The languages in which every signal must work.
  static let languages = ["en", "ko", "fr", "nl"]
}
