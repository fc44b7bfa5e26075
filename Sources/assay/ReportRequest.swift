internal import ArticleReading
internal import Diagnostics
internal import Findings
internal import Foundation
internal import Reporting
internal import RuleCompilation
internal import SourceText

/// What `audit` and `score` were asked to report, and how; everything is checked before any work begins.
struct ReportRequest {
  private var assembly: AuditAssembly
  private var unread: [Unread] = []
  private var leftOut = 0
  private let since: Day?
  /// The day of articles without one.
  private let undated: Day
  private let folder: String
  private let formats: [ReportFormat]
  private let baseline: AuditReport?
  private let failOn: String?
  private let rules: RuleSet

  /// Reads the options.
  ///
  /// - Throws: `Failure` for a value that makes no sense, or a file that cannot be read.
  init(_ arguments: Arguments, _ rules: RuleSet) throws(Failure) {
    self.rules = rules
    folder = arguments.value("--output") ?? "Reports/latest"
    formats = try Self.formats(arguments.value("--format") ?? "json,markdown,html")
    since = try arguments.day("--since")
    failOn = try Self.failOn(arguments, rules)
    baseline = try Self.baseline(arguments)
    let asOf = try arguments.day("--as-of") ?? Verb.today
    let undated = try arguments.day("--undated")
    self.undated = undated ?? asOf
    let filters = AuditReport.Filters(
      companies: try Self.companies(arguments, rules), signals: try Self.signals(arguments, rules),
      since: since?.description, baseline: arguments.value("--baseline"))
    do {
      assembly = try AuditAssembly(rules: rules, asOf: asOf, undated: undated, filters: filters)
    } catch {
      throw Failure("the rules cannot score: \(error)")
    }
    try Self.check(folder)
  }

  /// Whether an article is wanted; counts those that are not.
  mutating func keep(_ article: Article) -> Bool { keep(article.published) }

  /// Takes in a line of a scan.
  mutating func absorb(_ line: ScanLine) {
    if case .article(let article) = line, !keep(article.article.published.flatMap { Day($0) }) {
      return
    }
    if case .unread(let entry) = line { unread.append(entry) }
    assembly.absorb(line)
  }

  private mutating func keep(_ published: Day?) -> Bool {
    guard let since, (published ?? undated) < since else { return true }
    leftOut += 1
    return false
  }

  /// Writes the report, prints the table, and says how it went.
  ///
  /// - Throws: `Failure` if nothing could be read or the report cannot be written.
  func finish(_ console: Console) throws -> ExitStatus {
    guard assembly.read > 0 || leftOut > 0 else { throw nothingRead(console) }
    let report = assembly.report(version: Version.text, baseline: baseline)
    var files: [(name: String, data: Data)] = []
    for format in formats {
      files.append((format.fileName, try ReportWriter.data(report, assembly, format)))
    }
    do {
      try ReportFolder(folder).write(files)
    } catch {
      throw Failure("\(error)")
    }
    try console.print(CompanyTable(report).text(colour: console.hasColour))
    if leftOut > 0, let since {
      console.note("\(counted(leftOut, "article")) from before \(since) left out")
    }
    console.note("report in \(folder): \(files.map(\.name).joined(separator: ", "))")
    guard let failOn else { return .done }
    return ReportGate(report, rules: rules).isMet(failOn) ? .no : .done
  }

  /// The failure of an audit without a single article; where there were several inputs, each has said
  /// its reason before.
  private func nothingRead(_ console: Console) -> Failure {
    if unread.isEmpty { return Failure("there is no article to read") }
    if unread.count == 1 { return Failure("not read: \(unread[0].source): \(unread[0].reason)") }
    for entry in unread.prefix(Limits.listedInputs) {
      console.complain(
        "assay: not read: \(PrintableText.of("\(entry.source): \(entry.reason)"))")
    }
    let more = unread.count - Limits.listedInputs
    return Failure(
      "no article could be read\(more > 0 ? "; \(more) more inputs are not shown" : "")")
  }

