import Expectations
import Foundation
import Reporting
import Testing

/// A fault put into a valid report.
struct Mutation: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let path: String
  let change: @Sendable (inout JSONValue) -> Void

  init(_ name: String, at path: String, _ change: @escaping @Sendable (inout JSONValue) -> Void) {
    testDescription = name
    self.path = path
    self.change = change
  }

  init(_ name: String, at path: String, is value: JSONValue) {
    self.init(name, at: path) { $0 = value }
  }

  func applied(to report: JSONValue) -> JSONValue {
    report.changing(path.split(separator: ".").map(String.init), change)
  }

  static let all: [Mutation] = [
    Mutation("a company without a score", at: "companies.0") { $0["score"] = nil },
    Mutation("a report without limits", at: "") { $0["limits"] = nil },
    Mutation("an article without a digest", at: "articles.0") { $0["digest"] = nil },
    Mutation("a contribution without its derivation", at: "companies.0.contributions.0") {
      $0["derivation"] = nil
    },
    Mutation("a key too many in the report", at: "") { $0["verdict"] = .string("guilty") },
    Mutation("a key too many in a quote", at: "companies.0.findings.0.quotes.0") {
      $0["note"] = .string("")
    },
    Mutation("a score of 101", at: "companies.0.score", is: .number(101)),
    Mutation("a score below nothing", at: "companies.0.score", is: .number(-0.01)),
    Mutation("a score as text", at: "companies.0.score", is: .string("17.06")),
    Mutation("a relief that adds", at: "companies.0.relief", is: .number(0.5)),
    Mutation("an unknown stance", at: "companies.0.findings.0.stance", is: .string("rumoured")),
    Mutation("a short digest", at: "articles.0.digest", is: .string("abc")),
    Mutation("a digest in capitals", at: "rules.digest") {
      $0 = .string(($0.text ?? "").uppercased())
    },
    Mutation("a thirteenth month", at: "asOf", is: .string("2026-13-01")),
    Mutation("a date with a time", at: "asOf", is: .string("2026-11-21T00:00:00Z")),
    Mutation("a day that is null", at: "companies.0.peakDay", is: .null),
    Mutation("another version", at: "schemaVersion", is: .string("2.0")),
    Mutation("another tool", at: "tool.name", is: .string("other")),
    Mutation("a finding that is gone and there", at: "companies.0.findings.0.baseline") {
      $0 = .string("gone")
    },
    Mutation("a finding without a quote", at: "companies.0.findings.0.quotes", is: .array([])),
    Mutation("an offset before the text", at: "companies.0.findings.0.quotes.0.evidence.0.start") {
      $0 = .number(-1)
    },
    Mutation("a line 0", at: "companies.0.findings.0.quotes.0.evidence.0.line", is: .number(0)),
    Mutation("half a day", at: "companies.0.contributions.0.derivation.ageDays", is: .number(1.5)),
    Mutation("a yes as 1", at: "companies.0.findings.0.denied", is: .number(1)),
    Mutation("an id with capitals", at: "companies.0.id", is: .string("Meta")),
    Mutation("a company without a name", at: "companies.0.name", is: .string("")),
    Mutation("a constant that is no number", at: "rules.constants.alleged", is: .string("half")),
    Mutation("a factor in binary floating point", at: "rules.constants.alleged", is: .number(0.5)),
    Mutation("languages that are no list", at: "articles.0.languages", is: .string("en")),
    Mutation("an unattributed lead with a name", at: "unattributed.0") {
      $0["name"] = .string("Someone")
    },
    Mutation("a suppression without a reason", at: "suppressed.0.because", is: .string("")),
    Mutation("bands that are missing", at: "rules.bands", is: .array([])),
  ]
}

@Suite struct `The published schema` {
  private static func read(_ url: URL) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: try Data(contentsOf: url))
  }

  private static func schema() throws -> JSONValue {
    try read(Sample.file("Reports/audit.schema.json"))
  }

  private static func report() throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: try JSONReport.data(try Sample.whole()))
  }

  @Test func `accepts a report that has every part`() throws {
    let validator = try SchemaValidator(try Self.schema())
    #expect(validator.faults(of: try Self.report()).isEmpty)
  }

  @Test func `accepts a report of nothing`() throws {
    let report = try JSONReport.data(try Sample.report([]))
    let value = try JSONDecoder().decode(JSONValue.self, from: report)
    #expect(try SchemaValidator(try Self.schema()).faults(of: value).isEmpty)
  }

  @Test(arguments: Mutation.all)
  func `refuses`(_ mutation: Mutation) throws {
    let report = try Self.report()
    let mutant = mutation.applied(to: report)
    #expect(mutant != report, "nothing was changed")
    #expect(!(try SchemaValidator(try Self.schema()).faults(of: mutant)).isEmpty)
  }

  /// A key that the schema does not name, or an object that is open, would let a report drift.
  @Test func `is closed, versioned, and documents every definition but plain words`() throws {
    let schema = try Self.schema()
    #expect(schema["$id"]?.text == "https://assay.invalid/schema/audit/1.0")
    #expect(schema["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
    guard case .object(let definitions)? = schema["$defs"] else {
      Issue.record("there are no definitions")
      return
    }
    for (name, definition) in definitions where definition["type"]?.text == "object" {
      #expect(definition["additionalProperties"] == .bool(false), "\(name) is open")
      #expect(definition["description"] != nil, "\(name) is not described")
    }
  }

  /// Our validator is small; another one must come to the same on every report and mutant.
  @Test(.enabled(if: PythonSchema.isThere, "python3 with jsonschema is not here"))
  func `says the same to another validator`() throws {
    let report = try Self.report()
    let values = [report] + Mutation.all.map { $0.applied(to: report) }
    let validator = try SchemaValidator(try Self.schema())
    let ours = values.map { validator.faults(of: $0).isEmpty }
    let theirs = try PythonSchema.verdicts(on: values, by: try Self.schema())
    #expect(ours == theirs)
  }
}

/// The `jsonschema` package of Python, where it is there.
enum PythonSchema {
  static let isThere: Bool = {
    (try? run("import jsonschema\njsonschema.Draft202012Validator\nprint('yes')", with: Data()))
      .map { String(decoding: $0, as: UTF8.self).contains("yes") } ?? false
  }()

  /// Whether each value is valid.
  static func verdicts(on values: [JSONValue], by schema: JSONValue) throws -> [Bool] {
    let program = """
      import json, sys, jsonschema
      given = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(given["schema"])
      validator = jsonschema.Draft202012Validator(given["schema"])
      print(json.dumps([validator.is_valid(value) for value in given["values"]]))
      """
    let given = JSONValue.object(["schema": schema, "values": .array(values)])
    let output = try run(program, with: try JSONEncoder().encode(given))
    return try JSONDecoder().decode([Bool].self, from: output)
  }

  private static func run(_ program: String, with input: Data) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return output
  }
}
