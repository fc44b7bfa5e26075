import SourceText
import Testing

@Suite struct `Folded text` {
  private func folded(_ text: String) -> String {
    var folding = Folding()
    return String(decoding: folding.fold(text), as: UTF8.self)
  }

  @Test(arguments: [
    ("OPT-OUT", "opt out"), ("opt\u{A0}out", "opt out"), ("opt \n out", "opt out"),
    ("ﬁle", "file"), ("ＡＰＩ", "api"), ("cafe\u{301}", "café"), ("l’app", "l'app"),
    ("so\u{AD}ft", "soft"), ("가\u{11A8}", "각"), ("㈜", "(주)"), ("", ""), ("–", ""),
  ])
  func `makes alike what is read alike`(_ pair: (String, String)) {
    #expect(folded(pair.0) == pair.1)
  }

  @Test func `knows the way back, also from bytes that are no text`() {
    var folding = Folding()
    let original = Array("A \u{A0} ﬁn “é".utf8) + [0xFF, 0xC3] + Array("z".utf8)
    let text = folding.fold(bytes: original)
    #expect(text.origins.count == text.bytes.count + 1)
    #expect(text.origins.last == UInt32(original.count))
    for pair in zip(text.origins, text.origins.dropFirst()) { #expect(pair.0 <= pair.1) }
    for offset in original.indices {
      let place = text.folded(at: offset)
      #expect(Int(text.origins[place]) >= offset)
    }
  }
}

@Suite struct `A day` {
  @Test func `is the same day written and read, over four centuries`() throws {
    let first = try #require(Day(year: 1800, month: 1, day: 1))
    var count = 0
    for offset in stride(from: 0, through: 146_097, by: 61) {
      let day = first + offset
      #expect(Day(day.description) == day)
      #expect(day - first == offset)
      count += 1
    }
    #expect(count > 2_000)
    #expect(Day("2026-11-21")?.number == 20_778)
    #expect(Day("2026-11-21")?.quarter == "2026-Q4")
    #expect(Day("2024-02-29T23:00:00Z")?.description == "2024-02-29")
  }

  @Test(arguments: [
    "2023-02-29", "2026-13-01", "2026-1-1", "26-11-21", "", "2026-11-21x", "tomorrow",
  ])
  func `is none where there is none`(_ text: String) {
    #expect(Day(text) == nil)
  }
}

@Suite struct `A digest` {
  /// The examples of FIPS 180-4, and lengths about the end of a block.
  @Test func `is SHA-256`() {
    #expect(
      Digest(of: "").description
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Digest(of: "abc").description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Digest(of: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").description
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      Digest(of: String(repeating: "a", count: 1_000_000)).description
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
