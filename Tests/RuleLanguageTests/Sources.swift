import Foundation
import RuleLanguage
import SourceText

/// The tree of a text.
func parsed(_ text: String) -> RuleTree {
  parse(RuleSource(path: "Rules/case.rules", bytes: Array(text.utf8)))
}

/// The bytes that the tokens of a tree cover, with what stands before each.
func written(_ tree: RuleTree) -> [UInt8] {
  var bytes: [UInt8] = []
  for token in tree.tokens {
    bytes += tree.source.bytes[Int(token.leading)..<token.range.upper]
  }
  return bytes
}

private let rulesFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules")

/// The samples of rules in `Rules/README.md`.
func guideSamples() throws -> [String] {
  let guide = try String(contentsOf: rulesFolder.appending(path: "README.md"), encoding: .utf8)
  let parts = guide.components(separatedBy: "\n```")
  return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0].dropFirst()) + "\n" }
}

/// The rule files that come with the program.
func shippedRules() throws -> [RuleSource] {
  let folder = rulesFolder
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
  return try names.filter { $0.hasSuffix(".rules") }.sorted().map { name in
    RuleSource(
      path: "Rules/\(name)", bytes: Array(try Data(contentsOf: folder.appending(path: name))))
  }
}
