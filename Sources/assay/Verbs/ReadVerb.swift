internal import ArticleReading

extension Verb {
  /// `assay read`: inputs to articles.
  static let read = Verb(
    name: "read", operands: "[PATH…|-]",
    summary: "Shows what Assay takes the inputs to say, as JSON Lines of articles",
    flags: [],
    examples: [
      ("assay read news/ | head -1", "the first article of a folder, as Assay sees it"),
      ("curl … | assay read -", "whatever standard input is"),
    ]
  ) { arguments, console in
    let reader = ArticleReader()
    let writer = ArticleWriter()
    var unread = 0
    var read = 0
    for input in try inputs(arguments, reader) {
      var items = reader.items(of: input)
      while let item = items.next() {
        switch item {
        case .article(let article, let source, let notes):
          read += 1
          console.print(writer.line(article) + "\n")
          for note in notes { console.note("assay: \(source): \(note)") }
        case .unread(let input):
          unread += 1
          console.complain("assay: not read: \(input.source): \(input.text)")
        }
      }
    }
    console.note("read \(read), not read \(unread)")
    return read == 0 ? .failed : .done
  }

  /// The inputs that the operands name; standard input where there are none.
  static func inputs(_ arguments: Arguments, _ reader: ArticleReader) throws(Failure) -> [ArticleInput] {
    do {
      return try reader.inputs(of: arguments.operands.isEmpty ? ["-"] : arguments.operands)
    } catch {
      throw Failure("\(error)")
    }
  }
}
