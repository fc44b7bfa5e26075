internal import ArticleReading
internal import Auditing
internal import Findings
internal import SourceText

/// Reads inputs and scans their articles with several tasks; the lines come in the order of the inputs,
/// whatever the number of tasks.
struct ArticleScanning {
  /// Articles that one task takes at a time.
  static let batch = 32

  let auditor: Auditor
  let reader: ArticleReader
  let jobs: Int

  /// Hands every line to `each`, in order; memory holds one batch a task.
  ///
  /// - Parameter keep: Which articles to scan; the others leave no line.
  func scan(
    _ inputs: [ArticleInput], keep: @Sendable (Article) -> Bool,
    each: (ScanLine) throws -> Void
  ) async throws {
    var scanners = (0..<jobs).map { _ in auditor.scanner() }
    var pending: [ReadItem] = []
    for input in inputs {
      var items = reader.items(of: input)
      while let item = items.next() {
        if case .article(let article, _, _) = item, !keep(article) { continue }
        pending.append(item)
        if pending.count == Self.batch * jobs { try await flush(&pending, &scanners, each) }
      }
    }
    try await flush(&pending, &scanners, each)
  }

  private func flush(
    _ pending: inout [ReadItem], _ scanners: inout [Scanner], _ each: (ScanLine) throws -> Void
  ) async throws {
    guard !pending.isEmpty else { return }
    let items = pending
    pending = []
    let share = (items.count + jobs - 1) / jobs
    var results = [[ScanLine]](repeating: [], count: jobs)
    await withTaskGroup(of: (Int, Scanner, [ScanLine]).self) { group in
      for job in 0..<jobs where job * share < items.count {
        let part = Array(items[(job * share)..<min(items.count, (job + 1) * share)])
        let own = scanners[job]
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
    for line in results.joined() { try each(line) }
  }

  private static func line(of item: ReadItem, _ scanner: inout Scanner) -> ScanLine {
    switch item {
    case .article(let article, _, _): .article(scanner.scan(article))
    case .unread(let input):
      .unread(Unread(source: input.source, reason: input.text, digest: input.digest?.description))
    }
  }
}
