internal import Diagnostics
internal import SourceText

/// What was typed after a verb, held against the verb's flags.
struct Arguments: Sendable {
  /// Everything that is no flag and no flag's value.
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Reads the words after a verb; `--` ends the flags, `--flag=value` is one word.
  ///
  /// - Throws: `Failure` for a flag that the verb has not, or a value that is missing or too much.
  init(_ words: [String], for verb: Verb) throws(Failure) {
    let flags = verb.flags + Flag.common
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "--" {
        operands += words[index...]
        return
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = word == "-h" ? "--help" : String(parts[0])
      guard let flag = flags.first(where: { $0.name == name }) else {
        let near = nearest(to: name, among: flags.map(\.name))
        throw Failure(
          "`assay \(verb.name)` has no option `\(name)`",
          hint: near.map { "did you mean `\($0)`?" } ?? "see `assay \(verb.name) --help`")
      }
      if flag.value == nil {
        guard parts.count == 1 else { throw Failure("`\(name)` takes no value") }
        values[name, default: []].append("")
      } else if parts.count == 2 {
        guard !parts[1].isEmpty else {
          throw Failure("`\(name)` needs a value: \(name) \(flag.value ?? "")")
        }
        values[name, default: []].append(String(parts[1]))
      } else {
        guard index < words.count, !words[index].isEmpty, !words[index].hasPrefix("--") else {
          throw Failure("`\(name)` needs a value: \(name) \(flag.value ?? "")")
        }
        values[name, default: []].append(words[index])
        index += 1
      }
    }
  }

  /// Whether a flag was given.
  func has(_ flag: String) -> Bool { values[flag] != nil }

  /// The last value of a flag.
  func value(_ flag: String) -> String? { values[flag]?.last }

  /// All values of a flag, in order.
  func all(_ flag: String) -> [String] { values[flag] ?? [] }

  /// The value of a flag that is a day.
  func day(_ flag: String) throws(Failure) -> Day? {
    guard let text = value(flag) else { return nil }
    guard let day = Day(text) else {
      throw Failure("`\(flag)` needs a date such as 2026-11-21, found `\(text)`")
    }
    return day
  }

  /// The value of a flag that is a whole number of at least one.
  func count(_ flag: String) throws(Failure) -> Int? {
    guard let text = value(flag) else { return nil }
    guard let count = Int(text), (1...Limits.jobs).contains(count) else {
      throw Failure("`\(flag)` needs a number from 1 to \(Limits.jobs), found `\(text)`")
    }
    return count
  }

  /// The value of a flag that is one of a few words.
  func choice(_ flag: String, of words: [String], default fallback: String) throws(Failure)
    -> String
  {
    guard let text = value(flag) else { return fallback }
    guard words.contains(text) else {
      throw Failure("`\(flag)` knows \(words.joined(separator: ", ")), found `\(text)`")
    }
    return text
  }
}
