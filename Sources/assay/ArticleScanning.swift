internal import ArticleReading
internal import Auditing
internal import Findings
internal import SourceText

/// Reads inputs and scans their articles with several tasks; the lines come in the order of the inputs,
/// whatever the number of tasks.
struct ArticleScanning {
  let auditor: Auditor
  let reader: ArticleReader
  let jobs: Int

  /// Hands every line to `each`, in order; memory holds one batch a task, and of long articles no more
  /// than `Limits.waitingBytes` and one.
  ///
  /// - Parameter keep: Which articles to scan; the others leave no line.
  /// - Throws: What `each` throws.
  /// - Complexity: O(n) over the bytes of the articles.
  func scan(
    _ inputs: [ArticleInput], keep: (Article) -> Bool, each: (ScanLine) throws -> Void
  ) async throws {
    var scanners: [Scanner?] = (0..<jobs).map { _ in nil }
    var pending: [ReadItem] = []
    var bytes = 0
    for input in inputs {
      var items = reader.items(of: input)
      while let item = items.next() {
        if case .article(let article, _, _) = item {
          guard keep(article) else { continue }
          bytes += article.text.utf8.count
        }
        pending.append(item)
        if pending.count == Limits.articlesATask * jobs || bytes > Limits.waitingBytes {
          for line in await lines(of: pending, &scanners) { try each(line) }
          pending = []
          bytes = 0
        }
      }
    }
    for line in await lines(of: pending, &scanners) { try each(line) }
  }

  private func lines(of items: [ReadItem], _ scanners: inout [Scanner?]) async -> [ScanLine] {
    let share = (items.count + jobs - 1) / jobs
    var results = [[ScanLine]](repeating: [], count: jobs)
    await withTaskGroup(of: (Int, Scanner, [ScanLine]).self) { group in
      for job in 0..<jobs where job * share < items.count {
        let part = items[(job * share)..<min(items.count, (job + 1) * share)]
        // Taken out of the list while it is at work, so that its scratch is not copied.
        let own = scanners[job] ?? auditor.scanner()
        scanners[job] = nil
        group.addTask {
          var scanner = own
          let lines = part.map { Self.line(of: $0, &scanner) }
          return (job, scanner, lines)
        }
      }
      for await (job, scanner, lines) in group {
        scanners[job] = scanner
        results[job] = lines
      }
    }
    return Array(results.joined())
  }

  private static func line(of item: ReadItem, _ scanner: inout Scanner) -> ScanLine {
    switch item {
    case .article(let article, _, _): .article(scanner.scan(article))
    case .unread(let input): .unread(input.entry)
    }
  }
}

extension UnreadInput {
  /// As reports list it.
  var entry: Unread { Unread(source: source, reason: text, digest: digest?.description) }
}
