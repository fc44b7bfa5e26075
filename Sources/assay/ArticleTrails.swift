internal import Auditing
internal import Diagnostics
internal import Findings
internal import Foundation

/// What became of each candidate of an article, as `assay explain ARTICLE` shows it.
struct ArticleTrails: Encodable {
  /// The most characters shown of a line that is no evidence.
  private static let skippedCharacters = 68

  struct Candidate: Encodable {
    /// `found`, `unlisted`, `unattributed` or `fell`.
    var fate: String
    var signal: String
    /// Who it was found for.
    var name: String?
    var stance: String
    var denied: Bool
    /// Where it fell, and why.
    var stratum: String?
    var reason: String?
    var quote: String
    var rule: String
    var pattern: String
    var words: [String]
    var actors: [String]
  }

  /// A sentence, and the vocabularies that have words in it.
  struct Sentence: Encodable {
    var text: String
    /// The words, by vocabulary.
    var words: [String: [String]]
  }

  struct SkippedLine: Encodable {
    var section: String
    var text: String
  }

  var source: String
  var candidates: [Candidate]
  /// With `--words`: every sentence that is evidence.
  var sentences: [Sentence]?
  /// Lines that are no evidence.
  var skipped: [SkippedLine]

  /// Takes the candidates that `--company` and `--signal` ask for.
  init(
    _ dissection: Dissection, _ source: String, _ arguments: Arguments, _ rules: RulesInForce
  ) {
    self.source = source
    let company = arguments.value("--company")?.lowercased()
    let signal = arguments.value("--signal")
    candidates = dissection.trail().compactMap { trail in
      if let signal, trail.signal != signal { return nil }
      if let company, !trail.actors.contains(where: { $0.lowercased().contains(company) }) {
        return nil
      }
      var candidate = Candidate(
        fate: "unattributed", signal: trail.signal, stance: trail.stance.rawValue,
        denied: trail.denied, quote: trail.quote, rule: rules.shown(trail.rule),
        pattern: trail.pattern, words: trail.terms, actors: trail.actors)
      switch trail.fate {
      case .found(let name): (candidate.fate, candidate.name) = ("found", name)
      case .unlisted(let name): (candidate.fate, candidate.name) = ("unlisted", name)
      case .unattributed: break
      case .fell(let stratum, let reason):
        (candidate.fate, candidate.stratum, candidate.reason) = ("fell", stratum, reason)
      }
      return candidate
    }
    if arguments.has("--words") {
      sentences = dissection.wordedSentences().map { sentence in
        let words = Dictionary(grouping: sentence.words, by: \.vocabulary)
        return Sentence(text: sentence.text, words: words.mapValues { $0.map(\.text) })
      }
    }
    skipped = dissection.skippedLines().map { SkippedLine(section: $0.section, text: $0.text) }
  }

  /// A paragraph a candidate, fit for a terminal.
  func text() -> String {
    var lines = [source]
    for candidate in candidates {
      lines += ["", head(of: candidate), "  “\(candidate.quote)”"]
      lines.append("  \(candidate.rule): \(candidate.pattern)")
      lines.append("  words: \(candidate.words.map { "“\($0)”" }.joined(separator: " "))")
      if !candidate.actors.isEmpty {
        lines.append("  actor: \(candidate.actors.joined(separator: ", "))")
      }
    }
    if candidates.isEmpty {
      lines += ["", "No candidate: no pattern has its words together here."]
    }
    for sentence in sentences ?? [] {
      lines += ["", "  “\(sentence.text)”"]
      for (vocabulary, words) in sentence.words.sorted(by: { $0.key < $1.key }) {
        lines.append("    {\(vocabulary)} \(words.map { "“\($0)”" }.joined(separator: " "))")
      }
    }
    if !skipped.isEmpty {
      lines += ["", "No evidence:"]
      for line in skipped {
        let shown = line.text.prefix(Self.skippedCharacters)
        lines.append("  \(line.section): \(shown)\(shown.count < line.text.count ? "…" : "")")
      }
    }
    return lines.map { PrintableText.of($0) }.joined(separator: "\n") + "\n"
  }

  private func head(of candidate: Candidate) -> String {
    let denied = candidate.denied ? ", denied" : ""
    return switch candidate.fate {
    case "found": "FOUND \(candidate.signal): \(candidate.name ?? ""), \(candidate.stance)\(denied)"
    case "unlisted": "UNLISTED \(candidate.signal): \(candidate.name ?? "")"
    case "fell":
      "FELL \(candidate.signal) at \(candidate.stratum ?? ""): \(candidate.reason ?? "")"
    default: "UNATTRIBUTED \(candidate.signal)"
    }
  }

  /// One line of JSON an article, keys sorted.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
