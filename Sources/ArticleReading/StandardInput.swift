package import Foundation

/// The handle that stands for `-`, so that a test can put a pipe in its place.
package struct StandardInput: Sendable {
  /// The open file.
  package let file: FileHandle

  /// Takes the process's own standard input, or another open file.
  package init(_ file: FileHandle = .standardInput) { self.file = file }
}
