internal import ArticleReading
internal import Diagnostics

extension Verb {
  /// `assay read`: inputs to articles.
  static let read = Verb(
    name: "read", operands: "[PATH…|-]",
    summary: "Shows what Assay takes the inputs to say, as JSON Lines of articles",
    flags: [],
    examples: [
      ("assay read news/ | head -1", "the first article of a folder, as Assay sees it"),
      ("curl … | assay read -", "whatever standard input is"),
    ],
    notes: ["Exit status 2 if nothing could be read."]
  ) { arguments, console in
    let reader = ArticleReader()
    let writer = ArticleWriter()
    var unread = 0
    var read = 0
    for input in inputs(arguments, reader) {
      var items = reader.items(of: input)
      while !console.hasLostReader, let item = items.next() {
        switch item {
        case .article(let article, let source, let notes):
          read += 1
          try console.print(writer.line(article) + "\n")
          for note in notes { console.note("assay: \(PrintableText.of("\(source): \(note)"))") }
        case .unread(let input):
          unread += 1
          complain(of: input, console)
        }
      }
    }
    console.note("read \(read), not read \(unread)")
    return read == 0 ? .failed : .done
  }

  /// The inputs that the operands name; standard input where there are none.
  static func inputs(_ arguments: Arguments, _ reader: ArticleReader) -> [ArticleInput] {
    reader.inputs(ofAll: arguments.operands.isEmpty ? ["-"] : arguments.operands)
  }

  /// Says on standard error what could not be read.
  static func complain(of input: UnreadInput, _ console: Console) {
    console.complain("assay: not read: \(PrintableText.of("\(input.source): \(input.text)"))")
  }
}
