/// What one piece of the input came to.
package enum ReadItem: Sendable {
  /// An article; `source` as in `UnreadInput`, `notes` say which optional fields were left out and why.
  case article(Article, source: String, notes: [String])
  /// No article.
  case unread(UnreadInput)
}
