import PhraseMatching
import RuleCompilation
import SourceText

/// A small rule set, made by hand: what a report needs of the rules and no more.
enum SampleRules {
  /// The shipped constants.
  static let constants = [
    "confirmed": "1", "alleged": "0.5", "planned": "0.3", "voice": "0.35", "case": "0.6",
    "scale": "0.5", "denied": "0.85", "cleared": "0.1", "relief-cap": "0.5", "weak": "0.5",
    "grace": "30", "named-voice": "1", "unnamed-voice": "0.7", "peak": "730",
  ]
  /// The shipped bands.
  static let bands: [(name: String, below: String?)] = [
    ("A", "10"), ("B", "25"), ("C", "50"), ("D", "75"), ("E", nil),
  ]
  /// Ids and names of the companies.
  static let companies = [
    ("meta", "Meta"), ("tiktok", "TikTok"), ("reddit", "Reddit"), ("slack", "Slack"),
    ("kakao-pay", "카카오페이"), ("evil", "Evil & <b>Sons</b> | Ltd"), ("mistral", "Mistral"),
    ("uber", "Uber"),
  ]

  /// A `suppress` line.
  struct Line {
    var signal: String
    var company: String
    var target: String
    var until: String
  }

  /// The rules.
  static func rules(
    digest: String = "sample rules", changing changes: [String: String] = [:],
    companies: [(String, String)] = SampleRules.companies, suppressing lines: [Line] = []
  ) -> RuleSet {
    let declared = companies.map { id, name in
      Company(
        id: id, name: name, kinds: [], seats: [], aliases: [name.lowercased()],
        place: RulePlace(file: "Rules/companies.rules", line: 1))
    }
    let signals = Self.signals
    let suppressions = lines.enumerated().compactMap { number, line -> Suppression? in
      guard let signal = signals.firstIndex(where: { $0.id == line.signal }),
        let company = declared.firstIndex(where: { $0.id == line.company }),
        let until = Day(line.until)
      else { return nil }
      return Suppression(
        signal: TableID(signal), company: TableID(company), target: line.target, until: until,
        author: "e.jansen", reason: "Column of <corrections>",
        place: RulePlace(file: "Rules/suppressions.rules", line: number + 1))
    }
    return RuleSet(
      digest: Digest(of: digest), files: ["Rules/sample.rules"], phrases: PhraseTable([]),
      senses: [], composites: [], concepts: [], names: [], companies: declared, bodies: [],
      publishers: publishers, cases: [], languages: [], signals: signals, stanceCues: [],
      denialCues: DenialCues(),
      scoring: ScoringConstants(
        values: constants.merging(changes) { _, new in new }, bands: bands),
      suppressions: suppressions, examples: [])
  }

  private static let publishers = [
    Publisher(
      id: "reuters", name: "Reuters", hosts: ["reuters.com"], group: "Thomson Reuters",
      weight: "1")
  ]

  private static let signals: [Signal] = [
    risk("api-paywall", "access", "Starts to charge for access to data", 2, 365),
    risk("data-sale", "consent", "Sells or shares personal data", 7, 730),
    risk("employee-monitoring", "workplace", "Monitors its employees", 7, 365),
    risk("pirated-works", "provenance", "Obtains, shares or trains on pirated copies", 8, 730),
    risk("regulatory-action", "governance", "Is fined or ordered", 8, 730, unrelievable: true),
    Signal(
      id: "safeguards-stated", category: "mitigating", title: "States safeguards",
      documentation: [], severity: "0", halfLife: 0,
      relief: .init(share: "0.15", categories: ["workplace", "consent"]), unrelievable: false,
      references: [], matches: [], exclusions: [], requirements: [],
      place: RulePlace(file: "Rules/sample.rules", line: 40)),
  ]

  private static func risk(
    _ id: String, _ category: String, _ title: String, _ severity: Int, _ halfLife: Int,
    unrelievable: Bool = false
  ) -> Signal {
    Signal(
      id: id, category: category, title: title, documentation: [], severity: String(severity),
      halfLife: halfLife, relief: nil, unrelievable: unrelievable,
      references: [("LAW-1", "A law, Article 1")], matches: [], exclusions: [], requirements: [],
      place: RulePlace(file: "Rules/sample.rules", line: 10))
  }
}
