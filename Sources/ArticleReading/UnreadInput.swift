package import SourceText

/// Why an input became no article: the closed list.
package enum UnreadReason: String, Sendable, CaseIterable {
  /// It holds no text, or nothing but blanks.
  case empty
  /// It holds NUL bytes.
  case notText = "not-text"
  /// It is not UTF-8, nor UTF-16 with a byte order mark.
  case badEncoding = "bad-encoding"
  /// It passes a limit.
  case tooLarge = "too-large"
  /// It is not the format that it is named for.
  case parseError = "parse-error"
  /// A JSON object without `text`.
  case noText = "no-text"
  /// A format that is not read.
  case unsupported
  /// The system would not hand it over.
  case unreadable
}

/// An input that became no article; it does not stop the others.
package struct UnreadInput: Hashable, Sendable {
  /// Which: a path, `path:line` of JSON Lines, `path#entry` of a JSON list, `-` for standard input.
  package var source: String
  /// Why.
  package var reason: UnreadReason
  /// What was seen and where, if there is more to say.
  package var detail: String?
  /// The digest of its bytes, if they could be had.
  package var digest: Digest?

  /// Makes an entry.
  package init(
    source: String, reason: UnreadReason, detail: String? = nil, digest: Digest? = nil
  ) {
    self.source = source
    self.reason = reason
    self.detail = detail
    self.digest = digest
  }

  /// Reason and detail as a report has them: `bad-encoding: no UTF-8 at byte 12`.
  package var text: String { detail.map { "\(reason.rawValue): \($0)" } ?? reason.rawValue }
}

/// A reason on its way to the source that it belongs to.
struct ReadingFault: Error, Hashable {
  var reason: UnreadReason
  var detail: String?

  init(_ reason: UnreadReason, _ detail: String? = nil) {
    self.reason = reason
    self.detail = detail
  }

  /// The fault as an entry of a report; `bytes` are what was had of the input.
  func input(_ source: String, bytes: [UInt8]? = nil) -> UnreadInput {
    UnreadInput(
      source: source, reason: reason, detail: detail, digest: bytes.map { Digest(of: $0) })
  }
}
