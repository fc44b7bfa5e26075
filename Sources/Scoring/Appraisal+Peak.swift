package import SourceText

extension Appraisal {
  /// A case as it was ranked on a day on which something about it changed.
  private struct Snapshot {
    var ranking: Ranking
    var day: Day
    var changes: ArraySlice<Day>
  }

  /// The day on which L is highest, of those in the window on which something is first reported, its
  /// first and its last; the earliest of equals.
  ///
  /// Between such days L only falls. A case is ranked anew only where something about it changed; on
  /// other days all of it has faded alike.
  ///
  /// - Complexity: O(n · c log n + d · m) over the n statements, the c days on which something about a
  ///   case changes, and the d days and m cases that are looked at.
  package func peak(from start: Day, through end: Day) -> Day {
    var snapshots = dockets.indices.map { conduct in
      dockets[conduct].map { docket in
        Snapshot(
          ranking: Ranking(), day: start, changes: changes(of: docket, conduct: conduct)[...])
      }
    }
    var best = (exposure: -1, day: start)
    let days = dossier.days.filter { start < $0 && $0 < end }.union([start, end]).sorted()
    for day in days {
      let reliefs = reliefs(on: day)
      var exposure = 0
      for conduct in dockets.indices {
        for index in dockets[conduct].indices {
          update(
            &snapshots[conduct][index], to: dockets[conduct][index], conduct: conduct, on: day,
            reliefs: reliefs)
        }
        exposure = Self.sum(exposure, faded(snapshots[conduct], conduct: conduct, on: day))
      }
      if exposure > best.exposure { best = (exposure, day) }
    }
    return best.day
  }

  /// The days on which more than time changes what a case weighs, sorted.
  private func changes(of docket: Docket, conduct: Int) -> [Day] {
    var days = Set(docket.entries.map(\.day))
    if days.isEmpty { return [] }
    if let cleared = docket.cleared { days.insert(cleared) }
    if Steps.isRelievable(dossier.conducts[conduct].weight) {
      days.formUnion(dossier.mitigations.map(\.first.day))
    }
    return days.sorted()
  }

  private func update(
    _ snapshot: inout Snapshot, to docket: Docket, conduct: Int, on day: Day, reliefs: Reliefs
  ) {
    guard let change = snapshot.changes.first, change <= day else { return }
    snapshot.changes = snapshot.changes.drop { $0 <= day }
    snapshot.ranking = ranking(of: docket, conduct: conduct, on: day, reliefs: reliefs)
    snapshot.day = day
  }

  /// What the cases of a conduct come to once they have faded up to a day.
  private func faded(_ snapshots: [Snapshot], conduct: Int, on day: Day) -> Int {
    let signal = dossier.conducts[conduct].weight
    let left = snapshots.map { Steps.decay(age: day - $0.day, of: signal) }
    let order = snapshots.indices.filter { !snapshots[$0].ranking.parts.isEmpty }
      .map { Ranked(value: snapshots[$0].ranking.sum * left[$0], place: $0) }
      .sorted(by: Steps.precedes(case:_:))
    var exposure = 0
    for (rank, ranked) in order.enumerated() {
      let share = scales[conduct] * caseShare(atRank: rank) * left[ranked.place]
      for part in snapshots[ranked.place].ranking.parts {
        let added = Steps.exposure(share * part.value)
        if added == 0 { break }
        exposure = Self.sum(exposure, added)
      }
    }
    return exposure
  }
}
