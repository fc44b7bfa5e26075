package import SourceText

/// Something to say about a text that its author can mend: one value, many writers.
package struct Diagnostic: Hashable, Sendable {
  /// How grave it is.
  package enum Severity: String, Sendable, Comparable {
    case error
    case warning

    /// Errors before warnings.
    package static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
  }

  /// A place in a file, with what is to be said of just that place.
  package struct Label: Hashable, Sendable {
    /// The file, as the user named it.
    package var file: String
    /// The bytes in that file.
    package var range: ByteRange
    /// What is at this place; may be empty.
    package var text: String

    /// Makes a label.
    package init(file: String, range: ByteRange, text: String = "") {
      self.file = file
      self.range = range
      self.text = text
    }
  }

  /// A change that would mend it.
  package struct Fix: Hashable, Sendable {
    /// The file to change.
    package var file: String
    /// The bytes to replace.
    package var range: ByteRange
    /// What takes their place.
    package var replacement: String

    /// Makes a fix.
    package init(file: String, range: ByteRange, replacement: String) {
      self.file = file
      self.range = range
      self.replacement = replacement
    }
  }

  /// The permanent code: `E` or `W` and three digits, never used again for something else.
  package var code: String
  /// How grave it is; agrees with the code's letter.
  package var severity: Severity
  /// The fact, lower case, without a full stop.
  package var headline: String
  /// Where it is.
  package var primary: Label
  /// Other places that belong to it.
  package var secondary: [Label]
  /// At most one step that helps, as an imperative sentence.
  package var help: String?
  /// The change that mends it, where we are sure.
  package var fix: Fix?

  /// Makes a diagnostic; its severity follows from the code's first letter.
  package init(
    code: String, headline: String, primary: Label, secondary: [Label] = [], help: String? = nil,
    fix: Fix? = nil
  ) {
    self.code = code
    severity = code.hasPrefix("W") ? .warning : .error
    self.headline = headline
    self.primary = primary
    self.secondary = secondary
    self.help = help
    self.fix = fix
  }
}
