import SourceText

/// Lines and columns of labels; reads each file once.
struct Places {
  /// A file that labels point into.
  struct File {
    let bytes: [UInt8]
    let lines: LineTable
  }

  /// Where a label begins and ends, all counted from 1, columns in Unicode scalars.
  struct Place {
    var line = 1
    var column = 1
    var endLine = 1
    var endColumn = 1
  }

  private var files: [String: File?] = [:]
  private let source: (String) -> [UInt8]?

  /// The places in the files that `body` asks for.
  static func with<Result>(
    _ source: (String) -> [UInt8]?, _ body: (inout Places) -> Result
  ) -> Result {
    withoutActuallyEscaping(source) { source in
      var places = Places(source: source)
      return body(&places)
    }
  }

  private init(source: @escaping (String) -> [UInt8]?) { self.source = source }

  /// The file of this name.
  mutating func file(_ name: String) -> File? {
    if let known = files[name] { return known }
    let file = source(name).map { File(bytes: $0, lines: LineTable($0)) }
    files[name] = .some(file)
    return file
  }

  /// Where a label is; a range beyond its file's end is taken to end there.
  mutating func place(of label: Diagnostic.Label) -> Place {
    guard let file = file(label.file) else { return Place() }
    let start = min(label.range.lower, file.bytes.count)
    let end = min(label.range.upper, file.bytes.count)
    let first = file.lines.position(of: start, in: file.bytes)
    let last = file.lines.position(of: end, in: file.bytes)
    return Place(
      line: first.line, column: first.column, endLine: last.line, endColumn: last.column)
  }
}
