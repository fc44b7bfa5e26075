package import SourceText

extension Appraisal {
  /// The mitigations of a company on a day, ready to be asked for each of its reports.
  package struct Reliefs: Sendable {
    /// One kind of mitigation: for each strength with which it is reported, the last day.
    private struct Kind {
      var categories: Set<String>
      var latest: [(strength: Fixed, day: Day)]
    }

    private let kinds: [Kind]

    /// Takes in the mitigations up to `day`.
    ///
    /// - Complexity: O(n) over the mitigations.
    package init(_ mitigations: [Dossier.Mitigation], on day: Day, model: ScoreModel) {
      var latest: [String: [Fixed: Day]] = [:]
      for mitigation in mitigations where mitigation.first.day <= day {
        guard let share = model.signals[mitigation.signal]?.relief else { continue }
        let strength =
          share * Steps.weight(of: mitigation.stance, weak: mitigation.weak, in: model)
        let known = latest[mitigation.signal]?[strength] ?? mitigation.first.day
        latest[mitigation.signal, default: [:]][strength] = max(known, mitigation.first.day)
      }
      kinds = latest.sorted { $0.key < $1.key }.map { signal, days in
        Kind(
          categories: model.signals[signal]?.relieved ?? [],
          latest: days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      }
    }

    /// M: the share by which a report of a signal, first made on a day, is relieved.
    package func share(of signal: ScoreModel.Weight, reported: Day, model: ScoreModel) -> Fixed {
      guard !kinds.isEmpty, Steps.isRelievable(signal) else { return .zero }
      var shares: [Fixed] = []
      for kind in kinds where kind.categories.contains(signal.category) {
        var share: Fixed?
        for (strength, day) in kind.latest
        where Steps.relieves(day, reported: reported, in: model) {
          share = share.map { Steps.relief(byKind: $0, and: strength) } ?? strength
        }
        if let share { shares.append(share) }
      }
      return shares.isEmpty ? .zero : Steps.relief(by: shares, in: model)
    }
  }
}
