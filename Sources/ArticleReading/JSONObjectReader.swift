private import Foundation
import SourceText

/// One JSON object as an article: the contract's keys, all others left aside.
struct JSONObjectReader {
  private let decoder = JSONDecoder()

  /// The article that the object in `bytes` is, and notes on optional fields that were left out.
  ///
  /// - Throws: `ReadingFault` with `not-text`, `bad-encoding`, `parse-error`, `no-text` or `empty`.
  /// - Complexity: O(n) over the bytes.
  func article(in bytes: [UInt8]) throws(ReadingFault) -> (article: Article, notes: [String]) {
    if let nul = bytes.firstIndex(of: 0) {
      throw ReadingFault(.notText, "a NUL byte at byte \(nul)")
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw ReadingFault(.badEncoding, "not UTF-8 at byte \(error.byteOffsets.lowerBound)")
    }
    let fields: Fields
    do {
      fields = try decoder.decode(Fields.self, from: Data(bytes))
    } catch {
      throw ReadingFault(.parseError, Self.why(error, bytes))
    }
    return try fields.article()
  }

  /// The article that the object in `bytes` is, or why it is none.
  func item(_ bytes: [UInt8], source: String) -> ReadItem {
    do throws(ReadingFault) {
      let (article, notes) = try article(in: bytes)
      return .article(article, source: source, notes: notes)
    } catch {
      return .unread(error.input(source, bytes: bytes))
    }
  }

  private static func why(_ error: any Error, _ bytes: [UInt8]) -> String {
    if case DecodingError.typeMismatch = error {
      return "\(kind(of: bytes)) where an object belongs"
    }
    if let cut = JSONNesting.cut(of: bytes) { return cut }
    // The decoder does not say where; the older parser of the same library does.
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    } catch {
      if let seen = (error as NSError).userInfo["NSDebugDescription"] as? String {
        let sentence = seen.hasSuffix(".") ? seen.dropLast() : seen[...]
        return sentence.prefix(1).lowercased() + sentence.dropFirst()
      }
    }
    return "it is not JSON"
  }

  private static func kind(of bytes: [UInt8]) -> String {
    switch bytes.first(where: { !isJSONBlank($0) }) {
    case UInt8(ascii: "["): "a list"
    case UInt8(ascii: "\""): "a string"
    default: "a single value"
    }
  }
}

/// The fields of an object, each as far as it could be read.
private struct Fields: Decodable {
  private enum Key: String, CodingKey {
    case id
    case title
    case text
    case url
    case publisher
    case published
    case lang
  }

  private enum Text {
    case read(String)
    case missing
    case faulty(String)
  }

  private var text: Text
  private var values: [Key: String] = [:]
  private var notes: [String] = []

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    func isGiven(_ key: Key) -> Bool {
      object.contains(key) && !((try? object.decodeNil(forKey: key)) ?? false)
    }
    if !isGiven(.text) {
      text = .missing
    } else {
      do {
        text = .read(try object.decode(String.self, forKey: .text))
      } catch DecodingError.typeMismatch {
        text = .faulty("`text` is not a string")
      } catch {
        text = .faulty("`text` holds an escape that stands for no character")
      }
    }
    for key in [Key.id, .title, .url, .publisher, .published, .lang] where isGiven(key) {
      if let value = try? object.decode(String.self, forKey: key) {
        values[key] = value.isEmpty ? nil : value
      } else if key == .id, let number = try? object.decode(Int64.self, forKey: key) {
        values[key] = String(number)
      } else {
        notes.append("\(key.rawValue) is not a string")
      }
    }
  }

  func article() throws(ReadingFault) -> (article: Article, notes: [String]) {
    let text: String
    switch self.text {
    case .read(let found): text = found
    case .missing: throw ReadingFault(.noText, "the object has no `text`")
    case .faulty(let why): throw ReadingFault(.parseError, why)
    }
    guard text.utf8.contains(where: { $0 > 0x20 }) else {
      throw ReadingFault(.empty, "`text` holds nothing but blanks")
    }
    var notes = notes
    var published: Day?
    if let written = values[.published] {
      published = Day(written)
      if published == nil { notes.append(.notADate("published", written)) }
    }
    let article = Article(
      id: values[.id] ?? Article.digestID(of: text), title: values[.title], text: text,
      url: values[.url], publisher: values[.publisher], published: published,
      language: values[.lang])
    return (article, notes)
  }
}
