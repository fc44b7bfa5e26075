/// An option of the command line: one definition for the parser, the help and the messages.
struct Flag: Sendable {
  /// As typed, with its dashes.
  let name: String
  /// What its value is called in the help; nil for one that takes none.
  let value: String?
  /// What it does, in a line.
  let summary: String

  init(_ name: String, _ value: String? = nil, _ summary: String) {
    self.name = name
    self.value = value
    self.summary = summary
  }

  static let help = Flag("--help", nil, "show this help")
  static let rules = Flag(
    "--rules", "DIR", "add the rules in this folder to the shipped ones (repeatable)")
  static let onlyRules = Flag("--only-rules", nil, "leave the shipped rules out")
  static let jobs = Flag(
    "--jobs", "N", "work on N articles at once (default: the machine's cores)")
  static let quiet = Flag("--quiet", nil, "no progress, no summary on standard error")
  static let noColor = Flag("--no-color", nil, "no colour (also: NO_COLOR)")
  static let format = Flag("--format", "text|json", "what to print (default text)")
  static let asOf = Flag(
    "--as-of", "DATE", "the day that age is counted from (default today; always recorded)")
  static let undated = Flag(
    "--undated", "DATE", "the day of articles without one (default: as-of, flagged)")

  /// What every verb understands.
  static let common: [Flag] = [.rules, .onlyRules, .jobs, .quiet, .noColor, .help]
}
