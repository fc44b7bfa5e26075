internal import Findings
internal import Foundation

extension HTMLReport {
  /// A company: its sum, what would move it, what speaks for it, and its findings.
  func section(_ company: AuditReport.Company, _ out: inout HTMLText) {
    out.element("section", ["class": "company", "id": Self.anchor(company)]) { out in
      out.element("h2") { out in
        out.name(company.name)
        out.text(" ")
        out.element("span", ["class": "total"], text: company.score.points)
        out.text(" ")
        chip(company.band, &out)
      }
      out.element("p", ["class": "facts"], text: facts(company))
      out.element("div", ["class": "columns"]) { out in
        sum(company, &out)
        out.element("div") { out in
          prospects(company, &out)
          contrary(company, &out)
        }
      }
      out.element("h3") { out in
        out.text("Findings")
        out.element("small", text: " worst first")
      }
      for finding in company.findings { self.finding(finding, of: company, &out) }
    }
  }

  private func facts(_ company: AuditReport.Company) -> String {
    var facts = [
      counted(company.findings.count, "finding", "findings"),
      counted(company.sources, "voice", "voices"),
      counted(company.articles, "article names it", "articles name it"),
      "peak \(company.peak.points) on \(company.peakDay)",
    ]
    if company.unsuppressed != company.score {
      facts.append("\(company.unsuppressed.points) without suppressions")
    }
    return facts.joined(separator: " · ")
  }

  private func sum(_ company: AuditReport.Company, _ out: inout HTMLText) {
    out.element("figure", ["class": "sum"]) { out in
      out.element("figcaption") { $0.element("h3", text: "The sum") }
      SumPicture(company, level: level(ofBand: company.band), bounds: bounds).draw(into: &out)
    }
  }

  private func prospects(_ company: AuditReport.Company, _ out: inout HTMLText) {
    guard !company.prospects.isEmpty else { return }
    out.element("h3", text: "What would move it")
    out.element("ul", ["class": "prospects"]) { out in
      for prospect in company.prospects {
        out.element("li") { out in
          out.element("b", text: prospect.score.points)
          out.text(" ")
          chip(prospect.band, &out)
          out.element(
            "span", ["class": "change"], text: " \((prospect.score - company.score).change)")
          out.element("span", ["class": "if"], text: "if \(prospect.change)")
        }
      }
    }
  }

  private func contrary(_ company: AuditReport.Company, _ out: inout HTMLText) {
    let entries = company.contraryEvidence
    out.element("h3", text: "What speaks for it")
    guard !entries.isEmpty else {
      out.element("p", ["class": "none"], text: "No mitigation, denial or clearance was read.")
      return
    }
    out.element("ul", ["class": "contrary"]) { out in
      for entry in entries {
        out.element("li") { out in
          out.element("span", ["class": "kind"], text: entry.kind.rawValue)
          out.text(" \(entry.text)")
        }
      }
    }
    if company.relief != 0 {
      out.element("p", ["class": "note"], text: "Relief in all: \(company.relief.points).")
    }
  }

  // MARK: A finding

  private func finding(
    _ finding: AuditReport.CaseFinding, of company: AuditReport.Company, _ out: inout HTMLText
  ) {
    let state = finding.suppressed ? " set-aside" : finding.mitigating ? " mitigating" : ""
    out.element(
      "article", ["class": "finding\(state)", "id": "f-\(finding.fingerprint.prefix(16))"]
    ) { out in
      out.element("h4") { out in
        out.element("span", ["class": "signal"]) { out in
          out.text(index.title(ofSignal: finding.signal))
          out.text(" ")
          badges(finding.stance, denied: finding.denied, &out)
          if let baseline = finding.baseline, baseline != .unchanged {
            out.text(" ")
            out.element("span", ["class": "stance baseline"], text: baseline.rawValue)
          }
        }
        out.element("span", ["class": "worth"], text: finding.worth)
      }
      out.element("p", ["class": "case"]) { out in
        out.element("code", text: finding.signal)
        out.text(" · case ")
        out.element("code", text: finding.case)
        out.text(" · \(voices(of: finding))")
        let severity = index.signal(finding.signal)?.severity
        if let severity, !finding.mitigating { out.text(" · severity \(severity) of 10") }
      }
      quotes(of: finding, &out)
      contributions(to: finding, of: company, &out)
      suppression(of: finding, in: company, &out)
    }
  }

  private func voices(of finding: AuditReport.CaseFinding) -> String {
    let days = finding.quotes.compactMap(\.day).sorted()
    let names = Set(finding.quotes.map(\.voice)).sorted()
    let shown = names.prefix(3).joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    guard let first = days.first, let last = days.last else { return "\(shown)\(more), undated" }
    return "\(shown)\(more), \(first == last ? first : "\(first) to \(last)")"
  }

  private func quotes(of finding: AuditReport.CaseFinding, _ out: inout HTMLText) {
    let passages = Passage.gathered(finding.quotes)
    for passage in passages.prefix(Limits.openQuotes) { self.passage(passage, &out) }
    let rest = passages.dropFirst(Limits.openQuotes)
    guard !rest.isEmpty else { return }
    out.element("details", ["class": "more"]) { out in
      out.element("summary", text: counted(rest.count, "more quote", "more quotes"))
      for passage in rest { self.passage(passage, &out) }
    }
  }

