import Foundation

/// JSON as it stands, so that a test can look at it and change it.
indirect enum JSONValue: Codable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// What stands under a key.
  subscript(key: String) -> JSONValue? {
    get { if case .object(let members) = self { members[key] } else { nil } }
    set {
      guard case .object(var members) = self else { return }
      members[key] = newValue
      self = .object(members)
    }
  }

  /// The value with what stands at a path changed: keys, and places in lists as numbers.
  func changing(
    _ path: some Collection<String>, _ change: (inout JSONValue) -> Void
  ) -> JSONValue {
    var copy = self
    guard let step = path.first else {
      change(&copy)
      return copy
    }
    switch self {
    case .object(var members):
      guard let member = members[step] else { return self }
      members[step] = member.changing(path.dropFirst(), change)
      copy = .object(members)
    case .array(var items):
      guard let place = Int(step), items.indices.contains(place) else { return self }
      items[place] = items[place].changing(path.dropFirst(), change)
      copy = .array(items)
    default: break
    }
    return copy
  }

  /// The items of a list.
  var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
  /// The text, if it is one.
  var text: String? { if case .string(let text) = self { text } else { nil } }
}
