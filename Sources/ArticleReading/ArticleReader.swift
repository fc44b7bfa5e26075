/// Reads articles from files, folders and standard input.
///
/// To read with several tasks: `inputs(of:)` gives what there is in a stable order, `parts(of:bytes:)`
/// cuts large files of JSON Lines, and each task takes `items(of:)` of one input at a time. The items of
/// all inputs in their order are those of one pass, `read(paths:each:)`.
package struct ArticleReader: Sendable {
  private let limits: ReadingLimits
  private let standardInput: StandardInput

  /// Makes a reader.
  package init(
    limits: ReadingLimits = .standard, standardInput: StandardInput = StandardInput()
  ) {
    self.limits = limits
    self.standardInput = standardInput
  }

  /// The inputs at `paths`, in the order given; those of a folder in the order of their paths' bytes.
  ///
  /// - Throws: `ReadError` for the first path that does not exist or may not be read. What cannot be
  ///   read inside a folder becomes an unread item instead.
  /// - Complexity: O(n log n) over the files.
  package func inputs(of paths: [String]) throws(ReadError) -> [ArticleInput] {
    var discovery = InputDiscovery(limits: limits)
    var inputs: [ArticleInput] = []
    for path in paths { inputs += try discovery.inputs(at: path) }
    return inputs
  }

  /// As `inputs(of:)`, but a path that does not exist or may not be read is an input that cannot be
  /// read, so that it does not stop the others.
  ///
  /// - Complexity: O(n log n) over the files.
  package func inputs(ofAll paths: [String]) -> [ArticleInput] {
    paths.flatMap { path in
      do throws(ReadError) {
        return try inputs(of: [path])
      } catch {
        return [ArticleInput(source: path, origin: .unreadable(error.why))]
      }
    }
  }

  /// `input` as parts of at least `bytes` bytes, each but the last; itself, if it is no JSON Lines file.
  ///
  /// - Complexity: O(n) over the bytes of the file, one block in memory.
  package func parts(of input: ArticleInput, bytes: Int) -> [ArticleInput] {
    InputParts(limits: limits).parts(of: input, bytes: bytes)
  }

  /// What `input` comes to, an item at a time.
  package func items(of input: ArticleInput) -> ReadItems {
    ReadItems(input, limits: limits, standardInput: standardInput)
  }

  /// The lines of `input`, taken as JSON Lines whatever its name; for files that hold more than
  /// articles, such as labels.
  package func lines(of input: ArticleInput) -> JSONLines {
    JSONLines(input, limits: limits, standardInput: standardInput)
  }

  /// The article that one line of JSON Lines is, or why it is none.
  ///
  /// - Complexity: O(n) over the bytes.
  package func item(inLine bytes: [UInt8], source: String) -> ReadItem {
    JSONObjectReader().item(bytes, source: source)
  }

  /// Hands every item of `input` to `each`.
  ///
  /// - Throws: What `each` throws, and nothing else.
  package func read<Failure: Error>(
    _ input: ArticleInput, each: (ReadItem) throws(Failure) -> Void
  ) throws(Failure) {
    var items = items(of: input)
    while let item = items.next() { try each(item) }
  }

  /// Hands every item of all `paths` to `each`, in one pass.
  ///
  /// - Throws: `ReadError` as `inputs(of:)`, before anything is read; else what `each` throws.
  package func read(
    paths: [String], each: (ReadItem) throws -> Void
  ) throws {
    for input in try inputs(of: paths) { try read(input, each: each) }
  }
}
