internal import Foundation
internal import Reporting
internal import RuleCompilation
internal import SourceText

/// What `audit` and `score` were asked to report, and how; everything is checked before any work begins.
struct ReportRequest {
  /// Takes in what is scanned.
  var assembly: AuditAssembly
  /// Only articles of this day or later.
  let since: Day?
  private let folder: String
  private let formats: [ReportFormat]
  private let baseline: AuditReport?
  private let failOn: String?
  private let rules: RuleSet

  /// Reads the options.
  ///
  /// - Throws: `Failure` for a value that makes no sense, or a file that cannot be read.
  init(_ arguments: Arguments, _ rules: RuleSet) throws {
    self.rules = rules
    folder = arguments.value("--output") ?? "Reports/latest"
    formats = try Self.formats(arguments.value("--format") ?? "json,markdown,html")
    since = try arguments.day("--since")
    failOn = try Self.failOn(arguments, rules)
    baseline = try arguments.value("--baseline").map { path in
      do {
        return try JSONReport.report(try Data(contentsOf: URL(filePath: path)))
      } catch {
        throw Failure("`\(path)` is no report of this version that could be read")
      }
    }
    let filters = AuditReport.Filters(
      companies: try Self.companies(arguments, rules), signals: try Self.signals(arguments, rules),
      since: since?.description, baseline: baseline.map { _ in arguments.value("--baseline") ?? "" })
    assembly = try AuditAssembly(
      rules: rules, asOf: try arguments.day("--as-of") ?? Verb.today,
      undated: try arguments.day("--undated"), filters: filters)
  }

  /// Writes the report, prints the table, and says how it went.
  func finish(_ console: Console) throws -> ExitStatus {
    let report = assembly.report(version: Version.text, baseline: baseline)
    guard assembly.read > 0 else {
      console.print(CompanyTable(report).text(colour: console.hasColour))
      throw Failure("no article could be read")
    }
    var files: [(name: String, data: Data)] = []
    for format in formats {
      files.append((format.fileName, try ReportWriter.data(report, assembly, format)))
    }
    do {
      try ReportFolder(folder).write(files)
    } catch {
      throw Failure("\(error)")
    }
    console.print(CompanyTable(report).text(colour: console.hasColour))
    console.note("report: \(files.map { "\(folder)/\($0.name)" }.joined(separator: ", "))")
    guard let failOn else { return .done }
    return ReportGate(report, rules: rules).isMet(failOn) ? .no : .done
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

  private static func companies(_ arguments: Arguments, _ rules: RuleSet) throws(Failure) -> [String] {
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
      guard let company else { throw Failure("`\(path)` names `\(wanted)`, which no rule declares") }
      names.insert(company.name)
    }
    return names.sorted()
  }

  private static func signals(_ arguments: Arguments, _ rules: RuleSet) throws(Failure) -> [String] {
    let wanted = arguments.all("--signal")
    for id in wanted where !rules.signals.contains(where: { $0.id == id }) {
      throw Failure("there is no signal `\(id)`", hint: "`assay rules list` shows them")
    }
    return Set(wanted).sorted()
  }
}
