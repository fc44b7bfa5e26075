
/// All phrases of all rules, laid out so that one pass over a text finds them.
package struct PhraseTable: Sendable {
  /// The phrases, indexed by `PhraseID`.
  package let phrases: [Phrase]

  /// Lays out the phrases.
  package init(_ phrases: [Phrase]) {
    self.phrases = phrases
  }
}
