/// A quoted piece of an article that carries a finding.
package struct Evidence: Codable, Hashable, Sendable {
  /// Where in an article a quote stands.
  package enum Part: String, Codable, Sendable {
    case title
    case lead
    case body
  }

  /// The words of the article, unchanged.
  package var quote: String
  /// The offset of its first byte in the article's text.
  package var start: Int
  /// The offset just past its last byte.
  package var end: Int
  /// Its line, from 1.
  package var line: Int
  /// Its column, from 1, in Unicode scalars.
  package var column: Int
  /// Where it stands.
  package var part: Part

  /// Makes a piece of evidence.
  package init(quote: String, start: Int, end: Int, line: Int, column: Int, part: Part) {
    self.quote = quote
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.part = part
  }
}

/// How a finding came about: the rule and the very words that fired, with their places.
package struct Lineage: Codable, Hashable, Sendable {
  /// A word of the article that a rule named.
  package struct Term: Codable, Hashable, Sendable {
    /// The vocabulary, role, stance or language feature that it is a word of.
    package var concept: String
    /// The words as the article has them.
    package var text: String
    /// The offset of the first byte in the article's text.
    package var start: Int
    /// The offset just past the last byte.
    package var end: Int

    /// Makes a term.
    package init(concept: String, text: String, start: Int, end: Int) {
      self.concept = concept
      self.text = text
      self.start = start
      self.end = end
    }
  }

  /// Who stands in a role, and why.
  package struct Role: Codable, Hashable, Sendable {
    /// The role's name, such as `actor` or `accuser`.
    package var role: String
    /// The declared name.
    package var name: String
    /// The words that name it, as the article has them.
    package var text: String
    /// The offset of the first byte in the article's text.
    package var start: Int
    /// The offset just past the last byte.
    package var end: Int
    /// Why it stands there, such as `frame`, `subject`, `list`, `reference` or `fallback`.
    package var by: String

    /// Makes a role.
    package init(role: String, name: String, text: String, start: Int, end: Int, by: String) {
      self.role = role
      self.name = name
      self.text = text
      self.start = start
      self.end = end
      self.by = by
    }
  }

  /// The rule, as `path:line`.
  package var rule: String
  /// The pattern in its canonical layout.
  package var pattern: String
  /// The role frame that settled the actor, if one did.
  package var frame: String?
  /// The words that matched the pattern's elements.
  package var terms: [Term]
  /// Who acts, accuses, suffers.
  package var roles: [Role]
  /// The words that set the stance, if any did.
  package var cue: Term?

  /// Makes a lineage.
  package init(
    rule: String, pattern: String, frame: String? = nil, terms: [Term], roles: [Role],
    cue: Term? = nil
  ) {
    self.rule = rule
    self.pattern = pattern
    self.frame = frame
    self.terms = terms
    self.roles = roles
    self.cue = cue
  }
}

/// One thing that an article reports of a company: what happened, when, said by whom, how firmly.
package struct Event: Codable, Hashable, Sendable {
  /// What happened: a named lawsuit or decision, else the quarter (`2026-Q4`), or `undated`.
  package var `case`: String
  /// The article's day as `YYYY-MM-DD`; nil where it has none.
  package var day: String?
  /// Who says it: a publisher's group, or `unknown:<host>`.
  package var voice: String
  /// How firmly.
  package var stance: Stance
  /// Whether the company denies or contests it.
  package var denied: Bool
  /// Whether the match was marked as weak.
  package var weak: Bool
  /// The quotes.
  package var evidence: [Evidence]
  /// How it came about.
  package var lineage: Lineage

  /// Makes an event.
  package init(
    case: String, day: String?, voice: String, stance: Stance, denied: Bool, weak: Bool,
    evidence: [Evidence], lineage: Lineage
  ) {
    self.case = `case`
    self.day = day
    self.voice = voice
    self.stance = stance
    self.denied = denied
    self.weak = weak
    self.evidence = evidence
    self.lineage = lineage
  }
}

/// A (company, signal) that one article supports.
package struct Finding: Codable, Hashable, Sendable {
  /// The company's declared name.
  package var company: String
  /// The signal's id.
  package var signal: String
  /// The firmest stance of its events; `cleared` only where that is the news.
  package var stance: Stance
  /// Whether any of its events is denied.
  package var denied: Bool
  /// What it rests on, in the order of the text.
  package var events: [Event]

  /// Makes a finding.
  package init(
    company: String, signal: String, stance: Stance, denied: Bool, events: [Event]
  ) {
    self.company = company
    self.signal = signal
    self.stance = stance
    self.denied = denied
    self.events = events
  }
}
