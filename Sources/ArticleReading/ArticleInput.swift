/// A file, a part of one, or standard input: what one task reads.
package struct ArticleInput: Hashable, Sendable {
  /// Where the bytes come from.
  package enum Origin: Hashable, Sendable {
    /// A path that was asked for by name; anything but a folder.
    case named
    /// A regular file that was found in a folder.
    case found
    /// Standard input.
    case standardInput
    /// Something in a folder that cannot be read, and why.
    case unreadable(String)
  }

  /// Its path, or `-`, as reports name it.
  package let source: String
  /// Where the bytes come from.
  package let origin: Origin
  /// The part of the file to read, in bytes from its start, always whole lines; nil for all of it.
  package let part: Range<Int>?
  /// The number of the part's first line, from 1.
  package let firstLine: Int

  /// Makes an input of all that stands at `source`.
  init(source: String, origin: Origin, part: Range<Int>? = nil, firstLine: Int = 1) {
    self.source = source
    self.origin = origin
    self.part = part
    self.firstLine = firstLine
  }

  /// The last component of its path; nil for standard input.
  package var fileName: String? {
    if origin == .standardInput { return nil }
    return source.split(separator: "/").last.map { String($0) } ?? source
  }

  /// The format that its name says; nil for one that is not read.
  package var format: ArticleFormat? {
    fileName.map { ArticleFormat(ofFileNamed: $0) } ?? .sniffed
  }
}
