/// The inflection classes of one language: rows of endings by class.
struct Inflections {
  /// What becomes of lemmas with a certain ending.
  struct Row {
    /// The ending of the lemma, folded.
    var ending: [UInt8]
    /// What may stand in its place, folded.
    var forms: [[UInt8]]
  }

  private var classes: [String: [Row]] = [:]

  /// The names of the classes.
  var names: [String] { classes.keys.sorted() }

  /// The rows of a class, longest ending first; nil if there is no such class.
  func rows(of name: String) -> [Row]? { classes[name] }

  /// Adds a row; a second row for the same ending adds its forms to the first.
  mutating func add(_ row: Row, to name: String) {
    var rows = classes[name] ?? []
    if let same = rows.firstIndex(where: { $0.ending == row.ending }) {
      rows[same].forms += row.forms.filter { !rows[same].forms.contains($0) }
    } else {
      let place = rows.firstIndex { $0.ending.count < row.ending.count } ?? rows.count
      rows.insert(row, at: place)
    }
    classes[name] = rows
  }
}
