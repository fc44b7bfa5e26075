/// What can be declared, and the statements that belong to each, with the form that each has.
///
/// The forms serve twice: their keywords are those that are allowed, and a message about a wrong form
/// shows the right one.
enum DeclarationKind: String, CaseIterable {
  case company
  case vocabulary
  case language
  case body
  case publisher
  case namedCase = "case"
  case stance
  case flag
  case signal
  case attribution
  case ground
  case facet
  case network
  case relevance
  case naming
  case scoring
  case suppress

  /// Keyword and form of each statement.
  var statements: [(keyword: String, form: String)] {
    switch self {
    case .company: Self.companyStatements
    case .vocabulary: Self.vocabularyStatements
    case .language: Self.languageStatements
    case .body: Self.bodyStatements
    case .publisher: Self.publisherStatements
    case .namedCase: Self.caseStatements
    case .stance: Self.stanceStatements
    case .flag: Self.stanceStatements.filter { !["firmness", "match"].contains($0.keyword) }
    case .signal: Self.signalStatements
    case .attribution: Self.attributionStatements
    case .ground: Self.groundStatements
    case .facet: Self.facetStatements
    case .network: Self.networkStatements
    case .relevance: Self.relevanceStatements
    case .naming: Self.namingStatements
    case .scoring: Self.scoringStatements
    case .suppress: []
    }
  }

  /// Whether there is one of it at most, without an id.
  var isSingle: Bool { [.scoring, .attribution, .network, .relevance, .naming].contains(self) }

  /// The form of the line that begins the declaration.
  var header: String {
    switch self {
    case .company: #"company meta "Meta" {"#
    case .vocabulary: #"vocabulary pirated "Pirated copies" {"#
    case .language: #"language nl "Nederlands" {"#
    case .body: #"body cnil "Cnil" is regulator {"#
    case .publisher: #"publisher reuters "Reuters" {"#
    case .namedCase: #"case kadrey-v-meta "Kadrey v. Meta" {"#
    case .stance: "stance alleged {"
    case .flag: "flag denied {"
    case .signal: "signal pirated-works in provenance {"
    case .attribution: "attribution {"
    case .ground: "ground own-doing {"
    case .facet: "facet door-shut {"
    case .network: "network {"
    case .relevance: "relevance {"
    case .naming: "naming {"
    case .scoring: "scoring {"
    case .suppress:
      #"suppress SIGNAL for COMPANY in "…" until 2026-12-31 by "who" because "why""#
    }
  }

