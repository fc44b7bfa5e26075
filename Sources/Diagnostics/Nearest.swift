/// The candidate that `word` was most likely meant to be, or nil if none is near.
///
/// Near is at most a third of the word's characters, at least one, in optimal string alignment distance
/// (Damerau 1964; Boytsov 2011): characters left out, put in, changed, or two neighbours exchanged.
/// Case does not count. Of equally near candidates the first in alphabetical order is given.
///
/// - Complexity: O(n · m) a candidate of about the same length, over at most `Limits.nearestCharacters`.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased())
  guard wanted.count > 1, wanted.count <= Limits.nearestCharacters else { return nil }
  let allowed = max(1, wanted.count / 3)
  var best: (distance: Int, name: String)?
  for candidate in candidates where candidate != word {
    let name = Array(candidate.lowercased().prefix(Limits.nearestCharacters + 1))
    guard abs(name.count - wanted.count) <= allowed else { continue }
    let distance = editDistance(wanted, name)
    guard distance <= allowed else { continue }
    if let best, (best.distance, best.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var before: [Int] = []
  var above = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var distance = min(above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        distance = min(distance, before[j - 1] + 1)
      }
      row.append(distance)
    }
    before = above
    above = row
  }
  return above[b.count]
}
