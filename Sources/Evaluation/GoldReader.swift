package import ArticleReading
private import Foundation
import SourceText

/// Reads labelled articles: JSON Lines of articles with `labels` and `near_misses`, and perhaps `organisations`.
package struct GoldReader: Sendable {
  private let reader: ArticleReader

  /// Makes a reader that takes lines from `reader`.
  package init(_ reader: ArticleReader = ArticleReader()) { self.reader = reader }

  /// The labelled articles at `paths`, in order, and the lines that are none.
  ///
  /// - Throws: `ReadError` for a path that does not exist or may not be read.
  /// - Complexity: O(n) over the bytes; all articles are held.
  package func articles(
    at paths: [String]
  ) throws(ReadError) -> (articles: [GoldArticle], unread: [UnreadInput]) {
    var articles: [GoldArticle] = []
    var unread: [UnreadInput] = []
    for input in try reader.inputs(of: paths) {
      var lines = reader.lines(of: input)
      while let element = lines.next() {
        switch element {
        case .unread(let fault):
          unread.append(fault)
        case .line(let bytes, let source):
          switch reader.item(inLine: bytes, source: source) {
          case .unread(let fault):
            unread.append(fault)
          case .article(let article, _, _):
            switch Self.labels(in: bytes) {
            case .success(let gold):
              articles.append(
                GoldArticle(
                  article: article, labels: gold.labels, nearMisses: gold.near_misses ?? [],
                  organisations: gold.organisations ?? []))
            case .failure(let fault):
              unread.append(
                UnreadInput(
                  source: source, reason: .parseError, detail: fault.text,
                  digest: Digest(of: bytes)))
            }
          }
        }
      }
    }
    return (articles, unread)
  }

  /// The keys as the contract spells them, and one that helps to fit what names are organisations'.
  private struct Labels: Decodable {
    var labels: [GoldLabel]
    var near_misses: [NearMiss]?
    var organisations: [String]?
  }

  private struct LabelFault: Error {
    var text: String
  }

  private static func labels(in bytes: [UInt8]) -> Result<Labels, LabelFault> {
    do {
      return .success(try JSONDecoder().decode(Labels.self, from: Data(bytes)))
    } catch DecodingError.keyNotFound(let key, let context) {
      return .failure(LabelFault(text: "\(place(context))no `\(key.stringValue)`"))
    } catch DecodingError.valueNotFound(_, let context) {
      return .failure(LabelFault(text: "\(place(context))null where a value belongs"))
    } catch DecodingError.typeMismatch(let type, let context) {
      return .failure(LabelFault(text: "\(place(context))a value that is no \(type)"))
    } catch DecodingError.dataCorrupted(let context) {
      return .failure(LabelFault(text: "\(place(context))a value that it cannot have"))
    } catch {
      return .failure(LabelFault(text: "the labels cannot be read"))
    }
  }

  /// Where in the line, as `labels.2.stance: `.
  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map { $0.intValue.map { String($0) } ?? $0.stringValue }
    return path.isEmpty ? "" : path.joined(separator: ".") + ": "
  }
}
