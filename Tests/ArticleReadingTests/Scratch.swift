import ArticleReading
import Foundation
import SourceText

/// A folder of a test's own, gone when the test is done.
final class Scratch {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "assay-reading-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("left behind: \(path)")
    }
  }

  /// Writes a file, and the folders that it lies in; its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  /// A path without the folder's own.
  func short(_ source: String) -> String {
    source.hasPrefix(path + "/") ? String(source.dropFirst(path.count + 1)) : source
  }

  /// What reading `bytes` as a file of this name comes to.
  func read(
    _ name: String, _ bytes: [UInt8], limits: ReadingLimits = .standard
  ) throws -> [ReadItem] {
    try items(at: [write(name, bytes)], limits: limits)
  }

  func read(
    _ name: String, _ text: String, limits: ReadingLimits = .standard
  ) throws -> [ReadItem] {
    try read(name, Array(text.utf8), limits: limits)
  }

  func items(at paths: [String], limits: ReadingLimits = .standard) throws -> [ReadItem] {
    var items: [ReadItem] = []
    try ArticleReader(limits: limits).read(paths: paths) { items.append($0) }
    return items
  }
}

extension ReadItem {
  var article: Article? {
    if case .article(let article, _, _) = self { article } else { nil }
  }

  var notes: [String] {
    if case .article(_, _, let notes) = self { notes } else { [] }
  }

  var unread: UnreadInput? {
    if case .unread(let input) = self { input } else { nil }
  }

  var source: String {
    switch self {
    case .article(_, let source, _): source
    case .unread(let input): input.source
    }
  }

  /// All that it says, for comparing.
  var summary: String {
    switch self {
    case .article(let article, let source, let notes):
      "\(source) \(ArticleWriter().line(article)) \(notes)"
    case .unread(let input):
      "\(input.source) \(input.text) \(input.digest?.description ?? "-")"
    }
  }
}
