import Findings
import Scoring
import SourceText
import Testing

/// Protects what is set aside: it gives no points, stays listed, and returns by itself.
@Suite struct `A suppression` {
  private static let digest = "9f2c41" + String(repeating: "0", count: 58)

  private static func score(suppressing target: String, until: String = "2026-12-31") throws
    -> CompanyScore
  {
    let model = try HouseModel.model(suppressions: [("pirated-works", target, until)])
    var scorer = Scorer(model: model, asOf: Dice.asOf)
    scorer.absorb(
      Scan.article(
        digest,
        [
          Scan.finding("k", "pirated-works", case: "satire", voice: "named-a"),
          Scan.finding("k", "data-sale", case: "satire"),
        ]))
    scorer.absorb(
      Scan.article(
        "second", [Scan.finding("k", "pirated-works", case: "satire", .alleged, denied: true)]))
    return scorer.score(of: "k")
  }

  private static func summary(_ score: CompanyScore) -> [String] {
    score.contributions.map { "\($0.signal) \($0.first.article.prefix(6))" }
  }

  @Test func `of an article leaves what others report`() throws {
    let score = try Self.score(suppressing: "sha256:9f2c41")
    #expect(Self.summary(score) == ["data-sale 9f2c41", "pirated-works second"])
    #expect(score.setAside.map(\.first.article) == [Self.digest])
    #expect(score.setAside.map(\.suppression) == [0])
    #expect(score.unsuppressed > score.score)
  }

  @Test func `of a case or a fingerprint sets aside all that is reported of it`() throws {
    let fingerprint = Finding.fingerprint(company: "k", signal: "pirated-works", case: "satire")
    let none = try Self.score(suppressing: "another case")
    #expect(none.unsuppressed == none.score)
    #expect(none.setAside.isEmpty)
    for target in ["satire", fingerprint.description, "sha256:\(fingerprint)"] {
      let score = try Self.score(suppressing: target)
      #expect(Self.summary(score) == ["data-sale 9f2c41"])
      #expect(score.setAside.map(\.stance) == [.confirmed])
      #expect(score.unsuppressed == none.score)
    }
  }

  @Test func `holds up to its last day and not longer`() throws {
    #expect(try Self.score(suppressing: "satire", until: "2026-11-21").setAside.count == 1)
    #expect(try Self.score(suppressing: "satire", until: "2026-11-20").setAside.isEmpty)
  }

  @Test func `needs six digits of a digest`() throws {
    #expect(Limits.digestPrefixMin == 6)
    #expect(try Self.score(suppressing: "sha256:9f2c4").setAside.isEmpty)
    #expect(try Self.score(suppressing: "sha256:").setAside.isEmpty)
    #expect(try Self.score(suppressing: "").setAside.isEmpty)
  }
}

/// Protects the identity of findings, which baselines and suppressions rest on.
@Suite struct `The fingerprint of a finding` {
  @Test func `is SHA-256 over v1, company, signal and case, a line each`() {
    let fingerprint = Finding.fingerprint(
      company: "Meta", signal: "pirated-works", case: "kadrey-v-meta")
    #expect(fingerprint == Digest(of: "v1\nMeta\npirated-works\nkadrey-v-meta"))
    #expect(
      fingerprint.description
        == "bdaca2d0b5a1dcf6db6df51715cfa900907f2f1341a56f7c2c437fbab655699f")
  }
}
