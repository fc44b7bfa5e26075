import Findings
import PhraseMatching
import RuleCompilation
import Testing

@Suite struct `Patterns` {
  static let vocabularies = """
    language ko "한국어" {
      script hangul
      bounded left
    }
    language en "English" {
      script latin
      negates "not" reaches 4 words after
      negates "never" reaches 4 words after
      negates "not" reaches 2 words before
      retracts "is untrue" reaches sentence before
      joins "and", ",", "as well as"
      ends "!", "...", "?"
      refers "the firm"
      refers kind retailer "the retailer"
      refers seat NL "Dutch"
      omits subject
      organisation ends "Inc." after "the app"
    }
    vocabulary sue "Sues" {
      en: "sues"
    }
    vocabulary accuse "Accuses" {
      en: "accuses"
    }

    """

  private func frame(_ text: String, _ language: String = "en") throws -> (Pattern, RuleSet) {
    let compilation = compiled(
      Self.vocabularies + "extend language \(language) {\n  frame \"\(text)\"\n}\n")
    #expect(errors(compilation) == [])
    let rules = try #require(compilation.ruleSet)
    let row = language == "ko" ? 0 : 1
    return (try #require(rules.languages[row].frames.first), rules)
  }

  /// The elements as text: roles in brackets, concepts by their spellings.
  private func elements(_ pattern: Pattern, _ rules: RuleSet) -> [String] {
    pattern.elements.map { element in
      switch element {
      case .role(let name): "[\(name)]"
      case .money: "<money>"
      case .number: "<number>"
      case .concepts(let concepts, let negated):
        (negated ? "not " : "")
          + concepts.flatMap { rules.phrases(of: rules.concepts[$0.row].id) }.joined(separator: "|")
      }
    }
  }

  @Test(arguments: [
    ("[accuser] ..3 {sue|accuse} .. [actor]", ["[accuser]", "sues|accuses", "[actor]"], [3, 4]),
    ("[has|had] {sue} [actor]", ["has|had", "sues", "[actor]"], [0, 0]),
    ("[posts|clips] on ..2 [host]", ["posts on|clips on", "[host]"], [2]),
    ("[accuser] v. [actor]", ["[accuser]", "v.*", "[actor]"], [0, 0]),
    ("[actor] ..1 <money>", ["[actor]", "<money>"], [1]),
  ])
  func `of a language are read from a text`(_ text: String, _ parts: [String], _ gaps: [Int])
    throws
  {
    let (pattern, rules) = try frame(text)
    #expect(elements(pattern, rules) == parts)
    #expect(pattern.gaps == gaps.map { .some($0) })
    #expect(pattern.order == .order && pattern.scope == .sentences(1))
  }

  @Test func `need no word boundary where words touch a slot`() throws {
    let (pattern, rules) = try frame("[accuser]는 ..6 [actor]를 상대로", "ko")
    #expect(elements(pattern, rules) == ["[accuser]", "*는*", "[actor]", "*를 상대로*"])
    let (other, same) = try frame("[actor] 상대로", "ko")
    #expect(elements(other, same) == ["[actor]", "상대로*"])
  }

  @Test func `of a signal are read from their line`() throws {
    let compilation = compiled(
      Self.vocabularies + """
        signal s in c {
          title "S"
          severity 8
          half-life 730 days
          match near not {sue} "books" | "songs" <number> firm within 2 sentences
          match order [actor] .. {sue|accuse} ..6 "books" weak stance alleged
          unless near {accuse} within paragraph
          requires {sue} within article
        }
        """)
    #expect(errors(compilation) == [])
    let rules = try #require(compilation.ruleSet)
    let signal = rules.signals[0]
    #expect(elements(signal.matches[0], rules) == ["not sues", "books|songs", "<number>"])
    #expect(signal.matches.map(\.gaps) == [[nil, nil], [nil, 6]])
    #expect(
      signal.matches.map(\.text) == [
        "near not {sue} \"books\" | \"songs\" <number> within 2 sentences firm",
        "order [actor] .. {sue|accuse} ..6 \"books\" within sentence weak stance alleged",
      ])
    #expect(signal.matches[1].stance == .alleged && signal.matches[1].weak)
    #expect(signal.exclusions.map(\.scope) == [.paragraph])
    #expect(signal.requirements.map(\.scope) == [.article])
  }

