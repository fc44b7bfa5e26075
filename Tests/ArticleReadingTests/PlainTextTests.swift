import ArticleReading
import SourceText
import Testing

@Suite struct `Plain text` {
  @Test func `the text is the file, byte for byte, line ends included`() throws {
    let text = "A title\r\n\r\nFirst line.\r\n\tSecond.\r\n"
    let items = try Scratch().read("news.txt", text)
    let article = try #require(items.first?.article)
    #expect(Array(article.text.utf8) == Array(text.utf8))
    #expect(article.id == "news.txt")
    #expect(article.title == "A title")
    #expect(items.count == 1)
  }

  @Test func `a byte order mark is no part of the text`() throws {
    let items = try Scratch().read("a.txt", [0xEF, 0xBB, 0xBF] + Array("Wörter.".utf8))
    #expect(items.first?.article?.text == "Wörter.")
  }

  @Test(arguments: [true, false])
  func `UTF-16 with a byte order mark is decoded`(isLittle: Bool) throws {
    let text = "메타 sold 📰 data."
    let bytes = ([0xFEFF] + Array(text.utf16)).flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittle ? pair : pair.reversed()
    }
    #expect(try Scratch().read("a.txt", bytes).first?.article?.text == text)
  }

  @Test(arguments: [
    // A short line, an empty one, then text.
    ("Meta fined\n\nThe firm was fined.", "Meta fined"),
    ("\n\n  Meta fined  \n\nThe firm was fined.", "Meta fined"),
    // A line that a much longer one follows.
    ("Meta fined\nThe firm was fined on Monday by a court.", "Meta fined"),
    // A head of short lines.
    ("Meta is fined again today\nPage info\n\nThe body.", "Meta is fined again today"),
    // No title: a sentence, one line alone, wrapped prose, a date, nothing but marks.
    ("The firm was fined.\n\nIt appealed.", nil),
    ("메타가 벌금을 냈다。\n\n항소했다.", nil),
    ("Meta fined", nil),
    ("The firm said on Monday that\nit would pay the fine and\nnot appeal.\n\nMore.", nil),
    ("2025-03-21\n\nThe firm was fined.", nil),
    ("|\n\nThe firm was fined.", nil),
  ])
  func `a title is what plainly stands as one`(text: String, title: String?) throws {
    #expect(try Scratch().read("a.txt", text).first?.article?.title == title)
  }

  @Test func `a first line longer than a title is none`() throws {
    let most = ReadingLimits.standard.titleCharactersMax
    let fits = String(repeating: "é", count: most)
    #expect(try Scratch().read("a.txt", "\(fits)\n\nText.").first?.article?.title == fits)
    #expect(try Scratch().read("a.txt", "\(fits)é\n\nText.").first?.article?.title == nil)
  }

  @Test(arguments: [
    ("2025-03-21", "2025-03-21"),
    ("2025-03-21T09:15:00+01:00", "2025-03-21"),
    ("2025-03-21 09:15 | News", "2025-03-21"),
    ("2025.03.21", "2025-03-21"),
    ("2025. 3. 21.", "2025-03-21"),
    ("2025/3/21", "2025-03-21"),
    ("21.03.2025", "2025-03-21"),
    ("21.3.2025, 10:04", "2025-03-21"),
    ("21/03/2025", "2025-03-21"),
    ("21-03-2025", "2025-03-21"),
    ("03/03/2025", "2025-03-03"),
    // Which of the two is the month is not plain.
    ("03/04/2025", nil),
    ("03-04-2025", nil),
    // No such day, no date, no date alone.
    ("2025-02-30", nil),
    ("2025-03", nil),
    ("192.168.2025", nil),
    ("2025-03-21st", nil),
    ("21.03.25", nil),
    ("2018-05-25 was the day on which the regulation began to apply.", nil),
    ("On 2025-03-21", nil),
  ])
  func `a date is one in digits that leaves no doubt`(line: String, day: String?) throws {
    let items = try Scratch().read("a.txt", "Meta fined\n\n\(line)\n\nThe firm was fined.")
    #expect(items.first?.article?.published?.description == day)
  }

  @Test func `a date below the head of the text is none of the article's`() throws {
    let most = ReadingLimits.standard.headLinesMax
    for (blanks, isFound) in [(most - 2, true), (most - 1, false)] {
      let text = "Title\n" + String(repeating: "\n", count: blanks) + "2025-03-21\n"
      let article = try #require(try Scratch().read("a.txt", text).first?.article)
      #expect((article.published != nil) == isFound)
    }
  }

  @Test(arguments: [
    ("Title\nTechCrunch\n|\n|\n\nBody.", "TechCrunch", nil),
    ("Title\nTechCrunch\n2025-03-21\n\nBody.", "TechCrunch", "2025-03-21"),
    ("Title\nde Volkskrant, 2025-03-21\n\nBody.", "de Volkskrant", "2025-03-21"),
    ("Title\n21.03.2025 | heise.de\n\nBody.", "heise.de", "2025-03-21"),
    ("Title\n한겨레 · 2025.03.21 09:15\n\nBody.", "한겨레", "2025-03-21"),
    // A line of a page's furniture, a subtitle, a sentence, a number of comments.
    ("Title\nPage info\n\nBody text that goes on for longer.", nil, nil),
    ("Title\n\nTechCrunch\n\nBody.", nil, nil),
    ("Title\nThe firm denies it.\n|\n\nBody.", nil, nil),
    ("Title\n19\n0\n\nBody.", nil, nil),
  ])
  func `a publisher is named beside a date or set off under the title`(
    text: String, publisher: String?, day: String?
  ) throws {
    let article = try #require(try Scratch().read("a.txt", text).first?.article)
    #expect(article.publisher == publisher)
    #expect(article.published?.description == day)
  }

  @Test func `a publisher's line is short`() throws {
    let most = ReadingLimits.standard.publisherCharactersMax
    for (length, isNamed) in [(most, true), (most + 1, false)] {
      let name = String(repeating: "a", count: length)
      let items = try Scratch().read("a.txt", "Title\n\(name)\n2025-03-21\n\nBody.")
      #expect((items.first?.article?.publisher != nil) == isNamed)
    }
  }

  @Test func `a line that begins with a date is short`() throws {
    let most = ReadingLimits.standard.datelineCharactersMax
    for (length, isDate) in [(most, true), (most + 1, false)] {
      let line = "2025-03-21 ".padding(to: length)
      let items = try Scratch().read("a.txt", "Title\n\n\(line)\n\nBody.")
      #expect((items.first?.article?.published != nil) == isDate)
    }
  }
}

extension String {
  fileprivate func padding(to length: Int) -> String {
    self + String(repeating: "x", count: length - count)
  }
}
