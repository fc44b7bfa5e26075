internal import Diagnostics
internal import Foundation

/// The program: finds the verb, runs it, and turns what goes wrong into one line and an exit status.
@main
struct Assay {
  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    let words = Array(CommandLine.arguments.dropFirst())
    let console = Console(quiet: words.contains("--quiet"), noColour: words.contains("--no-color"))
    do {
      exit(try await run(words, console).rawValue)
    } catch let failure as Failure {
      console.complain("assay: \(PrintableText.of(failure.text))")
    } catch {
      console.complain("assay: \(PrintableText.of(String(describing: error)))")
    }
    exit(ExitStatus.failed.rawValue)
  }

  private static func run(_ words: [String], _ console: Console) async throws -> ExitStatus {
    guard let name = words.first else {
      console.complain(Verb.overview)
      return .failed
    }
    switch name {
    case "--help", "-h", "help":
      guard let topic = words.dropFirst().first(where: { !$0.hasPrefix("-") }) else {
        try console.print(Verb.overview)
        return .done
      }
      try console.print(try verb(topic).help)
      return .done
    case "--version":
      try console.print("assay \(Version.text)\n")
      return .done
    default:
      let verb = try verb(name)
      let arguments = try Arguments(Array(words.dropFirst()), for: verb)
      if arguments.has("--help") {
        try console.print(verb.help)
        return .done
      }
      if arguments.operands.count > verb.operandsMax {
        throw Failure(
          "`assay \(name)` has no use for `\(arguments.operands[verb.operandsMax])`",
          hint: verb.operandsHint ?? "see `assay \(name) --help`")
      }
      return try await verb.run(arguments, console)
    }
  }

  private static func verb(_ name: String) throws(Failure) -> Verb {
    if let verb = Verb.all.first(where: { $0.name == name }) { return verb }
    let near = nearest(to: name, among: Verb.all.map(\.name))
    throw Failure(
      "there is no verb `\(name)`",
      hint: near.map { "did you mean `\($0)`?" } ?? "see `assay --help`")
  }
}

/// The version of the program, recorded in reports.
enum Version {
  static let text = "0.1.0"
}
