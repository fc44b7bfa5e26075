import Diagnostics
import Foundation
import RuleCompilation
import SourceText
import Testing

@Suite struct `The rules that ship` {
  @Test func `compile without an error, so that no term has more than six words`() {
    let errors = Shipped.compilation.diagnostics.filter { $0.severity == .error }
    #expect(errors.map { "\($0.primary.file): \($0.code) \($0.headline)" } == [])
    #expect(Limits.termWords == 6)
  }

  @Test func `are the ones that the program carries`() throws {
    #expect(!Shipped.sources.isEmpty)
    #expect(digest(of: embeddedRules) == digest(of: Shipped.sources))
    #expect(try Shipped.rules().digest == digest(of: embeddedRules))
  }

  @Test func `know the companies that such news is about`() throws {
    let rules = try Shipped.rules()
    #expect(rules.companies.count >= 250)
    func companies(with isWanted: (Name) -> Bool) -> Int {
      var found: Set<CompanyID> = []
      for name in rules.names where isWanted(name) {
        if case .company(let id) = name.bearer { found.insert(id) }
      }
      return found.count
    }
    #expect(companies { $0.manner == .product } >= 80)
    #expect(companies { $0.manner == .product && ($0.from != nil || $0.to != nil) } >= 40)
    for seat in ["US", "KR", "FR", "NL", "DE", "ES", "JP", "CN"] {
      #expect(rules.companies.contains { $0.seats.contains(seat) }, "none from \(seat)")
    }
  }

  @Test func `know the bodies that decide and the publishers that report`() throws {
    let rules = try Shipped.rules()
    #expect(rules.bodies.count >= 60)
    #expect(rules.bodies.contains { $0.kind == "regulator" })
    #expect(rules.bodies.contains { $0.kind == "court" })
    #expect(rules.publishers.count >= 150)
    #expect(rules.publishers.filter { !$0.hosts.isEmpty }.count >= 100)
  }

  @Test func `speak every language in which they must work`() throws {
    let declared = Set(try Shipped.rules().languages.map(\.code))
    for language in Shipped.languages { #expect(declared.contains(language)) }
  }

  @Test func `have all twenty-seven signals`() throws {
    let rules = try Shipped.rules()
    #expect(rules.signals.count == 27)
    #expect(rules.signals.count { $0.isMitigating } == 4)
    for signal in rules.signals { #expect(!signal.matches.isEmpty, "\(signal.id)") }
  }
}
