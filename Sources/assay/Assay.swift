internal import Foundation

/// The program: finds the verb, runs it, and turns what goes wrong into one line and an exit status.
@main
struct Assay {
  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    let words = Array(CommandLine.arguments.dropFirst())
    exit(await run(words).rawValue)
  }

  private static func run(_ words: [String]) async -> ExitStatus {
    let plain = Console(quiet: false, noColour: true)
    guard let name = words.first else {
      plain.print(Verb.overview)
      return .failed
    }
    if name == "--help" || name == "-h" || name == "help" {
      if let topic = words.dropFirst().first, let verb = Verb.all.first(where: { $0.name == topic }) {
        plain.print(verb.help)
      } else {
        plain.print(Verb.overview)
      }
      return .done
    }
    if name == "--version" {
      plain.print("assay \(Version.text)\n")
      return .done
    }
    guard let verb = Verb.all.first(where: { $0.name == name }) else {
      plain.complain("assay: there is no verb `\(name)`; see `assay --help`")
      return .failed
    }
    do {
      let arguments = try Arguments(Array(words.dropFirst()), for: verb)
      if arguments.has("--help") {
        plain.print(verb.help)
        return .done
      }
      let console = Console(
        quiet: arguments.has("--quiet"), noColour: arguments.has("--no-color"))
      return try await verb.run(arguments, console)
    } catch let failure as Failure {
      plain.complain("assay: \(failure.line)")
      if let hint = failure.hint { plain.complain("       \(hint)") }
      return .failed
    } catch {
      plain.complain("assay: \(error)")
      return .failed
    }
  }
}

/// The version of the program, recorded in reports.
enum Version {
  static let text = "0.1.0"
}
