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
    do throws(Fault) {
      try Self.make(folder)
      for (file, step) in zip(files, steps) {
        guard !Self.isFolder(step.place) else { throw Fault(code: EISDIR) }
        try Self.write(file.data, to: step.new)
      }
      try Self.exchange(steps)
    } catch {
      throw .unwritable(path: path, why: String(cString: strerror(error.code)))
    }
  }

  /// What the system refused, by its number: its own few words say it best.
  private struct Fault: Error {
    let code: Int32
  }

  /// Makes the folder and those it lies in.
  private static func make(_ folder: URL) throws(Fault) {
    if mkdir(folder.path, 0o777) == 0 { return }
    let code = errno
    if code == EEXIST || isFolder(folder) {
      guard isFolder(folder) else { throw Fault(code: ENOTDIR) }
      return
    }
    let parent = folder.deletingLastPathComponent()
    guard code == ENOENT, parent.path != folder.path, !exists(parent) else {
      throw Fault(code: code)
    }
    try make(parent)
    guard mkdir(folder.path, 0o777) == 0 else { throw Fault(code: errno) }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var status = stat()
    return stat(url.path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func exists(_ url: URL) -> Bool { access(url.path, F_OK) == 0 }

  private static func write(_ data: Data, to file: URL) throws(Fault) {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw Fault(code: errno) }
    var rest = data[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let code = written == 0 ? EIO : errno
        _ = close(descriptor)
        throw Fault(code: code)
      }
      rest = rest.dropFirst(written)
    }
    // A file system that writes late says only now that it is full.
    guard close(descriptor) == 0 else { throw Fault(code: errno) }
  }

  /// Puts all new files in their places, or none.
  private static func exchange(_ steps: [Step]) throws(Fault) {
    for step in steps { _ = link(step.place.path, step.old.path) }
    for (count, step) in steps.enumerated()
    where rename(step.new.path, step.place.path) != 0 {
      let code = errno
      for undone in steps.prefix(count) where rename(undone.old.path, undone.place.path) != 0 {
        remove(undone.place)
      }
      throw Fault(code: code)
    }
  }

  private static func remove(_ urls: URL...) {
    for url in urls { _ = unlink(url.path) }
  }
}
