import Foundation
package import RuleLanguage

/// Why rule files could not be loaded.
package enum RuleLoadError: Error, Hashable, Sendable {
  /// There is no folder of this name.
  case missingFolder(String)
  /// The folders hold no rule files, and the shipped rules were left out.
  case noRuleFiles([String])
  /// A folder has more rule files than `Limits.files`.
  case tooManyFiles(String)
  /// A file could not be read, for this reason.
  case unreadable(path: String, reason: String)

  /// What to tell the user, lower case, without a full stop.
  package var message: String {
    switch self {
    case .missingFolder(let folder): "there is no folder `\(folder)`"
    case .noRuleFiles(let folders):
      folders.isEmpty
        ? "no folder of rules is given, and the shipped rules are left out"
        : "no .rules file in \(folders.map { "`\($0)`" }.joined(separator: ", "))"
    case .tooManyFiles(let folder):
      "more than \(Limits.files) rule files in `\(folder)`"
    case .unreadable(let path, let reason): "`\(path)` cannot be read: \(reason)"
    }
  }
}

/// Reads the rule files of some folders, each adding to those before it, the shipped rules first.
///
/// A folder's files are those whose names end in `.rules`, at any depth, in the order of the bytes of
/// their paths. A path begins with the folder's own name (`Rules/signals/pirated-works.rules`), wherever
/// the folder lies, so that the same rules have the same digest everywhere. A file whose path is that of
/// an earlier one takes its place: the shipped rules, checked out and changed, are not there twice.
///
/// - Complexity: O(n log n) over the files, O(n) over their bytes.
package func loadRules(
  folders: [String], includeShipped: Bool
) throws(RuleLoadError) -> [RuleSource] {
  var sources = includeShipped ? embeddedRules : []
  var rows: [String: Int] = [:]
  for (row, source) in sources.enumerated() { rows[source.path] = row }
  for folder in folders {
    let found = try ruleFiles(of: folder)
    if found.isEmpty { throw .noRuleFiles([folder]) }
    for file in found {
      let source = RuleSource(path: file.path, bytes: try bytes(of: file))
      if let row = rows[source.path] {
        sources[row] = source
      } else {
        rows[source.path] = sources.count
        sources.append(source)
      }
    }
  }
  if sources.isEmpty { throw .noRuleFiles(folders) }
  return sources
}

/// A rule file and where it lies.
private struct RuleFile {
  /// As rules speak of it.
  var path: String
  /// As the system finds it.
  var url: URL
}

private func ruleFiles(of folder: String) throws(RuleLoadError) -> [RuleFile] {
  let root = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
    .resolvingSymlinksInPath()
  var isDirectory: ObjCBool = false
  guard
    FileManager.default.fileExists(
      atPath: root.path(percentEncoded: false), isDirectory: &isDirectory),
    isDirectory.boolValue
  else { throw .missingFolder(folder) }
  // The name that the user knows the folder by; a link may lead elsewhere.
  let name = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
    .lastPathComponent
  guard let walk = FileManager.default.enumerator(atPath: root.path(percentEncoded: false)) else {
    throw .unreadable(path: folder, reason: "its files cannot be listed")
  }
  var files: [RuleFile] = []
  while let path = walk.nextObject() as? String {
    guard path.hasSuffix(".rules") else { continue }
    let url = root.appending(path: path)
    guard (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == false else {
      continue
    }
    if files.count == Limits.files { throw .tooManyFiles(folder) }
    files.append(RuleFile(path: "\(name)/\(path)", url: url))
  }
  return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
}

private func bytes(of file: RuleFile) throws(RuleLoadError) -> [UInt8] {
  do {
    return Array(try Data(contentsOf: file.url))
  } catch {
    throw .unreadable(path: file.path, reason: error.localizedDescription)
  }
}
