internal import ArticleReading
package import Findings
internal import RuleCompilation
internal import SourceText

extension Dissection {
  /// The result of all strata, as a line of a scan.
  package func scanned() -> ScannedArticle {
    let lines = LineTable(original)
    var found: [Pair: [Event]] = [:]
    var unlisted: [Unlisted] = []
    var unattributed: [Unattributed] = []
    let voice = voice()
    for candidate in candidates where !candidate.hasFallen {
      let evidence = evidence(of: candidate, lines)
      let signal = rules.signals[candidate.signal.row].id
      var isNamed = false
      for pair in candidate.pair {
        isNamed = true
        switch pair.actor {
        case .company(let company):
          let support = candidate.support.filter { $0.actor == pair.actor }
            .map { self.evidence(of: $0.candidate, lines) }
          let event = event(of: candidate, pair, company, [evidence] + support, voice)
          found[Pair(company: company, signal: candidate.signal), default: []].append(event)
        case .unlisted(let number):
          unlisted.append(
            Unlisted(name: unlistedNames[number], signal: signal, evidence: evidence))
        case .body, .unnamed: continue
        }
      }
      if !isNamed { unattributed.append(Unattributed(signal: signal, evidence: evidence)) }
    }
    let findings = found.map { pair, events in finding(pair, events) }
      .sorted { ($0.company, $0.signal) < ($1.company, $1.signal) }
    return ScannedArticle(
      article: header(), findings: findings, companies: companiesNamed(),
      unlisted: Array(unique(unlisted).prefix(Limits.leadsPerArticle)),
      unattributed: Array(unique(unattributed).prefix(Limits.leadsPerArticle)),
      rules: rules.digest.description)
  }

  private struct Pair: Hashable {
    var company: CompanyID
    var signal: SignalID
  }

  private func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// The pair's stance is the firmest of its events; `cleared` holds where the title or lead says so.
  private func finding(_ pair: Pair, _ events: [Event]) -> Finding {
    let cleared = events.contains { $0.stance == .cleared }
    let firmest = events.map(\.stance).reduce(Stance.cleared) { $0.joined(with: $1) }
    return Finding(
      company: rules.companies[pair.company.row].name, signal: rules.signals[pair.signal.row].id,
      stance: cleared ? .cleared : firmest, denied: events.contains(where: \.denied),
      events: Array(events.prefix(Limits.eventsPerFinding)))
  }

  private func event(
    of candidate: Candidate, _ pair: (actor: Actor, mention: Int?, by: String),
    _ company: CompanyID, _ evidence: [Evidence], _ voice: String
  ) -> Event {
    let name = rules.companies[company.row].name
    var roles: [Lineage.Role] = []
    var frame: String?
    if let index = pair.mention {
      roles.append(role(Role.actor, name, mentions[index], by: pair.by))
      frame = mentions[index].frame.map { sentences[candidate.sentence].frames[$0].text }
    } else {
      roles.append(
        Lineage.Role(
          role: Role.actor, name: name, text: "", start: evidence[0].start,
          end: evidence[0].start, by: "fallback: \(pair.by)"))
    }
    for index in sentences[candidate.sentence].mentions {
      if let role = mentions[index].role, Role.isBlameless(role), let actor = mentions[index].actor
      {
        roles.append(self.role(role, self.name(of: actor), mentions[index], by: "frame"))
      }
    }
    let terms = candidate.terms.map { lineageTerm($0) }
    return Event(
      case: caseName(of: company), day: article.published?.description, voice: voice,
      stance: candidate.stance, denied: candidate.denied, weak: candidate.pattern.weak,
      evidence: evidence,
      lineage: Lineage(
        rule: candidate.pattern.place.text, pattern: candidate.pattern.text, frame: frame,
        terms: terms, roles: roles, cue: candidate.cue.map { lineageTerm($0) }))
  }

  private func lineageTerm(_ term: Term) -> Lineage.Term {
    let (start, end) = offsets(term.range)
    return Lineage.Term(
      concept: rules.concepts[term.concept.row].id, text: text(term.range), start: start, end: end)
  }

  private func role(_ role: String, _ name: String, _ mention: Mention, by: String) -> Lineage.Role
  {
    let (start, end) = offsets(mention.range)
    return Lineage.Role(
      role: role, name: name, text: text(mention.range), start: start, end: end, by: by)
  }

  private func name(of actor: Actor) -> String {
    switch actor {
    case .company(let id): rules.companies[id.row].name
    case .body(let id): rules.bodies[id.row].name
    case .unlisted(let number): unlistedNames[number]
    case .unnamed: ""
    }
  }

  /// Offsets into the article's text, or into its title where that was read apart.
  private func offsets(_ range: ByteRange) -> (start: Int, end: Int) {
    let bytes = originalRange(range)
    if bytes.lower < titleBytes { return (bytes.lower, min(bytes.upper, titleBytes)) }
    return (bytes.lower - titleBytes, bytes.upper - titleBytes)
  }

  private func evidence(of candidate: Candidate, _ lines: LineTable) -> Evidence {
    var range = originalRange(sentences[candidate.sentence].range)
    let matched = originalRange(candidate.range)
    if matched.upper > range.upper || matched.lower < range.lower { range = range.union(matched) }
    if range.count > Limits.quoteBytes { range = cut(range, around: matched) }
    let position = lines.position(of: range.lower, in: original)
    let isTitle = range.lower < titleBytes
    let shift = isTitle ? 0 : titleBytes
    // A title read apart, and the line between, stand before the first line of the text.
    let linesBefore = isTitle ? 0 : lines.line(at: titleBytes) - 1
    return Evidence(
      quote: String(decoding: original[range.indices], as: UTF8.self), start: range.lower - shift,
      end: range.upper - shift,
      line: position.line - linesBefore,
      column: position.column, part: part(of: candidate.sentence))
  }

  /// As much of a long sentence as a quote holds, about what matched, never through a character.
  private func cut(_ range: ByteRange, around matched: ByteRange) -> ByteRange {
    let spare = max(0, Limits.quoteBytes - matched.count) / 2
    var start = max(range.lower, matched.lower - spare)
    var end = min(range.upper, max(matched.upper, start) + spare)
    end = min(end, start + 2 * Limits.quoteBytes)
    while start > range.lower, original[start] & 0xC0 == 0x80 { start -= 1 }
    while end < range.upper, original[end] & 0xC0 == 0x80 { end += 1 }
    return ByteRange(start, max(start, end))
  }

  private func companiesNamed() -> [String] {
    var found: Set<String> = []
    for mention in mentions {
      if case .company(let id) = mention.actor { found.insert(rules.companies[id.row].name) }
    }
    return found.sorted()
  }

  private func header() -> ArticleHeader {
    var bytesByLanguage: [LanguageID: Int] = [:]
    for paragraph in paragraphs {
      if let language = paragraph.language {
        bytesByLanguage[language, default: 0] += paragraph.range.count
      }
    }
    let languages = bytesByLanguage.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { rules.languages[$0.key.row].code }
    let titled = article.title ?? paragraphs.first { $0.section == .title }.map { text($0.range) }
    return ArticleHeader(
      id: article.id, digest: Digest(of: article.text).description, title: titled,
      url: article.url, publisher: article.publisher, published: article.published?.description,
      languages: languages, bytes: article.text.utf8.count,
      fingerprint: Digest(of: folded.bytes).description)
  }
}
