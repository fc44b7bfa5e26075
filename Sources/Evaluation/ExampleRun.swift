internal import ArticleReading
package import Auditing
internal import Findings
package import RuleCompilation
internal import SourceText

/// What running an example of a rule file came to.
package struct ExampleRun: Sendable {
  /// The example.
  package var example: Example
  /// What is wrong, a line each; empty if it passes.
  package var faults: [String]
  /// Whether a `skips` meets at least one word of its signal's patterns; else it proves nothing.
  package var provesSomething: Bool

  /// Whether it does what it says.
  package var passes: Bool { faults.isEmpty }

  /// Runs an example.
  package init(_ example: Example, with scanner: inout Scanner, rules: RuleSet) {
    self.example = example
    faults = []
    provesSomething = true
    let article = Article(
      id: example.place.text, text: example.text, published: example.day,
      language: example.language)
    let dissection = scanner.dissect(article)
    let signal = rules.signals[example.signal.row]
    let found = dissection.scanned().findings.filter { $0.signal == signal.id }
    switch example.verdict {
    case .skips:
      provesSomething = dissection.meets(example.signal)
      for finding in found { faults.append("finds \(finding.company) \(finding.stance.rawValue)") }
      if !provesSomething {
        faults.append("meets no word of the signal's patterns: proves nothing")
      }
    case .finds, .todo:
      faults = Self.faults(example, found, dissection, rules)
      if example.verdict == .todo {
        let right = example.expected.isEmpty ? "skips" : "finds"
        faults = faults.isEmpty ? ["passes now: make it `\(right)`"] : []
      }
    }
  }

  private static func faults(
    _ example: Example, _ found: [Finding], _ dissection: Dissection, _ rules: RuleSet
  ) -> [String] {
    var faults: [String] = []
    for expected in example.expected {
      let name = rules.companies[expected.company.row].name
      guard let finding = found.first(where: { $0.company == name }) else {
        let loss = dissection.loss(of: expected.company, example.signal)
        faults.append("\(name) is lost at \(loss.stratum.rawValue): \(loss.detail)")
        continue
      }
      if let stance = expected.stance, finding.stance != stance {
        faults.append("\(name) is \(finding.stance.rawValue), expected \(stance.rawValue)")
      }
      if expected.denied, !finding.denied { faults.append("\(name) is not denied") }
    }
    let names = Set(example.expected.map { rules.companies[$0.company.row].name })
    for finding in found where !names.contains(finding.company) {
      faults.append("finds \(finding.company) too")
    }
    return faults
  }
}
