/// What a report says of an article that was read.
package struct ArticleHeader: Codable, Hashable, Sendable {
  /// The file's name or the id that the article came with.
  package var id: String
  /// SHA-256 over the article's text.
  package var digest: String
  /// The headline, if any.
  package var title: String?
  /// Its address, if known.
  package var url: String?
  /// Who published it, as the article says.
  package var publisher: String?
  /// Its day as `YYYY-MM-DD`, if known.
  package var published: String?
  /// The languages of its paragraphs, most of the text first.
  package var languages: [String]
  /// The length of its text in bytes.
  package var bytes: Int
  /// SHA-256 over its folded text, so that copies show.
  package var fingerprint: String

  /// Makes a header.
  package init(
    id: String, digest: String, title: String?, url: String?, publisher: String?,
    published: String?, languages: [String], bytes: Int, fingerprint: String
  ) {
    self.id = id
    self.digest = digest
    self.title = title
    self.url = url
    self.publisher = publisher
    self.published = published
    self.languages = languages
    self.bytes = bytes
    self.fingerprint = fingerprint
  }
}

/// An organisation that carries a signal but that no rule declares.
package struct Unlisted: Codable, Hashable, Sendable {
  /// The name as the article has it.
  package var name: String
  /// The signal's id.
  package var signal: String
  /// The quote.
  package var evidence: Evidence

  /// Makes an entry.
  package init(name: String, signal: String, evidence: Evidence) {
    self.name = name
    self.signal = signal
    self.evidence = evidence
  }
}

/// A signal whose actor the article leaves unnamed.
package struct Unattributed: Codable, Hashable, Sendable {
  /// The signal's id.
  package var signal: String
  /// The quote.
  package var evidence: Evidence

  /// Makes an entry.
  package init(signal: String, evidence: Evidence) {
    self.signal = signal
    self.evidence = evidence
  }
}

/// An article with all that was found in it: one line of `assay scan`.
package struct ScannedArticle: Codable, Hashable, Sendable {
  /// The article.
  package var article: ArticleHeader
  /// What was found, sorted by company, then signal.
  package var findings: [Finding]
  /// Declared names of the companies that the article names, findings or not, sorted.
  package var companies: [String]
  /// Undeclared organisations with a signal.
  package var unlisted: [Unlisted]
  /// Signals without a company.
  package var unattributed: [Unattributed]
  /// The digest of the rules that found it.
  package var rules: String

  /// Makes a line.
  package init(
    article: ArticleHeader, findings: [Finding], companies: [String], unlisted: [Unlisted],
    unattributed: [Unattributed], rules: String
  ) {
    self.article = article
    self.findings = findings
    self.companies = companies
    self.unlisted = unlisted
    self.unattributed = unattributed
    self.rules = rules
  }
}

/// An input that could not be read, or not wholly.
package struct Unread: Codable, Hashable, Sendable, Error {
  /// Which: a path, or `path:line` of a JSON line.
  package var source: String
  /// Why: one of the closed list (`empty`, `bad-encoding`, `too-large`, `parse-error` …), perhaps
  /// followed by `: ` and what was seen.
  package var reason: String
  /// SHA-256 over the bytes, if they could be had.
  package var digest: String?

  /// Makes an entry.
  package init(source: String, reason: String, digest: String? = nil) {
    self.source = source
    self.reason = reason
    self.digest = digest
  }
}

/// The last line of a scan.
package struct ScanTally: Codable, Hashable, Sendable {
  /// Articles read.
  package var read: Int
  /// Inputs that could not be read.
  package var unread: Int

  /// Makes a tally.
  package init(read: Int, unread: Int) {
    self.read = read
    self.unread = unread
  }
}

/// One line of `assay scan`.
package enum ScanLine: Hashable, Sendable {
  case article(ScannedArticle)
  case unread(Unread)
  case tally(ScanTally)
}

extension ScanLine: Codable {
  private enum Key: String, CodingKey {
    case article
    case unread
    case read
  }
  private struct Wrapper: Codable { var unread: Unread }

  /// Reads whichever of the three the object is.
  package init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Key.self)
    if keys.contains(.article) {
      self = .article(try ScannedArticle(from: decoder))
    } else if keys.contains(.read) {
      self = .tally(try ScanTally(from: decoder))
    } else {
      self = .unread(try Wrapper(from: decoder).unread)
    }
  }

  /// Writes the object of its case.
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .article(let line): try line.encode(to: encoder)
    case .unread(let entry): try Wrapper(unread: entry).encode(to: encoder)
    case .tally(let tally): try tally.encode(to: encoder)
    }
  }
}
