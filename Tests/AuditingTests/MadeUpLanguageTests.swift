import Testing

/// Velu, a language that nobody speaks, with habits of its own.
///
/// That it works without a word of Swift
/// shows that all knowledge of languages is in the rules.
private let velu = """
  language xv "Velu" {
    script latin
    recognised "olun", "nar", "esk", "tiv"
    bounded left
    ends ";"
    questions "qi;"
    joins "ew"
    subject after "ta"
    object after "no"
    omits subject
    refers "olfirma"
    negates "mok" reaches 3 words before
    frame "[accuser] ..2 {klagar} ..2 [actor]"
  }
  company orvo "Orvo" {
    alias xv: "Orvo"
  }
  company belmo "Belmo" {
    alias xv: "Belmo"
  }
  vocabulary skrap "scrapes" {
    xv: "skrap"
  }
  vocabulary klagar "accuses" {
    xv: "klagar"
  }
  vocabulary poste "posts" {
    xv: "poste"
  }
  signal scraping in access {
    title "Scrapes"
    severity 6
    half-life 365 days
    match near {skrap} {poste} within 8 words firm
  }
  """

@Suite struct `A language nobody speaks` {
  static let cases: [StrataCase] = [
    .init(
      "bounds its words on the left alone", "Orvota postelin skrapuu esk;",
      ["Orvo scraping confirmed"]),
    .init("knows no word inside a word", "Orvota unposte skrapuu esk;"),
    .init("negates after the verb", "Orvota poste skrapuu mok esk;"),
    .init(
      "marks its subject by a suffix", "Belmono Orvota poste skrapuu;", ["Orvo scraping confirmed"]),
    .init(
      "joins its lists by a suffix of its own", "Orvoew Belmota poste skrapuu;",
      ["Belmo scraping confirmed", "Orvo scraping confirmed"]),
    .init("ends its sentences its own way", "Orvota nar; esk; poste tiv; nar skrapuu;"),
    .init("asks its own way", "Orvota poste skrapuu qi;"),
    .init(
      "refers its own way", "Orvota nar esk; Olfirmata poste skrapuu;", ["Orvo scraping confirmed"]),
    .init(
      "goes on without a subject", "Orvota nar esk; Poste skrapuu tiv;", ["Orvo scraping confirmed"]
    ),
    .init("accuses its own way", "Belmota klagar Orvono poste skrapuu;", ["Orvo scraping alleged"]),
  ]

  @Test(arguments: cases) func `works from its rules alone`(_ example: StrataCase) throws {
    #expect(try RuleBench(velu).found(example.text) == example.found)
  }
}
