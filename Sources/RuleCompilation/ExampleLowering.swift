import Diagnostics
import Findings
import RuleLanguage
import SourceText

extension Compiler {
  /// Lowers `finds en "…" on 2022-03-01 -> meta alleged denied, giphy`, `skips …` or `todo …`.
  func example(_ line: Line, of signal: SignalID) throws(Fault) -> Example {
    guard let verdict = Example.Verdict(rawValue: line.keyword) else {
      throw unknownStatement(line)
    }
    var arguments = line.arguments
    let code = try arguments.need(.word, "the language of the example")
    guard symbols.row(of: code.text, .language) != nil else {
      throw unknown(.language, code, line)
    }
    let text = try arguments.need(.string, "the example in quotes").text
    let day = arguments.take(word: "on") == nil ? nil : try arguments.needDay()
    var expected: [Example.Expectation] = []
    if verdict == .finds && arguments.next?.text != "->" {
      throw arguments.fault(expected: "`->` and who is found")
    }
    if verdict != .skips, arguments.take(mark: "->") {
      repeat { expected.append(try expectation(&arguments, line)) } while arguments.take(mark: ",")
    }
    try arguments.needEnd()
    return Example(
      signal: signal, verdict: verdict, language: code.text, text: text, day: day,
      expected: expected, place: place(line.statement.keyword, line))
  }

  private func expectation(
    _ arguments: inout Arguments, _ line: Line
  ) throws(Fault) -> Example.Expectation {
    let company = try arguments.need(.word, "the id of a company")
    let row = try row(.company, company, line)
    var stance: Stance?
    if let next = arguments.next, next.kind == .word, next.text != "denied" {
      stance = try arguments.needStance()
    }
    let denied = arguments.take(word: "denied") != nil
    return Example.Expectation(company: CompanyID(row), stance: stance, denied: denied)
  }
}