  /// Finds out before the work what would spoil it at its end: a file in the way, or no permission.
  private static func check(_ folder: String) throws(Failure) {
    var place = URL(filePath: folder, directoryHint: .notDirectory).standardizedFileURL
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    while !manager.fileExists(atPath: place.path(percentEncoded: false), isDirectory: &isFolder) {
      // Without the `/` at its end, a file where a folder of the path should be is seen as one.
      let above = place.deletingLastPathComponent().path(percentEncoded: false)
      guard above.count > 1 else { return }
      place = URL(filePath: String(above.dropLast()), directoryHint: .notDirectory)
    }
    let path = place.path(percentEncoded: false)
    if !isFolder.boolValue {
      throw Failure("cannot write the report to `\(folder)`: `\(path)` is not a folder")
    }
    if !manager.isWritableFile(atPath: path) {
      throw Failure("cannot write the report to `\(folder)`: permission denied")
    }
  }

  private static func baseline(_ arguments: Arguments) throws(Failure) -> AuditReport? {
    guard let path = arguments.value("--baseline") else { return nil }
    return try Self.report(at: path)
  }

  /// Reads an `audit.json`.
  ///
  /// - Throws: `Failure` if it is not there or is none.
  static func report(at path: String) throws(Failure) -> AuditReport {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        FileManager.default.fileExists(atPath: path)
          ? "cannot read `\(path)`" : "no such file: `\(path)`")
    }
    do {
      return try JSONReport.report(data)
    } catch {
      throw Failure("`\(path)` is no report (audit.json) of this version")
    }
  }

  private static func formats(_ list: String) throws(Failure) -> [ReportFormat] {
    var formats: [ReportFormat] = []
    for word in list.split(separator: ",").map(String.init) {
      guard let format = ReportFormat(rawValue: word) else {
        let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure("there is no format `\(word)`; there are \(known)")
      }
      if !formats.contains(format) { formats.append(format) }
    }
    guard !formats.isEmpty else { throw Failure("`--format` names no format") }
    return formats
  }

  private static func failOn(_ arguments: Arguments, _ rules: RuleSet) throws(Failure) -> String? {
    guard let word = arguments.value("--fail-on") else { return nil }
    let bands = rules.scoring.bands.map(\.name)
    guard word == "new" || bands.contains(word) else {
      throw Failure("`--fail-on` knows \(bands.joined(separator: ", ")) and new, found `\(word)`")
    }
    if word == "new", arguments.value("--baseline") == nil {
      throw Failure("`--fail-on new` needs `--baseline AUDIT.json`")
    }
    return word
  }

  private static func companies(_ arguments: Arguments, _ rules: RuleSet) throws(Failure)
    -> [String]
  {
    guard let path = arguments.value("--companies") else { return [] }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Failure("cannot read the list of companies `\(path)`")
    }
    var names: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline) {
      let wanted = line.trimmingCharacters(in: .whitespaces).lowercased()
      guard !wanted.isEmpty, !wanted.hasPrefix("#") else { continue }
      let company = rules.companies.first {
        $0.id == wanted || $0.name.lowercased() == wanted || $0.aliases.contains(wanted)
      }
      guard let company else {
        throw Failure("`\(path)` names `\(wanted)`, which no rule declares")
      }
      names.insert(company.name)
    }
    if names.isEmpty { throw Failure("`\(path)` names no company") }
    return names.sorted()
  }

  private static func signals(_ arguments: Arguments, _ rules: RuleSet) throws(Failure) -> [String]
  {
    let wanted = arguments.all("--signal")
    for id in wanted where !rules.signals.contains(where: { $0.id == id }) {
      throw Failure("there is no signal `\(id)`", hint: "`assay rules list` shows them")
    }
    return Set(wanted).sorted()
  }
}
