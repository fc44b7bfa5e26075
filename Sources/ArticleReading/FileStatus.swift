private import Foundation

/// What stands at a path, links followed: one system call, where the library's attributes take several.
struct FileStatus: Hashable {
  enum Kind: Hashable {
    case file
    case folder
    /// A pipe, a device, a socket.
    case other
  }

  /// What tells one file from all others, whatever the path.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  let kind: Kind
  let identity: Identity

  /// Looks at `path`; nil if nothing stands there, which includes links that lead nowhere or in a circle.
  init?(_ path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    switch found.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    identity = Identity(
      device: UInt64(truncatingIfNeeded: found.st_dev),
      number: UInt64(truncatingIfNeeded: found.st_ino))
  }
}
