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
/// The files are made in a folder beside it and each takes its place by renaming, so that a run which is
/// killed leaves the report that was there. What stands in the folder besides is left alone.
package struct ReportFolder: Sendable {
  private let path: String

  /// Names the folder; it need not exist.
  package init(_ path: String) { self.path = path }

  /// Writes the files.
  ///
  /// - Throws: `ReportError` if the folder cannot be made or written; then nothing has changed.
  package func write(_ files: [(name: String, data: Data)]) throws(ReportError) {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    let manager = FileManager.default
    var begun: [(temporary: URL, final: URL)] = []
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files {
        let temporary = folder.appending(path: ".\(file.name).\(ProcessInfo.processInfo.processIdentifier)")
        begun.append((temporary, folder.appending(path: file.name)))
        try file.data.write(to: temporary)
      }
      for step in begun {
        guard rename(step.temporary.path, step.final.path) == 0 else {
          throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
      }
    } catch {
      for step in begun { try? manager.removeItem(at: step.temporary) }
      throw ReportError.unwritable(path: path, why: Self.reason(error))
    }
  }

  /// What the system said, in its own few words.
  private static func reason(_ error: any Error) -> String {
    let bridged = error as NSError
    if let deeper = bridged.userInfo[NSUnderlyingErrorKey] as? NSError, deeper.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(deeper.code)))
    }
    if bridged.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(bridged.code))) }
    return bridged.localizedDescription
  }
}