  private func passage(_ passage: Passage, _ out: inout HTMLText) {
    let quote = passage.quote
    let article = index.article(quote.article)
    let language = HTMLText.language(article?.languages.first)
    out.element("figure", ["class": "quote"]) { out in
      for evidence in quote.evidence {
        out.element("blockquote", ["lang": language, "dir": "auto"]) { out in
          self.marked(evidence, passage.lineages, &out)
        }
      }
      out.element("figcaption") { out in
        badges(quote.stance, denied: quote.denied, &out)
        if quote.weak {
          out.text(" ")
          out.element("span", ["class": "stance weak"], text: "weak")
        }
        out.text(" ")
        out.name(quote.voice)
        out.text(", \(quote.day ?? "undated"): ")
        out.link(index.title(ofArticle: quote.article), to: article?.url, lang: language)
        let places = quote.evidence.map { "\($0.part.rawValue) \($0.place)" }
        out.text(", \(places.joined(separator: ", "))")
        trail(passage, language, &out)
      }
    }
  }

  private func marked(_ evidence: Evidence, _ lineages: [Lineage], _ out: inout HTMLText) {
    for piece in MarkedQuote(evidence, lineages).pieces {
      switch piece.mark {
      case nil: out.text(piece.text)
      case .word: out.element("mark", text: piece.text)
      case .cue: out.element("mark", ["class": "cue"], text: piece.text)
      case .actor: out.element("mark", ["class": "actor"], text: piece.text)
      }
    }
  }

  private func trail(_ passage: Passage, _ language: String?, _ out: inout HTMLText) {
    let rules = passage.lineages.count
    out.element("details") { out in
      out.element(
        "summary", text: "Why: rule, words and actor" + (rules > 1 ? " (\(rules) rules)" : ""))
      for lineage in passage.lineages {
        out.element("dl", ["class": "trail"]) { self.lineage(lineage, language, &$0) }
      }
      let ranges = passage.quote.evidence.map { "bytes \($0.start)–\($0.end)" }
      out.element("p", ["class": "note"]) { out in
        out.text("Quoted from \(ranges.joined(separator: ", ")) of ")
        out.element("code", text: passage.quote.article.prefix(16))
      }
    }
  }

  private func lineage(_ lineage: Lineage, _ language: String?, _ out: inout HTMLText) {
    out.element("dt", text: "rule")
    out.element("dd") { out in
      out.element("code", text: lineage.pattern)
      out.text(" at ")
      out.element("code", text: lineage.rule)
    }
    out.element("dt", text: "words")
    out.element("dd") { out in
      for term in lineage.terms { self.term(term, language, &out) }
      if lineage.terms.isEmpty { out.text("none") }
    }
    for role in lineage.roles {
      out.element("dt", text: role.role)
      out.element("dd") { out in
        let (name, words) = role.parts
        if let name { out.name(name) }
        if let words {
          if name != nil { out.text(" as ") }
          out.element("q", ["lang": language, "dir": "auto"], text: words)
        }
        out.text(", by \(role.by)")
      }
    }
    if let frame = lineage.frame {
      out.element("dt", text: "frame")
      out.element("dd") { $0.element("code", text: frame) }
    }
    if let cue = lineage.cue {
      out.element("dt", text: "stance")
      out.element("dd") { self.term(cue, language, &$0) }
    }
  }

  private func term(_ term: Lineage.Term, _ language: String?, _ out: inout HTMLText) {
    out.element("span", ["class": "term"]) { out in
      out.element("q", ["lang": language, "dir": "auto"], text: term.text)
      out.text(" ")
      out.element("code", text: "{\(term.concept)}")
    }
    out.text(" ")
  }

  private func contributions(
    to finding: AuditReport.CaseFinding, of company: AuditReport.Company, _ out: inout HTMLText
  ) {
    let parts = index.contributions(to: finding, of: company)
    guard !parts.isEmpty else { return }
    out.element("details", ["class": "points"]) { out in
      out.element("summary", text: "How its points come about")
      out.element("div", ["class": "wide"]) { out in
        out.element("table", ["class": "factors"]) { out in
          out.element("tr") { out in
            for title in Self.factors { out.element("th", ["scope": "col"], text: title) }
          }
          for part in parts { self.factors(of: part, &out) }
        }
      }
    }
  }

  private static let factors = [
    "Voice", "First said", "Points", "Severity", "Stance", "Source", "Age", "Denial", "Clearance",
    "Relief", "Rank",
  ]

  private func factors(of part: AuditReport.Contribution, _ out: inout HTMLText) {
    let factors = part.derivation
    let age = "\(factors.shortDecay) (\(factors.ageDays) of \(factors.halfLifeDays) days)"
    out.element("tr") { out in
      out.element("td") { out in
        out.name(part.voice)
        if !part.copies.isEmpty {
          out.element("small", text: " repeated by \(part.copies.joined(separator: ", "))")
        }
      }
      let cells = [
        part.day, part.points.points, "\(factors.severity)/10",
        "\(factors.stance) \(part.stance.rawValue)\(part.weak ? ", weak" : "")", factors.voice,
        age, factors.denial, factors.clearance, factors.shortRelief,
        "voice \(factors.voiceRank), case \(factors.caseRank)",
      ]
      for (number, cell) in cells.enumerated() {
        out.element("td", ["class": number == 0 ? "day" : nil], text: cell)
      }
    }
  }

  private func suppression(
    of finding: AuditReport.CaseFinding, in company: AuditReport.Company, _ out: inout HTMLText
  ) {
    out.element("details", ["class": "contest"]) { out in
      out.element("summary", text: "Contest or set aside")
      out.element("p") { out in
        out.text("Fingerprint ")
        out.element("code", text: finding.fingerprint)
        out.text(". To set it aside, sign this line in a rule file:")
      }
      out.element("pre") { out in
        out.element("code", text: SuppressionLine(finding, of: company, asOf: report.asOf).text)
      }
    }
  }
}
