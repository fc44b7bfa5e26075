package import Diagnostics

/// What the codes of this module mean, for `assay check --explain`.
package let explanations: [Explanation] = [
  Explanation(
    code: "E001", title: "text in quotation marks of another kind",
    text: """
      Text stands in straight double quotes. Word processors turn them into typographic ones, which look
      alike and are other characters, and other languages write single ones.

      wrong:  en: “shadow library”
      right:  en: "shadow library"
      """),
  Explanation(
    code: "E002", title: "text without a closing quote",
    text: """
      Text begins and ends on one line. A quote that belongs to the text is written \\".

      wrong:  title "Shares pirated copies
      right:  title "Shares pirated copies"
      """),
  Explanation(
    code: "E003", title: "a block that is not closed",
    text: """
      A block begins with a { at the end of its declaration's line and ends with a } on a line of its own.
      The next declaration, or the end of the file, came first.

      wrong:  stance planned {
                firmness 1
      right:  stance planned {
                firmness 1
              }
      """),
  Explanation(
    code: "E004", title: "a closing brace without a block",
    text: """
      There is a } where no block is open: one too many, or the { before it is missing.

      wrong:  suppress pirated-works for meta in "sha256:9f2c41" }
      right:  suppress pirated-works for meta in "sha256:9f2c41"
      """),
  Explanation(
    code: "E005", title: "an unknown declaration",
    text: """
      A line in column 1 begins with the keyword of a declaration. Where the word is near one of them, the
      rest of the file is read as if it were that one.

      wrong:  vocabulry pirated "Pirated copies" {
      right:  vocabulary pirated "Pirated copies" {
      """),
  Explanation(
    code: "E006", title: "a file that is not UTF-8",
    text: """
      Rule files are UTF-8. Only the first place is shown: a file in another encoding has them wherever
      there is an accent.

      wrong:  a file saved as Latin-1, Windows-1252 or EUC-KR
      right:  the same file saved as UTF-8
      """),
  Explanation(
    code: "E007", title: "a limit is passed",
    text: """
      A rule file has at most \(Limits.fileBytes) bytes, and of its mistakes the first
      \(Limits.diagnosticsPerFile) are shown. Both are far above what people write by hand: perhaps it is
      no rule file.

      wrong:  one file with the vocabularies of all languages
      right:  a file a language, each with extend vocabulary …
      """),
  Explanation(
    code: "E008", title: "a block within a block",
    text: """
      Statements have no blocks of their own. If a declaration is meant, the } of the one before it is
      missing, and it must begin in column 1.

      wrong:  signal pirated-works in provenance {
                match {
      right:  signal pirated-works in provenance {
                match near {obtain} {pirated}
      """),
  Explanation(
    code: "E009", title: "characters that are no part of the language",
    text: """
      Outside of quotes there are words (letters, digits, hyphens), the marks -> , : | and references in
      brackets. Names and terms are text, in whatever script.

      wrong:  severity = 8
      right:  severity 8
      """),
  Explanation(
    code: "E010", title: "a brace that shares its line with something else",
    text: """
      Each statement has a line of its own, and so has the } that ends the block.

      wrong:  extend vocabulary pirated { en: "bootleg" }
      right:  extend vocabulary pirated {
                en: "bootleg"
              }
      """),
  Explanation(
    code: "E011", title: "a line without its place",
    text: """
      A statement is one line within a block, and begins with a keyword or a language. A long list is
      several lines that begin alike.

      wrong:  en: "shadow library",
                  "torrent(s)"
      right:  en: "shadow library"
              en: "torrent(s)"
      """),
  Explanation(
    code: "E012", title: "a block without its opening line",
    text: """
      The { that opens a block stands at the end of its declaration's line.

      wrong:  vocabulary pirated "Pirated copies"
                en: "pirated"
              }
      right:  vocabulary pirated "Pirated copies" {
                en: "pirated"
              }
      """),
  Explanation(
    code: "E013", title: "a reference in brackets that cannot be read",
    text: """
      A vocabulary stands in {…}, several with | between them; a role stands in […], a class of things such
      as money in <…>. All close on the same line.

      wrong:  match near {train {pirated}
      right:  match near {train} {pirated}
      """),
  Explanation(
    code: "E014", title: "an unknown escape",
    text: """
      In text a backslash stands before a quote, a backslash or an n (a line break), and before nothing else.

      wrong:  title "C:\\rules"
      right:  title "C:\\\\rules"
      """),
  Explanation(
    code: "E015", title: "a declaration that is indented",
    text: """
      A declaration begins in column 1, so that a mistake before it cannot swallow it.

      wrong:    stance planned {
      right:  stance planned {
      """),
  Explanation(
    code: "E016", title: "a merge conflict",
    text: """
      Version control has left both sides of a conflict in the file. Keep what is right and remove the lines
      that begin with <<<<<<<, ======= and >>>>>>>.

      wrong:  <<<<<<< HEAD
              severity 8
              =======
              severity 9
              >>>>>>> other
      right:  severity 9
      """),
]
