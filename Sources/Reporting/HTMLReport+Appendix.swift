internal import Findings

/// What follows the companies: everything that was read and not read, and by which rules.
extension HTMLReport {
  /// The sections that this report has, by anchor and title.
  var appendices: [(id: String, title: String)] {
    let sections: [(String, String, Bool)] = [
      ("unlisted", "Unlisted organisations", !report.unlisted.isEmpty),
      ("unattributed", "Unattributed signals", !report.unattributed.isEmpty),
      ("suppressed", "Suppressed", !report.suppressed.isEmpty),
      ("gone", "Gone since the baseline", !report.gone.isEmpty),
      ("silent", "Read about, nothing found", !silent.isEmpty),
      ("unread", "Not read, and why", !report.unread.isEmpty),
      ("articles", "Articles", !report.articles.isEmpty),
      ("method", "Method and limits", true),
    ]
    return sections.filter(\.2).map { ($0.0, $0.1) }
  }

  private var silent: [AuditReport.Company] { report.companies.filter { $0.findings.isEmpty } }

  /// All of them.
  func appendix(_ out: inout HTMLText) {
    for (id, title) in appendices {
      out.element("section", ["id": id]) { out in
        out.element("h2", text: title)
        switch id {
        case "unlisted":
          note("Organisations that carry a signal but that no rule declares: leads.", &out)
          leads(report.unlisted, &out)
        case "unattributed":
          note("Signals whose actor the article leaves unnamed: leads.", &out)
          leads(report.unattributed, &out)
        case "suppressed": suppressed(&out)
        case "gone": gone(&out)
        case "silent":
          note("No finding is no verdict: it says what these articles do not report.", &out)
          out.element("p") { out in
            for (number, company) in silent.enumerated() {
              if number > 0 { out.text(", ") }
              out.name(company.name)
            }
          }
        case "unread": unread(&out)
        case "articles": articles(&out)
        default: method(&out)
        }
      }
    }
  }

  private func note(_ text: String, _ out: inout HTMLText) {
    out.element("p", ["class": "note"], text: text)
  }

  /// A table that scrolls by itself where the screen is narrow.
  private func table(
    _ titles: [String], _ out: inout HTMLText, rows: (inout HTMLText) -> Void
  ) {
    out.element("div", ["class": "wide"]) { out in
      out.element("table", ["class": "list"]) { out in
        out.element("thead") { out in
          out.element("tr") { out in
            for title in titles { out.element("th", ["scope": "col"], text: title) }
          }
        }
        out.element("tbody", [:], rows)
      }
    }
  }

  private func leads(_ leads: [AuditReport.Lead], _ out: inout HTMLText) {
    for lead in leads {
      let article = index.article(lead.article)
      let language = HTMLText.language(article?.languages.first)
      out.element("figure", ["class": "quote"]) { out in
        out.element(
          "blockquote", ["lang": language, "dir": "auto"], text: lead.evidence.quote)
        out.element("figcaption") { out in
          if let name = lead.name {
            out.element("b") { $0.element("bdi", ["lang": language], text: name) }
            out.text(" · ")
          }
          out.text(index.title(ofSignal: lead.signal))
          out.text(" · ")
          out.link(index.title(ofArticle: lead.article), to: article?.url, lang: language)
          out.text(", \(lead.evidence.part.rawValue) \(lead.evidence.place)")
        }
      }
    }
  }

  private func suppressed(_ out: inout HTMLText) {
    note("Set aside by a rule: no points, still listed. Each returns by itself on its day.", &out)
    table(["Company", "Finding", "Voice", "Until", "By", "Because", "Rule"], &out) { out in
      for entry in report.suppressed {
        out.element("tr") { out in
          out.element("td") { $0.name(entry.company) }
          out.element("td", text: "\(entry.signal), \(entry.case)")
          out.element("td") { $0.name(entry.voice) }
          out.element("td", ["class": "day"], text: entry.until)
          out.element("td") { $0.name(entry.by) }
          out.element("td") { $0.name(entry.because) }
          out.element("td") { $0.element("code", text: entry.rule) }
        }
      }
    }
  }

  private func gone(_ out: inout HTMLText) {
    note("Findings of the baseline that this audit does not have.", &out)
    table(["Company", "Signal", "Case", "Fingerprint"], &out) { out in
      for entry in report.gone {
        out.element("tr") { out in
          out.element("td") { $0.name(entry.company) }
          out.element("td", text: entry.signal)
          out.element("td", text: entry.case)
          out.element("td") {
            $0.element("code", text: entry.fingerprint.prefix(SuppressionLine.digits))
          }
        }
      }
    }
  }

  private func unread(_ out: inout HTMLText) {
    table(["Input", "Reason", "Digest"], &out) { out in
      for entry in report.unread {
        out.element("tr") { out in
          out.element("td") { $0.name(entry.source) }
          out.element("td") { $0.name(entry.reason) }
          out.element("td") { out in
            if let digest = entry.digest { out.element("code", text: digest.prefix(12)) }
          }
        }
      }
    }
  }

