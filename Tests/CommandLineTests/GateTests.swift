import Foundation
import Testing

/// `.ci/run` itself, on a small repository: its own script, a README with the commands that the real one
/// has for the rules, and a `swift` that only says how it went.
@Suite struct `The gate` {
  /// Lays the small repository out around some rules.
  private func lay(_ place: Workplace, rules: URL) async throws {
    try FileManager.default.createDirectory(
      at: place.url.appending(path: ".build/release"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: place.url.appending(path: ".build/release/assay"),
      withDestinationURL: URL(filePath: Program.path))
    for folder in [".ci", "bin"] {
      try FileManager.default.createDirectory(
        at: place.url.appending(path: folder), withIntermediateDirectories: true)
    }
    try await place.copyProgram(Program.repository.appending(path: ".ci/run"), to: ".ci/run")
    try place.copy(rules, to: "Rules")
    let readme = String(
      decoding: try Data(contentsOf: Program.repository.appending(path: "README.md")),
      as: UTF8.self)
    let block = try #require(readme.components(separatedBy: "```sh gate\n").dropFirst().first)
    let commands = block.components(separatedBy: "```")[0].split(separator: "\n").filter {
      $0.hasPrefix(".build/release/assay ") && !$0.contains("|") || $0.hasPrefix("swift test")
    }
    #expect(commands.contains(".build/release/assay check"))
    #expect(commands.contains(".build/release/assay test"))
    #expect(commands.contains(".build/release/assay format --check"))
    #expect(commands.contains { $0.hasPrefix("swift test") })
    try place.write("```sh gate\n\(commands.joined(separator: "\n"))\n```\n", to: "README.md")
    try place.write(
      """
      #!/bin/bash
      if [ "$1" = test ]; then echo "$closing"; exit "$verdict"; fi
      """, to: "swift.sh")
    try await place.copyProgram(place.url.appending(path: "swift.sh"), to: "bin/swift")
  }

  /// Runs the gate; `swift test` closes with a line and a status.
  private func run(
    _ place: Workplace, closing: String = "✔ Test run with 7 tests passed after 1 second.",
    verdict: Int = 0
  ) async throws -> Run {
    try await place.shell(
      """
      chmod +x bin/swift
      closing='\(closing)' verdict=\(verdict) PATH="$PWD/bin:$PATH" .ci/run
      """)
  }

  @Test func `passes where everything does, and shows how the tests closed`() async throws {
    let place = try Workplace()
    try await lay(place, rules: Program.fixture("rules"))
    let run = try await run(place)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.output.contains("\n4 rule files, 0 errors, 0 warnings\n"))
    #expect(run.output.contains("\n6 of 6 examples pass\n"))
    #expect(run.output.contains("\n✔ Test run with 7 tests passed after 1 second.\n"))
    #expect(run.output.contains("\n== passed"))
  }

  @Test func `fails where one of the rules that ship does not parse`() async throws {
    let place = try Workplace()
    try await lay(place, rules: Program.repository.appending(path: "Rules"))
    try place.replace("severity ", by: "severty ", in: "Rules/signals/data-sale.rules")
    let run = try await run(place)
    #expect(run.status == 1)
    #expect(run.output.contains("--> Rules/signals/data-sale.rules:"))
    #expect(run.output.contains("severty"))
    #expect(!run.output.contains("examples pass"), "it stops there")
    #expect(!run.output.contains("== passed"))
  }

  @Test func `fails where an example does not hold, or a file is laid out otherwise`() async throws
  {
    let place = try Workplace()
    try await lay(place, rules: Program.fixture("rules"))
    try place.replace(
      "scraped the posts of", by: "liked the poems of", in: "Rules/signals/scraping.rules")
    let example = try await run(place)
    #expect(example.status == 1)
    #expect(example.output.contains("5 of 6 examples pass"))
    try place.replace("  severity", by: "      severity", in: "Rules/signals/scraping.rules")
    let layout = try await run(place)
    #expect(layout.status == 1)
    #expect(!layout.output.contains("examples pass"))
  }

  @Test func `fails where the tests do, and where there are none`() async throws {
    let place = try Workplace()
    try await lay(place, rules: Program.fixture("rules"))
    let failing = try await run(
      place, closing: "✘ Test run with 7 tests failed after 1 second with 1 issue.", verdict: 1)
    #expect(failing.status == 1)
    #expect(failing.output.contains("\n✘ Test run with 7 tests failed"))
    #expect(!failing.output.contains("== passed"))
    let none = try await run(place, closing: "✔ Test run with 0 tests passed after 0 seconds.")
    #expect(none.status == 1)
  }
}
