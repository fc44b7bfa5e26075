import Foundation
import RuleCompilation
import RuleLanguage
import SourceText
import Testing

@Suite struct `Rule folders` {
  private let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rules-\(UUID().uuidString)/Mine")
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return folder
  }

  @Test func `are those that the program carries`() throws {
    let shipped = try loadRules(
      folders: [root.appending(path: "Rules").path()], includeShipped: false)
    #expect(embeddedRules.map(\.path) == shipped.map(\.path))
    #expect(digest(of: embeddedRules) == digest(of: shipped))
  }

  @Test func `are read in the order of the bytes of their paths`() throws {
    let folder = try folder([
      "b.rules": "", "a/z.rules": "", "a.rules": "", "B.rules": "", "c.txt": "",
    ])
    let sources = try loadRules(folders: [folder.path()], includeShipped: false)
    #expect(
      sources.map(\.path) == ["Mine/B.rules", "Mine/a.rules", "Mine/a/z.rules", "Mine/b.rules"])
  }

  @Test func `add to those before them, or take the place of the same file`() throws {
    let first = try folder(["a.rules": "# 1", "b.rules": "# 2"])
    let second = try folder(["b.rules": "# 3", "c.rules": "# 4"])
    let sources = try loadRules(folders: [first.path(), second.path()], includeShipped: false)
    #expect(sources.map { String(decoding: $0.bytes, as: UTF8.self) } == ["# 1", "# 3", "# 4"])
    let all = try loadRules(folders: [first.path()], includeShipped: true)
    #expect(all.count == embeddedRules.count + 2)
  }

  @Test func `that are missing or empty are told by name`() throws {
    #expect(throws: RuleLoadError.missingFolder("/no/such/folder")) {
      try loadRules(folders: ["/no/such/folder"], includeShipped: true)
    }
    let empty = try folder(["readme.txt": ""]).path()
    #expect(throws: RuleLoadError.noRuleFiles([empty])) {
      try loadRules(folders: [empty], includeShipped: true)
    }
    #expect(throws: RuleLoadError.noRuleFiles([])) {
      try loadRules(folders: [], includeShipped: false)
    }
  }

  @Test func `have one digest, whatever their order`() {
    let a = RuleSource(path: "a", bytes: [1])
    let b = RuleSource(path: "b", bytes: [2])
    #expect(digest(of: [a, b]) == digest(of: [b, a]))
    #expect(digest(of: [a, b]) != digest(of: [a, RuleSource(path: "b", bytes: [3])]))
    #expect(digest(of: [a]) != digest(of: [RuleSource(path: "a1", bytes: [])]))
  }
}
