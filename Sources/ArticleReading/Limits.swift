/// The most that reading takes in; what passes a limit is refused with its name, never cut short.
package struct ReadingLimits: Hashable, Sendable {
  /// Bytes of one text: a whole file, a line of JSON Lines, an object of JSON.
  ///
  /// 8 MiB is some forty times the longest article of any press archive, and small enough for every
  /// task to hold one.
  package var textBytesMax = 8 << 20
  /// Bytes read from a file at a time: few calls, and still inside a processor's cache.
  package var blockBytes = 256 << 10
  /// Folders inside folders; the deepest path that Linux takes in one call nests about 2,000.
  package var folderDepthMax = 128
  /// Characters of a title in plain text; the longest headlines of the press have some 200.
  package var titleCharactersMax = 200
  /// Lines at the head of a plain text that may say its date.
  package var headLinesMax = 10
  /// Characters of a line that begins with the date: longer ones are prose.
  package var datelineCharactersMax = 100
  /// Characters of a publisher's name that stands in a line of its own.
  package var publisherCharactersMax = 60
  /// Lines of front matter in Markdown; a `---` that is not closed by then is a rule across the page.
  package var frontMatterLinesMax = 200

  /// The limits that are in force unless a test sets its own.
  package static let standard = Self()

  /// Makes the standard limits, to be changed.
  package init() {}
}
