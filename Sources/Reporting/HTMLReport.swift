internal import Findings
internal import Foundation

/// `audit.html`: the report for readers, one file that asks nothing of a network and runs no script.
///
/// The first screen says what an analyst needs at a glance; below it every company has its sum as a
/// picture, and every finding its quotes with the words marked that fired.
package struct HTMLReport {
  let report: AuditReport
  let index: ReportIndex

  /// Makes the page of a report.
  package init(_ report: AuditReport) {
    self.report = report
    index = ReportIndex(report)
  }

  /// The page.
  ///
  /// - Complexity: O(n) over the report.
  package func text() -> String {
    var out = HTMLText()
    out.raw("<!DOCTYPE html>\n")
    out.element("html", ["lang": "en"]) { out in
      out.element("head") { head(&$0) }
      out.element("body") { out in
        header(&out)
        out.element("main") { out in
          overview(&out)
          for company in found { section(company, &out) }
          appendix(&out)
        }
        out.element("footer") { out in
          out.text(
            "Made by \(report.tool.name) \(report.tool.version) with rules "
              + "\(report.rules.digest.prefix(12)). ")
          out.text("audit.json holds the same, for machines.")
        }
      }
    }
    return out.html
  }

  /// The companies with findings, as the report orders them.
  var found: [AuditReport.Company] { report.companies.filter { !$0.findings.isEmpty } }

  private func head(_ out: inout HTMLText) {
    out.void("meta", ["charset": "utf-8"])
    out.void(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'",
      ])
    out.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    out.void("meta", ["name": "color-scheme", "content": "light dark"])
    out.void("meta", ["name": "referrer", "content": "no-referrer"])
    out.element("title", text: "Audit as of \(report.asOf)")
    out.element("style") { $0.raw(Self.style) }
  }

  // MARK: The first screen

  private func header(_ out: inout HTMLText) {
    out.element("header") { out in
      out.element("p", ["class": "kicker"], text: "Assay · privacy and data-sourcing audit")
      out.element("h1") { out in
        out.text("Audit as of ")
        out.element("time", ["datetime": report.asOf], text: report.asOf)
      }
      out.element("p", ["class": "verdict"]) { verdict(&$0) }
      if let first = report.limits.first { out.element("p", ["class": "note"], text: first) }
      coverage(&out)
      contents(&out)
    }
  }

  private func verdict(_ out: inout HTMLText) {
    guard let first = found.first else {
      out.text("No company was found to do any of it. That is no proof that none does.")
      return
    }
    let cases = found.reduce(0) { $0 + $1.findings.count }
    let companies = counted(found.count, "company", "companies")
    out.text("\(companies) with \(counted(cases, "finding", "findings")). Highest: ")
    out.element("a", ["href": "#\(Self.anchor(first))"]) { $0.name(first.name) }
    out.text(" with \(first.score.points) of 100, band \(first.band).")
    let new = found.reduce(0) { $0 + $1.findings.count { $0.baseline == .new } }
    if report.filters.baseline != nil {
      out.text(" Since the baseline \(new) new, \(report.gone.count) gone.")
    }
  }

  private func coverage(_ out: inout HTMLText) {
    out.element("dl", ["class": "coverage"]) { out in
      tile("Articles read", String(report.articles.count), span, &out)
      tile(
        "Not read", String(report.unread.count),
        report.unread.isEmpty ? "nothing was left out" : "each with its reason below", &out)
      tile("Languages", String(languages.count), languages.joined(separator: " · "), &out)
      tile("Voices", String(report.voices.count), "independent outlets in findings", &out)
      tile(
        "Read about", String(report.companies.count),
        "of \(report.rules.companies) companies in the rules", &out)
    }
    let narrowed = report.filters.summary
    if !narrowed.isEmpty {
      out.element("p", ["class": "notice"]) { out in
        out.element("strong", text: "Narrowed: ")
        out.text(narrowed.joined(separator: "; "))
        out.text(". Nothing else was looked for.")
      }
    }
  }

  private func tile(_ term: String, _ value: String, _ note: String, _ out: inout HTMLText) {
    out.element("div") { out in
      out.element("dt", text: term)
      out.element("dd") { out in
        out.element("b", text: value)
        if !note.isEmpty { out.element("small", text: note) }
      }
    }
  }

  /// From the first day of an article to the last, and how many have none.
  private var span: String {
    let days = report.articles.compactMap(\.published).sorted()
    let undated = report.articles.count { $0.undated }
    var phrases: [String] = []
    if let first = days.first, let last = days.last {
      phrases.append(first == last ? first : "\(first) to \(last)")
    }
    if undated > 0 { phrases.append("\(undated) undated") }
    return phrases.joined(separator: " · ")
  }

  /// Each language with its number of articles, the most frequent first.
  private var languages: [String] {
    var counts: [String: Int] = [:]
    for article in report.articles {
      if let language = article.languages.first { counts[language, default: 0] += 1 }
    }
    return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { "\($0.key)\u{A0}\($0.value)" }
  }

  private func contents(_ out: inout HTMLText) {
    out.element("nav", ["aria-label": "Contents"]) { out in
      for (id, title) in [("companies", "Companies")] + appendices {
        out.element("a", ["href": "#\(id)"], text: title)
        out.text(" ")
      }
    }
  }

  private func overview(_ out: inout HTMLText) {
    out.element("section", ["id": "companies"]) { out in
      out.element("h2", text: "Companies")
      guard !found.isEmpty else { return }
      out.element("table", ["class": "companies"]) { out in
        out.element("thead") { out in
          out.element("tr") { out in
            for title in ["Company", "Score", "Band", "Worst finding", "Findings", "Voices"] {
              out.element("th", ["scope": "col"], text: title)
            }
          }
        }
        out.element("tbody") { out in
          for company in found { row(company, &out) }
        }
      }
      legend(&out)
    }
  }

  private func row(_ company: AuditReport.Company, _ out: inout HTMLText) {
    out.element("tr") { out in
      out.element("th", ["scope": "row"]) { out in
        out.element("a", ["href": "#\(Self.anchor(company))"]) { $0.name(company.name) }
      }
      out.element("td", ["class": "score"]) { out in
        out.element("div", ["class": "meter"]) { out in
          out.element("b", text: company.score.points)
          ScoreBar(company, level: level(ofBand: company.band), bounds: bounds).draw(into: &out)
        }
      }
      out.element("td", ["class": "band-cell"]) { chip(company.band, &$0) }
      out.element("td", ["class": "worst"]) { out in
        guard let worst = company.worst else { return }
        out.element("span", text: index.title(ofSignal: worst.signal))
        out.text(" ")
        badges(worst.stance, denied: worst.denied, &out)
        if worst.suppressed {
          out.text(" ")
          out.element("span", ["class": "stance weak"], text: "suppressed")
        }
      }
      number(company.findings.count, "finding", "findings", &out)
      number(company.sources, "voice", "voices", &out)
    }
  }

  /// A count with its noun, which shows where the table has no head.
  private func number(_ count: Int, _ one: String, _ many: String, _ out: inout HTMLText) {
    let attributes: HTMLText.Attributes = [
      "class": "number", "data-label": count == 1 ? one : many,
    ]
    out.element("td", attributes, text: String(count))
  }

  private func legend(_ out: inout HTMLText) {
    out.element("p", ["class": "legend"]) { out in
      out.text("Bands: ")
      var floor = "0"
      for band in report.rules.bands {
        chip(band.name, &out)
        out.text(band.below.map { " below \($0) " } ?? " from \(floor) ")
        floor = band.below ?? floor
      }
      out.text(
        "— the score is exposure, not probability: how much is reported, how firmly, by how many "
          + "independent voices, how lately. ")
      out.element("a", ["href": "#method"], text: "How it comes about")
    }
  }

  // MARK: Parts used throughout

  /// The name of a company's section.
  static func anchor(_ company: AuditReport.Company) -> String { "c-\(company.id)" }

  /// The place of a band among five steps of colour; nil for what is no band of the rules.
  func level(ofBand band: String) -> Int? {
    let bands = report.rules.bands
    guard let place = bands.firstIndex(where: { $0.name == band }) else { return nil }
    return bands.count < 2 ? 0 : (place * 4 + (bands.count - 1) / 2) / (bands.count - 1)
  }

  /// The scores at which a band begins.
  var bounds: [Double] {
    report.rules.bands.compactMap { $0.below }.compactMap { Double($0) }
  }

  /// A band as a chip: its letter says it, the colour repeats it.
  func chip(_ band: String, _ out: inout HTMLText) {
    let level = level(ofBand: band).map { " level-\($0)" } ?? ""
    out.element("span", ["class": "band\(level)"]) { out in
      out.element("span", ["class": "unseen"], text: "band ")
      out.text(band)
    }
  }

  /// How firmly, and whether it is denied.
  func badges(_ stance: Stance, denied: Bool, _ out: inout HTMLText) {
    out.element("span", ["class": "stance \(stance.rawValue)"], text: stance.rawValue)
    if denied {
      out.text(" ")
      out.element("span", ["class": "stance denied"], text: "denied")
    }
  }
}
