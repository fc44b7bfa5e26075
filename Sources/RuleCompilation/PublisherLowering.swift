import Diagnostics
import RuleLanguage

extension Compiler {
  /// Lowers the publishers; a host belongs to one of them.
  mutating func lowerPublishers() -> [Publisher] {
    var hosts: [String: Diagnostic.Label] = [:]
    return symbols[.publisher].enumerated().map { row, declaration in
      var collection = NameCollection(bearer: .publisher(PublisherID(row)))
      let name = header(of: declaration, into: &collection)
      var publisher = Publisher(
        id: declaration.id, name: name, hosts: [], group: name, weight: nil)
      var once = Once()
      each(declaration.lines) { (compiler, line) throws(Fault) in
        var arguments = line.arguments
        switch line.keyword {
        case "alias":
          return try compiler.lowerNames(line, manner: .alias, &arguments, into: &collection)
        case "host":
          for string in try arguments.needStrings() {
            let host = string.text.lowercased()
            if let first = hosts[host] {
              throw Fault(.sharedHost(host, first: first, at: line.label(string)))
            }
            hosts[host] = line.label(string)
            publisher.hosts.append(host)
          }
        case "group":
          try once.note(line)
          publisher.group = try arguments.need(.string, "the owner's name in quotes").text
        case "weight":
          try once.note(line)
          publisher.weight = try arguments.needDecimal(upTo: 1, "a number from 0 to 1")
        case "guard": return collection.keep(guard: line)
        default: throw compiler.unknownStatement(line)
        }
        try arguments.needEnd()
      }
      finish(collection)
      return publisher
    }
  }
}

extension Diagnostic {
  static func sharedHost(_ host: String, first: Label, at place: Label) -> Diagnostic {
    Diagnostic(
      code: "E112", headline: "host \"\(host)\" is given twice",
      primary: place.saying("given again here"), secondary: [first.saying("first given here")],
      help: "leave it to one publisher")
  }
}
