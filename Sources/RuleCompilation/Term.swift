import SourceText

/// What the text of a term stands for: one list of spellings, or several that a gap parts.
struct Term {
  /// The spellings of each part; one part where the term has no gap.
  var parts: [Spellings]
  /// How many words may stand between part i and part i + 1.
  var gaps: [Int]

  /// One way to write a part.
  struct Spelling {
    /// As texts are compared.
    var folded: ArraySlice<UInt8>
    /// As written in the rules, brackets resolved.
    var written: ArraySlice<UInt8>
    /// What it leaves open, and where it asks for capitals.
    var marks: Marks
  }

  /// What is said of a spelling beside its letters.
  struct Marks {
    /// Whether any beginning may stand before it (`*verfahren`).
    var opensLeft = false
    /// Whether any ending may follow (`alleg*`).
    var opensRight = false
    /// The words that count only in capitals, first word lowest.
    var capitals: UInt8 = 0
  }

  /// The ways to write a part, their texts side by side.
  struct Spellings {
    private var bytes: [UInt8] = []
    private var places: [Place] = []

    private struct Place {
      var folded: Range<Int>
      var written: Range<Int>
      var marks: Marks
    }
  }

  /// Lets any letters stand before, or after, the spellings of a part.
  mutating func open(part: Int, left: Bool) {
    parts[part].open(left: left)
  }
}

extension Term.Spellings {
  /// Adds a spelling; `fold` appends its folded bytes.
  mutating func append(
    written: Span<UInt8>, _ marks: Term.Marks, fold: (inout [UInt8]) -> Void
  ) {
    let start = bytes.count
    fold(&bytes)
    let middle = bytes.count
    for index in written.indices { bytes.append(written[index]) }
    places.append(
      Place(folded: start..<middle, written: middle..<bytes.count, marks: marks))
  }

  /// Adds several spellings of what is written once.
  mutating func append(_ forms: TextList, written: Span<UInt8>, _ marks: Term.Marks) {
    let start = bytes.count
    for index in written.indices { bytes.append(written[index]) }
    let written = start..<bytes.count
    let base = bytes.count
    bytes += forms.bytes
    for row in forms.indices {
      let form = forms.range(at: row)
      places.append(
        Place(
          folded: base + form.lowerBound..<base + form.upperBound, written: written, marks: marks))
    }
  }

  /// Whether the spelling added last has no letter.
  var endsEmpty: Bool {
    guard let place = places.last else { return true }
    return place.folded.isEmpty
  }

  fileprivate mutating func open(left: Bool) {
    for row in places.indices {
      if left { places[row].marks.opensLeft = true } else { places[row].marks.opensRight = true }
    }
  }
}

extension Term.Spellings: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { places.count }

  subscript(row: Int) -> Term.Spelling {
    let place = places[row]
    return Term.Spelling(
      folded: bytes[place.folded], written: bytes[place.written], marks: place.marks)
  }
}
