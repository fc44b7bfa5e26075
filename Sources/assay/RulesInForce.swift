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

  /// Finds and compiles the rules: `$ASSAY_RULES`, else `./Rules`, else those that the binary carries;
  /// `--rules` adds folders, `--only-rules` leaves the shipped ones out.
  ///
  /// - Throws: `Failure` if a folder is missing or holds no rule.
  init(_ arguments: Arguments) throws(Failure) {
    let added = arguments.all("--rules")
    if arguments.has("--only-rules"), added.isEmpty {
      throw Failure("`--only-rules` needs `--rules DIR`")
    }
    do {
      let shipped = arguments.has("--only-rules") ? [] : Self.shippedFolders
      sources = try loadRules(
        folders: shipped + added, includeShipped: shipped.isEmpty && !arguments.has("--only-rules"))
    } catch {
      throw Failure(error.message)
    }
    compilation = compile(sources: sources)
  }

  /// The rule set, or the reason why there is none.
  static func load(_ arguments: Arguments, _ console: Console) throws(Failure) -> (ruleSet: RuleSet, files: Int) {
    let rules = try RulesInForce(arguments)
    let errors = rules.compilation.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, let ruleSet = rules.compilation.ruleSet else {
      console.complain(rules.text(of: Array(errors.prefix(3)), colour: false))
      throw Failure(
        "\(errors.count) error\(errors.count == 1 ? "" : "s") in the rules",
        hint: "`assay check` shows them all")
    }
    return (ruleSet, rules.sources.count)
  }

  /// Diagnostics as text, with the lines they speak of.
  func text(of diagnostics: [Diagnostic], colour: Bool) -> String {
    PlainWriter(colour: colour ? .ansi : .none).text(of: diagnostics, source: bytes)
  }

  /// The bytes of a file by its path.
  func bytes(_ path: String) -> [UInt8]? { sources.first { $0.path == path }?.bytes }

  /// Where the shipped rules lie, if not in the binary.
  private static var shippedFolders: [String] {
    if let folder = ProcessInfo.processInfo.environment["ASSAY_RULES"], !folder.isEmpty {
      return [folder]
    }
    var isFolder: ObjCBool = false
    let found = FileManager.default.fileExists(atPath: "Rules", isDirectory: &isFolder)
    return found && isFolder.boolValue ? ["Rules"] : []
  }
}
