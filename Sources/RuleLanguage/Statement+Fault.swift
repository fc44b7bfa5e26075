extension Statement {
  /// Whether a piece of its line could not be read.
  ///
  /// A diagnostic has been given; who works on with the tree passes over such a statement in silence,
  /// else one mistake gives two messages.
  ///
  /// - Complexity: O(n) over the tokens of the line.
  package var hasFault: Bool {
    keyword.kind == .fault || arguments.contains { $0.kind == .fault }
  }
}
