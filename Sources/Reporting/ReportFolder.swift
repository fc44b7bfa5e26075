package import Foundation

/// Why a report could not be written.
package enum ReportError: Error, Hashable, Sendable, CustomStringConvertible {
  case unwritable(path: String, why: String)

  /// The fact in one line.
  package var description: String {
    switch self {
    case .unwritable(let path, let why): "cannot write the report to `\(path)`: \(why)"
    }
  }
}

/// The folder that a report is written to: whole or not at all.
///
/// The files are made beside those that stand there, and take their places by renaming only when all of
/// them are written, so that a run which is killed leaves the report that was there. Where a renaming
/// fails, those before it are undone. What stands in the folder besides is left alone.
package struct ReportFolder: Sendable {
  /// A file on its way to its place.
  private struct Step {
    let new: URL
    let old: URL
    let place: URL
  }

  private let path: String

  /// Names the folder; it need not exist.
  package init(_ path: String) { self.path = path }

  /// Writes the files.
  ///
  /// - Throws: `ReportError` if the folder cannot be made or written; then nothing has changed.
  /// - Complexity: O(n) over the bytes.
  package func write(_ files: [(name: String, data: Data)]) throws(ReportError) {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    let run = ProcessInfo.processInfo.processIdentifier
    let steps = files.map { file in
      Step(
        new: folder.appending(path: ".\(file.name).\(run).new"),
        old: folder.appending(path: ".\(file.name).\(run).old"),
        place: folder.appending(path: file.name))
    }
    defer { for step in steps { Self.remove(step.new, step.old) } }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (file, step) in zip(files, steps) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: step.place.path, isDirectory: &isFolder),
          isFolder.boolValue
        {
          throw POSIXError(.EISDIR)
        }
        try file.data.write(to: step.new)
      }
      try Self.exchange(steps)
    } catch {
      throw ReportError.unwritable(path: path, why: Self.reason(error))
    }
  }

  /// Puts all new files in their places, or none.
  private static func exchange(_ steps: [Step]) throws {
    for step in steps { _ = link(step.place.path, step.old.path) }
    for (count, step) in steps.enumerated()
    where rename(step.new.path, step.place.path) != 0 {
      let code = POSIXErrorCode(rawValue: errno) ?? .EIO
      for undone in steps.prefix(count) where rename(undone.old.path, undone.place.path) != 0 {
        remove(undone.place)
      }
      throw POSIXError(code)
    }
  }

  private static func remove(_ urls: URL...) {
    for url in urls { _ = unlink(url.path) }
  }

  /// What the system said, in its own few words.
  private static func reason(_ error: any Error) -> String {
    var deepest = error as NSError
    while let deeper = deepest.userInfo[NSUnderlyingErrorKey] as? NSError { deepest = deeper }
    guard deepest.domain == NSPOSIXErrorDomain else { return deepest.localizedDescription }
    return String(cString: strerror(Int32(deepest.code)))
  }
}
