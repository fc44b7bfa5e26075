package import Diagnostics

/// What the codes of this module mean, for `assay check --explain`.
package let explanations: [Explanation] =
  statementExplanations + referenceExplanations + valueExplanations + scorecardExplanations
  + termExplanations + warningExplanations

private let statementExplanations = [
  Explanation(
    code: "E101", title: "a statement that its declaration does not have",
    text: """
      Each kind of declaration has statements of its own; the help names the nearest of them.

      wrong:  company meta "Meta" {
                alais any: "Facebook"
              }
      right:  company meta "Meta" {
                alias any: "Facebook"
              }
      """),
  Explanation(
    code: "E102", title: "a statement of the wrong form",
    text: """
      What stands on the line is not what the keyword asks for. The label says what was expected
      there, the help shows the whole form.

      wrong:  guard "Meta" not before
      right:  guard "Meta" not before "tag"
      """),
  Explanation(
    code: "E103", title: "a statement given twice",
    text: """
      Some things a declaration can have only one of.

      wrong:  severity 8
              severity 6
      right:  severity 8
      """),
  Explanation(
    code: "E110", title: "an id declared twice",
    text: """
      Ids are global, each in its own kind. What adds to a declaration, in whatever file, extends
      it.

      wrong:  company meta "Meta" {
              }
              company meta "Meta" {
                alias ko: "메타"
              }
      right:  company meta "Meta" {
              }
              extend company meta {
                alias ko: "메타"
              }
      """),
  Explanation(
    code: "E111", title: "a name of two companies",
    text: """
      A name in an article must mean one company on any day. Ownership that changed is said with
      dates.

      wrong:  owns product any: "Giphy" from 2020-05-15     (in both companies)
      right:  owns product any: "Giphy" from 2020-05-15 to 2023-06-23     (in one)
              owns product any: "Giphy" from 2023-06-24                   (in the other)
      """),
  Explanation(
    code: "E112", title: "a host of two publishers",
    text: """
      The host of an article tells its publisher, so it belongs to one.

      wrong:  host "thetimes.com"     (in two publishers)
      right:  host "thetimes.com"     (in one)
      """),
  Explanation(
    code: "E113", title: "vocabularies that include each other",
    text: """
      What a vocabulary includes may include others, but not the first one again.

      wrong:  vocabulary a "A" {
                includes b
              }
              vocabulary b "B" {
                includes a
              }
      right:  vocabulary a "A" {
                includes b
              }
              vocabulary b "B" {
              }
      """),
]

private let referenceExplanations = [
  Explanation(
    code: "E118", title: "an id that is not declared",
    text: """
      Only what is declared can be extended or shared; the only flag is denied.

      wrong:  extend publisher reuter {
              }
      right:  extend publisher reuters {
              }
      """),
  Explanation(
    code: "E119", title: "an unknown built-in element",
    text: """
      Built in are amounts of money and numbers.

      wrong:  match near {fine} <mony>
      right:  match near {fine} <money>
      """),
  Explanation(
    code: "E120", title: "an unknown vocabulary",
    text: """
      A pattern, inclusion or body names a vocabulary that no rule file declares.

      wrong:  match near {use-as-dta} {pirated}
      right:  match near {use-as-data} {pirated}
      """),
  Explanation(
    code: "E121", title: "a guard for a name that is not declared",
    text: """
      A guard belongs to a name that its declaration has, written alike.

      wrong:  alias ko: "메타"
              guard "메따" not before "버스"
      right:  alias ko: "메타"
              guard "메타" not before "버스"
      """),
  Explanation(
    code: "E122", title: "an unknown company",
    text: """
      Examples, cases and suppressions name companies by id.

      wrong:  finds en "…" -> facebook
      right:  finds en "…" -> meta
      """),
  Explanation(
    code: "E123", title: "an unknown kind of company",
    text: """
      A kind is what some language has words for, so that an article can mean the company by "the
      retailer".

      wrong:  kind retailler
      right:  kind retailer
      """),
  Explanation(
    code: "E124", title: "an unknown category",
    text: """
      What is relieved is a category that a signal of a risk is in.

      wrong:  relieves 0.3 of securty
      right:  relieves 0.3 of security
      """),
  Explanation(
    code: "E125", title: "an unknown language",
    text: """
      Terms and examples are in a language that some rule file declares, or in any.

      wrong:  em: "pirated"
      right:  en: "pirated"
      """),
  Explanation(
    code: "E126", title: "an unknown stance",
    text: """
      There are four: confirmed, alleged, planned, cleared.

      wrong:  match near {leak} stance aleged
      right:  match near {leak} stance alleged
      """),
  Explanation(
    code: "E127", title: "an unknown role",
    text: """
      Roles are actor, accuser, victim, host, recipient, reporter, excluded, outlet and speaker.
      In a frame, alternatives of words have a bar between them.

      wrong:  frame "[acuser] sued [actor]"
      right:  frame "[accuser] sued [actor]"
      """),
  Explanation(
    code: "E128", title: "an inflection that the language does not have",
    text: """
      After ~ stands a class that the language of the term declares with inflects, right behind a
      word.

      wrong:  en: "scrape~w"
      right:  en: "scrape~v"
      """),
  Explanation(
    code: "E129", title: "an unknown signal",
    text: """
      A suppression or extension names a signal that no rule file declares.

      wrong:  extend signal pirated-work {
              }
      right:  extend signal pirated-works {
              }
      """),
]

