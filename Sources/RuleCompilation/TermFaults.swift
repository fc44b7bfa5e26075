import Diagnostics

// What can be wrong with the text of a term.

extension Diagnostic {
  static func term(_ kind: TermFault.Kind, classes: [String], at place: Label) -> Diagnostic {
    switch kind {
    case .empty:
      Diagnostic(
        code: "E165", headline: "a term without words",
        primary: place.saying("one of its spellings is empty"),
        help: "let a word stand outside of the round brackets")
    case .unclosed(let bracket):
      Diagnostic(
        code: "E160", headline: "`\(bracket)` in a term is not closed",
        primary: place.saying("opened here"),
        help: "close it with `\(bracket == "(" ? ")" : "]")`")
    case .unopened(let bracket):
      Diagnostic(
        code: "E160", headline: "`\(bracket)` in a term closes nothing",
        primary: place.saying("no bracket is open here"), help: "remove it, or open the bracket")
    case .strayBar:
      Diagnostic(
        code: "E160", headline: "`|` in a term outside of brackets",
        primary: place.saying("parts no alternatives"),
        help: "put the alternatives in `[…|…]`, or write two terms")
    case .tooDeep:
      Diagnostic(
        code: "E161",
        headline: "brackets in a term nested more than \(Limits.termNesting) deep",
        primary: place.saying("one too many"), help: "write two terms")
    case .tooManyWords(let words, let limit):
      Diagnostic(
        code: "E162", headline: "a term of \(words) words, the limit is \(limit)",
        primary: place.saying("too long"), help: "shorten it, or part it with `..`")
    case .tooManySpellings:
      Diagnostic(
        code: "E163",
        headline: "a term with more than \(Limits.termSpellings) spellings",
        primary: place.saying("stands for too many"), help: "write two terms")
    case .star:
      Diagnostic(
        code: "E164", headline: "`*` within a word",
        primary: place.saying("only a word's beginning or end may be left open"),
        help: "put the `*` at the end of a word, outside of brackets")
    case .starTooShort(let letters):
      Diagnostic(
        code: "E164", headline: "fewer than \(letters) letters after `*`",
        primary: place.saying("would be found in too many words"),
        help: "write the words that are meant")
    case .gap:
      Diagnostic(
        code: "E167", headline: "`..` where no gap can be",
        primary: place.saying("a gap stands between two words"),
        help: "write `..` or `..N`, N at most \(Limits.gapWords), between words outside of brackets"
      )
    case .noLemma:
      Diagnostic(
        code: "E128", headline: "`~` follows no word", primary: place.saying("inflects nothing"),
        help: "write it right after a word, such as `scrape~v`")
    case .noClass:
      Diagnostic(
        code: "E128", headline: "`~` without an inflection class",
        primary: place.saying("expected the name of a class after `~`"),
        help: classes.isEmpty
          ? "write out the forms; the language declares no classes"
          : "write one of \(classes.map { "`~\($0)`" }.joined(separator: ", "))")
    case .unknownClass(let name):
      .unknownWord(
        "inflection class", name, code: "E128", said: "the term's language does not declare it",
        nearest: Diagnostics.nearest(to: name, among: classes),
        help: classes.isEmpty
          ? "write out the forms; the language declares no classes"
          : "write one of \(classes.map { "`\($0)`" }.joined(separator: ", "))", at: place)
    case .noRow(let name, let lemma):
      Diagnostic(
        code: "E166", headline: "no row of inflection class `\(name)` fits `\(lemma)`",
        primary: place.saying("has none of the endings of `\(name)`"),
        help: "add a row for its ending to the class, or write out the forms")
    }
  }
}
