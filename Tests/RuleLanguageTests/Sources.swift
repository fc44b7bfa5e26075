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

/// The rule files that come with the program.
func shippedRules() throws -> [RuleSource] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let folder = root.appending(path: "Rules")
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
  return try names.filter { $0.hasSuffix(".rules") }.sorted().map { name in
    RuleSource(
      path: "Rules/\(name)", bytes: Array(try Data(contentsOf: folder.appending(path: name))))
  }
}
