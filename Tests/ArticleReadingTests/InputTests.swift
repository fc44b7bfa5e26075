import ArticleReading
import Expectations
import Foundation
import SourceText
import Testing

@Suite struct `Inputs` {
  @Test func `a folder's files come in the order of their paths' bytes, hidden ones left out`()
    throws
  {
    let scratch = try Scratch()
    let names = ["b/z.txt", "b.txt", "b-1.txt", "B.txt", "é.txt", "a/2.txt", "a/10.txt", "z.jsonl"]
    for name in names + [".hidden.txt", ".git/a.txt", "a/.x.md"] {
      try scratch.write(name, "{\"text\": \"a\"}")
    }
    let inputs = try ArticleReader().inputs(of: [scratch.path + "//"])
    #expect(
      inputs.map { scratch.short($0.source) } == [
        "B.txt", "a/10.txt", "a/2.txt", "b-1.txt", "b.txt", "b/z.txt", "z.jsonl", "é.txt",
      ])
  }

  @Test func `paths are read in the order given`() throws {
    let scratch = try Scratch()
    let b = try scratch.write("b.txt", "b.")
    let a = try scratch.write("a.txt", "a.")
    #expect(
      try scratch.items(at: [b, a, b]).map { $0.article?.id } == ["b.txt", "a.txt", "b.txt"])
  }

  @Test func `a circle of links ends, and a link that leads nowhere is named`() throws {
    let scratch = try Scratch()
    try scratch.write("folder/a.txt", "a.")
    try scratch.link("folder/up", to: "..")
    try scratch.link("again", to: "folder")
    try scratch.link("self", to: "self")
    try scratch.link("lost.txt", to: "nowhere.txt")
    try scratch.link("file.txt", to: "folder/a.txt")
    let items = try scratch.items(at: [scratch.path])
    #expect(
      items.map { scratch.short($0.source) } == ["again/a.txt", "file.txt", "lost.txt", "self"])
    #expect(items.map { $0.unread?.reason } == [nil, nil, .unreadable, .unreadable])
  }

  @Test func `folders inside one another end at the limit`() throws {
    var limits = ReadingLimits()
    limits.folderDepthMax = 3
    let scratch = try Scratch()
    try scratch.write("1/2/a.txt", "a.")
    try scratch.write("1/2/3/b.txt", "b.")
    let items = try scratch.items(at: [scratch.path], limits: limits)
    #expect(items.map { scratch.short($0.source) } == ["1/2/3", "1/2/a.txt"])
    #expect(items[0].unread?.text == "unreadable: more than 3 folders inside one another")
  }

  @Test func `a path that does not exist is an error before anything is read`() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.txt", "a.")
    let missing = scratch.path + "/missing"
    #expect(throws: ReadError.noSuchPath(missing)) { try scratch.items(at: [path, missing]) }
    #expect(ReadError.noSuchPath("x").description == "no such file or folder: `x`")
    #expect(
      ReadError.unreadable("x", why: "permission denied").description
        == "cannot read `x`: permission denied")
  }

  @Test func `formats that are not read are listed as such`() throws {
    let scratch = try Scratch()
    for name in ["a.pdf", "b.html", "c.TXT", "d", "e.MD"] { try scratch.write(name, "Text.") }
    let items = try scratch.items(at: [scratch.path])
    #expect(items.map { $0.unread?.text } == ["unsupported", "unsupported", nil, nil, nil])
  }

  @Test func `a pipe in a folder is not waited for`() throws {
    let scratch = try Scratch()
    try #require(mkfifo(scratch.path + "/a.txt", 0o600) == 0)
    let items = try scratch.items(at: [scratch.path])
    #expect(items.map { $0.unread?.text } == ["unreadable: neither a file nor a folder"])
  }

  @Test(
    arguments: [
      ([], "empty"),
      (Array(" \r\n\t".utf8), "empty"),
      ([0xEF, 0xBB, 0xBF], "empty"),
      (Array("PK\u{3}\u{4}".utf8) + [0, 0], "not-text: a NUL byte at byte 4"),
      ([0x89, 0x50, 0, 0xFF], "not-text: a NUL byte at byte 2"),
      (Array("abc".utf8) + [0xE9, 0x20], "bad-encoding: not UTF-8 at byte 3"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], "bad-encoding: not UTF-8 at byte 4"),
      // A surrogate, an overlong form, a character cut at the end.
      ([0x61, 0xED, 0xA0, 0x80], "bad-encoding: not UTF-8 at byte 1"),
      ([0xC0, 0xAF], "bad-encoding: not UTF-8 at byte 0"),
      ([0x61, 0xEB, 0xA9], "bad-encoding: not UTF-8 at byte 1"),
      ([0xFF, 0xFE, 0x61], "bad-encoding: UTF-16 that ends inside a unit, at byte 2"),
      (
        [0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8, 0x61, 0],
        "bad-encoding: UTF-16 with an unpaired surrogate at byte 4"
      ),
    ] as [([UInt8], String)])
  func `a file that is no text says why, and where`(bytes: [UInt8], text: String) throws {
    for name in ["a.txt", "a.md", "a"] {
      let items = try Scratch().read(name, bytes)
      #expect(items.map { $0.unread?.text } == [text])
      #expect(items.first?.unread?.digest == Digest(of: bytes))
    }
  }

  @Test(arguments: ["a.json", "a.jsonl"])
  func `a file without a value is empty`(name: String) throws {
    for text in ["", " \n \r\n"] {
      #expect(try Scratch().read(name, text).map { $0.unread?.text } == ["empty"])
    }
    #expect(try Scratch().read("a.json", "[ ]").map { $0.unread?.text } == ["empty"])
  }

  @Test func `a text as long as the limit is read and one byte more is not`() throws {
    let most = ReadingLimits.standard.textBytesMax
    let fits = [UInt8](repeating: 0x61, count: most)
    #expect(try Scratch().read("a.txt", fits).first?.article?.text.utf8.count == most)
    let items = try Scratch().read("a.txt", fits + [0x61])
    #expect(items.map { $0.unread?.text } == ["too-large: more than \(most) bytes in one text"])
    // UTF-16 that would grow beyond the limit.
    var limits = ReadingLimits()
    limits.textBytesMax = 8
    let wide: [UInt8] = [0xFF, 0xFE] + [0x54, 0xBA, 0x54, 0xBA, 0x54, 0xBA]
    #expect(try Scratch().read("a.txt", wide, limits: limits).first?.unread?.reason == .tooLarge)
  }

  @Test func `whatever the bytes, reading ends and says something`() throws {
    let alphabet = Array("{}[]\",:\\ \n\rtext1é\0".utf8) + [0xFF, 0xEF, 0xBB, 0xBF]
    let scratch = try Scratch()
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let bytes = (0..<Int(random.next() % 60)).map { _ in
        alphabet[Int(random.next() % UInt64(alphabet.count))]
      }
      for name in ["a.txt", "a.md", "a.json", "a.jsonl", "a"] {
        let items = try scratch.read(name, bytes)
        #expect(!items.isEmpty, "seed \(seed), \(name)")
      }
    }
  }
}
