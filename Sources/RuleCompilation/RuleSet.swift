package import Findings
package import PhraseMatching
package import SourceText

/// All rules, checked and lowered: immutable, shared by every scanner.
///
/// Whatever a rule file quotes is a phrase of `phrases`; what a phrase means is in `senses`, by
/// `PhraseID`. Vocabularies, and the lists of the languages, are *concepts*: `includes` is already
/// followed, so that a phrase carries the concept it was written in and all that include it.
package struct RuleSet: Sendable {
  /// Over the names and bytes of all rule files.
  package var digest: Digest
  /// The files that the rules came from, in order.
  package var files: [String]
  /// The table that finds every phrase in one pass.
  package var phrases: PhraseTable
  /// What each phrase means, indexed by `PhraseID`.
  package var senses: SenseTable
  /// Terms with a gap (`"zette ..5 stop"`), found by joining their parts.
  package var composites: [Composite]
  /// The concepts, indexed by `ConceptID`.
  package var concepts: [Concept]
  /// The names of companies, bodies, publishers and cases, indexed by `NameID`.
  package var names: [Name]
  /// The companies, indexed by `CompanyID`.
  package var companies: [Company]
  /// The bodies, indexed by `BodyID`.
  package var bodies: [Body]
  /// The publishers, indexed by `PublisherID`.
  package var publishers: [Publisher]
  /// The named cases, indexed by `CaseID`.
  package var cases: [NamedCase]
  /// The languages, indexed by `LanguageID`.
  package var languages: [Language]
  /// The signals, indexed by `SignalID`, sorted by id.
  package var signals: [Signal]
  /// The cues of each stance, firmest first.
  package var stanceCues: [StanceCue]
  /// The cues of denial.
  package var denialCues: DenialCues
  /// The constants of the score.
  package var scoring: ScoringConstants
  /// Whose conduct a sentence reports.
  package var attribution: BlameCard
  /// Why somebody is blamed, indexed by `GroundID`.
  package var grounds: [Ground]
  /// What many words touch together, indexed by `FacetID`.
  package var facets: [Facet]
  /// The network by which sentences are read; empty where no rule declares one.
  package var network: Network
  /// What an article must weigh to be about such matters at all, if any rule says it.
  package var relevance: Scorecard?
  /// What says of a name that no rule declares that it is an organisation's, if any rule says it.
  package var naming: NamingCard?
  /// The suppressions, in the order of the files.
  package var suppressions: [Suppression]
  /// The examples of all signals, in the order of the files.
  package var examples: [Example]

  /// Makes a rule set.
  package init(
    digest: Digest, files: [String], phrases: PhraseTable, senses: SenseTable,
    composites: [Composite], concepts: [Concept], names: [Name], companies: [Company],
    bodies: [Body], publishers: [Publisher], cases: [NamedCase], languages: [Language],
    signals: [Signal], stanceCues: [StanceCue], denialCues: DenialCues,
    scoring: ScoringConstants, attribution: BlameCard = .plain, grounds: [Ground] = [],
    facets: [Facet] = [], network: Network = Network(),
    relevance: Scorecard? = nil, naming: NamingCard? = nil, suppressions: [Suppression],
    examples: [Example]
  ) {
    self.digest = digest
    self.files = files
    self.phrases = phrases
    self.senses = senses
    self.composites = composites
    self.concepts = concepts
    self.names = names
    self.companies = companies
    self.bodies = bodies
    self.publishers = publishers
    self.cases = cases
    self.languages = languages
    self.signals = signals
    self.stanceCues = stanceCues
    self.denialCues = denialCues
    self.scoring = scoring
    self.attribution = attribution
    self.grounds = grounds
    self.facets = facets
    self.network = network
    self.relevance = relevance
    self.naming = naming
    self.suppressions = suppressions
    self.examples = examples
  }
}

