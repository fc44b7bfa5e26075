internal import SourceText
private import Foundation
import SourceText

/// An article as the line of JSON that `assay read` prints, and that reads back as the same article.
package struct ArticleWriter: Sendable {
  /// Makes a writer.
  package init() {}

  /// The line, without a line end: keys in the contract's order, those without a value left out.
  ///
  /// - Complexity: O(n) over the text.
  package func line(_ article: Article) -> String {
    let fields: [(key: String, value: String?)] = [
      ("id", article.id), ("title", article.title), ("text", article.text), ("url", article.url),
      ("publisher", article.publisher), ("published", article.published?.description),
      ("lang", article.language),
    ]
    // An encoder of its own a line: the library's is a class that tasks may not share.
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let pairs = fields.compactMap { key, value in
      value.flatMap { Self.quoted($0, encoder) }.map { "\"\(key)\":\($0)" }
    }
    return "{\(pairs.joined(separator: ","))}"
  }

  private static func quoted(_ text: String, _ encoder: JSONEncoder) -> String? {
    // A string always encodes; the library declares that it may throw for numbers that are none.
    (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) }
  }
}
