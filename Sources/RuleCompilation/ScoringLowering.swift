import Diagnostics
import RuleLanguage

extension Compiler {
  /// Lowers the constants of the score; none where no rule declares them.
  mutating func lowerScoring() -> ScoringConstants {
    var constants = ScoringConstants(values: [:], bands: [])
    guard let declaration = symbols[.scoring].first else { return constants }
    var seen: [String: Diagnostic.Label] = [:]
    each(declaration.lines) { (compiler, line) throws(Fault) in
      var arguments = line.arguments
      if line.keyword == "band" {
        try Self.lowerBand(&arguments, into: &constants)
      } else if let key = ScoringKey(rawValue: line.keyword) {
        // What an extension says takes the place of what stands in the block that it extends.
        if let first = seen[line.keyword], first.file == line.path {
          throw Fault(.repeatedStatement(line.keyword, first: first, at: line.label))
        }
        seen[line.keyword] = line.label
        if key.isDays {
          let days = try arguments.needNumber(0...Limits.days, "a number of days")
          try arguments.need(word: "days")
          constants.values[key.rawValue] = String(days)
        } else {
          constants.values[key.rawValue] = try arguments.needDecimal(
            upTo: 1, "a number from 0 to 1")
        }
      } else {
        throw compiler.unknownStatement(line)
      }
      try arguments.needEnd()
    }
    let label = declaration.line.label(declaration.name)
    for key in ScoringKey.allCases where constants.values[key.rawValue] == nil {
      report(.missing(key.rawValue, in: "`scoring`", code: "E154", form: key.form, at: label))
    }
    if constants.bands.last.map({ $0.below != nil }) ?? true {
      report(
        .missing(
          "band", in: "`scoring`", code: "E154", form: "band E` without `below", at: label))
    }
    return constants
  }

  private static func lowerBand(
    _ arguments: inout Arguments, into constants: inout ScoringConstants
  ) throws(Fault) {
    let name = try arguments.need(.word, "the name of a band")
    var below: String?
    if let token = arguments.take(word: "below") {
      let text = try arguments.needDecimal(upTo: 100, "a score from 0 to 100")
      below = text
      let last = constants.bands.last.flatMap(\.below).flatMap { Double($0) } ?? 0
      if let number = Double(text), number <= last {
        throw Fault(
          .outOfRange(text, "more than the band before it", at: arguments.line.label(token)))
      }
    }
    if let row = constants.bands.firstIndex(where: { $0.name == name.text }) {
      constants.bands[row].below = below
      return
    }
    if let last = constants.bands.last, last.below == nil {
      throw Fault(
        .wrongForm(
          of: "band", expected: "no band after `\(last.name)`, which has no end",
          found: "`\(name.text)`", form: arguments.line.kind.form(of: "band"),
          at: arguments.line.label(name)))
    }
    constants.bands.append((name.text, below))
  }
}
