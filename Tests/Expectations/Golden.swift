public import Foundation

/// Text that a test expects, kept in a file of its own so that a change of it can be read as one.
///
/// `RECORD=1 swift test` writes the files anew; look at the difference before you commit it.
public enum Golden {
  /// The difference between `actual` and the file's text, in words; nil if there is none.
  ///
  /// Where the file is missing and nothing is being recorded, that is the difference.
  public static func difference(_ actual: String, from file: URL) -> String? {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: file)
        return nil
      } catch {
        return "\(file.lastPathComponent) could not be written: \(error)"
      }
    }
    guard let data = try? Data(contentsOf: file) else {
      return "\(file.lastPathComponent) is missing; RECORD=1 writes it. It would hold:\n\(actual)"
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard expected != actual else { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(old.count, new.count)
    return """
      \(file.lastPathComponent) differs at line \(line + 1)
      expected: \(line < old.count ? String(old[line]) : "(the end)")
      found:    \(line < new.count ? String(new[line]) : "(the end)")
      all that was found:
      \(actual)
      """
  }

  /// The fixtures of a folder beside the test file that asks, by the ending of their names, sorted.
  public static func fixtures(
    _ folder: String, ending: String, beside testFile: String = #filePath
  ) -> [URL] {
    let home = URL(filePath: testFile).deletingLastPathComponent()
      .appending(path: "Fixtures").appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path())) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { home.appending(path: $0) }
  }
}
