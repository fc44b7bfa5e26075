import Diagnostics
import RuleLanguage

extension Compiler {
  /// Lowers the bodies; their names are words of the vocabulary of their kind, too.
  mutating func lowerBodies() -> [Body] {
    symbols[.body].enumerated().map { row, declaration in
      var collection = NameCollection(bearer: .body(BodyID(row)))
      var body = Body(
        id: declaration.id, name: header(of: declaration, into: &collection), kind: "")
      var kind: ConceptID?
      do throws(Fault) {
        var arguments = declaration.line.arguments
        _ = arguments.take(.word)
        if arguments.take(.string) != nil {
          try arguments.need(word: "is")
          let word = try arguments.need(.word, "the vocabulary of its kind")
          try arguments.needEnd()
          body.kind = word.text
          kind = try vocabulary(word.text, at: declaration.line.label(word))
        }
      } catch {
        report(error.diagnostic)
      }
      each(declaration.lines) { (compiler, line) throws(Fault) in
        var arguments = line.arguments
        switch line.keyword {
        case "alias", "former":
          try compiler.lowerNames(
            line, manner: line.keyword == "alias" ? .alias : .former, &arguments,
            into: &collection)
        case "seat": _ = try compiler.seats(line)
        case "guard": collection.keep(guard: line)
        default: throw compiler.unknownStatement(line)
        }
      }
      finish(collection, kind: kind)
      return body
    }
  }

  /// Lowers the named cases.
  mutating func lowerCases() -> [NamedCase] {
    symbols[.namedCase].enumerated().map { row, declaration in
      var collection = NameCollection(bearer: .namedCase(CaseID(row)))
      var named = NamedCase(
        id: declaration.id, name: header(of: declaration, into: &collection), companies: [])
      each(declaration.lines) { (compiler, line) throws(Fault) in
        var arguments = line.arguments
        switch line.keyword {
        case "alias":
          try compiler.lowerNames(line, manner: .alias, &arguments, into: &collection)
        case "of":
          let companies = try arguments.needWords("the id of a company")
          try arguments.needEnd()
          for company in companies {
            named.companies.append(CompanyID(try compiler.row(.company, company, line)))
          }
        case "guard": collection.keep(guard: line)
        default: throw compiler.unknownStatement(line)
        }
      }
      finish(collection)
      return named
    }
  }
}
