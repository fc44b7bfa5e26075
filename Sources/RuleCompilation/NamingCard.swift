/// What says of a name that no rule declares that it is an organisation's: points for where it stands in
/// the article and for the words beside it, of which enough suffice.
///
/// Points are log-odds times ten, fitted to labelled articles by `assay rules name` or set by hand. Names
/// told apart by the contexts of all their places in a text, not of one: as in Mikheev, Moens and Grover,
/// Named Entity Recognition without Gazetteers, EACL 1999.
package struct NamingCard: Sendable {
  /// What is weighed of a name.
  package enum Feature: Hashable, Sendable {
    case trait(NameTrait)
    /// Somewhere it stands right before a word of a vocabulary.
    case before(ConceptID)
    /// Somewhere it stands right behind one.
    case behind(ConceptID)
    /// Somewhere it stands in a paragraph of a language.
    case language(LanguageID)
    /// Its words, or one of them, are of a kind that the rules list.
    case words(Extent, kind: Int)
  }

  /// Which words of a name are of a kind.
  package enum Extent: String, CaseIterable, Sendable {
    /// All, or the name as it stands.
    case whole
    /// Some, not all.
    case part
    /// The first of several.
    case begins
    /// The last of several.
    case ends
  }

  /// What capitalised words are, as far as the rules list them.
  package var words = NameWords()

  private var points: [Feature: Int] = [:]
  /// The points from which it is an organisation's.
  package var threshold: Int

  /// A card without weights.
  package init(threshold: Int = 1) { self.threshold = threshold }

  /// What a feature weighs; nil where nothing says.
  package subscript(feature: Feature) -> Int? {
    get { points[feature] }
    set { points[feature] = newValue }
  }

  /// The weights, in no order.
  package var weights: [(feature: Feature, points: Int)] { points.map { ($0.key, $0.value) } }

  /// The points of a name with these features.
  ///
  /// - Complexity: O(features).
  package func sum(_ features: Set<Feature>) -> Int {
    features.reduce(0) { $0 + (points[$1] ?? 0) }
  }
}
