package import SourceText

/// An article as Assay takes it: a text in UTF-8 and what is known about it.
package struct Article: Sendable {
  /// The file's name, or the id that it came with, or its digest.
  package var id: String
  /// The headline, if any is known; read apart only if `text` does not begin with it.
  package var title: String?
  /// The text; all offsets count its UTF-8 bytes.
  package var text: String
  /// Its address, if known.
  package var url: String?
  /// Who published it, as the article or its source says.
  package var publisher: String?
  /// The day it was published.
  package var published: Day?
  /// The language that its source claims, BCP 47; it is detected anyway, a paragraph at a time.
  package var language: String?

  /// Makes an article.
  package init(
    id: String, title: String? = nil, text: String, url: String? = nil, publisher: String? = nil,
    published: Day? = nil, language: String? = nil
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.url = url
    self.publisher = publisher
    self.published = published
    self.language = language
  }
}