private let valueExplanations = [
  Explanation(
    code: "E130", title: "a date that is none",
    text: """
      Dates are days of the calendar, in digits. Where only the month or the year is known,
      2021-10 or 2021 stands for its first day after from and its last after to.

      wrong:  to 2021-02-30
      right:  to 2021-02-28
      """),
  Explanation(
    code: "E131", title: "a number that is none",
    text: """
      Numbers are in digits, with a point before decimals.

      wrong:  severity high
      right:  severity 8
      """),
  Explanation(
    code: "E132", title: "a number out of range",
    text: """
      The label says what is possible.

      wrong:  severity 11
      right:  severity 10
      """),
  Explanation(
    code: "E133", title: "dates in reverse",
    text: """
      The day from which something holds comes before the day to which it does.

      wrong:  from 2023-06-23 to 2020-05-15
      right:  from 2020-05-15 to 2023-06-23
      """),
  Explanation(
    code: "E134", title: "a pattern of too many elements",
    text: """
      A pattern says one thing; one with more than a dozen elements is several.

      wrong:  match near {a} {b} {c} {d} {e} {f} {g} {h} {i} {j} {k} {l} {m}
      right:  match near {a} {b} {c}
      """),
  Explanation(
    code: "E140", title: "a suppression that has expired",
    text: """
      A suppression is a decision until a day. After that the finding counts again, and the line
      must be renewed or deleted.

      wrong:  suppress leak for meta in "2026-Q1" until 2026-06-30 by "e.jansen" because "Satire"
      right:  suppress leak for meta in "2026-Q1" until 2027-06-30 by "e.jansen" because "Satire"
      """),
  Explanation(
    code: "E150", title: "a signal without title",
    text: """
      The title says in a sentence what the signal recognises; reports show it.

      wrong:  signal leak in security {
              }
      right:  signal leak in security {
                title "Leaks personal data"
              }
      """),
  Explanation(
    code: "E151", title: "a signal that neither weighs nor relieves, or both",
    text: """
      A risk has a severity from 0 to 10; what lowers a risk says what it relieves, and has no
      severity.

      wrong:  severity 3
              relieves 0.3 of security
      right:  severity 3
      """),
  Explanation(
    code: "E152", title: "a signal without half-life",
    text: """
      A report weighs half after this many days.

      wrong:  severity 8
      right:  severity 8
              half-life 730 days
      """),
  Explanation(
    code: "E153", title: "a signal without pattern",
    text: """
      A signal is recognised by at least one pattern; one that could not be read counts.

      wrong:  signal leak in security {
              }
      right:  signal leak in security {
                match near {leak} {user-data}
              }
      """),
  Explanation(
    code: "E154", title: "a scoring block that lacks a constant",
    text: """
      Every constant of the score is in the rules; the last band has no upper end.

      wrong:  band E below 100
      right:  band E
      """),
  Explanation(
    code: "E155", title: "a language without script",
    text: """
      The script tells where words have boundaries, and which terms can meet by chance.

      wrong:  language en "English" {
              }
      right:  language en "English" {
                script latin
              }
      """),
]

