/// One thing that the program does: how it is called, what it says of itself, and the doing.
struct Verb: Sendable {
  /// The word after `assay`.
  let name: String
  /// What follows it.
  let operands: String
  /// How many operands it takes at most.
  var operandsMax = Int.max
  /// What to do instead of giving it more.
  var operandsHint: String?
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
    var lines = hanging("", "\(summary).", at: 0)
    lines += ["", "Usage: assay \(name) \(operands) [OPTIONS]", "", "Example:"]
    for example in examples {
      lines.append("  \(example.command)")
      lines += hanging("      ", example.meaning, at: 6)
    }
    lines += ["", "Options:"]
    for flag in flags + Flag.common {
      lines += hanging("  \(flag.name)\(flag.value.map { " \($0)" } ?? "")", flag.summary, at: 24)
    }
    for note in notes { lines += [""] + hanging("", note, at: 0) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text of `assay --help`.
  static var overview: String {
    var lines = hanging(
      "",
      "Assay reads articles, finds what companies are reported to do with other people's data, "
        + "scores each company, and shows the evidence.", at: 0)
    lines += [
      "", "Usage: assay VERB [OPTIONS]", "", "Example:",
      "  assay audit Reports/Sample/articles.jsonl",
      "      scores the companies of the sample articles",
      "", "Verbs:",
    ]
    for verb in all { lines += hanging("  \(verb.name)", verb.summary, at: 12) }
    lines += [
      "", "`assay VERB --help` shows a verb's options with an example.",
      "Exit status: 0 done; 1 done, and the answer is \"no\"; 2 could not be done.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Lines of `text` that begin in a column and end before the terminal does; `left` stands before the
/// first, or above it where it is too long.
func hanging(_ left: String, _ text: String, at column: Int) -> [String] {
  let margin = String(repeating: " ", count: column)
  var lines: [String] = []
  var line = left.padding(to: column)
  if left.count > column || (left.count == column && left.last != " " && column > 0) {
    lines.append(left)
    line = margin
  }
  var isEmpty = true
  for word in text.split(separator: " ") {
    if !isEmpty, line.count + 1 + word.count > Limits.columns {
      lines.append(line)
      line = margin
      isEmpty = true
    }
    line += isEmpty ? "\(word)" : " \(word)"
    isEmpty = false
  }
  return lines + [line]
}

/// A number with the noun that it counts.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

extension String {
  /// The text with blanks before it up to a width in characters.
  func leading(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  /// The text with blanks after it up to a width in characters.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
