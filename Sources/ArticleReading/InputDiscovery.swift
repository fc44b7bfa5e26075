private import Foundation

/// Paths as inputs: files as they are named, folders as the files in them.
///
/// The files of a folder come in the order of their paths' bytes, those of its folders among them. What
/// begins with a dot is left out. Links are followed; a folder that was entered already is not entered
/// again, so a circle of links ends.
struct InputDiscovery {
  private let limits: ReadingLimits
  private var inputs: [ArticleInput] = []
  private var entered: Set<FileStatus.Identity> = []

  /// Finds nothing yet.
  init(limits: ReadingLimits) { self.limits = limits }

  /// The inputs at `path`; `-` is standard input.
  ///
  /// - Throws: `ReadError` if nothing stands there, or the reader may not look at it.
  /// - Complexity: O(n log n) over the files.
  mutating func inputs(at path: String) throws(ReadError) -> [ArticleInput] {
    if path == "-" { return [ArticleInput(source: path, origin: .standardInput)] }
    guard let status = FileStatus(path) else { throw .noSuchPath(path) }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw .unreadable(path, why: "permission denied")
    }
    guard status.kind == .folder else { return [ArticleInput(source: path, origin: .named)] }
    inputs = []
    entered = [status.identity]
    var folder = path[...]
    while folder.count > 1, folder.last == "/" { folder = folder.dropLast() }
    guard list(folder == "/" ? "" : String(folder), depth: 0) else {
      throw .unreadable(path, why: "the folder cannot be listed")
    }
    return inputs.sorted { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) }
  }

  /// Adds what is in `folder`; false if it cannot be listed.
  private mutating func list(_ folder: String, depth: Int) -> Bool {
    let place = folder.isEmpty ? "/" : folder
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else {
      return false
    }
    // Sorted here too, so that of two ways into one folder always the same is taken.
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !name.hasPrefix(".") {
      add("\(folder)/\(name)", depth: depth)
    }
    return true
  }

  private mutating func add(_ path: String, depth: Int) {
    func refuse(_ why: String) {
      inputs.append(ArticleInput(source: path, origin: .unreadable(why)))
    }
    guard let status = FileStatus(path) else {
      refuse("a link that leads nowhere, or a name that is not UTF-8")
      return
    }
    switch status.kind {
    case .file:
      inputs.append(ArticleInput(source: path, origin: .found))
    case .other:
      refuse("neither a file nor a folder")
    case .folder:
      guard entered.insert(status.identity).inserted else { return }
      if depth + 1 >= limits.folderDepthMax {
        refuse("more than \(limits.folderDepthMax) folders inside one another")
      } else if !list(path, depth: depth + 1) {
        refuse("the folder cannot be listed")
      }
    }
  }
}
