import Diagnostics
import Findings
import PhraseMatching
import RuleCompilation
import RuleLanguage
import SourceText
import Testing

@Suite struct `Names` {
  static let english = """
    language en "English" {
      script latin
      recognised "the", "orange"
    }
    vocabulary fruit "Fruit" {
      en: "apple(s)"
      any: "ChatGPT"
    }
    stance alleged {
      includes fruit
    }

    """

  private func spelling(_ name: String, _ guarding: String = "") throws -> Phrase.Spelling? {
    let compilation = compiled(Self.english + "company c \"\(name)\" {\n\(guarding)}\n")
    #expect(errors(compilation) == [])
    let rules = try #require(compilation.ruleSet)
    return rules.senses.firstIndex { $0.contains(.name(NameID(0))) }
      .map { rules.phrases.phrases[$0].spelling }
  }

  @Test func `fold case unless they are words, short or guarded`() throws {
    #expect(try spelling("Google") == .any)
    #expect(try spelling("Apple") == .asWritten(Array("Apple".utf8)))
    #expect(try spelling("Orange") == .asWritten(Array("Orange".utf8)))
    #expect(try spelling("Apple Pay") == .any)
    #expect(try spelling("ChatGPT") == .any)
    #expect(try spelling("KT") == .asWritten(Array("KT".utf8)))
    #expect(try spelling("Coca Cola") == .any)
    // A word of one letter is what an apostrophe leaves of others, an acronym a syllable of too many.
    #expect(try spelling("X Corp") == .asWritten(Array("X Corp".utf8)))
    #expect(try spelling("UPS") == .asWritten(Array("UPS".utf8)))
    #expect(
      try spelling("Meta", "  guard \"Meta\" not before \"tag\"\n")
        == .asWritten(Array("Meta".utf8)))
    #expect(try spelling("메타", "  guard \"메타\" not before \"버스\"\n") == .any)
  }

  @Test func `have boundaries by their script`() throws {
    let rules = try #require(
      compiled("company c \"SK텔레콤\" {\n  alias ko: \"카카오\" ja: \"楽天\" any: \"C&A\"\n}\n").ruleSet)
    #expect(rules.senses.indices.map { rules.text(of: $0) } == ["sk텔레콤*", "카카오*", "*楽天*", "c&a"])
  }

  @Test func `hold while the dates say so`() throws {
    let rules = try #require(
      compiled(
        """
        company meta "Meta" {
          former any: "Facebook, Inc." to 2021-10-28
          owns product any: "Giphy" from 2020-05-15 to 2023-06-23
          owns product any: "Llama" from 2023-02
          person any: "Chris Cox" role "product chief" from 2020 to 2024
        }
        """
      ).ruleSet)
    let spans = rules.names.map {
      "\($0.text) \($0.from?.description ?? "") \($0.to?.description ?? "")"
    }
    #expect(
      spans == [
        "Meta  ", "Facebook, Inc.  2021-10-28", "Giphy 2020-05-15 2023-06-23",
        "Llama 2023-02-01 ", "Chris Cox 2020-01-01 2024-12-31",
      ])
    let giphy = rules.names[2]
    #expect(giphy.holds(on: Day("2023-06-23")))
    #expect(!giphy.holds(on: Day("2023-06-24")))
    #expect(rules.companies[0].aliases == ["meta", "facebook, inc."])
  }

  @Test func `may pass from one company to another, but not be shared`() {
    func owners(_ end: String, _ start: String) -> [String] {
      errors(
        compiled(
          "company a \"A\" {\n  owns product any: \"Giphy\" to \(end)\n}\n"
            + "company b \"B\" {\n  owns product any: \"Giphy\" from \(start)\n}\n"))
    }
    #expect(owners("2023-06-23", "2023-06-24") == [])
    #expect(owners("2023-06-23", "2023-06-23") == ["E111"])
  }

  @Test func `carry all guards that are given for them`() throws {
    let compilation = compiled(
      """
      company x "X" {
        guard "X" not before "ray" needs near "Musk", "Twitter" within article
      }
      extend company x {
        guard "X" not initial
        guard "X" not after "(", "space(s)"
      }
      """)
    #expect(errors(compilation) == [])
    let guards = try #require(compilation.ruleSet).names[0].guards
    #expect(guards.count == 4)
    if case .adjacent(let texts, let after, let needs, _) = guards[3] {
      #expect(texts == ["(", "space", "spaces"].map { Array($0.utf8) } && !after && !needs)
    } else {
      Issue.record("expected texts before the name")
    }
    if case .adjacent(let texts, let after, let needs, _) = guards[0] {
      #expect(texts == [Array("ray".utf8)] && after && !needs)
    } else {
      Issue.record("expected a text beside the name")
    }
    if case .near(_, let scope, let needs) = guards[1] {
      #expect(scope == .article && needs)
    } else {
      Issue.record("expected a text near the name")
    }
  }

  @Test func `of bodies are words of the vocabulary of their kind`() throws {
    let rules = try #require(
      compiled(
        """
        vocabulary regulator "Regulators" {
        }
        vocabulary authority "Authorities" {
          includes regulator
        }
        body cnil "Cnil" is regulator {
          alias fr: "le gendarme des données"
        }
        """
      ).ruleSet)
    #expect(rules.phrases(of: "regulator") == ["cnil", "le gendarme des données"])
    #expect(rules.phrases(of: "authority") == rules.phrases(of: "regulator"))
  }
}

@Suite struct `Vocabularies` {
  @Test func `give their words to all that include them, exceptions too`() throws {
    let rules = try #require(
      compiled(
        """
        vocabulary a "A" {
          includes b
        }
        vocabulary b "B" {
          includes c
          any: "bee"
        }
        vocabulary c "C" {
          any: "sea"
          except any: "sea level"
        }
        stance alleged {
          includes a
        }
        """
      ).ruleSet)
    #expect(rules.phrases(of: "a") == ["bee", "sea"])
    #expect(rules.phrases(of: "stance.alleged") == ["bee", "sea"])
    for id in ["a", "b", "c", "stance.alleged"] {
      let concept = try #require(rules.concepts.first { $0.id == id })
      let exceptions = try #require(concept.exceptions)
      #expect(rules.phrases(of: rules.concepts[exceptions.row].id) == ["sea level"])
    }
  }

  @Test func `are extended from any file, whatever the order`() throws {
    let files = [
      "extend vocabulary v {\n  en: \"one\"\n}\n",
      "vocabulary v \"V\" {\n}\nflag denied {\n  includes v\n}\n",
      "extend language en {\n  recognised \"the\"\n}\nextend flag denied {\n  cue en: \"two\"\n}\n",
      "language en \"English\" {\n  script latin\n}\n",
    ]
    for turn in files.indices {
      let order = files[turn...] + files[..<turn]
      let compilation = compile(
        sources: order.enumerated().map {
          .init(path: "\($0.offset)", bytes: Array($0.element.utf8))
        })
      #expect(compilation.diagnostics == [])
      let rules = try #require(compilation.ruleSet)
      #expect(rules.phrases(of: "v") == ["one"])
      #expect(Set(rules.phrases(of: "flag.denied")) == ["one", "two"])
      #expect(rules.phrases(of: "en.recognised") == ["the"])
    }
  }
}
