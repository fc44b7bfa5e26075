import ArticleReading
import Expectations
import Foundation
import SourceText
import Testing

@Suite struct `JSON Lines` {
  @Test func `each line is read for itself and named by its number`() throws {
    let scratch = try Scratch()
    let items = try scratch.read(
      "a.jsonl",
      Array("{\"text\": \"a\"}\r\n\n  \r\n{\"text\": \"b".utf8)
        + Array("\n{\"text\": \"".utf8) + [0xC3, 0x28] + Array("\"}\n{\"text\": \"d\"}".utf8))
    #expect(items.map { $0.article?.text } == ["a", nil, nil, "d"])
    #expect(
      items.map { scratch.short($0.source) } == [
        "a.jsonl:1", "a.jsonl:4", "a.jsonl:5", "a.jsonl:6",
      ])
    #expect(items[1].unread?.text == "parse-error: it ends inside a string, after 11 bytes")
    #expect(items[2].unread?.text == "bad-encoding: not UTF-8 at byte 10")
  }

  @Test func `two articles of one id are two articles`() throws {
    let line = #"{"id": "x", "text": "a"}"#
    let items = try Scratch().read("a.ndjson", "\(line)\n\(line)\n")
    #expect(items.map { $0.article?.id } == ["x", "x"])
  }

  @Test func `a line of 50 MB is refused and the lines around it are read`() throws {
    let scratch = try Scratch()
    var bytes = Array("{\"text\": \"a\"}\n{\"text\": \"".utf8)
    bytes += [UInt8](repeating: 0x78, count: 50 << 20)
    bytes += Array("\"}\n{\"text\": \"b\"}\n".utf8)
    let items = try scratch.read("a.jsonl", bytes)
    #expect(items.map { $0.article?.text } == ["a", nil, "b"])
    #expect(items[1].unread?.text == "too-large: more than 8388608 bytes in one text")
    #expect(scratch.short(items[1].source) == "a.jsonl:2")
  }

  @Test func `a line as long as the limit is read and one byte more is not`() throws {
    var limits = ReadingLimits()
    limits.textBytesMax = 64
    limits.blockBytes = 7
    for (extra, isRead) in [(0, true), (1, false)] {
      let text = String(repeating: "x", count: 64 - 12 + extra)
      for end in ["\n", "\r\n", ""] {
        let items = try Scratch().read("a.jsonl", "{\"text\": \"\(text)\"}\(end)", limits: limits)
        #expect((items.first?.article != nil) == isRead)
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the parts of a file, one after another, are the file`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "{\"text\": \"meta 메타\"}", "{\"text\": \"b\", \"id\": \"same\"}", "", "  ",
      "{\"text\": \"cut",
      "{\"title\": \"no text\"}", "\r", "{\"text\": \"\(String(repeating: "é", count: 90))\"}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
      text += Bool.random(using: &random) ? "\n" : "\r\n"
    }
    if Bool.random(using: &random) { text += "{\"text\": \"last, without a line end\"}" }
    var limits = ReadingLimits()
    limits.blockBytes = Int.random(in: 1...50, using: &random)
    limits.textBytesMax = 120
    let scratch = try Scratch()
    let path = try scratch.write("a.jsonl", text)
    let whole = try scratch.items(at: [path]).map(\.summary)
    let bounded = try scratch.items(at: [path], limits: limits).map(\.summary)

    for bytes in [1, 10, Int.random(in: 1...500, using: &random), 1 << 20] {
      for (limits, expected) in [(ReadingLimits.standard, whole), (limits, bounded)] {
        let reader = ArticleReader(limits: limits)
        let parts = try reader.inputs(of: [path]).flatMap { reader.parts(of: $0, bytes: bytes) }
        var found: [String] = []
        for part in parts { reader.read(part) { found.append($0.summary) } }
        #expect(found == expected, "seed \(seed), parts of \(bytes) bytes")
      }
    }
  }

  @Test func `only files of JSON Lines are cut`() throws {
    let scratch = try Scratch()
    let text = String(repeating: "{\"text\": \"a\"}\n", count: 10)
    let reader = ArticleReader()
    for (name, count) in [("a.jsonl", 10), ("a.txt", 1), ("a.json", 1), ("blank.jsonl", 1)] {
      let path = try scratch.write(name, name == "blank.jsonl" ? "\n\n\n" : text)
      let inputs = try reader.inputs(of: [path])
      #expect(inputs.flatMap { reader.parts(of: $0, bytes: 1) }.count == count)
    }
    #expect(try reader.inputs(of: ["-"]).flatMap { reader.parts(of: $0, bytes: 1) }.count == 1)
  }
}

@Suite struct `Standard input` {
  @Test(arguments: [
    ("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", ["-:1 a", "-:2 b"]),
    ("\u{FEFF} \n{\"text\": \"a\"}\n", ["-:2 a"]),
    ("A plain text.", ["- A plain text."]),
    ("[1] is a footnote.", ["- [1] is a footnote."]),
    ("", ["- empty"]),
    (" \n", ["- empty"]),
  ])
  func `an object begins JSON Lines and anything else is one text`(
    input: String, expected: [String]
  ) throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try pipe.fileHandleForWriting.close()
    let reader = ArticleReader(standardInput: StandardInput(pipe.fileHandleForReading))
    var found: [String] = []
    for input in try reader.inputs(of: ["-"]) {
      reader.read(input) { item in
        found.append("\(item.source) \(item.article?.text ?? item.unread?.text ?? "")")
      }
    }
    #expect(found == expected)
  }
}
