import Foundation

/// A folder of a test's own, with the compact rules in `rules` and the articles in `news.jsonl`; it goes
/// when the test ends.
final class Workplace: Sendable {
  let url: URL

  /// Makes the folder.
  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "assay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try copy(Program.fixture("rules"), to: "rules")
    try copy(Program.fixture("articles/news.jsonl"), to: "news.jsonl")
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The options that make the compact rules the only ones.
  static let compact = ["--only-rules", "--rules", "rules"]

  /// Runs a verb with the compact rules, here.
  func assay(_ verb: String, _ words: String..., input: String? = nil) async throws -> Run {
    try await Program.run(
      [verb] + words + Self.compact, in: url, input: input.map { Data($0.utf8) })
  }

  /// Runs the program with these words, or a copy of it, here or in a folder of this one.
  func run(_ words: [String], of copy: String? = nil, in folder: String = "") async throws -> Run {
    try await Program.run(
      words, of: copy.map { url.appending(path: $0).path(percentEncoded: false) } ?? Program.path,
      in: url.appending(path: folder))
  }

  /// Runs the program as it is called, here.
  func plain(_ words: String..., environment: [String: String] = [:]) async throws -> Run {
    try await Program.run(words, in: url, environment: environment)
  }

  /// Runs a script; `$assay` is the program, `$compact` the options for the compact rules.
  func shell(_ script: String) async throws -> Run {
    try await Program.run(
      ["-c", script], of: "/bin/bash", in: url,
      environment: ["assay": Program.path, "compact": Self.compact.joined(separator: " ")])
  }

  /// Puts a copy of a file or folder here.
  func copy(_ original: URL, to name: String) throws {
    try FileManager.default.copyItem(at: original, to: url.appending(path: name))
  }

  /// Puts a copy of a program or script here, to be run from here.
  ///
  /// A process of its own copies it. What this process holds open for writing, every program inherits that
  /// another test starts meanwhile, and a file that anybody holds open for writing can't be run ("text file
  /// busy").
  func copyProgram(_ original: URL, to name: String) async throws {
    let paths = [original, url.appending(path: name)].map { $0.path(percentEncoded: false) }
    let run = try await Program.run(["-p", "--"] + paths, of: "/bin/cp", in: url)
    if run.status != 0 {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSLocalizedDescriptionKey: run.errors])
    }
  }

  /// Writes a file here.
  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// Writes a file here.
  func write(_ data: Data, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// The text of a file here; nil if there is none.
  func text(_ name: String) -> String? {
    (try? Data(contentsOf: url.appending(path: name))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Replaces a text in a file here.
  func replace(_ old: String, by new: String, in name: String) throws {
    try write((text(name) ?? "").replacingOccurrences(of: old, with: new), to: name)
  }

  /// The lines of the articles.
  var articles: [String] {
    (text("news.jsonl") ?? "").split(separator: "\n").map(String.init)
  }
}

/// A JSON object of the program's.
func object(_ text: String) throws -> [String: Any] {
  try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
}
