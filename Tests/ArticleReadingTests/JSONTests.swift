import ArticleReading
import SourceText
import Testing

@Suite struct `JSON` {
  @Test func `all keys of the contract are read and others left aside`() throws {
    let text = #"""
      {"id": "a-1", "title": "T", "text": "Meta\u00e9 \"x\" \ud83d\udcf0", "url": "https://e.org/a",
       "publisher": "P", "published": "2025-03-21T23:59:59+09:00", "lang": "ko",
       "labels": [{"company": "Meta"}], "near_misses": {"a": [1, null]}}
      """#
    let items = try Scratch().read("a.json", text)
    let article = try #require(items.first?.article)
    #expect(items.count == 1)
    #expect(article.id == "a-1")
    #expect(article.title == "T")
    #expect(article.text == "Metaé \"x\" 📰")
    #expect(article.url == "https://e.org/a")
    #expect(article.publisher == "P")
    #expect(article.published?.description == "2025-03-21")
    #expect(article.language == "ko")
  }

  @Test func `an article without an id is known by the digest of its text`() throws {
    let item = try #require(try Scratch().read("a.jsonl", #"{"text": "Meta"}"#).first)
    #expect(item.article?.id == Digest(of: "Meta").description)
  }

  @Test func `a number is as good an id as a string`() throws {
    let item = try #require(try Scratch().read("a.jsonl", #"{"id": 17, "text": "Meta"}"#).first)
    #expect(item.article?.id == "17")
    #expect(item.notes.isEmpty)
  }

  @Test(arguments: [
    (#""published": "soon""#, ["published is not a date: `soon`"]),
    (#""published": 20250321"#, ["published is not a string"]),
    (#""published": null"#, []),
    (#""published": """#, []),
    (#""title": ["T"], "url": 1"#, ["title is not a string", "url is not a string"]),
  ])
  func `an optional field that cannot be read is left out and noted`(
    field: String, notes: [String]
  ) throws {
    let item = try #require(try Scratch().read("a.json", "{\"text\": \"Meta\", \(field)}").first)
    #expect(item.article?.text == "Meta")
    #expect(item.article?.published == nil)
    #expect(item.notes == notes)
  }

  @Test(arguments: [
    (#"{"title": "T"}"#, "no-text: the object has no `text`"),
    (#"{"text": null}"#, "no-text: the object has no `text`"),
    (#"{"text": " \n"}"#, "empty: `text` holds nothing but blanks"),
    (#"{"text": 3}"#, "parse-error: `text` is not a string"),
    (#"{"text": "Meta was fi"#, "parse-error: it ends inside a string, after 21 bytes"),
    (#"{"text": "Meta","#, "parse-error: it ends inside an object, after 16 bytes"),
    (#"["text"]"#, "parse-error: a list where an object belongs"),
    (#""text""#, "parse-error: a string where an object belongs"),
    ("17", "parse-error: a single value where an object belongs"),
    (#"{"text": "a"} x"#, "parse-error: invalid value around character 14"),
  ])
  func `a line that is no article says what and where`(line: String, text: String) throws {
    let items = try Scratch().read("a.jsonl", line)
    #expect(items.count == 1)
    #expect(items.first?.unread?.text == text)
    #expect(items.first?.unread?.digest == Digest(of: line))
  }

  @Test func `objects nested too deep are refused, not followed`() throws {
    let deep = String(repeating: "[", count: 100_000)
    let items = try Scratch().read("a.jsonl", "{\"x\": \(deep)\n{\"text\": \"Meta\"}")
    #expect(items.map { $0.unread?.reason } == [.parseError, nil])
  }

  @Test func `a list holds an article an entry`() throws {
    let scratch = try Scratch()
    let items = try scratch.read(
      "a.json", #"[{"text": "a ] } \" {"}, 3, {"title": "T"},"# + "\n" + #"{"text": "b"}]"#)
    #expect(items.map { $0.article?.text } == ["a ] } \" {", nil, nil, "b"])
    #expect(
      items.map { scratch.short($0.source) } == ["a.json#1", "a.json#2", "a.json#3", "a.json#4"])
    #expect(items[1].unread?.text == "parse-error: a single value where an object belongs")
  }

  @Test func `a list that breaks off loses only its last entry`() throws {
    let items = try Scratch().read("a.json", #"[{"text": "a"}, {"text": "b"}, {"text": "c"#)
    #expect(items.prefix(2).map { $0.article?.text } == ["a", "b"])
    #expect(items[2].unread?.text == "parse-error: it ends inside a string, after 11 bytes")
    #expect(items.last?.unread?.text == "parse-error: the list is not closed after entry 3")
  }

  @Test func `an entry over the limit is refused without being held`() throws {
    var limits = ReadingLimits()
    limits.textBytesMax = 40
    limits.blockBytes = 16
    let long = String(repeating: "x", count: 100)
    let items = try Scratch().read(
      "a.json", "[{\"text\": \"a\"}, {\"text\": \"\(long)\"}, {\"text\": \"b\"}]", limits: limits)
    #expect(items.map { $0.article?.text } == ["a", nil, "b"])
    #expect(items[1].unread?.reason == .tooLarge)
  }

  @Test func `byte order marks are understood`() throws {
    let object = #"{"text": "é"}"#
    let utf16 = ([0xFEFF] + Array(object.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(try Scratch().read("a.json", utf16).first?.article?.text == "é")
    #expect(try Scratch().read("a.json", mark + Array(object.utf8)).first?.article?.text == "é")
    #expect(try Scratch().read("a.jsonl", mark + Array(object.utf8)).first?.article?.text == "é")
    let refused = try Scratch().read("a.jsonl", utf16)
    #expect(refused.map { $0.unread?.reason } == [.badEncoding])
  }
}
