import Diagnostics
import RuleLanguage

extension Compiler {
  /// Lowers the network; an empty one where no rule declares any.
  mutating func lowerNetwork() -> Network {
    guard let declaration = symbols[.network].first else { return Network() }
    var network = Network()
    var once = Once()
    // How many facets and threads there are says how long the other rows must be.
    each(declaration.lines) { (compiler, line) throws(Fault) in
      guard line.keyword == "facets" || line.keyword == "threads" else { return }
      var arguments = line.arguments
      try once.note(line)
      let row = try arguments.needRow()
      if line.keyword == "facets" { network.facets = row } else { network.threads = row }
      try arguments.needEnd()
    }
    for keyword in ["facets", "threads"] where !once.has(keyword) {
      report(
        .missing(
          keyword, in: "`network`", code: "E169",
          form: DeclarationKind.network.form(of: keyword),
          at: declaration.line.label(declaration.name)))
    }
    let isWhole = !network.facets.isEmpty && !network.threads.isEmpty
    networkSize = (
      network.facets.isEmpty ? nil : network.facets.count,
      network.threads.isEmpty ? nil : network.threads.count
    )
    network.passes = network.passes.map { _ in network.facets.map { _ in [] } }
    var columns: Set<Network.Column> = []
    each(declaration.lines) { (compiler, line) throws(Fault) in
      var arguments = line.arguments
      switch line.keyword {
      case "facets", "threads": return
      case "weighs": try compiler.weighs(line, &arguments, &columns, into: &network)
      case "passes": try compiler.passes(line, &arguments, into: &network)
      default: throw compiler.unknownStatement(line)
      }
      try arguments.needEnd()
    }
    return isWhole ? network : Network()
  }

  /// Reads `weighs [twice] {vocabulary} "3 -12 0"`, `weighs <money> "…"` or `weighs kind bank "…"`.
  private mutating func weighs(
    _ line: Line, _ arguments: inout Arguments, _ columns: inout Set<Network.Column>,
    into network: inout Network
  ) throws(Fault) {
    let place: Scorecard.Place = arguments.take(word: "twice") == nil ? .sentence : .twice
    let (features, token) = try ScorecardLowering.features(place, line, &arguments, &self)
    let row = try arguments.needRow(of: networkSize.facets, "facets")
    for feature in features {
      let column = Network.Column(feature: feature, place: place)
      if !columns.insert(column).inserted {
        throw Fault(.weighedTwice(token.text, at: line.label(token)))
      }
      network.columns.append(column)
      network.weights.append(row)
    }
  }

  /// Reads `passes 7 before "3 -12 0"`: of which facet, of which sentence, and what it adds to each thread.
  private func passes(
    _ line: Line, _ arguments: inout Arguments, into network: inout Network
  ) throws(Fault) {
    let token = arguments.next
    let facet = try arguments.needNumber(
      1...(networkSize.facets ?? Limits.networkUnits), "the number of a facet")
    let sources = SentenceNetwork.Source.allCases
    let word = try arguments.need(oneOf: sources.map(\.rawValue))
    let row = try arguments.needRow(of: networkSize.threads, "threads")
    guard let source = SentenceNetwork.Source(rawValue: word), facet <= network.facets.count,
      let token
    else { return }
    if !network.passes[source.number][facet - 1].isEmpty {
      throw Fault(.weighedTwice("\(token.text) \(word)", at: line.label(token)))
    }
    network.passes[source.number][facet - 1] = row
  }
}

extension Arguments {
  /// Takes whole numbers in quotes, with blanks between them: hundredths, of which there must be so many, if that
  /// is known.
  ///
  /// - Complexity: O(bytes).
  mutating func needRow(of count: Int? = nil, _ what: String = "") throws(Fault) -> [Int] {
    let token = try need(.string, "numbers in quotes")
    var row: [Int] = []
    for word in token.text.utf8.split(separator: 0x20) {
      let digits = word.first == 0x2D ? word.dropFirst() : word
      guard !digits.isEmpty, digits.count <= Limits.decimalDigits,
        digits.allSatisfy({ (0x30...0x39).contains($0) })
      else { throw Fault(.badNumber(Self.text(word), "a whole number", at: line.label(token))) }
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard value <= Limits.networkWeight else {
        let most = Limits.networkWeight
        throw Fault(.outOfRange(Self.text(word), "-\(most) to \(most)", at: line.label(token)))
      }
      row.append(word.first == 0x2D ? -value : value)
    }
    guard !row.isEmpty, row.count <= Limits.networkUnits else {
      throw Fault(.outOfRange("\(row.count)", "1 to \(Limits.networkUnits)", at: line.label(token)))
    }
    if let count, row.count != count {
      throw Fault(.rowOfOtherLength(row.count, what, count, at: line.label(token)))
    }
    return row
  }

  private static func text(_ bytes: Substring.UTF8View) -> String { String(Substring(bytes)) }
}

extension Diagnostic {
  static func rowOfOtherLength(
    _ found: Int, _ what: String, _ count: Int, at place: Label
  ) -> Diagnostic {
    Diagnostic(
      code: "E169", headline: "a row of \(found) numbers for \(count) \(what)",
      primary: place.saying("needs a number for each"),
      help: "fit the network anew with `assay rules weigh`")
  }
}
