import Expectations
import Foundation
import Testing

/// Runs with all the rules that ship; they are few, since each compiles the rules anew.
@Suite struct `The rules that ship` {
  @Test func `work from a copied binary in an empty folder, and are those of the repository`()
    async throws
  {
    let place = try Workplace()
    try FileManager.default.createDirectory(
      at: place.url.appending(path: "home"), withIntermediateDirectories: true)
    try await place.copyProgram(URL(filePath: Program.path), to: "home/assay")
    let carried = try await place.run(
      ["rules", "list", "--format", "json"], of: "home/assay", in: "home")
    #expect(carried.status == 0, "\(carried.errors)")
    let lying = try await Program.run(
      ["rules", "list", "--format", "json"], in: Program.repository)
    #expect(lying.status == 0, "\(lying.errors)")
    let digest = try #require(try object(carried.output)["digest"] as? String)
    #expect(digest.count == 64)
    #expect(try object(lying.output)["digest"] as? String == digest)
  }

  @Test func `make of the sample articles the report that lies beside them`() async throws {
    let place = try Workplace()
    let out = place.url.appending(path: "out").path(percentEncoded: false)
    let run = try await Program.run(
      [
        "audit", "Reports/Sample/articles.jsonl", "--as-of", "2026-11-21", "--output", out,
        "--format", "json,markdown,html,findings",
      ], in: Program.repository)
    #expect(run.status == 0, "\(run.errors)")
    for name in ["audit.json", "audit.md", "audit.html", "findings.jsonl"] {
      let made = try #require(place.text("out/\(name)"))
      let kept = Program.repository.appending(path: "Reports/Sample/\(name)")
      let difference = Golden.difference(made, from: kept)
      #expect(difference == nil, "\(difference?.prefix(600) ?? "")")
    }
  }
}