/// An index into one of the tables of a `RuleSet`; the phantom type keeps the tables apart.
package struct TableID<Row>: Hashable, Sendable, Comparable {
  /// The row.
  package let index: Int32
  /// Names a row.
  @inlinable package init(_ index: Int) { self.index = Int32(index) }
  /// The row, for subscripts.
  @inlinable package var row: Int { Int(index) }
  /// Whether the two name one row.
  @inlinable package static func == (a: Self, b: Self) -> Bool { a.index == b.index }
  /// Orders by row.
  @inlinable package static func < (a: Self, b: Self) -> Bool { a.index < b.index }
  /// Feeds the row.
  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

package typealias ConceptID = TableID<Concept>
package typealias NameID = TableID<Name>
package typealias CompanyID = TableID<Company>
package typealias BodyID = TableID<Body>
package typealias PublisherID = TableID<Publisher>
package typealias CaseID = TableID<NamedCase>
package typealias LanguageID = TableID<Language>
package typealias SignalID = TableID<Signal>
package typealias CompositeID = TableID<Composite>

/// Where in the rules something is written.
package struct RulePlace: Hashable, Sendable {
  /// The file.
  package var file: String
  /// The line, from 1.
  package var line: Int

  /// Makes a place.
  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// As `path:line`.
  package var text: String { "\(file):\(line)" }
}

/// What a phrase means.
package enum Sense: Hashable, Sendable {
  /// A word of a concept; `language` is nil for `any:` terms.
  case concept(ConceptID, language: LanguageID?)
  /// A name.
  case name(NameID)
  /// The `part`-th piece of a term with gaps.
  case part(CompositeID, part: UInt8)
}

/// A term whose parts may stand apart within a sentence.
package struct Composite: Sendable {
  /// At most so many words stand between part i and part i + 1.
  package var gaps: [Int]
  /// What the whole means.
  package var senses: [Sense]

  /// Makes a composite of `gaps.count + 1` parts.
  package init(gaps: [Int], senses: [Sense]) {
    self.gaps = gaps
    self.senses = senses
  }
}

/// A vocabulary, or one of the lists that a language or stance declares.
package struct Concept: Sendable {
  /// The vocabulary's id; lists of a language are named like `nl.negates.1`.
  package var id: String
  /// What it gathers.
  package var title: String
  /// The concept of its `except` terms: a hit inside one of theirs does not count.
  package var exceptions: ConceptID?

  /// Whether the rules declare it as a vocabulary; lists and texts have ids that no declaration can.
  package var isVocabulary: Bool {
    id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }

  /// Makes a concept.
  package init(id: String, title: String, exceptions: ConceptID? = nil) {
    self.id = id
    self.title = title
    self.exceptions = exceptions
  }
}

/// A name as the press writes it.
package struct Name: Sendable {
  /// Whose name it is.
  package enum Bearer: Hashable, Sendable {
    case company(CompanyID)
    case body(BodyID)
    case publisher(PublisherID)
    case namedCase(CaseID)
  }

  /// How it names its bearer.
  package enum Manner: String, Sendable {
    case alias
    case former
    /// A product, brand, service, lab, site or unit that the bearer owns.
    case product
    case person
    /// A description that means the bearer alone (`refers` in a company).
    case description
  }

  /// Whose it is.
  package var bearer: Bearer
  /// How it names it.
  package var manner: Manner
  /// As written in the rules.
  package var text: String
  /// The first day on which it holds.
  package var from: Day?
  /// The last day on which it holds.
  package var to: Day?
  /// What keeps it from counting.
  package var guards: [Guard]

  /// Makes a name.
  package init(
    bearer: Bearer, manner: Manner, text: String, from: Day? = nil, to: Day? = nil,
    guards: [Guard] = []
  ) {
    self.bearer = bearer
    self.manner = manner
    self.text = text
    self.from = from
    self.to = to
    self.guards = guards
  }

  /// Whether it holds on `day`; an undated article takes names that hold now, that is without an end.
  package func holds(on day: Day?) -> Bool {
    guard let day else { return to == nil || manner == .former }
    return (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}

/// What keeps a name that is also a word from counting.
package enum Guard: Sendable {
  /// Only if (`needs`) or only unless one of the folded texts stands right before (`before` false)
  /// or right after it, a blank between them or not.
  case adjacent(texts: [[UInt8]], after: Bool, needs: Bool, language: LanguageID?)
  /// Only if or only unless a word of the concept stands within the scope.
  case near(ConceptID, scope: Scope, needs: Bool)
  /// At the start of a sentence only if the article also has it elsewhere.
  case notInitial
}

/// How far a window reaches.
package enum Scope: Hashable, Sendable {
  case words(Int)
  case sentences(Int)
  case paragraph
  case article
}

/// A company.
package struct Company: Sendable {
  /// Its id in the rules.
  package var id: String
  /// Its declared name, as reports and labels have it.
  package var name: String
  /// What kind of firm it is (`retailer`, `ai-lab`), as concepts of the languages' kind words.
  package var kinds: [String]
  /// ISO 3166 codes of its seats.
  package var seats: [String]
  /// All names, lower-cased aliases included, for matching labels: not its products.
  package var aliases: [String]
  /// Where it is declared.
  package var place: RulePlace

  /// Makes a company.
  package init(
    id: String, name: String, kinds: [String], seats: [String], aliases: [String],
    place: RulePlace
  ) {
    self.id = id
    self.name = name
    self.kinds = kinds
    self.seats = seats
    self.aliases = aliases
    self.place = place
  }
}

/// A regulator, court or other authority: it acts, but has no findings.
package struct Body: Sendable {
  /// Its id in the rules.
  package var id: String
  /// Its declared name.
  package var name: String
  /// The vocabulary that its names belong to, such as `regulator`, `court`, `agency` or `advocate`.
  package var kind: String

  /// Whether it decides: what it says that somebody did is no accusation.
  package var isAuthority: Bool { ["regulator", "court", "agency"].contains(kind) }

  /// Makes a body.
  package init(id: String, name: String, kind: String) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}

/// An outlet.
package struct Publisher: Sendable {
  /// Its id in the rules.
  package var id: String
  /// Its declared name.
  package var name: String
  /// The hosts it publishes on.
  package var hosts: [String]
  /// Its owner group, the voice it speaks with; its name where none is declared.
  package var group: String
  /// What its reports weigh in a score; nil for the constant `named-voice`.
  package var weight: String?

  /// Makes a publisher.
  package init(id: String, name: String, hosts: [String], group: String, weight: String?) {
    self.id = id
    self.name = name
    self.hosts = hosts
    self.group = group
    self.weight = weight
  }
}

/// A lawsuit or decision with a name of its own.
package struct NamedCase: Sendable {
  /// Its id in the rules.
  package var id: String
  /// Its declared name.
  package var name: String
  /// The companies whose conduct it is about.
  package var companies: [CompanyID]

  /// Makes a case.
  package init(id: String, name: String, companies: [CompanyID]) {
    self.id = id
    self.name = name
    self.companies = companies
  }
}

/// The words that set a stance.
package struct StanceCue: Sendable {
  /// The stance.
  package var stance: Stance
  /// Its words.
  package var concept: ConceptID
  /// Patterns that say it too.
  package var patterns: [Pattern]
  /// What the words of evidence weigh for it against the other stances.
  package var scorecard: Scorecard?

  /// Makes a cue.
  package init(
    stance: Stance, concept: ConceptID, patterns: [Pattern] = [], scorecard: Scorecard? = nil
  ) {
    self.stance = stance
    self.concept = concept
    self.patterns = patterns
    self.scorecard = scorecard
  }
}

/// The words by which a company denies what is said of it.
package struct DenialCues: Sendable {
  /// Its words, by flag.
  package var concepts: [ConceptID]
  /// What the words of evidence weigh for its being denied.
  package var scorecard: Scorecard?

  /// Makes cues.
  package init(concepts: [ConceptID] = [], scorecard: Scorecard? = nil) {
    self.concepts = concepts
    self.scorecard = scorecard
  }
}
