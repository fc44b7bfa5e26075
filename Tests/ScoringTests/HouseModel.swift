import RuleCompilation
import Scoring
import SourceText

/// The constants and weights that the reference has, as rules.
enum HouseModel {
  /// The shipped constants; a test compares them with `Rules/scoring.rules`.
  static let constants: [String: String] = [
    "confirmed": "1", "alleged": "0.5", "planned": "0.3", "voice": "0.35", "case": "0.6",
    "scale": "0.5", "denied": "0.85", "cleared": "0.1", "relief-cap": "0.5", "weak": "0.5",
    "grace": "30", "named-voice": "1", "unnamed-voice": "0.7", "peak": "730",
  ]
  /// The shipped bands.
  static let bands: [(name: String, below: String?)] = [
    ("A", "10"), ("B", "25"), ("C", "50"), ("D", "75"), ("E", nil),
  ]
  /// Every risk as category, half-life in days, and severity by id.
  static let risks: [(category: String, halfLife: Int, severities: [(String, Int)])] = [
    ("workplace", 365, [("employee-monitoring", 7), ("workplace-messages", 7)]),
    (
      "provenance", 730,
      [
        ("pirated-works", 8), ("copyrighted-works", 6), ("undisclosed-sources", 5),
        ("model-distillation", 4), ("annotation-labour", 7),
      ]
    ),
    (
      "access", 365,
      [
        ("unauthorised-scraping", 6), ("api-paywall", 2), ("access-restriction", 3),
        ("usage-based-billing", 2),
      ]
    ),
    (
      "consent", 730,
      [
        ("user-content-training", 7), ("data-sale", 7), ("biometric-data", 8),
        ("childrens-data", 9), ("sensitive-data", 8), ("covert-tracking", 7),
      ]
    ),
    (
      "security", 730,
      [("data-exposure", 8), ("cross-border-transfer", 6), ("retention-failure", 6)]
    ),
    ("governance", 365, [("openness-reversal", 3), ("contradicted-statement", 4)]),
    ("governance", 730, [("regulatory-action", 8)]),
  ]
  /// Every mitigation: id, share, categories.
  static let mitigations: [(id: String, share: String, categories: [String])] = [
    ("licensed-data", "0.30", ["provenance", "access"]),
    ("consent-offered", "0.30", ["consent", "workplace"]),
    ("safeguards-stated", "0.15", ["workplace", "consent", "security"]),
    (
      "practice-ended", "0.40",
      ["workplace", "provenance", "access", "consent", "security", "governance"]
    ),
  ]
  /// All signals, sorted by id.
  static let signals: [Signal] = {
    let place = RulePlace(file: "signals.rules", line: 1)
    let risky = risks.flatMap { group in
      group.severities.map { id, severity in
        Signal(
          id: id, category: group.category, title: id, documentation: [],
          severity: String(severity), halfLife: group.halfLife, relief: nil,
          unrelievable: id == "regulatory-action", references: [], matches: [], exclusions: [],
          requirements: [], place: place)
      }
    }
    let mitigating = mitigations.map { id, share, categories in
      Signal(
        id: id, category: "mitigating", title: id, documentation: [], severity: "0",
        halfLife: 0, relief: Signal.Relief(share: share, categories: categories),
        unrelievable: false, references: [], matches: [], exclusions: [], requirements: [],
        place: place)
    }
    return (risky + mitigating).sorted { $0.id < $1.id }
  }()

  /// The model of the rules as shipped, made once: its tables take a while in a debug build.
  static func shipped() throws -> ScoreModel { try made.get() }
  private static let made = Result { try model() }

  /// A company of the rules.
  static func company(_ name: String) -> Company {
    Company(
      id: name.lowercased(), name: name, kinds: [], seats: [], aliases: [],
      place: RulePlace(file: "companies.rules", line: 1))
  }

  /// A publisher of the rules.
  static func publisher(_ group: String, weight: String?) -> Publisher {
    Publisher(id: group, name: group, hosts: [], group: group, weight: weight)
  }

  /// The model of these rules, with changes.
  static func model(
    changing changes: [String: String?] = [:],
    bands: [(name: String, below: String?)] = HouseModel.bands,
    signals: [Signal] = HouseModel.signals, publishers: [Publisher] = [],
    companies: [String] = ["k"],
    suppressions: [(signal: String, target: String, until: String)] = []
  ) throws -> ScoreModel {
    var values = constants
    for (name, value) in changes { values[name] = value }
    let written = suppressions.compactMap { written -> Suppression? in
      guard let row = signals.firstIndex(where: { $0.id == written.signal }),
        let until = Day(written.until)
      else { return nil }
      return Suppression(
        signal: SignalID(row), company: CompanyID(0), target: written.target, until: until,
        author: "e.jansen", reason: "Satire column",
        place: RulePlace(file: "suppressions.rules", line: 1))
    }
    return try ScoreModel(
      constants: ScoringConstants(values: values, bands: bands), signals: signals,
      publishers: publishers, companies: companies.map(company), suppressions: written)
  }
}
