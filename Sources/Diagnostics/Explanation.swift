/// What `assay check --explain CODE` says of a code.
package struct Explanation: Hashable, Sendable {
  /// The code, such as `E120`.
  package let code: String
  /// The mistake in a few words, lower case, without a full stop.
  package let title: String
  /// A paragraph that teaches, then an example with the mistake and one without.
  package let text: String

  /// Makes an explanation.
  package init(code: String, title: String, text: String) {
    self.code = code
    self.title = title
    self.text = text
  }
}

/// The explanations of several modules as one book.
package struct Explanations: Sendable {
  /// All of them, by code.
  package let all: [Explanation]

  /// Binds the lists of the modules that give diagnostics; of two entries for a code the first stays.
  ///
  /// - Complexity: O(n log n).
  package init(_ lists: [Explanation]...) {
    var byCode: [String: Explanation] = [:]
    for entry in lists.joined() where byCode[entry.code] == nil { byCode[entry.code] = entry }
    all = byCode.values.sorted { $0.code < $1.code }
  }

  /// The explanation of a code, in whatever case it was typed.
  ///
  /// - Complexity: O(n).
  package subscript(code: String) -> Explanation? {
    let wanted = code.uppercased()
    return all.first { $0.code == wanted }
  }
}
