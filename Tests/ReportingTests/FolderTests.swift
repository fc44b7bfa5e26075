import Foundation
import Reporting
import Testing

@Suite struct `The folder of a report` {
  /// A folder that is taken away afterwards.
  private static func scratch(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private static func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private static func text(_ url: URL) throws -> String {
    try String(contentsOf: url, encoding: .utf8)
  }

  @Test func `is made, and holds the files and nothing else`() throws {
    try Self.scratch { folder in
      let inner = folder.appending(path: "a/b")
      try ReportFolder(inner.path).write([("x.json", Data("1".utf8)), ("y.md", Data("2".utf8))])
      try ReportFolder(inner.path).write([("x.json", Data("3".utf8))])
      #expect(try Self.names(inner) == ["x.json", "y.md"])
      #expect(try Self.text(inner.appending(path: "x.json")) == "3")
      #expect(try Self.text(inner.appending(path: "y.md")) == "2")
    }
  }

  @Test func `keeps the old report whole if one file cannot take its place`() throws {
    try Self.scratch { folder in
      try ReportFolder(folder.path).write([("x.json", Data("old".utf8))])
      let inTheWay = folder.appending(path: "y.md/inner")
      try FileManager.default.createDirectory(at: inTheWay, withIntermediateDirectories: true)
      #expect(throws: ReportError.unwritable(path: folder.path, why: "Is a directory")) {
        try ReportFolder(folder.path).write([
          ("x.json", Data("new".utf8)), ("y.md", Data("new".utf8)),
        ])
      }
      #expect(try Self.text(folder.appending(path: "x.json")) == "old")
      #expect(try Self.names(folder) == ["x.json", "y.md"])
    }
  }

  /// A run that is killed while it writes leaves files with names of its own; the old report stands, and
  /// the next run is not hindered.
  @Test func `is not hindered by what a killed run left`() throws {
    try Self.scratch { folder in
      try ReportFolder(folder.path).write([("x.json", Data("old".utf8))])
      let run = ProcessInfo.processInfo.processIdentifier
      let left = folder.appending(path: ".x.json.\(run).new")
      try Data("half".utf8).write(to: left)
      #expect(try Self.text(folder.appending(path: "x.json")) == "old")
      try ReportFolder(folder.path).write([("x.json", Data("new".utf8))])
      #expect(try Self.names(folder) == ["x.json"])
    }
  }

  @Test func `says in one line why it cannot be written`() throws {
    try Self.scratch { folder in
      let file = folder.appending(path: "file")
      try Data().write(to: file)
      for path in [file.path, file.appending(path: "below").path, "/proc/assay-report"] {
        let error = #expect(throws: ReportError.self) {
          try ReportFolder(path).write([("x.json", Data())])
        }
        let line = error?.description ?? ""
        #expect(line.hasPrefix("cannot write the report to `\(path)`: "))
        #expect(!line.contains("\n") && line.count < path.count + 80, "\(line)")
        #expect(!line.contains("Error") && !line.contains("Domain"), "\(line)")
      }
    }
  }

  @Test func `has a name for the file of every format`() {
    #expect(
      ReportFormat.allCases.map(\.fileName) == [
        "audit.json", "audit.md", "audit.html", "findings.jsonl",
      ])
  }
}
