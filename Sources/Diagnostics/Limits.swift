/// What a message may be made of.
package enum Limits {
  /// Characters of a word for which a suggestion is sought; longer ones are no slips of the finger.
  package static let nearestCharacters = 64
  /// Columns of a source line that are shown; a longer one is cut around what is meant.
  package static let sourceColumns = 100
}
