/// One thing that the program does: how it is called, what it says of itself, and the doing.
struct Verb: Sendable {
  /// The word after `assay`.
  let name: String
  /// What follows it.
  let operands: String
  /// What it does, in a line.
  let summary: String
  /// Its own options; `Flag.common` come besides.
  let flags: [Flag]
  /// A command that works, with what it does.
  let examples: [(command: String, meaning: String)]
  /// More to know, if anything.
  var notes: [String] = []
  /// Does it.
  let run: @Sendable (Arguments, Console) async throws -> ExitStatus

  /// All verbs, in the order of the help.
  static let all: [Verb] = [
    .audit, .read, .scan, .score, .check, .test, .format, .evaluate, .explain, .compare, .rules,
  ]

  /// The text of `assay VERB --help`.
  var help: String {
    var lines = ["\(summary).", "", "Usage: assay \(name) \(operands)".trimmedEnd, "", "Example:"]
    for example in examples {
      lines.append("  \(example.command)")
      lines.append("      \(example.meaning)")
    }
    lines += ["", "Options:"]
    for flag in flags + Flag.common {
      let left = "  \(flag.name)\(flag.value.map { " \($0)" } ?? "")"
      if left.count < 26 {
        lines.append(left.padding(to: 26) + flag.summary)
      } else {
        lines += [left, "".padding(to: 26) + flag.summary]
      }
    }
    if !notes.isEmpty { lines += [""] + notes }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text of `assay --help`.
  static var overview: String {
    var lines = [
      "Assay reads articles, finds what companies are reported to do with other people's data,",
      "scores each company, and shows the evidence.",
      "", "Usage: assay VERB [OPTIONS]", "", "Example:",
      "  assay audit Reports/Sample/articles.jsonl", "      scores the companies of the sample articles",
      "", "Verbs:",
    ]
    for verb in all {
      lines.append("  \(verb.name.padding(to: 10))\(verb.summary)")
    }
    lines += [
      "", "`assay VERB --help` shows a verb's options with an example.",
      "Exit status: 0 done; 1 done, and the answer is \"no\"; 2 could not be done.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  /// The text with blanks after it up to a width in characters.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The text without blanks at its end.
  var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
