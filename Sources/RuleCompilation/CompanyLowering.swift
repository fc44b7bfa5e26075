import Diagnostics
import RuleLanguage

extension Compiler {
  /// Lowers the companies and their names.
  mutating func lowerCompanies() -> [Company] {
    symbols[.company].enumerated().map { row, declaration in lowerCompany(declaration, row: row) }
  }

  private mutating func lowerCompany(_ declaration: Declaration, row: Int) -> Company {
    var collection = NameCollection(bearer: .company(CompanyID(row)))
    var company = Company(
      id: declaration.id, name: header(of: declaration, into: &collection), kinds: [], seats: [],
      aliases: [], place: place(declaration.name, declaration.line))
    each(declaration.lines) { (compiler, line) throws(Fault) in
      var arguments = line.arguments
      switch line.keyword {
      case "alias":
        try compiler.lowerNames(line, manner: .alias, &arguments, into: &collection)
      case "former":
        try compiler.lowerNames(line, manner: .former, &arguments, into: &collection)
      case "owns":
        _ = try arguments.need(
          oneOf: ["product", "brand", "service", "lab", "site", "unit"])
        try compiler.lowerNames(line, manner: .product, &arguments, into: &collection)
      case "person":
        try compiler.lowerNames(line, manner: .person, &arguments, into: &collection)
      case "refers":
        try compiler.lowerNames(line, manner: .description, &arguments, into: &collection)
      case "kind":
        try compiler.lowerKinds(line, into: &company)
      case "seat":
        for seat in try compiler.seats(line) where !company.seats.contains(seat) {
          company.seats.append(seat)
        }
      case "guard": collection.keep(guard: line)
      default: throw compiler.unknownStatement(line)
      }
    }
    for (name, _, _, _) in collection.names where name.manner == .alias || name.manner == .former {
      let alias = name.text.lowercased()
      if !company.aliases.contains(alias) { company.aliases.append(alias) }
    }
    finish(collection)
    return company
  }

  /// The declared name of a company, body, publisher or case; the id where it has none.
  mutating func header(
    of declaration: Declaration, into collection: inout NameCollection
  ) -> String {
    var arguments = declaration.line.arguments
    _ = arguments.take(.word)
    do throws(Fault) {
      let name = try arguments.need(.string, "its name in quotes")
      headerName(name, declaration.line, into: &collection)
      if declaration.line.kind != .body { try arguments.needEnd() }
      return name.text
    } catch {
      report(error.diagnostic)
      return declaration.id
    }
  }

  /// Reads `seat US "Menlo Park"`; the cities are for the reader.
  mutating func seats(_ line: Line) throws(Fault) -> [String] {
    var arguments = line.arguments
    var seats: [String] = []
    repeat {
      let country = try arguments.need(.word, "the code of a country")
      let isCode =
        country.text.utf8.count == 2
        && country.text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      guard isCode else {
        throw Fault(
          .wrongForm(
            of: "seat", expected: "a country's code in capitals", found: "`\(country.text)`",
            form: line.kind.form(of: "seat"), at: line.label(country)))
      }
      seats.append(country.text)
      if arguments.next?.kind == .string { _ = try arguments.needStrings() }
      _ = arguments.take(mark: ",")
    } while !arguments.isAtEnd
    return seats
  }

  private mutating func lowerKinds(_ line: Line, into company: inout Company) throws(Fault) {
    var arguments = line.arguments
    let words = try arguments.needWords("a kind of company")
    try arguments.needEnd()
    for kind in knownKinds(words, line) where !company.kinds.contains(kind) {
      company.kinds.append(kind)
    }
  }

  /// The kinds of company among some words; what is none is reported.
  mutating func knownKinds(_ words: [Token], _ line: Line) -> [String] {
    words.compactMap { word in
      if kinds.contains(word.text) || kinds.isEmpty { return word.text }
      report(
        .unknownWord(
          "kind", word.text, code: "E123", said: "no language has words for this kind",
          nearest: nearest(to: word.text, among: kinds.sorted()),
          help: "add `refers kind \(word.text) \"…\"` to a language", at: line.label(word)))
      return nil
    }
  }
}
