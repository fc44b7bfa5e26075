import SourceText

extension Article {
  /// The id of an article that came without one: the digest of its text.
  static func digestID(of text: String) -> String { Digest(of: text).description }
}
