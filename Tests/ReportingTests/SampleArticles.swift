import Findings
import SourceText

/// An article made by hand, and what is found in it.
struct SampleArticle {
  /// What is said of a company.
  struct Said {
    var company: String
    var signal: String
    var stance: Stance
    var quote: String
    var words: [String]
    var actor: String
    var cue: String?
    var denied = false
    var weak = false
    var name: String?
    /// Words for somebody who is nobody known.
    var victim: String?
  }

  var id: String
  var title: String?
  var text: String
  var voice: String
  var published: String?
  var language = "en"
  var url: String?
  var companies: [String] = []
  var said: [Said] = []
  var unlisted: [(name: String, signal: String, quote: String)] = []
  var unattributed: [(signal: String, quote: String)] = []

  /// The article as a scan has it.
  func scanned(rules: String = Digest(of: "sample rules").description) -> ScannedArticle {
    var findings: [Finding] = []
    for said in said {
      let event = event(said)
      if let place = findings.firstIndex(where: {
        $0.company == said.company && $0.signal == said.signal
      }) {
        findings[place].events.append(event)
        findings[place].stance = findings[place].stance.joined(with: said.stance)
      } else {
        findings.append(
          Finding(
            company: said.company, signal: said.signal, stance: said.stance, denied: said.denied,
            events: [event]))
      }
    }
    return ScannedArticle(
      article: ArticleHeader(
        id: id, digest: Digest(of: text).description, title: title, url: url, publisher: voice,
        published: published, languages: language.isEmpty ? [] : [language],
        bytes: text.utf8.count, fingerprint: Digest(of: text.lowercased()).description),
      findings: findings,
      companies: Set(companies + said.map(\.company)).sorted(),
      unlisted: unlisted.map {
        Unlisted(name: $0.name, signal: $0.signal, evidence: evidence($0.quote))
      },
      unattributed: unattributed.map {
        Unattributed(signal: $0.signal, evidence: evidence($0.quote))
      }, rules: rules)
  }

  private func event(_ said: Said) -> Event {
    let evidence = evidence(said.quote)
    return Event(
      case: said.name ?? published.flatMap { Day($0) }?.quarter ?? "undated", day: published,
      voice: voice, stance: said.stance, denied: said.denied, weak: said.weak,
      evidence: [evidence],
      lineage: Lineage(
        rule: "Rules/sample.rules:12", pattern: "near {obtain} {pirated} within sentence",
        terms: said.words.map { term("pirated", $0, evidence) },
        roles: roles(said, evidence), cue: said.cue.map { term("allege", $0, evidence) }))
  }

  private func roles(_ said: Said, _ evidence: Evidence) -> [Lineage.Role] {
    [("actor", said.company, said.actor), ("victim", "", said.victim)].compactMap {
      role, name, words in
      guard let words else { return nil }
      let place = place(of: words, from: evidence.start)
      return .init(
        role: role, name: name, text: words, start: place.start, end: place.end, by: "subject")
    }
  }

  private func term(_ concept: String, _ text: String, _ evidence: Evidence) -> Lineage.Term {
    let place = place(of: text, from: evidence.start)
    return .init(concept: concept, text: text, start: place.start, end: place.end)
  }

  /// A quote with its true place in the text.
  private func evidence(_ quote: String) -> Evidence {
    let place = place(of: quote, from: 0)
    let before = Array(text.utf8.prefix(place.start))
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1
    return Evidence(
      quote: quote, start: place.start, end: place.end, line: line, column: column,
      part: line == 1 ? .title : .body)
  }

  private func place(of part: String, from start: Int) -> (start: Int, end: Int) {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    guard !wanted.isEmpty else { return (start, start) }
    for at in start..<max(start, bytes.count - wanted.count + 1)
    where bytes[at..<at + wanted.count].elementsEqual(wanted) {
      return (at, at + wanted.count)
    }
    return (start, start)
  }
}
