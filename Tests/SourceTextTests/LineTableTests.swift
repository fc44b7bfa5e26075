import SourceText
import Testing

@Suite struct `The line table` {
  @Test func `counts the columns of a line however long it is`() {
    let text = "é\nab" + String(repeating: "메é a👩‍👩‍👧", count: 400) + "\n메x"
    let bytes = Array(text.utf8)
    let lines = LineTable(bytes)
    for offset in 0...bytes.count {
      let before = bytes[..<offset]
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let position = lines.position(of: offset, in: bytes)
      #expect(position.line == before.count { $0 == 0x0A } + 1)
      #expect(position.column == bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1)
    }
  }

  @Test func `of an empty text has one line`() {
    #expect(LineTable([]).position(of: 0, in: []) == (1, 1))
  }
}
