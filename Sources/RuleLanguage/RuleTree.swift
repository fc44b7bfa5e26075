package import Diagnostics
package import SourceText

/// One rule file as it was written.
package struct RuleSource: Sendable {
  /// The path as the user would name it, such as `Rules/signals/pirated-works.rules`.
  package let path: String
  /// The bytes of the file.
  package let bytes: [UInt8]

  /// Makes a source.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A piece of rule text that means something, with the blanks and comments before it.
package struct Token: Hashable, Sendable {
  /// What a token is.
  package enum Kind: Hashable, Sendable {
    /// A bare word: keyword, id, number, date, language, `from`, `near` …
    case word
    /// A quoted text; `Token.text` is what it stands for, escapes undone.
    case string
    /// `{name}` or `{a|b}`: vocabulary references; `Token.text` is what stands inside.
    case vocabulary
    /// `[name]`: a role.
    case role
    /// `<name>`: a built-in class.
    case kind
    /// `..` or `..6`; `Token.text` is the digits, perhaps none.
    case gap
    /// `->`, `,`, `:`, `|`.
    case mark
    /// `{` at the end of a line.
    case open
    /// `}` alone on a line.
    case close
    /// The end of a line.
    case newline
    /// Bytes that are none of these; a diagnostic has been given.
    case fault
  }

  /// What it is.
  package let kind: Kind
  /// What it stands for.
  package let text: String
  /// Where it is written, without what stands before it.
  package let range: ByteRange
  /// Where the blanks and comments before it begin; the tree's tokens cover every byte of the file.
  package let leading: UInt32

  /// Makes a token.
  package init(kind: Kind, text: String, range: ByteRange, leading: Int) {
    self.kind = kind
    self.text = text
    self.range = range
    self.leading = UInt32(leading)
  }
}

/// One line of rules: a keyword, what follows it, and for a declaration the statements in its block.
package struct Statement: Sendable {
  /// The first word.
  package let keyword: Token
  /// What follows on the line, without the opening brace.
  package let arguments: [Token]
  /// The statements between the braces; nil where there is no block.
  package let block: [Statement]?
  /// The `##` lines before it, without their marks.
  package let documentation: [String]
  /// From the keyword to the end of the line or the closing brace.
  package let range: ByteRange

  /// Makes a statement.
  package init(
    keyword: Token, arguments: [Token], block: [Statement]?, documentation: [String],
    range: ByteRange
  ) {
    self.keyword = keyword
    self.arguments = arguments
    self.block = block
    self.documentation = documentation
    self.range = range
  }
}

/// A parsed rule file: every byte is in `tokens`, what could be understood in `declarations`.
package struct RuleTree: Sendable {
  /// The file.
  package let source: RuleSource
  /// All tokens in order, newlines included; their leading and own ranges cover the whole file.
  package let tokens: [Token]
  /// The declarations in order.
  package let declarations: [Statement]
  /// What is wrong with the form of the file.
  package let diagnostics: [Diagnostic]

  /// Makes a tree.
  package init(
    source: RuleSource, tokens: [Token], declarations: [Statement], diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.tokens = tokens
    self.declarations = declarations
    self.diagnostics = diagnostics
  }
}
