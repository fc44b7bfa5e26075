import Foundation
import Testing

/// Runs with all the rules that ship; they are few, since each compiles the rules anew.
@Suite struct `The shipped rules` {
  private static let rules = Program.repository.appending(path: "Rules")
  private static let sample = Program.repository.appending(path: "Reports/Sample/articles.jsonl")

  @Test func `work from a copied binary in an empty folder, and are those of the repository`()
    async throws
  {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      at: place.url.appending(path: "home"), withIntermediateDirectories: true)
    try place.copy(URL(filePath: Program.path), to: "home/assay")
    let carried = try await place.run(
      ["rules", "list", "--format", "json"], of: "home/assay", in: "home")
    #expect(carried.status == 0, "\(carried.errors)")
    let lying = try await place.plain(
      "rules", "list", "--format", "json",
      environment: ["ASSAY_RULES": Self.rules.path(percentEncoded: false)])
    #expect(lying.status == 0, "\(lying.errors)")
    let digest = try #require(try object(carried.output)["digest"] as? String)
    #expect(digest.count == 64)
    #expect(try object(lying.output)["digest"] as? String == digest)
  }

  @Test func `make the same report of the sample with one task, and of its parts`() async throws {
    let place = try Workplace()
    let asOf = ["--as-of", "2026-11-21"]
    let whole = try await place.run(
      ["audit", Self.sample.path(), "--jobs", "1", "--format", "json", "--output", "one"] + asOf)
    #expect(whole.status == 0, "\(whole.errors)")
    let lines = String(decoding: try Data(contentsOf: Self.sample), as: UTF8.self)
      .split(separator: "\n")
    try place.write(lines.dropFirst(5).joined(separator: "\n"), to: "parts/b.jsonl")
    try place.write(lines.prefix(5).joined(separator: "\n"), to: "parts/a.jsonl")
    let scan = try await place.plain("scan", "--jobs", "2", "parts/b.jsonl", "parts/a.jsonl")
    #expect(scan.status == 0, "\(scan.errors)")
    // An input that cannot be read bears its path, which differs between the whole and the parts.
    try place.write(
      scan.output.replacingOccurrences(of: "parts/b.jsonl:9", with: "\(Self.sample.path()):14"),
      to: "scanned")
    let score = try await place.run(["score", "scanned", "--output", "two"] + asOf)
    #expect(score.status == 0, "\(score.errors)")
    #expect(place.text("one/audit.json") != nil)
    #expect(place.text("two/audit.json") == place.text("one/audit.json"))
  }

  /// What `.ci/run` does with the rules, done to a copy of them of which one line is broken.
  @Test func `fail the gate where one of them does not parse`() async throws {
    let gate = String(
      decoding: try Data(contentsOf: Program.repository.appending(path: ".ci/run")), as: UTF8.self)
    #expect(gate.contains("set -euo pipefail"))
    let command = try #require(
      gate.split(separator: "\n").map(String.init).first { $0 == #""$assay" check"# })
    let place = try Workplace()
    try place.copy(Self.rules, to: "Rules")
    let file = "Rules/signals/data-sale.rules"
    let broken = try #require(place.text(file)).replacingOccurrences(
      of: "severity", with: "severty")
    try place.write(broken, to: file)
    let run = try await place.shell("set -euo pipefail\n\(command)\necho passed")
    #expect(run.status == 1)
    #expect(run.output.contains("\(file):"))
    #expect(run.output.contains("did you mean `severity`?") || run.output.contains("severty"))
    #expect(!run.output.contains("passed"))
  }
}
