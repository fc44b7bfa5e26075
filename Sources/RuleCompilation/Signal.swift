package import Findings
package import SourceText

/// A kind of conduct, and the patterns that recognise it.
package struct Signal: Sendable {
  /// Its id.
  package var id: String
  /// Its category; `mitigating` signals lower a score.
  package var category: String
  /// What it says in a sentence.
  package var title: String
  /// From the `##` lines before it.
  package var documentation: [String]
  /// 0–10; 0 for a mitigating signal.
  package var severity: String
  /// Days after which a report weighs half.
  package var halfLife: Int
  /// Which categories a mitigating signal relieves, and by how much; nil for a risk.
  package var relief: Relief?
  /// Whether nothing relieves it.
  package var unrelievable: Bool
  /// Code and text of what it refers to.
  package var references: [(code: String, text: String)]
  /// What makes it.
  package var matches: [Pattern]
  /// What makes it where enough of many words meet.
  package var scorecard: Scorecard?
  /// What cancels a match of its window.
  package var exclusions: [Pattern]
  /// What the surroundings must hold.
  package var requirements: [Requirement]
  /// Stances that it is never reported with: an order is there or it is not, whoever alleges what led to it.
  package var neverStances: [Stance]
  /// Companies that are of these kinds alone never act in it.
  package var sparedKinds: [String]
  /// Points for or against companies of a kind where it is asked whose conduct it is.
  package var blames: [String: Int] = [:]
  /// Points for everybody there.
  package var blamesAnyone = 0
  /// What grounds count for there; those of `attribution` hold where there are none.
  package var grounds: [Ground.Share] = []
  /// Where it is declared.
  package var place: RulePlace

  /// How a mitigating signal lowers the score of others.
  package struct Relief: Sendable {
    /// The share, as a decimal text.
    package var share: String
    /// The categories that it relieves.
    package var categories: [String]

    /// Makes a relief.
    package init(share: String, categories: [String]) {
      self.share = share
      self.categories = categories
    }
  }

  /// A context that a match needs.
  package struct Requirement: Sendable {
    /// What must occur, any of them.
    package var concepts: [ConceptID]
    /// Where it must.
    package var scope: Scope

    /// Makes a requirement.
    package init(concepts: [ConceptID], scope: Scope) {
      self.concepts = concepts
      self.scope = scope
    }
  }

  /// Whether it lowers a score.
  package var isMitigating: Bool { relief != nil }

  /// Makes a signal.
  package init(
    id: String, category: String, title: String, documentation: [String], severity: String,
    halfLife: Int, relief: Relief?, unrelievable: Bool,
    references: [(code: String, text: String)], matches: [Pattern], scorecard: Scorecard? = nil,
    exclusions: [Pattern], requirements: [Requirement], sparedKinds: [String] = [],
    neverStances: [Stance] = [], place: RulePlace
  ) {
    self.id = id
    self.category = category
    self.title = title
    self.documentation = documentation
    self.severity = severity
    self.halfLife = halfLife
    self.relief = relief
    self.unrelievable = unrelievable
    self.references = references
    self.matches = matches
    self.scorecard = scorecard
    self.exclusions = exclusions
    self.requirements = requirements
    self.sparedKinds = sparedKinds
    self.neverStances = neverStances
    self.place = place
  }
}

