import RuleCompilation
import SourceText

/// The finding whose suppressions are looked up together.
struct SuppressionKey: Hashable, Sendable {
  var company: String
  var signal: String
}

/// What a `suppress` line sets aside, and until when.
struct SuppressionTarget: Sendable {
  /// Its place among the rules' suppressions.
  var index: Int
  /// The last day on which it holds.
  var until: Day

  /// The case as written, unless a digest is meant for certain.
  private var caseName: String?
  /// The beginning of a digest, if it can be one.
  private var digestPrefix: String?

  /// The mark of a digest; without it, what is written may be a digest or a case.
  private static let digestMark = "sha256:"

  init(index: Int, until: Day, text: String) {
    self.index = index
    self.until = until
    let marked = text.hasPrefix(Self.digestMark)
    let hex = (marked ? String(text.dropFirst(Self.digestMark.count)) : text).lowercased()
    caseName = marked ? nil : text
    let isHexadecimal = hex.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
    }
    digestPrefix = isHexadecimal && hex.utf8.count >= Limits.digestPrefixMin ? hex : nil
  }

  /// Whether it names the case, the article or the finding's fingerprint.
  func matches(case name: String, article: String, fingerprint: String) -> Bool {
    if name == caseName { return true }
    guard let digestPrefix else { return false }
    let digest =
      article.hasPrefix(Self.digestMark) ? article.dropFirst(Self.digestMark.count) : article[...]
    return digest.utf8.starts(with: digestPrefix.utf8)
      || fingerprint.utf8.starts(with: digestPrefix.utf8)
  }

  /// The targets of all suppressions by company and signal, in the order of the rules.
  static func byFinding(
    _ suppressions: [Suppression], signals: [Signal], companies: [Company]
  ) -> [SuppressionKey: [SuppressionTarget]] {
    var targets: [SuppressionKey: [SuppressionTarget]] = [:]
    for (index, suppression) in suppressions.enumerated() {
      guard signals.indices.contains(suppression.signal.row),
        companies.indices.contains(suppression.company.row)
      else { continue }
      let key = SuppressionKey(
        company: companies[suppression.company.row].name,
        signal: signals[suppression.signal.row].id)
      targets[key, default: []].append(
        SuppressionTarget(index: index, until: suppression.until, text: suppression.target))
    }
    return targets
  }
}
