import SourceText
import Testing

@Suite struct `The display width` {
  @Test(arguments: [
    ("meta", 4), ("", 0), ("메타", 4), ("メタ", 4), ("ﾒﾀ", 2), ("元", 2), ("Ｍ", 2), ("é", 1),
    ("e\u{301}", 1), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👩‍👩‍👧", 2), ("🇰🇷", 2), ("❤️", 2),
    ("“…”", 3), ("、。", 4), ("\u{200B}", 0), ("и", 1), ("…", 1), ("𠮷", 2), ("→", 1),
  ])
  func `is what a terminal takes`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns, "\(text)")
  }
}