/// What must stand together for something to be said: a signal's `match`, a language's `frame`.
package struct Pattern: Sendable {
  /// Whether the elements' order matters.
  package enum Order: String, Sendable {
    case near
    case order
  }

  /// One thing that must be there.
  package enum Element: Sendable {
    /// A word of any of the concepts; `negated` asks that a negation reach it.
    case concepts([ConceptID], negated: Bool)
    /// A mention in this role.
    case role(String)
    /// An amount of money.
    case money
    /// A number.
    case number
  }

  /// Whether order matters.
  package var order: Order
  /// What must be there, in the order written; never empty.
  package var elements: [Element]
  /// For `order`: the most words between element i and i + 1, nil for any number in the scope.
  package var gaps: [Int?]
  /// The window.
  package var scope: Scope
  /// Whether it may fall back on the paragraph's company.
  package var firm: Bool
  /// Whether it counts half.
  package var weak: Bool
  /// What it says unless a cue says otherwise.
  package var stance: Stance?
  /// Words that must stand near its act besides, in sentences of their own if need be.
  package var contexts: [Context]
  /// Whether it counts only for a company of which the article reports a risk besides.
  package var besideRisk: Bool
  /// Its canonical text.
  package var text: String
  /// Where it is written.
  package var place: RulePlace

  /// Whether it says more than that its signal is there: whose conduct it is, how firmly it is said, or how much
  /// it counts.
  package var isExplicit: Bool {
    weak || stance != nil
      || elements.contains { if case .role = $0 { true } else { false } }
  }

  /// Words near a pattern without which it means something else.
  package struct Context: Sendable {
    /// What must occur, any of them.
    package var concepts: [ConceptID]
    /// How near: `sentences(n)` counts over the ends of paragraphs.
    package var scope: Scope

    /// Makes a context.
    package init(concepts: [ConceptID], scope: Scope) {
      self.concepts = concepts
      self.scope = scope
    }
  }

  /// Makes a pattern; `gaps` has one entry fewer than `elements`.
  package init(
    order: Order, elements: [Element], gaps: [Int?], scope: Scope, firm: Bool = false,
    weak: Bool = false, stance: Stance? = nil, contexts: [Context] = [], besideRisk: Bool = false,
    text: String, place: RulePlace
  ) {
    self.order = order
    self.elements = elements
    self.gaps = gaps
    self.scope = scope
    self.firm = firm
    self.weak = weak
    self.stance = stance
    self.contexts = contexts
    self.besideRisk = besideRisk
    self.text = text
    self.place = place
  }
}

/// An example that a rule file gives of a signal, to be run.
package struct Example: Sendable {
  /// What is expected of it.
  package enum Verdict: String, Sendable {
    case finds
    case skips
    /// A known gap: fails once it passes.
    case todo
  }

  /// Who must be found.
  package struct Expectation: Sendable {
    /// The company.
    package var company: CompanyID
    /// Its stance, where the example says one.
    package var stance: Stance?
    /// Whether it must be denied.
    package var denied: Bool

    /// Makes an expectation.
    package init(company: CompanyID, stance: Stance?, denied: Bool) {
      self.company = company
      self.stance = stance
      self.denied = denied
    }
  }

  /// The signal.
  package var signal: SignalID
  /// What is expected.
  package var verdict: Verdict
  /// The language's code.
  package var language: String
  /// The text.
  package var text: String
  /// The day of the article, if given.
  package var day: Day?
  /// Exactly these are found.
  package var expected: [Expectation]
  /// Where it is written.
  package var place: RulePlace

  /// Makes an example.
  package init(
    signal: SignalID, verdict: Verdict, language: String, text: String, day: Day?,
    expected: [Expectation], place: RulePlace
  ) {
    self.signal = signal
    self.verdict = verdict
    self.language = language
    self.text = text
    self.day = day
    self.expected = expected
    self.place = place
  }
}

/// The constants of the score, as decimal texts, exact as written.
package struct ScoringConstants: Sendable {
  /// By name: `confirmed`, `alleged`, `planned`, `voice`, `case`, `scale`, `denied`, `cleared`,
  /// `relief-cap`, `weak`, `grace` and `peak` (days), `named-voice`, `unnamed-voice`.
  package var values: [String: String]
  /// The bands, best first: name and the score below which it holds; the last has none.
  package var bands: [(name: String, below: String?)]

  /// Makes constants.
  package init(values: [String: String], bands: [(name: String, below: String?)]) {
    self.values = values
    self.bands = bands
  }
}

/// A finding that an analyst has set aside, until a day.
package struct Suppression: Sendable {
  /// The signal.
  package var signal: SignalID
  /// The company.
  package var company: CompanyID
  /// Where: an article's digest, a finding's fingerprint, a case, or the beginning of one.
  package var target: String
  /// The last day on which it holds.
  package var until: Day
  /// Who decided it.
  package var author: String
  /// Why.
  package var reason: String
  /// Where it is written.
  package var place: RulePlace

  /// Makes a suppression.
  package init(
    signal: SignalID, company: CompanyID, target: String, until: Day, author: String,
    reason: String, place: RulePlace
  ) {
    self.signal = signal
    self.company = company
    self.target = target
    self.until = until
    self.author = author
    self.reason = reason
    self.place = place
  }
}
