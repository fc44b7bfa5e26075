import Findings
import Testing

/// The network in the strata: what facets and threads of a sentence weigh, and what is said of it.
@Suite struct `The network by which sentences are read` {
  /// Two facets, one of fines (60 hundredths, 40 more where said twice, 30 of money) and one of archives (40, and 40
  /// of a retailer); and a thread that begins at -50 hundredths and takes in all of the fines of the sentence
  /// before, half of its own archives, and a hundredth of the article's fines.
  private static let network = """

    network {
      facets  "-10 0"
      threads "-50"
      weighs {fine}             "60 0"
      weighs twice {fine}       "40 0"
      weighs <money>            "30 0"
      weighs {archive}          "0 40"
      weighs kind retailer      "0 40"
      passes 1 before  "100"
      passes 2 here    "50"
      passes 1 article "1"
    }
    """

  private func bench(_ lines: String...) throws -> RuleBench {
    try RuleBench(
      benchRules + """

        signal leak in access {
          title "Leaks"
          severity 6
          half-life 365 days
        \(lines.joined(separator: "\n"))
        }
        """ + Self.network)
  }

  private static let weighed: [(lines: [String], points: Int, text: String)] = {
    let facets = ["facets \"100 0\""]
    let fined = "Google was fined."
    return [
      // 60 - 10 hundredths of a log-odds are 5 points, of which a part is taken, or twice as much.
      (facets, 5, fined), (["facets \"40 0\""], 2, fined), (["facets \"200 0\""], 10, fined),
      (facets, 8, "Google was fined 5 million euro."),
      (facets, 9, "Google was fined, and what a fine."),
      // Bolwerk is a retailer: 40 + 40 of the archive.
      (["facets \"0 100\""], 8, "Bolwerk has an archive."),
      (["facets \"100 100\""], 13, "Bolwerk was fined for its archive."),
      // Of the thread 50 - 50 + 40 for an archive that follows on a fine, and nothing without either.
      (["facets \"0 100\"", "threads \"100\""], 12, "A fine came. Bolwerk has an archive."),
      (["facets \"0 100\"", "threads \"-100\""], 4, "A fine came. Bolwerk has an archive."),
      (["facets \"0 100\"", "threads \"100\""], 8, "Bolwerk has an archive. A fine came."),
      // With points of its own.
      (["weighs 4 {archive}", "facets \"0 100\""], 12, "Bolwerk has an archive."),
    ]
  }()

  @Test(arguments: weighed)
  func `facets and threads weigh as far as they are above 0`(
    _ lines: [String], _ points: Int, _ text: String
  ) throws {
    for (suffices, isFound) in [(points, true), (points + 1, false)] {
      let bench = try bench((lines + ["suffices \(suffices)"]).joined(separator: "\n"))
      let found = bench.scan(text).findings.contains { $0.signal == "leak" }
      #expect(found == isFound, "\(suffices) points")
    }
  }

  @Test func `what words say through the network is said with their own weights`() throws {
    let bench = try bench(
      "weighs 4 {archive}", #"facets "100 200""#, #"threads "100""#, "suffices 9")
    let found = bench.scan("A fine came. Bolwerk was fined for its archive.").findings
    let event = try #require(found.first { $0.signal == "leak" }?.events.first)
    // A fine is 6 points. An archive is 4, and of 4 in its facet counts twice as much and half through the thread.
    #expect(event.lineage.pattern == "weighs 29: 14 {archive}, 6 {fine}, 9 by all else, suffices 9")
  }

  @Test func `a sentence that is a copy of another is read as one that has nothing`() throws {
    let bench = try bench(#"facets "0 0""#, #"threads "100""#, "suffices 1")
    let fined = "The city fined Google over the archive that it keeps of everybody."
    #expect(bench.scan("\(fined)\n\n\(fined)").findings.allSatisfy { $0.signal != "leak" })
  }
}
