import Foundation
import Testing

/// What a run of the program left behind.
struct Run: Sendable {
  var status: Int32
  var output: String
  var errors: String

  /// The lines of standard error, without the summary that `--quiet` takes away.
  var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
}

/// The built program, as a user runs it.
enum Program {
  /// The executable beside the test bundle, in the products folder of `swift build`.
  static let path: String = {
    let bundle = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
    return bundle.deletingLastPathComponent().appending(path: "assay").path(percentEncoded: false)
  }()

  /// The root of the repository.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().standardizedFileURL

  /// A file or folder of this module's fixtures.
  static func fixture(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
  }

  /// Runs the program, or another, with a folder as the current one.
  ///
  /// Output goes to files, so that no pipe can fill up and stop it.
  static func run(
    _ words: [String], of executable: String = path, in folder: URL, input: Data? = nil,
    environment: [String: String] = [:]
  ) async throws -> Run {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "assay-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
    for (file, data) in zip(files, [input ?? Data(), Data(), Data()]) { try data.write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = words
    process.currentDirectoryURL = folder
    var inherited = ProcessInfo.processInfo.environment
    for name in ["ASSAY_RULES", "NO_COLOR"] { inherited[name] = nil }
    process.environment = inherited.merging(environment) { _, new in new }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    return Run(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}
