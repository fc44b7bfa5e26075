import SourceText
import Testing

@Suite struct `The likeness of texts` {
  @Test(arguments: [
    ("OPT-out", "opt-OUT"), ("Café", "CAFE\u{301}"), ("\u{212A}im", "kim"), ("İ", "i\u{307}"),
    ("\u{37E}", ";"), ("각", "\u{1100}\u{1161}\u{11A8}"), ("が", "か\u{3099}"),
    ("\u{5E9}\u{5C1}\u{5B8}", "\u{5E9}\u{5B8}\u{5C1}"), ("", ""),
  ])
  func `is the same for texts that differ in case only`(_ pair: (String, String)) {
    var likeness = Likeness()
    #expect(pair.0.lowercased() == pair.1.lowercased())
    #expect(likeness.number(of: pair.0) == likeness.number(of: pair.1))
  }

  @Test func `tells other texts apart`() {
    var likeness = Likeness()
    let texts = ["", "a", "b", "ab", "ba", "é", "메타", "메카", "ab c"]
    #expect(Set(texts.map { likeness.number(of: $0) }).count == texts.count)
  }
}
