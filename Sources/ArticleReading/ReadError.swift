/// What stops reading altogether: a path that was asked for by name is not there to be read.
package enum ReadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing stands at the path.
  case noSuchPath(String)
  /// Something stands at the path and may not be read.
  case unreadable(String, why: String)

  /// What is the matter with the path, without naming it.
  package var why: String {
    switch self {
    case .noSuchPath: "no such file or folder"
    case .unreadable(_, let why): why
    }
  }

  /// The fact in one line, lower case, without a full stop.
  package var description: String {
    switch self {
    case .noSuchPath(let path): "no such file or folder: `\(path)`"
    case .unreadable(let path, let why): "cannot read `\(path)`: \(why)"
    }
  }
}
