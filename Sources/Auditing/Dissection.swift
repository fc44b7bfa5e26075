internal import ArticleReading
internal import Findings
internal import PhraseMatching
internal import RuleCompilation
internal import SourceText

/// An article taken apart: what each stratum made of it, in the order of the strata.
///
/// The strata are methods in files of their own (`Dissection+Sections.swift` and so on); each reads
/// what those before it wrote, none goes back. Offsets are of the folded text unless a name says
/// `original`.
package struct Dissection {
  let rules: RuleSet
  let index: RuleIndex
  let article: Article
  /// The bytes that are read: the article's text, after its title where the text does not begin with it.
  let original: [UInt8]
  /// How many bytes of `original` the title apart takes.
  let titleBytes: Int
  let folded: FoldedText
  /// The number of words that begin at or before each byte, and at the end.
  let wordNumbers: [Int32]
  let kinds: [UInt8]

  /// Every phrase of the rules in the text.
  var hits: [Hit] = []
  /// Stratum 1.
  var paragraphs: [Paragraph] = []
  /// The language of most of the text.
  var mainLanguage: LanguageID?
  /// Stratum 2.
  var sentences: [Sentence] = []
  /// The first sentence of the body, with which its lead begins.
  var firstOfBody: Int?
  /// Words of concepts, by sentence, in order.
  var terms: [Term] = []
  /// Stratum 3: names, by sentence; references are added at the end as they are found.
  var mentions: [Mention] = []
  /// Organisations that no rule declares, as written.
  var unlistedNames: [String] = []
  /// How many of them, the first ones, the article calls organisations; the others only weigh enough.
  var describedUnlisted = 0
  /// How prominent each actor is in the article.
  var prominence: [Actor: Int] = [:]
  /// The first mention of each actor, by which ties are settled.
  var firstMention: [Actor: Int] = [:]
  /// … and in each paragraph.
  var paragraphProminence: [[Actor: Int]] = []
  /// Where outlets are named, in order.
  var outlets: [(id: PublisherID, range: ByteRange)] = []
  /// Named cases that are mentioned, by paragraph.
  var namedCases: [(id: CaseID, paragraph: Int)] = []
  /// What the article tells of everybody who may be blamed, in the order of their first mentions.
  var profiles: [(actor: Actor, profile: Profile)] = []
  /// By sentence: who was spoken of last before it.
  var lastSpoken: [Actor?] = []
  /// By sentence: the facets that count in it; nil for a copy.
  var awake: [WeightIndex.Facets?] = []
  /// By sentence: what it weighs for each scorecard; empty for a copy.
  var sums: [[Int]] = []
  /// By sentence: what it has that is weighed anywhere, for its neighbours too; nothing for a copy.
  var weighable: [WeightIndex.Features] = []
  /// By sentence: what it weighs for stances and denial before facets are shared; empty for a copy.
  var unsettled: [[Int32]] = []
  /// What the network makes of the sentences, if the rules have one.
  var reading: SentenceNetwork.Reading?
  /// What the article weighs to be about such matters at all; nil if nothing asks.
  var relevance: Int?
  /// The last strata: what may be a finding and what became of it.
  var candidates: [Candidate] = []

  /// A line of the article.
  struct Paragraph {
    /// Why a paragraph is no evidence, or that it is.
    enum Section: String {
      case title
      case body
      case navigation
      case skipped
      case copy
    }
    var range: ByteRange
    var section: Section
    var language: LanguageID?
    var sentences: Range<Int> = 0..<0
    var isEvidence: Bool { section == .title || section == .body }
  }

  /// A sentence of a paragraph that is evidence.
  struct Sentence {
    var range: ByteRange
    var paragraph: Int
    var isQuestion: Bool
    /// Whether it stands word for word earlier in the article.
    var isCopy: Bool
    var terms: Range<Int> = 0..<0
    /// Its mentions, in order, as indices of `Dissection.mentions`.
    var mentions: [Int] = []
    /// The terms by concept, for look-up.
    var byConcept: [(concept: Int32, term: Int32)] = []
    /// Who was spoken of before it in its paragraph.
    var focus: Actor?
    /// Roles that frames gave, with the frame's text.
    var frames: [FrameMatch] = []
  }

  /// A word of a concept.
  struct Term {
    var concept: ConceptID
    var range: ByteRange
    /// The parts of a term with gaps; empty for one without.
    var parts: [ByteRange] = []

    /// What it covers: its parts, else its range.
    var pieces: [ByteRange] { parts.isEmpty ? [range] : parts }
  }

  /// Who acts: what a mention stands for.
  enum Actor: Hashable {
    case company(CompanyID)
    case body(BodyID)
    case unlisted(Int)
    /// Somebody whom the article leaves unnamed.
    case unnamed

    /// Whether it is an authority, which has no findings.
    var isBody: Bool { if case .body = self { true } else { false } }
  }

  /// A place where somebody is named or referred to.
  struct Mention {
    /// How it stands for its actor.
    enum Manner: String {
      case name
      case product
      case person
      case unlisted
      case reference
      case pronoun
    }
    var range: ByteRange
    var actor: Actor?
    var manner: Manner
    var name: NameID?
    /// 2 for a subject, 1 for what may be one, 0 for what is none.
    var subject = 0
    var role: String?
    /// The number of the frame in the sentence that gave the role.
    var frame: Int?
    /// Mentions of one joined list share a number.
    var list: Int?
    /// The kind or seat that a reference asks for.
    var kind: String?
    var seat: String?

    /// Whether it is a name, of whatever kind; else a description or pronoun, of which it is only likely
    /// whom it means.
    var isNaming: Bool { manner != .reference && manner != .pronoun }
  }

  /// A frame that was found in a sentence.
  struct FrameMatch {
    var text: String
    var terms: [Term]
    var accuses: Bool
  }

  /// Something that may be a finding, and what became of it.
  package struct Candidate {
    /// What became of it.
    package enum Fate: Equatable, Sendable {
      case found(String)
      case unlisted(String)
      case unattributed
      /// Fell at this stratum, for this reason.
      case fell(stratum: String, reason: String)
    }
    var signal: SignalID
    var pattern: Pattern
    var sentence: Int
    var terms: [Term]
    var act: ByteRange
    var range: ByteRange
    /// Whose conduct it is, and by what.
    var pair: [(actor: Actor, mention: Int?, by: String)] = []
    /// Who stands in another role of the pattern.
    var barred: Set<Actor> = []
    var stance: Stance = .confirmed
    var cue: Term?
    var denied = false
    /// The points that its sentence lacks to suffice alone.
    var lack = 0
    /// Candidates that lack some and say the same of an actor of its pair: an event quotes them, too.
    var support: [(actor: Actor, candidate: Candidate)] = []
    /// What became of it.
    package var fate: Fate

    /// Whether its words were weighed together; else a pattern matched.
    var isWeighed: Bool { pattern.elements.isEmpty }

    /// Whether it fell.
    var hasFallen: Bool { if case .fell = fate { true } else { false } }
  }

  /// Folds and scans an article; the strata follow.
  init(
    _ article: Article, rules: RuleSet, index: RuleIndex, folding: inout Folding,
    scanner: inout PhraseScanner
  ) {
    self.rules = rules
    self.index = index
    self.article = article
    var bytes: [UInt8] = []
    if let title = article.title, !title.isEmpty, !Self.begins(article.text, with: title) {
      bytes = Array(title.utf8) + [0x0A, 0x0A]
    }
    titleBytes = bytes.count
    bytes += article.text.utf8
    original = bytes
    folded = folding.fold(bytes: bytes)
    scanner.scan(folded, original: bytes, into: &hits)
    kinds = scanner.classes.kinds
    wordNumbers = Self.numberWords(kinds)
  }

  /// The number of words between the end of one range and the start of a later one.
  func wordsBetween(_ a: ByteRange, _ b: ByteRange) -> Int {
    if a.end > b.start { return 0 }
    let last = a.isEmpty ? wordNumbers[a.lower] : wordNumbers[a.upper - 1]
    return max(0, Int(wordNumbers[b.lower] - last) - 1)
  }

  /// The words between two ranges in either order.
  func distance(_ a: ByteRange, _ b: ByteRange) -> Int {
    a.start <= b.start ? wordsBetween(a, b) : wordsBetween(b, a)
  }

  /// The text of the article that a folded range came from, without blanks at its ends.
  func text(_ range: ByteRange) -> String {
    String(decoding: original[originalRange(range).indices], as: UTF8.self)
  }

  /// The bytes of `original` that a folded range came from, without blanks at its ends.
  func originalRange(_ range: ByteRange) -> ByteRange {
    let whole = folded.original(range)
    var (start, end) = (whole.lower, whole.upper)
    while end > start, original[end - 1] <= 0x20 { end -= 1 }
    while start < end, original[start] <= 0x20 { start += 1 }
    return ByteRange(start, end)
  }

  private static func begins(_ text: String, with title: String) -> Bool {
    let head = text.utf8.drop { $0 <= 0x20 }
    return head.starts(with: title.utf8)
  }

  /// Numbers the words; in Han and Kana two characters (six bytes) count as one.
  private static func numberWords(_ kinds: [UInt8]) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(kinds.count + 1)
    var count: Int32 = 0
    var previous: UInt8 = 0
    var run = 0
    for kind in kinds {
      if kind != WordClasses.Kind.none {
        if kind != previous {
          count += 1
          run = 1
        } else {
          run += 1
          if kind >= WordClasses.Kind.han, run % 6 == 1 { count += 1 }
        }
      }
      previous = kind
      numbers.append(count)
    }
    numbers.append(count)
    return numbers
  }
}
