import Foundation

/// Writes the rule files of a folder into a Swift file: `embed-rules RULES OUTPUT STAMP`.
///
/// The output is written only if it differs, so that nothing is compiled anew for nothing. The stamp is
/// written each time: it is an input of the build command too, which therefore runs at every build, and
/// sees files that were added below `RULES` since the build was planned.
@main
struct EmbedRules {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else {
      throw EmbedError("usage: embed-rules RULES OUTPUT STAMP")
    }
    let output = URL(filePath: arguments[2])
    // The enumerator follows no links, not even where it begins.
    let rules = URL(filePath: arguments[1]).resolvingSymlinksInPath()
    let written = Data(try source(of: rules).utf8)
    if (try? Data(contentsOf: output)) != written {
      try written.write(to: output, options: .atomic)
    }
    try Data().write(to: URL(filePath: arguments[3]), options: .atomic)
  }

  /// The Swift file that holds the rule files below `folder`.
  private static func source(of folder: URL) throws -> String {
    guard let walk = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
    else { throw EmbedError("\(folder.path()) cannot be listed") }
    var paths: [String] = []
    while let path = walk.nextObject() as? String {
      if path.hasSuffix(".rules") { paths.append(path) }
    }
    if paths.isEmpty { throw EmbedError("no rule files below \(folder.path())") }
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var lines = ["let embeddedFiles: [ShippedRuleFile] = ["]
    for path in paths {
      let bytes = try Data(contentsOf: folder.appending(path: path))
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw EmbedError("\(path) is not UTF-8")
      }
      lines.append(
        "  ShippedRuleFile(path: \(literal("Rules/\(path)")), text: \(literal(text))),")
    }
    return (lines + ["]", ""]).joined(separator: "\n")
  }

  /// A text as a literal on one line: an array of bytes would take minutes to compile.
  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\\(scalar)"
      case "\n": literal += "\\n"
      case let scalar where scalar.value < 0x20 || scalar.value == 0x7F:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}

/// Why the rules could not be embedded.
struct EmbedError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