  /// The form of a statement, or of the declaration's own line.
  func form(of keyword: String) -> String {
    if let form = statements.first(where: { $0.keyword == keyword })?.form { return form }
    if self == .vocabulary, keyword != rawValue, keyword != "extend" { return #"en: "…", "…""# }
    return keyword == "extend" ? "extend \(rawValue)\(isSingle ? "" : " ID") {" : header
  }

  private static let name = #"alias any: "Meta Platforms"  ko: "메타""#
  private static let guarding = (
    keyword: "guard",
    form: #"guard "Meta" not before "tag"` or `guard "Meta" needs near "Facebook" within article"#
  )
  private static let seat = (keyword: "seat", form: #"seat US "Menlo Park""#)

  private static let companyStatements = [
    (keyword: "alias", form: name),
    (keyword: "former", form: #"former any: "Facebook, Inc." to 2021-10-28"#),
    (
      keyword: "owns",
      form: #"owns product any: "Giphy" from 2020-05-15 to 2023-06-23"#
    ),
    (keyword: "person", form: #"person any: "Mark Zuckerberg" role "chief executive""#),
    (keyword: "kind", form: "kind tech-group, social-network"),
    seat,
    (keyword: "refers", form: #"refers en: "the Facebook owner""#),
    guarding,
  ]
  private static let vocabularyStatements = [
    (keyword: "includes", form: "includes shadow-library"),
    (keyword: "except", form: #"except en: "pirated software""#),
  ]
  private static let languageStatements = [
    (keyword: "script", form: "script latin"),
    (keyword: "recognised", form: #"recognised "de", "het""#),
    (keyword: "bounded", form: "bounded both"),
    (keyword: "ends", form: #"ends ".", "!""#),
    (keyword: "abbreviates", form: #"abbreviates "bv.", "dhr.""#),
    (keyword: "questions", form: #"questions "?""#),
    (keyword: "inflects", form: #"inflects n "" to "", "s""#),
    (keyword: "joins", form: #"joins "en", ",""#),
    (keyword: "oblique", form: #"oblique before "van"` or `oblique after "에게""#),
    (keyword: "subject", form: #"subject after "은", "는""#),
    (keyword: "object", form: #"object after "을", "를""#),
    (keyword: "omits", form: "omits subject"),
    (
      keyword: "refers",
      form: #"refers "…"`, `refers kind retailer "…"` or `refers seat NL "…""#
    ),
    (keyword: "unnamed", form: #"unnamed "several AI labs", "startups""#),
    (keyword: "pronoun", form: #"pronoun "het", "ze""#),
    (keyword: "negates", form: #"negates "niet" reaches 4 words after"#),
    (keyword: "spares", form: #"spares "niet alleen""#),
    (keyword: "supposes", form: #"supposes "als" reaches 5 words after"#),
    (keyword: "frame", form: #"frame "[accuser] ..3 {sue} ..3 [actor]""#),
    (keyword: "credits", form: #"credits "[outlet] meldt""#),
    (keyword: "likewise", form: #"likewise "[actor] ..3 deed hetzelfde""#),
    (keyword: "retracts", form: #"retracts "klopt niet" reaches sentence before"#),
    (keyword: "skips", form: #"skips line "Tags:"`, `skips block "…"` or `skips rest "…""#),
    (
      keyword: "organisation",
      form: #"organisation ends "BV"  after "de app"  is "bank", "-keten"  behind "een", "de""#
    ),
    (keyword: "money", form: #"money "euro", "€""#),
  ]
  private static let attributionStatements = [
    (
      keyword: "weighs",
      form:
        "weighs here 18 <first>, 9 role actor, 4 other <subject>` or `weighs absent against 5 ever victim"
    ),
    (keyword: "grounds", form: "grounds 40 own-doing` or `grounds against 12 own-doing"),
    (keyword: "suffices", form: "suffices 40"),
  ]
  private static let groundStatements = [
    (
      keyword: "weighs",
      form: "weighs here 60 <subject>, 20 kind ai-lab` or `weighs absent against 50 other <title>"
    ),
    (keyword: "begins", form: "begins 15` or `begins against 15"),
  ]
  private static let facetStatements = [
    (keyword: "weighs", form: "weighs 18 {shut}` or `weighs around against 5 <money>"),
    (keyword: "begins", form: "begins 15` or `begins against 15"),
  ]
  private static let networkStatements = [
    (keyword: "facets", form: #"facets "0 3 -12""#),
    (keyword: "threads", form: #"threads "0 3 -12""#),
    (keyword: "weighs", form: #"weighs {shut} "4 0 -7"` or `weighs twice {shut} "4 0 -7""#),
    (keyword: "passes", form: #"passes 2 before "9 -1 0""#),
  ]
  private static let relevanceStatements = [
    (keyword: "weighs", form: "weighs 18 {train}` or `weighs often against 5 <money>"),
    (keyword: "suffices", form: "suffices 12"),
  ]
  private static let namingStatements = [
    (
      keyword: "weighs",
      form: "weighs 9 <twice>, 12 before {deny}` or `weighs against 8 language de, 30 whole place"
    ),
    (keyword: "knows", form: #"knows place any: "Berlin", "New York"  de: "-straße""#),
    (keyword: "suffices", form: "suffices 25"),
  ]
  private static let bodyStatements = [
    (keyword: "alias", form: name), (keyword: "former", form: name), seat, guarding,
  ]
  private static let publisherStatements = [
    (keyword: "alias", form: name),
    (keyword: "host", form: #"host "reuters.com""#),
    (keyword: "group", form: #"group "Thomson Reuters""#),
    (keyword: "weight", form: "weight 1"),
    guarding,
  ]
  private static let caseStatements = [
    (keyword: "alias", form: name), (keyword: "of", form: "of meta, openai"), guarding,
  ]
  private static let stanceStatements = [
    (keyword: "firmness", form: "firmness 2"),
    (keyword: "cue", form: #"cue en: "alleg*""#),
    (keyword: "includes", form: "includes allege, accuse"),
    (keyword: "match", form: "match near {dismiss} {suit} within 12 words"),
    (keyword: "weighs", form: "weighs 18 {allege}, 9 {suit}"),
    (keyword: "shares", form: "shares 40 accused-in-court` or `shares against 12 door-shut"),
    (keyword: "suffices", form: "suffices 25` or `suffices against 9"),
  ]
  private static let signalStatements = [
    (keyword: "title", form: #"title "Trains on pirated copies""#),
    (keyword: "severity", form: "severity 8"),
    (keyword: "half-life", form: "half-life 730 days"),
    (keyword: "relieves", form: "relieves 0.30 of provenance, access"),
    (keyword: "unrelievable", form: "unrelievable"),
    (keyword: "reference", form: #"reference "AIA-53c" "Article 53(1)(c)""#),
    (keyword: "match", form: "match near {train} {pirated} within 12 words firm"),
    (keyword: "blames", form: "blames 12 kind data-broker` or `blames against 20 kind publisher"),
    (keyword: "grounds", form: "grounds 40 own-doing` or `grounds against 12 own-doing"),
    (keyword: "weighs", form: "weighs 18 {train}, 9 {works}"),
    (keyword: "shares", form: "shares 40 door-shut` or `shares against 12 door-shut"),
    (keyword: "facets", form: #"facets "40 0 -12""#),
    (keyword: "threads", form: #"threads "40 0 -12""#),
    (keyword: "suffices", form: "suffices 25"),
    (keyword: "needs", form: "needs 8"),
    (keyword: "together", form: "together 15"),
    (keyword: "unless", form: "unless near {remove} {pirated} within sentence"),
    (keyword: "requires", form: "requires {model} within article"),
    (keyword: "spares", form: "spares kind publisher"),
    (keyword: "never", form: "never alleged"),
    (keyword: "finds", form: #"finds en "…" -> meta alleged denied"#),
    (keyword: "skips", form: #"skips en "…""#),
    (keyword: "todo", form: #"todo en "…" -> meta"#),
  ]
  private static let scoringStatements =
    ScoringKey.allCases.map { (keyword: $0.rawValue, form: $0.form) }
    + [(keyword: "band", form: "band A below 10")]
}

/// The constants that a score needs.
enum ScoringKey: String, CaseIterable {
  case confirmed
  case alleged
  case planned
  case voice
  case `case`
  case scale
  case denied
  case cleared
  case reliefCap = "relief-cap"
  case weak
  case grace
  case namedVoice = "named-voice"
  case unnamedVoice = "unnamed-voice"
  case peak

  /// Whether it counts days; else it is a share.
  var isDays: Bool { self == .grace || self == .peak }
  /// How it is written.
  var form: String { isDays ? "\(rawValue) 30 days" : "\(rawValue) 0.5" }
}
