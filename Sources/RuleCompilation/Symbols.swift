import Diagnostics
import RuleLanguage

/// A declaration with everything that `extend` adds to it.
struct Declaration {
  /// Its id; empty for `scoring`.
  let id: String
  /// The id as written, or the keyword where there is none.
  let name: Token
  /// The line that begins it.
  let line: Line
  /// Its statements, then those of its extensions, in the order of the files.
  var lines: [Line]
}

/// All declarations by kind and id, in the order of the files.
struct Symbols {
  private(set) var declarations: [DeclarationKind: [Declaration]] = [:]
  private var rows: [DeclarationKind: [String: Int]] = [:]

  /// The declarations of a kind.
  subscript(kind: DeclarationKind) -> [Declaration] { declarations[kind] ?? [] }

  /// The row of an id among the declarations of its kind.
  func row(of id: String, _ kind: DeclarationKind) -> Int? { rows[kind]?[id] }

  /// The declared id that `word` was most likely meant to be.
  func nearest(to word: String, _ kind: DeclarationKind) -> String? {
    Diagnostics.nearest(
      to: word, among: self[kind].prefix(Limits.suggestionCandidates).lazy.map(\.id))
  }

  /// Gathers the declarations of all files; extensions find theirs whatever the order.
  ///
  /// - Complexity: O(n) over the statements.
  static func gather(_ trees: [RuleTree], into diagnostics: inout [Diagnostic]) -> Symbols {
    var symbols = Symbols()
    var extensions: [Line] = []
    for (file, tree) in trees.enumerated() {
      for statement in tree.declarations where !statement.hasFault {
        if statement.keyword.text == "extend" {
          // The kind is settled below; a line needs one all along.
          extensions.append(
            Line(path: tree.source.path, file: file, kind: .company, statement: statement))
          continue
        }
        guard let kind = DeclarationKind(rawValue: statement.keyword.text) else { continue }
        let line = Line(path: tree.source.path, file: file, kind: kind, statement: statement)
        do throws(Fault) {
          try symbols.declare(line)
        } catch {
          diagnostics.append(error.diagnostic)
        }
      }
    }
    for line in extensions {
      do throws(Fault) {
        try symbols.extend(line)
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    return symbols
  }

  private mutating func declare(_ line: Line) throws(Fault) {
    var arguments = line.arguments
    let name: Token
    let id: String
    switch line.kind {
    case .scoring, .attribution, .network, .relevance, .naming:
      (name, id) = (line.statement.keyword, "")
    case .suppress:
      // Suppressions have no id; each is its own.
      (name, id) = (line.statement.keyword, "#\(self[.suppress].count)")
    default:
      name = try arguments.need(.word, "an id")
      id = name.text
    }
    if let first = row(of: id, line.kind) {
      let other = self[line.kind][first]
      throw Fault(
        .duplicate(
          line.kind.rawValue, id, at: line.label(name), first: other.line.label(other.name)))
    }
    rows[line.kind, default: [:]][id] = self[line.kind].count
    declarations[line.kind, default: []].append(
      Declaration(id: id, name: name, line: line, lines: Self.lines(of: line, kind: line.kind)))
  }

  private mutating func extend(_ line: Line) throws(Fault) {
    var arguments = line.arguments
    let word = try arguments.need(.word, "the kind of declaration to extend")
    guard let kind = DeclarationKind(rawValue: word.text), kind != .suppress else {
      let kinds = DeclarationKind.allCases.filter { $0 != .suppress }.map(\.rawValue)
      throw Fault(
        .unknownKeyword(
          word.text, in: "extend", nearest: Diagnostics.nearest(to: word.text, among: kinds),
          at: line.label(word)))
    }
    let name = kind.isSingle ? word : try arguments.need(.word, "the id to extend")
    try arguments.needEnd()
    guard let row = row(of: kind.isSingle ? "" : name.text, kind) else {
      throw Fault(
        .unknown(
          kind, name.text, nearest: nearest(to: name.text, kind), at: line.label(name)))
    }
    declarations[kind]?[row].lines += Self.lines(of: line, kind: kind)
  }

  /// The statements of a block; those that could not be read have been complained of.
  private static func lines(of line: Line, kind: DeclarationKind) -> [Line] {
    (line.statement.block ?? []).lazy.filter { !$0.hasFault }.map {
      Line(path: line.path, file: line.file, kind: kind, statement: $0)
    }
  }
}
