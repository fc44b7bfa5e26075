import Diagnostics
import RuleLanguage
import SourceText

extension Compiler {
  /// Lowers the suppressions, each with the place of its date.
  mutating func lowerSuppressions() -> [(suppression: Suppression, until: Diagnostic.Label)] {
    var found: [(suppression: Suppression, until: Diagnostic.Label)] = []
    each(symbols[.suppress].map(\.line)) { (compiler, line) throws(Fault) in
      found.append(try compiler.suppression(line))
    }
    return found
  }

  private func suppression(
    _ line: Line
  ) throws(Fault) -> (suppression: Suppression, until: Diagnostic.Label) {
    var arguments = line.arguments
    let signal = try arguments.need(.word, "the id of a signal")
    guard let id = signalIDs[signal.text] else { throw unknown(.signal, signal, line) }
    try arguments.need(word: "for")
    let company = try row(.company, try arguments.need(.word, "the id of a company"), line)
    try arguments.need(word: "in")
    let target = try arguments.need(.string, "an article, finding or case in quotes").text
    try arguments.need(word: "until")
    let date = arguments.next
    let until = try arguments.needDay(isLast: true)
    try arguments.need(word: "by")
    let author = try arguments.need(.string, "who decided it, in quotes").text
    try arguments.need(word: "because")
    let reason = try arguments.need(.string, "the reason in quotes").text
    try arguments.needEnd()
    return (
      Suppression(
        signal: id, company: CompanyID(company), target: target, until: until, author: author,
        reason: reason, place: place(line.statement.keyword, line)),
      line.label(date ?? line.statement.keyword)
    )
  }
}

extension Diagnostic {
  static func suppressionExpired(until: Day, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E140", headline: "the suppression has expired",
      primary: place.saying("held until \(until)"),
      help: "review the finding, then renew or delete this line")
  }
}
