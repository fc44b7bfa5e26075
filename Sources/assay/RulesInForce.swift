internal import Diagnostics
internal import Foundation
internal import RuleCompilation
internal import RuleLanguage
internal import SourceText

/// The rules that a command goes by: shipped ones first, then each `--rules` folder adds to them.
struct RulesInForce {
  /// The files, in order.
  let sources: [RuleSource]
  /// What came of them.
  let compilation: Compilation
  /// Folders as they were typed, by the names that begin the paths of their files.
  private let typed: [String: String]

  /// Finds and compiles the rules: `$ASSAY_RULES`, else `./Rules`, else those that the binary carries;
  /// `--rules` adds folders, `--only-rules` leaves the shipped ones out.
  ///
  /// - Throws: `Failure` if a folder is missing or holds no rule.
  init(_ arguments: Arguments) throws(Failure) {
    let folders = try Self.folders(arguments)
    do {
      sources = try loadRules(
        folders: folders,
        includeShipped: Self.shippedFolders.isEmpty && !arguments.has("--only-rules"))
    } catch {
      throw Failure(error.message)
    }
    compilation = compile(sources: sources)
    typed = Self.typedNames(of: folders)
  }

  /// The rule set, or the reason why there is none.
  static func load(
    _ arguments: Arguments, _ console: Console
  ) throws(Failure) -> (ruleSet: RuleSet, rules: RulesInForce) {
    let rules = try RulesInForce(arguments)
    let errors = rules.compilation.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, let ruleSet = rules.compilation.ruleSet else {
      console.complain(rules.text(of: Array(errors.prefix(3)), colour: false))
      throw Failure(
        "\(counted(errors.count, "error")) in the rules",
        hint: "`assay check` shows \(errors.count == 1 ? "it" : "them all")")
    }
    return (ruleSet, rules)
  }

  /// The folders on disk that the rules come from, in order.
  ///
  /// - Throws: `Failure` if the shipped rules are left out and no others are named.
  static func folders(_ arguments: Arguments) throws(Failure) -> [String] {
    let added = arguments.all("--rules")
    guard arguments.has("--only-rules") else { return shippedFolders + added }
    if added.isEmpty { throw Failure("`--only-rules` needs `--rules DIR`") }
    return added
  }

  /// Where the shipped rules lie, if not in the binary.
  private static var shippedFolders: [String] {
    if let folder = ProcessInfo.processInfo.environment["ASSAY_RULES"], !folder.isEmpty {
      return [folder]
    }
    var isFolder: ObjCBool = false
    let found = FileManager.default.fileExists(atPath: "Rules", isDirectory: &isFolder)
    return found && isFolder.boolValue ? ["Rules"] : []
  }

  // MARK: Places

  /// Diagnostics as text, with the lines they speak of.
  func text(of diagnostics: [Diagnostic], colour: Bool) -> String {
    text(of: diagnostics, by: PlainWriter(colour: colour ? .ansi : .none))
  }

  /// Diagnostics in some form, their files named as the user reaches them.
  ///
  /// - Complexity: O(n) over the diagnostics and the files' bytes.
  func text(of diagnostics: [Diagnostic], by writer: some DiagnosticWriter) -> String {
    var paths: [String: String] = [:]
    for source in sources { paths[shown(source.path)] = source.path }
    return writer.text(of: diagnostics.map(reachable)) { paths[$0].flatMap(bytes) }
  }

  /// The path of a rule file as the user reaches it: rules know it by its folder's own name, wherever
  /// that lies.
  func shown(_ path: String) -> String {
    guard let slash = path.firstIndex(of: "/"), let folder = typed[String(path[..<slash])] else {
      return path
    }
    return folder + path[slash...]
  }

  /// The bytes of a file by its path.
  func bytes(_ path: String) -> [UInt8]? { sources.first { $0.path == path }?.bytes }

  private func reachable(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.primary.file = shown(diagnostic.primary.file)
    for index in diagnostic.secondary.indices {
      diagnostic.secondary[index].file = shown(diagnostic.secondary[index].file)
    }
    if let fix = diagnostic.fix { diagnostic.fix?.file = shown(fix.file) }
    return diagnostic
  }

  /// Folders by the name that the rules give them; a name that two folders share says neither.
  private static func typedNames(of folders: [String]) -> [String: String] {
    var typed: [String: String] = [:]
    for folder in folders {
      let name = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
        .lastPathComponent
      var path = folder[...]
      while path.count > 1, path.last == "/" { path = path.dropLast() }
      typed[name] = typed[name] == nil ? String(path) : name
    }
    return typed
  }
}