  private func articles(_ out: inout HTMLText) {
    let titles = [
      "Article", "Published", "Publisher", "Languages", "Findings", "Bytes", "Digest",
    ]
    table(titles, &out) { out in
      for article in report.articles {
        let language = HTMLText.language(article.languages.first)
        out.element("tr") { out in
          out.element("td") { out in
            out.link(article.title ?? article.id, to: article.url, lang: language)
            if article.title != nil {
              out.text(" ")
              out.element("small") { $0.name(article.id) }
            }
          }
          out.element("td", ["class": "day"], text: published(article))
          out.element("td") { $0.name(article.publisher ?? "–") }
          out.element("td", text: article.languages.joined(separator: ", "))
          out.element("td", ["class": "number"], text: String(article.findings))
          out.element("td", ["class": "number"], text: String(article.bytes))
          out.element("td") { $0.element("code", text: article.digest.prefix(12)) }
        }
      }
    }
  }

  private func published(_ article: AuditReport.Article) -> String {
    guard let day = article.published else { return "undated: \(report.undated)" }
    return day > report.asOf ? "\(day), after as-of: no points" : day
  }

  // MARK: Method

  private func method(_ out: inout HTMLText) {
    out.element("ul", ["class": "limits"]) { out in
      for limit in report.limits { out.element("li", text: limit) }
    }
    out.element("h3", text: "How a score comes about")
    out.element("pre", ["class": "formula"]) { $0.element("code", text: Self.formula) }
    note(
      "The constants are judgement; they are part of the rules, and a change of one is a change of "
        + "rules. Contributions are printed so that they sum exactly to the score.", &out)
    constants(&out)
    signals(&out)
    voices(&out)
    out.element("h3", text: "To make this report again")
    out.element("p") { out in
      out.text("The same articles, the rules ")
      out.element("code", text: report.rules.digest)
      out.text(" and ")
      out.element("code", text: "--as-of \(report.asOf) --undated \(report.undated)")
      out.text(" give the same bytes, in any order and on any machine.")
    }
  }

  private static let formula = """
    report  = stance × source × 2^(−age / half-life) × denial × clearance × (1 − relief)
    case    = first voice + second × voice + third × voice² + …      (largest first)
    signal  = scale × severity / 10 × (first case + second × case + third × case² + …)
    score   = 100 × (1 − e^−(sum of the signals))
    """

  private func constants(_ out: inout HTMLText) {
    let rows = report.rules.constants.sorted { $0.key < $1.key }
    folded("Constants: \(rows.count)", &out) { out in
      table(["Constant", "Value"], &out) { out in
        for (name, value) in rows {
          out.element("tr") { out in
            out.element("td") { $0.element("code", text: name) }
            out.element("td", ["class": "number"], text: value)
          }
        }
      }
    }
  }

  private func signals(_ out: inout HTMLText) {
    let titles = ["Signal", "Category", "Severity", "Half-life", "Relief", "Companies", "See"]
    folded("Signals: \(report.signals.count)", &out) { out in
      table(titles, &out) { out in
        for signal in report.signals {
          out.element("tr") { out in
            out.element("td") { out in
              out.text("\(signal.title) ")
              out.element("code", text: signal.id)
            }
            out.element("td", text: signal.category)
            out.element("td", ["class": "number"], text: signal.mitigating ? "–" : signal.severity)
            out.element(
              "td", ["class": "number"], text: signal.mitigating ? "–" : "\(signal.halfLifeDays) d")
            out.element("td", text: Self.relief(of: signal))
            out.element("td", ["class": "number"], text: String(signal.companies))
            let references = signal.references.map(\.text)
            out.element("td", text: references.joined(separator: "; "))
          }
        }
      }
    }
  }

  private static func relief(of signal: AuditReport.Signal) -> String {
    if let share = signal.relief {
      return "relieves \(share) of \(signal.relieves.joined(separator: ", "))"
    }
    return signal.unrelievable ? "cannot be relieved" : ""
  }

  private func voices(_ out: inout HTMLText) {
    guard !report.voices.isEmpty else { return }
    folded("Voices: \(report.voices.count)", &out) { out in
      table(["Voice", "Weight", "Articles"], &out) { out in
        for voice in report.voices {
          out.element("tr") { out in
            out.element("td") { $0.name(voice.name) }
            out.element("td", ["class": "number"], text: voice.weight)
            out.element("td", ["class": "number"], text: String(voice.articles))
          }
        }
      }
    }
  }

  private func folded(
    _ title: String, _ out: inout HTMLText, _ content: (inout HTMLText) -> Void
  ) {
    out.element("details", ["class": "folded"]) { out in
      out.element("summary", text: title)
      content(&out)
    }
  }
}