  @Test func `of no signal are lost with one that is faulty`() throws {
    let compilation = compiled(
      "signal s in c {\n  title \"S\"\n  severity 8\n  half-life 9 days\n  match near {nothing}\n"
        + "  match near \"leak\"\n}\n")
    #expect(errors(compilation) == ["E120"])
    #expect(compilation.ruleSet?.signals.first?.matches.count == 1)
  }

  @Test func `and lists of a language are where the engine looks for them`() throws {
    let rules = try #require(compiled(Self.vocabularies).ruleSet)
    let english = rules.languages[1]
    #expect(english.negations.map(\.extent) == [.wordsAfter(4), .wordsBefore(2)])
    #expect(
      english.negations.map { rules.concepts[$0.concept.row].id } == [
        "en.negates.1", "en.negates.2",
      ])
    #expect(rules.phrases(of: "en.negates.1") == ["not", "never"])
    #expect(english.retractions.map(\.extent) == [.sentenceBefore])
    #expect(english.joinMarks == [","])
    #expect(rules.phrases(of: "en.joins") == ["and", "as well as"])
    #expect(english.ends == ["...", "!", "?"])
    #expect(rules.phrases(of: "en.references.kind.retailer") == ["the retailer"])
    #expect(english.seatWords.keys.sorted() == ["NL"])
    #expect(english.omitsSubject && english.bounded == .both)
    #expect(rules.phrases(of: "en.organisation.ends") == ["inc.*"])
  }

  @Test func `order stances from the firmest, and signals by id`() throws {
    let rules = try #require(
      compiled(
        """
        stance planned {
          firmness 1
          cue any: "plans"
        }
        stance confirmed {
          firmness 3
        }
        stance cleared {
          firmness 0
        }
        signal b in c {
        }
        signal a in c {
        }
        """
      ).ruleSet)
    #expect(rules.stanceCues.map(\.stance) == [.confirmed, .planned, .cleared])
    #expect(rules.signals.map(\.id) == ["a", "b"])
  }

  @Test(arguments: [
    ("stance alleged", "weighs 9 {v}\n  suffices against 12", -12, []),
    ("stance alleged", "weighs 9 {v}\n  suffices 0", 0, []),
    ("flag denied", "weighs 9 {v}\n  suffices 12", 12, []),
    ("flag denied", "suffices 12", nil, ["E157"]), ("flag denied", "weighs 9 {v}", nil, ["E156"]),
    ("flag denied", "weighs 9 {v}\n  suffices 1\n  suffices 2", 1, ["E103"]),
    ("stance alleged", "weighs 9 {v}\n  beside {v}\n  suffices 1", 1, ["E101"]),
  ])
  func `of stances and denials have scorecards that may begin above 0`(
    _ head: String, _ lines: String, _ suffices: Int?, _ codes: [String]
  ) {
    let firmness = head.hasPrefix("stance") ? "  firmness 2\n" : ""
    let result = compiled(
      "vocabulary v \"v\" {\n  any: \"v\"\n}\n\(head) {\n\(firmness)  \(lines)\n}\n")
    #expect(errors(result) == codes)
    guard let rules = result.ruleSet else { return }
    #expect(
      (rules.stanceCues.first?.scorecard ?? rules.denialCues.scorecard)?.threshold == suffices)
  }

  @Test(arguments: [
    ("within \(Limits.scopeWords) words", []), ("within \(Limits.scopeWords + 1) words", ["E132"]),
    ("within \(Limits.scopeSentences) sentences", []),
    ("within \(Limits.scopeSentences + 1) sentences", ["E132"]),
    ("beside risk", []), ("beside {v}", ["E120"]), ("beside \"a\"", ["E102"]),
    ("beside risk beside risk", ["E102"]),
    (String(repeating: "\"x\" ", count: Limits.patternElements - 1), []),
    (String(repeating: "\"x\" ", count: Limits.patternElements), ["E134"]),
  ])
  func `reach as far as their limits and no farther`(_ rest: String, _ codes: [String]) {
    let header = "signal s in c {\n  title \"S\"\n  severity 8\n  half-life 9 days\n"
    #expect(errors(compiled(header + "  match near \"a\" \(rest)\n}\n")) == codes)
  }

  @Test func `have names of as many words as authorities need`() {
    func name(_ words: Int) -> [String] {
      let text = Array(repeating: "a", count: words).joined(separator: " ")
      return errors(compiled("company c \"C\" {\n  alias any: \"\(text)\"\n}\n"))
    }
    #expect(name(Limits.nameWords) == [])
    #expect(name(Limits.nameWords + 1) == ["E162"])
  }
}
