package import Findings
package import RuleCompilation
package import SourceText

/// What a score weighs: the constants, signals, voices and suppressions of the rules, read once.
///
/// It holds all that the formula of `ScoreSteps` needs; there is no constant in the program.
package struct ScoreModel: Sendable {
  /// What a signal weighs.
  package struct Weight: Sendable {
    /// The category, which mitigations name.
    package var category: String
    /// From 0 to 10; 0 for a mitigating signal.
    package var severity: Fixed
    /// Days after which a report weighs half.
    package var halfLife: Int
    /// Whether nothing relieves it.
    package var unrelievable: Bool
    /// The share that it relieves; nil for a risk.
    package var relief: Fixed?
    /// The categories that it relieves.
    package var relieved: Set<String>
    /// What each day of the first half-life leaves; shared by the signals of one half-life.
    fileprivate var decays: [Fixed] = []

    /// 2 to the power −age/H, from a table.
    package func decay(age: Int) -> Fixed {
      guard age > 0, !decays.isEmpty else { return .one }
      let (halvings, days) = age.quotientAndRemainder(dividingBy: decays.count)
      return decays[days].halved(halvings)
    }
  }

  /// A range of scores with a name.
  package struct Band: Hashable, Sendable {
    /// The name.
    package var name: String
    /// It holds below this; the last band has no bound.
    package var below: Points?
  }

  /// The band of a company about which nothing was read: no finding is no verdict.
  package static let notRated = "NR"

  /// σ of a confirmed report.
  package var confirmed: Fixed
  /// σ of an alleged one.
  package var alleged: Fixed
  /// σ of a planned one.
  package var planned: Fixed
  /// What a weak match leaves of σ.
  package var weak: Fixed
  /// ρ: each further voice of a case counts this share of the one before.
  package var voiceShare: Fixed
  /// θ: each further case of a signal likewise.
  package var caseShare: Fixed
  /// κ: what a fresh confirmed report of severity 10 adds to the exposure.
  package var scale: Fixed
  /// What a denial leaves of an allegation.
  package var denied: Fixed
  /// What is left of a report once the matter is cleared.
  package var cleared: Fixed
  /// The most that mitigations relieve together.
  package var reliefCap: Fixed
  /// A mitigation relieves what was reported at most so many days after it.
  package var graceDays: Int
  /// How far back the peak is looked for.
  package var peakDays: Int
  /// What a publisher weighs that declares no weight of its own.
  package var namedVoice: Fixed
  /// What a voice weighs that is no publisher's.
  package var unnamedVoice: Fixed
  /// The bands, best first.
  package var bands: [Band]
  /// What each signal weighs, by id.
  package var signals: [String: Weight]
  /// Declared names of the companies, sorted.
  package var companies: [String]

  private var voiceWeights: [String: Fixed] = [:]
  private var suppressions: [SuppressionKey: [SuppressionTarget]] = [:]

  /// Reads what the rules say a score weighs.
  ///
  /// - Complexity: O(n) over the rules, and over the days of each distinct half-life.
  /// - Throws: `ScoreModelError` if a constant is missing, no number, or outside its range.
  package init(_ rules: RuleSet) throws(ScoreModelError) {
    try self.init(
      constants: rules.scoring, signals: rules.signals, publishers: rules.publishers,
      companies: rules.companies, suppressions: rules.suppressions)
  }

  /// Reads what these parts of a rule set say a score weighs.
  ///
  /// - Throws: `ScoreModelError` if a constant is missing, no number, or outside its range.
  package init(
    constants: ScoringConstants, signals: [Signal], publishers: [Publisher],
    companies: [Company], suppressions: [Suppression]
  ) throws(ScoreModelError) {
    let reader = ConstantReader(values: constants.values)
    confirmed = try reader.share("confirmed")
    alleged = try reader.share("alleged")
    planned = try reader.share("planned")
    weak = try reader.share("weak")
    voiceShare = try reader.share("voice")
    caseShare = try reader.share("case")
    scale = try reader.weight("scale")
    denied = try reader.share("denied")
    cleared = try reader.share("cleared")
    reliefCap = try reader.share("relief-cap")
    graceDays = try reader.days("grace")
    peakDays = try reader.days("peak")
    namedVoice = try reader.weight("named-voice")
    unnamedVoice = try reader.weight("unnamed-voice")
    bands = try Self.bands(constants.bands)
    self.signals = [:]
    for signal in signals { self.signals[signal.id] = try Self.weight(of: signal) }
    self.companies = companies.map(\.name).sorted()
    for publisher in publishers {
      guard let text = publisher.weight else { continue }
      let weight = try ConstantReader.number(
        text, of: publisher.id, most: Fixed(Limits.weightMax))
      let known = voiceWeights[publisher.group] ?? .zero
      voiceWeights[publisher.group] = max(known, weight)
    }
    for publisher in publishers where publisher.weight == nil {
      let known = voiceWeights[publisher.group] ?? .zero
      voiceWeights[publisher.group] = max(known, namedVoice)
    }
    let risks = self.signals.filter { $0.value.relief == nil }
    for (halfLife, signals) in Dictionary(grouping: risks, by: \.value.halfLife) {
      let decays = (0..<halfLife).map { Fixed.halving(days: $0, halfLife: halfLife) }
      for (id, _) in signals { self.signals[id]?.decays = decays }
    }
    self.suppressions = SuppressionTarget.byFinding(
      suppressions, signals: signals, companies: companies)
  }

  /// What a voice weighs: `unknown:` before a host marks one that is no publisher's; publishers of one
  /// group speak with the weight of the weightiest.
  package func weight(ofVoice voice: String) -> Fixed {
    if let weight = voiceWeights[voice] { return weight }
    return voice.utf8.starts(with: "unknown:".utf8) ? unnamedVoice : namedVoice
  }

  /// σ of a stance; a matter that is cleared weighs nothing of itself.
  package func weight(of stance: Stance) -> Fixed {
    switch stance {
    case .confirmed: confirmed
    case .alleged: alleged
    case .planned: planned
    case .cleared: .zero
    }
  }

  /// The band of a score, decided on its printed digits so that a reader comes to the same.
  package func band(of score: Points) -> String {
    let printed = score.hundredths
    for band in bands {
      guard let bound = band.below else { return band.name }
      if printed < bound.hundredths { return band.name }
    }
    return Self.notRated
  }

  /// The index, in the rules, of the first suppression that on `day` sets aside what `article` (its
  /// digest) reports of a company, signal and case; nil if none does.
  package func suppression(
    company: String, signal: String, case: String, article: String, on day: Day
  ) -> Int? {
    guard let targets = suppressions[SuppressionKey(company: company, signal: signal)] else {
      return nil
    }
    let fingerprint = Finding.fingerprint(company: company, signal: signal, case: `case`)
    for target in targets
    where day <= target.until
      && target.matches(case: `case`, article: article, fingerprint: fingerprint.description)
    {
      return target.index
    }
    return nil
  }

  private static func weight(of signal: Signal) throws(ScoreModelError) -> Weight {
    let severity = try ConstantReader.number(
      signal.severity, of: signal.id, most: Fixed(Limits.severityMax))
    let relief: Fixed?
    if let text = signal.relief?.share {
      relief = try ConstantReader.number(text, of: signal.id, most: .one)
    } else {
      relief = nil
      guard (1...Limits.halfLifeDaysMax).contains(signal.halfLife) else {
        throw .outOfRange(name: signal.id, text: String(signal.halfLife))
      }
    }
    return Weight(
      category: signal.category, severity: severity,
      halfLife: signal.halfLife,
      unrelievable: signal.unrelievable, relief: relief,
      relieved: Set(signal.relief?.categories ?? []))
  }

  private static func bands(
    _ written: [(name: String, below: String?)]
  ) throws(ScoreModelError) -> [Band] {
    var bands: [Band] = []
    var bound = -1
    for (index, band) in written.enumerated() {
      let isLast = index == written.count - 1
      guard let text = band.below else {
        guard isLast else { throw .unorderedBands }
        bands.append(Band(name: band.name, below: nil))
        continue
      }
      let number = try ConstantReader.number(text, of: "band \(band.name)", most: Fixed(100))
      let below = Points(billionths: Int(number.rounded(decimals: 9)))
      guard !isLast, below.billionths > bound else { throw .unorderedBands }
      bound = below.billionths
      bands.append(Band(name: band.name, below: below))
    }
    guard !bands.isEmpty else { throw .unorderedBands }
    return bands
  }
}
