internal import Foundation
internal import RuleLanguage
internal import SourceText

extension Verb {
  /// `assay format`: canonical layout of the rules.
  static let format = Verb(
    name: "format", operands: "[--check] [PATH…]",
    summary: "Lays rule files out in the canonical way",
    flags: [Flag("--check", nil, "change nothing; exit 1 if a file would change")],
    examples: [
      ("assay format House/", "rewrites the files of a folder"),
      ("assay format --check", "for your CI"),
    ],
    notes: ["Files with errors are left as they are. Without PATH: ./Rules."]
  ) { arguments, console in
    let paths = arguments.operands.isEmpty ? ["Rules"] : arguments.operands
    var differing = 0
    var files = 0
    for path in paths {
      for url in try ruleFiles(at: path) {
        let bytes = [UInt8](try Data(contentsOf: url))
        let tree = parse(RuleSource(path: url.relativePath, bytes: bytes))
        let formatted = RuleLanguage.format(tree)
        files += 1
        guard formatted != bytes else { continue }
        differing += 1
        console.print("\(url.relativePath)\n")
        if !arguments.has("--check") { try Data(formatted).write(to: url, options: .atomic) }
      }
    }
    let done = arguments.has("--check") ? "would change" : "changed"
    console.note("\(files) rule files, \(differing) \(done)")
    return arguments.has("--check") && differing > 0 ? .no : .done
  }

  private static func ruleFiles(at path: String) throws(Failure) -> [URL] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure("no such file or folder: `\(path)`")
    }
    guard isFolder.boolValue else { return [URL(filePath: path)] }
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".rules") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { URL(filePath: "\(path)/\($0)") }
  }
}
