internal import Findings
internal import Foundation

// How the parts of a report are put in words, alike in every format.

/// `1 finding`, `2 findings`.
func counted(_ number: Int, _ one: String, _ many: String) -> String {
  "\(number) \(number == 1 ? one : many)"
}

extension AuditReport.CaseFinding {
  /// What it gives: points, or why none.
  var worth: String {
    if suppressed { return "suppressed" }
    if mitigating { return "mitigating" }
    return "\(points.points) points"
  }

  /// The signal and how it stands, for a cell of a table.
  var label: String { "\(signal) (\(suppressed ? "suppressed" : stance.rawValue))" }
}

extension AuditReport.Derivation {
  /// The decay with four decimals, as a reader needs it.
  var shortDecay: String { Self.shortened(decay) }
  /// The relief with four decimals.
  var shortRelief: String { Self.shortened(relief) }

  private static func shortened(_ text: String) -> String {
    guard let value = Decimal(string: text) else { return text }
    var exact = value
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, 4, .bankers)
    return rounded.description
  }
}

extension Lineage.Role {
  /// Its name, unless nobody knows more than the article's words for it; and those words, if any.
  var parts: (name: String?, words: String?) {
    (name.isEmpty && !text.isEmpty ? nil : name, text.isEmpty ? nil : text)
  }

  /// The role in a line, its texts dressed for the format: `actor Meta “the company” by reference`.
  func line(dressed: (String) -> String) -> String {
    let words = parts.words.map { "“\(dressed($0))”" }
    return [role, parts.name.map(dressed), words, "by", by].compactMap { $0 }
      .joined(separator: " ")
  }
}

extension Evidence {
  /// `line:column`.
  var place: String { "\(line):\(column)" }
}

extension AuditReport.Rules {
  /// The bands in a line: `A below 10, …, E from 75`.
  var bandSummary: String {
    var floor = "0"
    return bands.map { band in
      defer { floor = band.below ?? floor }
      return band.below.map { "\(band.name) below \($0)" } ?? "\(band.name) from \(floor)"
    }.joined(separator: ", ")
  }
}

extension AuditReport.Filters {
  /// What the audit was narrowed to, one phrase for each filter.
  var summary: [String] {
    var phrases: [String] = []
    if !companies.isEmpty { phrases.append("companies \(companies.joined(separator: ", "))") }
    if !signals.isEmpty { phrases.append("signals \(signals.joined(separator: ", "))") }
    if let since { phrases.append("articles from \(since) on") }
    return phrases
  }
}

/// What speaks for a company: a mitigation, a denial, a clearance.
struct ContraryEvidence {
  /// What it is.
  enum Kind: String {
    case mitigation
    case denial
    case clearance
  }

  var kind: Kind
  var signal: String
  var text: String
}

extension AuditReport.Company {
  /// What speaks for it, mitigations first.
  var contraryEvidence: [ContraryEvidence] {
    var entries = mitigations.map { relief in
      ContraryEvidence(
        kind: .mitigation, signal: relief.signal,
        text: "\(relief.signal), \(relief.stance.rawValue), \(relief.day) (\(relief.case))")
    }
    for finding in findings where finding.denied && !finding.mitigating {
      entries.append(
        ContraryEvidence(
          kind: .denial, signal: finding.signal,
          text: "denies \(finding.signal) (\(finding.case))"))
    }
    for finding in findings where finding.quotes.contains(where: { $0.stance == .cleared }) {
      let days = finding.quotes.filter { $0.stance == .cleared }.compactMap(\.day)
      let on = days.min().map { " on \($0)" } ?? ""
      entries.append(
        ContraryEvidence(
          kind: .clearance, signal: finding.signal,
          text: "cleared of \(finding.signal) (\(finding.case))\(on)"))
    }
    return entries
  }
}
