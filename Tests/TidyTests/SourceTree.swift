import Foundation

/// The project as files, for the tests of its style.
enum SourceTree {
  /// The root of the project, from where this file lies.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A Swift file of `Sources`.
  struct File: Sendable {
    /// Its path from the root.
    let path: String
    /// Its module.
    let module: String
    /// Its lines.
    let lines: [String]
  }

  /// All Swift files below `Sources`, in the order of their paths.
  static func swiftFiles() throws -> [File] {
    let sources = root.appending(path: "Sources")
    guard let walk = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    else { return [] }
    var files: [File] = []
    for case let url as URL in walk where url.pathExtension == "swift" {
      let path = url.path.replacingOccurrences(of: root.path + "/", with: "")
      let text = try String(contentsOf: url, encoding: .utf8)
      let module = path.split(separator: "/")[1]
      files.append(
        File(
          path: path, module: String(module),
          lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
    }
    return files.sorted { $0.path < $1.path }
  }
}
