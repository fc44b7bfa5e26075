import Foundation

/// Holds JSON against the part of JSON Schema 2020-12 that our schemas use.
struct SchemaValidator {
  /// A keyword that it does not know, so that no part of a schema goes unheeded.
  struct UnknownKeyword: Error, Hashable {
    let keyword: String
  }

  /// What says nothing about validity.
  private static let annotations: Set = ["$schema", "$id", "$defs", "title", "description"]
  private static let known: Set = [
    "$ref", "type", "properties", "required", "additionalProperties", "enum", "const", "pattern",
    "items", "minimum", "maximum", "minItems", "minLength",
  ]

  private let root: JSONValue

  /// Takes a schema whose keywords it knows.
  init(_ schema: JSONValue) throws {
    root = schema
    try Self.check(schema)
  }

  /// What is wrong with a value, each with its path; nothing if it is valid.
  func faults(of value: JSONValue) -> [String] { faults(of: value, by: root, at: "$") }

  private static func check(_ schema: JSONValue) throws {
    guard case .object(let members) = schema else { return }
    for keyword in members.keys where !known.union(annotations).contains(keyword) {
      throw UnknownKeyword(keyword: keyword)
    }
    for group in ["properties", "$defs"] {
      guard case .object(let schemas)? = members[group] else { continue }
      for schema in schemas.values { try check(schema) }
    }
    for keyword in ["items", "additionalProperties"] {
      if let schema = members[keyword] { try check(schema) }
    }
  }

  private func faults(of value: JSONValue, by schema: JSONValue, at path: String) -> [String] {
    if case .bool(let allowed) = schema { return allowed ? [] : ["\(path) may not be there"] }
    var faults: [String] = []
    if let target = schema["$ref"]?.text {
      guard let referred = resolve(target) else { return ["\(path): no \(target)"] }
      faults += self.faults(of: value, by: referred, at: path)
    }
    if let type = schema["type"]?.text, !Self.isOf(type, value) {
      return faults + ["\(path) is no \(type)"]
    }
    if let constant = schema["const"], constant != value { faults.append("\(path) is another") }
    if let allowed = schema["enum"], !allowed.items.contains(value) {
      faults.append("\(path) is none of the words")
    }
    switch value {
    case .string(let text): faults += self.faults(of: text, by: schema, at: path)
    case .number(let number): faults += self.faults(of: number, by: schema, at: path)
    case .array(let items): faults += self.faults(of: items, by: schema, at: path)
    case .object(let members): faults += self.faults(of: members, by: schema, at: path)
    case .null, .bool: break
    }
    return faults
  }

  private func faults(of text: String, by schema: JSONValue, at path: String) -> [String] {
    var faults: [String] = []
    if let pattern = schema["pattern"]?.text {
      let isMet = (try? Regex(pattern)).map { text.contains($0) } ?? false
      if !isMet { faults.append("\(path) does not match \(pattern)") }
    }
    if case .number(let least)? = schema["minLength"], Double(text.unicodeScalars.count) < least {
      faults.append("\(path) is too short")
    }
    return faults
  }

  private func faults(of number: Double, by schema: JSONValue, at path: String) -> [String] {
    var faults: [String] = []
    if case .number(let least)? = schema["minimum"], number < least {
      faults.append("\(path) is below \(least)")
    }
    if case .number(let most)? = schema["maximum"], number > most {
      faults.append("\(path) is above \(most)")
    }
    return faults
  }

  private func faults(of items: [JSONValue], by schema: JSONValue, at path: String) -> [String] {
    var faults: [String] = []
    if case .number(let least)? = schema["minItems"], Double(items.count) < least {
      faults.append("\(path) has too few")
    }
    guard let inner = schema["items"] else { return faults }
    for (place, item) in items.enumerated() {
      faults += self.faults(of: item, by: inner, at: "\(path)[\(place)]")
    }
    return faults
  }

  private func faults(
    of members: [String: JSONValue], by schema: JSONValue, at path: String
  ) -> [String] {
    var faults: [String] = []
    for key in schema["required"]?.items.compactMap(\.text) ?? [] where members[key] == nil {
      faults.append("\(path) lacks \(key)")
    }
    for (key, value) in members {
      if let inner = schema["properties"]?[key] {
        faults += self.faults(of: value, by: inner, at: "\(path).\(key)")
      } else if let other = schema["additionalProperties"] {
        faults += self.faults(of: value, by: other, at: "\(path).\(key)")
      }
    }
    return faults
  }

  private func resolve(_ target: String) -> JSONValue? {
    guard target.hasPrefix("#/") else { return nil }
    var schema: JSONValue? = root
    for step in target.dropFirst(2).split(separator: "/") { schema = schema?[String(step)] }
    return schema
  }

  private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool),
      ("number", .number), ("null", .null):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
