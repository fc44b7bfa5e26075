// swift-tools-version: 6.3
import PackageDescription

// Every module is built alike: Swift 6 language mode (below), no warning survives, and what a module
// imports is its own affair and not its importers'.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, imports: [String] = [], exclude: [String] = []) -> Target {
  .target(
    name: name, dependencies: imports.map { .byName(name: $0) }, exclude: exclude,
    swiftSettings: house)
}

func tests(of name: String, using imports: [String] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "Expectations"] + imports).map { .byName(name: $0) },
    exclude: exclude, swiftSettings: house)
}

// The modules in the order in which data flows; each may import those above it, never one below.
let package = Package(
  name: "assay",
  products: [.executable(name: "assay", targets: ["assay"])],
  targets: [
    // MARK: Text and its faults
    module("SourceText"),
    module("Diagnostics", imports: ["SourceText"]),

    // MARK: Rules
    module("RuleLanguage", imports: ["SourceText", "Diagnostics"]),
    module("PhraseMatching", imports: ["SourceText"]),
    module("Findings", imports: ["SourceText"]),
    // The folder Rules as a module, written anew at every build: Sources/RuleEmbedding says how.
    .target(name: "ShippedRules", swiftSettings: house, plugins: ["RuleEmbedding"]),
    .plugin(
      name: "RuleEmbedding", capability: .buildTool(), dependencies: ["embed-rules"],
      path: "Sources/RuleEmbedding"),
    .executableTarget(name: "embed-rules", path: "Sources/EmbedRules", swiftSettings: house),
    module(
      "RuleCompilation",
      imports: [
        "SourceText", "Diagnostics", "RuleLanguage", "PhraseMatching", "Findings", "ShippedRules",
      ]),

    // MARK: Articles
    module("ArticleReading", imports: ["SourceText"]),
    module(
      "Auditing",
      imports: ["SourceText", "PhraseMatching", "Findings", "RuleCompilation", "ArticleReading"]),

    // MARK: Scores and reports
    module("Scoring", imports: ["SourceText", "Findings", "RuleCompilation"]),
    module(
      "Evaluation",
      imports: ["SourceText", "Findings", "RuleCompilation", "ArticleReading", "Auditing"]),
    module("Reporting", imports: ["SourceText", "Findings", "RuleCompilation", "Scoring"]),

    // MARK: The command line
    .executableTarget(
      name: "assay",
      dependencies: [
        "SourceText", "Diagnostics", "RuleLanguage", "PhraseMatching", "Findings",
        "RuleCompilation", "ArticleReading", "Auditing", "Scoring", "Evaluation", "Reporting",
      ],
      swiftSettings: house),

    // MARK: Tests, in the same order
    .target(name: "Expectations", path: "Tests/Expectations", swiftSettings: house),
    tests(of: "SourceText"),
    tests(of: "Diagnostics", using: ["SourceText"], exclude: ["Fixtures"]),
    tests(of: "RuleLanguage", using: ["SourceText", "Diagnostics"], exclude: ["Fixtures"]),
    tests(of: "PhraseMatching", using: ["SourceText"]),
    tests(of: "Findings", using: ["SourceText"]),
    tests(
      of: "RuleCompilation",
      using: ["SourceText", "Diagnostics", "RuleLanguage", "PhraseMatching", "Findings"],
      exclude: ["Fixtures"]),
    tests(of: "ArticleReading", using: ["SourceText"]),
    tests(
      of: "Auditing",
      using: [
        "SourceText", "Diagnostics", "RuleLanguage", "PhraseMatching", "Findings",
        "RuleCompilation", "ArticleReading",
      ]),
    tests(
      of: "Scoring", using: ["SourceText", "Findings", "RuleCompilation", "PhraseMatching"],
      exclude: ["Fixtures"]),
    tests(
      of: "Evaluation",
      using: ["SourceText", "Findings", "RuleCompilation", "ArticleReading", "Auditing"]),
    tests(
      of: "Reporting",
      using: ["SourceText", "Findings", "RuleCompilation", "PhraseMatching", "Scoring"],
      exclude: ["Fixtures"]),
    // The built binary, its exit codes and what it prints.
    .testTarget(
      name: "CommandLineTests", dependencies: ["assay", "Expectations", "SourceText"],
      exclude: ["Fixtures"], swiftSettings: house),
    // The shipped rules: their examples, their breadth, what they may not contain.
    .testTarget(
      name: "RulesTests",
      dependencies: [
        "SourceText", "Diagnostics", "RuleLanguage", "PhraseMatching", "Findings",
        "RuleCompilation", "ArticleReading", "Auditing", "Evaluation", "Expectations",
      ], swiftSettings: house),
    // The style of the house, as a test.
    .testTarget(name: "TidyTests", dependencies: ["Expectations"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
