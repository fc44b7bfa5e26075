/// The facts of one language that the auditing strata need.
///
/// Word lists are concepts.
package struct Language: Sendable {
  /// BCP 47 code.
  package var code: String
  /// Its own name.
  package var name: String
  /// The script that its words are written in, such as `latin`, `hangul`, `kana`, `han`.
  package var script: String
  /// Frequent words by which a paragraph is known to be in it.
  package var recognised: ConceptID
  /// At which ends its words have a boundary.
  package var bounded: Bounds
  /// The marks that end a sentence, longest first.
  package var ends: [String]
  /// Texts that end with such a mark and end no sentence, folded.
  package var abbreviations: [[UInt8]]
  /// The marks of a question.
  package var questions: [String]
  /// Words and marks that join a list.
  package var joins: ConceptID
  /// Marks that join a list and are no words (`,`).
  package var joinMarks: [String]
  /// Words before a name that keep it from being a subject.
  package var obliqueBefore: ConceptID
  /// Suffixes, folded, right after a name that keep it from being a subject.
  package var obliqueAfter: [[UInt8]]
  /// Suffixes, folded, that make a name the subject; empty where word order tells.
  package var subjectAfter: [[UInt8]]
  /// Suffixes, folded, that make a name the object.
  package var objectAfter: [[UInt8]]
  /// Whether a sentence without a subject goes on with the last one.
  package var omitsSubject: Bool
  /// Words that mean the company that is spoken of.
  package var references: ConceptID
  /// … and only one of a kind: kind to concept.
  package var kindReferences: [String: ConceptID]
  /// Words that place a company in a country: code to concept.
  package var seatWords: [String: ConceptID]
  /// Words for actors that the article leaves unnamed ("several AI labs"): who acts is then nobody.
  package var unnamed: ConceptID
  /// Pronouns for companies.
  package var pronouns: ConceptID
  /// Negations with their reach.
  package var negations: [Reach]
  /// What looks like a negation and is none.
  package var spared: ConceptID
  /// Suppositions, conditions, questions in words, with their reach.
  package var suppositions: [Reach]
  /// Who does what to whom.
  package var frames: [Pattern]
  /// How an outlet is credited; role `outlet`.
  package var credits: [Pattern]
  /// "Did the same": copies the nearest earlier match of the paragraph to its actor.
  package var likewise: [Pattern]
  /// Words that take back a statement, with their reach.
  package var retractions: [Reach]
  /// Texts, folded, that begin a line, a block or a rest that is no evidence.
  package var skips: [Skip]
  /// What stands right after an organisation's name, as part of it (`Inc.`).
  package var organisationEnds: ConceptID
  /// What stands right before an organisation's name (`the app`).
  package var organisationAfter: ConceptID
  /// What says of a name beside it that it is an organisation's ("Foo, a data **broker**").
  package var organisationNouns: [OrganisationNoun] = []
  /// Folded: what such a description begins with behind a name ("Foo, **a** data broker").
  package var organisationArticles: [[UInt8]] = []
  /// Units that make a number an amount of money.
  package var money: ConceptID

  /// At which ends a word needs a boundary.
  package enum Bounds: String, Sendable {
    case both
    case left
    case right
    case none
  }

  /// Makes a language.
  package init(
    code: String, name: String, script: String, recognised: ConceptID, bounded: Bounds,
    ends: [String], abbreviations: [[UInt8]], questions: [String], joins: ConceptID,
    joinMarks: [String], obliqueBefore: ConceptID, obliqueAfter: [[UInt8]],
    subjectAfter: [[UInt8]], objectAfter: [[UInt8]], omitsSubject: Bool, references: ConceptID,
    kindReferences: [String: ConceptID], seatWords: [String: ConceptID], unnamed: ConceptID,
    pronouns: ConceptID, negations: [Reach], spared: ConceptID, suppositions: [Reach],
    frames: [Pattern],
    credits: [Pattern], likewise: [Pattern], retractions: [Reach], skips: [Skip],
    organisationEnds: ConceptID, organisationAfter: ConceptID, money: ConceptID
  ) {
    self.code = code
    self.name = name
    self.script = script
    self.recognised = recognised
    self.bounded = bounded
    self.ends = ends
    self.abbreviations = abbreviations
    self.questions = questions
    self.joins = joins
    self.joinMarks = joinMarks
    self.obliqueBefore = obliqueBefore
    self.obliqueAfter = obliqueAfter
    self.subjectAfter = subjectAfter
    self.objectAfter = objectAfter
    self.omitsSubject = omitsSubject
    self.references = references
    self.kindReferences = kindReferences
    self.seatWords = seatWords
    self.unnamed = unnamed
    self.pronouns = pronouns
    self.negations = negations
    self.spared = spared
    self.suppositions = suppositions
    self.frames = frames
    self.credits = credits
    self.likewise = likewise
    self.retractions = retractions
    self.skips = skips
    self.organisationEnds = organisationEnds
    self.organisationAfter = organisationAfter
    self.money = money
  }
}

/// A noun for a kind of organisation.
package struct OrganisationNoun: Hashable, Sendable {
  /// The noun, folded.
  package var text: [UInt8]
  /// Whether other words may end with it, as `Softwarehaus` with `-haus`.
  package var isEnding: Bool

  /// The last two bytes of a text, by which nouns are looked up; nil for shorter ones.
  package static func ending(of text: some BidirectionalCollection<UInt8>) -> UInt16? {
    guard let last = text.last, let before = text.dropLast().last else { return nil }
    return UInt16(before) << 8 | UInt16(last)
  }
}

/// Words with a reach: what they are said of.
package struct Reach: Sendable {
  /// Where the reach lies, seen from the words.
  package enum Extent: Hashable, Sendable {
    case wordsAfter(Int)
    case wordsBefore(Int)
    case sentence
    case sentenceBefore
  }

  /// The words.
  package var concept: ConceptID
  /// How far.
  package var extent: Extent

  /// Makes a reach.
  package init(concept: ConceptID, extent: Extent) {
    self.concept = concept
    self.extent = extent
  }
}

/// A heading or line that marks what is no evidence.
package struct Skip: Sendable {
  /// What falls under it.
  package enum Extent: String, Sendable {
    case line
    case block
    case rest
  }

  /// The folded text that the line begins with.
  package var text: [UInt8]
  /// What falls under it.
  package var extent: Extent

  /// Makes a skip.
  package init(text: [UInt8], extent: Extent) {
    self.text = text
    self.extent = extent
  }
}