private let termExplanations = [
  Explanation(
    code: "E160", title: "brackets in a term that do not pair",
    text: """
      (a|b) may be missing, [a|b] may not; a bar parts alternatives within brackets.

      wrong:  en: "librar[y|ies"
      right:  en: "librar[y|ies]"
      """),
  Explanation(
    code: "E161", title: "brackets in a term nested too deep",
    text: """
      Three levels are as many as can be read.

      wrong:  en: "a [b|c [d|e [f|g (h)]]]"
      right:  en: "a [b|c [d|e]]", "a f", "a g(h)"
      """),
  Explanation(
    code: "E162", title: "a term of too many words",
    text: """
      A term of more than six words quotes an article instead of saying what a language says.

      wrong:  en: "was secretly recorded by its own doorbell camera"
      right:  en: "secretly recorded"
      """),
  Explanation(
    code: "E163", title: "a term of too many spellings",
    text: """
      A term stands for at most 256 spellings.

      wrong:  en: "[a|b|c|d] [a|b|c|d] [a|b|c|d] [a|b|c|d|e]"
      right:  en: "[a|b] [c|d]"
      """),
  Explanation(
    code: "E164", title: "a star where it cannot be",
    text: """
      A star leaves the beginning or the end of a word open. Before an open beginning few letters
      would match too much.

      wrong:  en: "al*ge", "*ege"
      right:  en: "alleg*", "*college"
      """),
  Explanation(
    code: "E165", title: "a term without words",
    text: """
      A spelling of the term is empty, because all of it stands in round brackets.

      wrong:  en: "(s|t)"
      right:  en: "torrent(s)"
      """),
  Explanation(
    code: "E166", title: "a lemma that its inflection class does not fit",
    text: """
      Each row of a class is for lemmas with a certain ending; this one has none of them.

      wrong:  inflects v "e" to "e", "es"
              en: "claim~v"
      right:  inflects v "" to "", "s"
              inflects v "e" to "e", "es"
              en: "claim~v"
      """),
  Explanation(
    code: "E167", title: "a gap where none can be",
    text: """
      A gap stands between two words of a term or two elements of a frame.

      wrong:  frame "[accuser] sued ..3"
      right:  frame "[accuser] sued ..3 [actor]"
      """),
  Explanation(
    code: "E168", title: "a facet that comes too early",
    text: """
      Which signal a sentence is evidence of, and what is told elsewhere of whom it blames, is known when it
      is settled how firmly it is reported: only stances and `denied` may share a facet that weighs these.

      wrong:  facet contested {
                weighs theirs 40 {calls-untrue}
              }
              extend signal data-sale {
                shares 50 contested
              }
      right:  extend stance alleged {
                shares 50 contested
              }
      """),
  Explanation(
    code: "E169", title: "rows of a network that do not fit together",
    text: """
      The network says where the sums of its facets and of its threads begin; every other row has a number for
      each facet, or for each thread. Fit it anew with `assay rules weigh`: its parts belong together.

      wrong:  network {
                facets  "0 3 -12"
                weighs {shut} "4 0"
              }
      right:  network {
                facets  "0 3 -12"
                threads "1 1"
                weighs {shut} "4 0 -7"
              }
      """),
]

private let warningExplanations = [
  Explanation(
    code: "W201", title: "a term that is there already",
    text: """
      The same term stands twice in one vocabulary, in one language; case does not count.

      wrong:  en: "pirated", "bootleg", "Pirated"
      right:  en: "pirated", "bootleg"
      """),
  Explanation(
    code: "W203", title: "a vocabulary without terms",
    text: """
      Nothing can match it, in no language.

      wrong:  vocabulary pirated "Pirated" {
              }
      right:  vocabulary pirated "Pirated" {
                en: "pirated"
              }
      """),
  Explanation(
    code: "W204", title: "a vocabulary that nothing uses",
    text: """
      No pattern, frame, stance, guard, body or other vocabulary names it.

      wrong:  vocabulary pirated "Pirated" {
              }
      right:  match near {train} {pirated}
      """),
  Explanation(
    code: "W301", title: "a pattern that cannot match in a language",
    text: """
      All alternatives of an element lack terms in a language that has them for most vocabularies.

      wrong:  extend vocabulary pirated {
                en: "pirated"
              }
      right:  extend vocabulary pirated {
                en: "pirated"
                nl: "illegale kopie(ën)"
              }
      """),
  Explanation(
    code: "W302", title: "a signal without examples in a language",
    text: """
      Examples are the tests of a rule. In each language that has any, a signal shows what it
      finds and what it skips.

      wrong:  finds en "…" -> meta
      right:  finds en "…" -> meta
              skips en "…"
              finds nl "…" -> meta
              skips nl "…"
      """),
  Explanation(
    code: "W310", title: "rules without scoring",
    text: """
      Findings have no weight until a scoring block says what they weigh.

      wrong:  assay check --only-rules --rules Mine
      right:  assay check --rules Mine
      """),
]
