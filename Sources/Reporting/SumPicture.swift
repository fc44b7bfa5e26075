internal import Findings
internal import Foundation
internal import Scoring

/// The score as a bar from 0 to 100, what relief took off it in a lighter shade, and a tick at every band.
struct ScoreBar {
  private let score: Double
  private let gross: Double
  private let level: Int?
  private let bounds: [Double]

  init(_ company: AuditReport.Company, level: Int?, bounds: [Double]) {
    score = Double(company.score.hundredths.count) / 100
    gross = Double(company.gross.hundredths.count) / 100
    self.level = level
    self.bounds = bounds
  }

  /// Draws it; the number stands beside it, so the picture is silent to readers of screens.
  func draw(into out: inout HTMLText) {
    out.element(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 100 8", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { out in
      rectangle("track", 0, 100, &out)
      if gross > score { rectangle("gross", score, gross, &out) }
      rectangle("level-\(level ?? 0)", 0, score, &out)
      for bound in bounds where bound > 0 && bound < 100 {
        out.element(
          "line", ["class": "tick", "x1": "\(bound)", "x2": "\(bound)", "y1": "0", "y2": "8"],
          text: "")
      }
    }
  }

  private func rectangle(_ name: String, _ from: Double, _ to: Double, _ out: inout HTMLText) {
    out.element(
      "rect",
      [
        "class": name, "x": Self.number(from), "y": "0", "width": Self.number(max(0, to - from)),
        "height": "8",
      ], text: "")
  }

  /// Two decimals, without a locale.
  static func number(_ value: Double) -> String {
    Hundredths(count: Int((min(max(value, -1000), 1000) * 100).rounded())).description
  }
}

/// A company's sum as a small waterfall: every contribution begins where the one before ended, then the
/// relief goes back, and the score stands on its own.
///
/// It is a table of bars, so that it can be read aloud and fits a narrow screen.
struct SumPicture {
  /// A step of the waterfall, in hundredths.
  struct Step: Hashable {
    /// What it stands for.
    enum Kind: String {
      case gain
      case loss
      case total
    }
    var kind: Kind
    var label: String
    var from: Int
    var to: Int
    var text: String
  }

  /// The steps, in order.
  let steps: [Step]
  private let level: Int?
  private let bounds: [Double]
  private let end: Double

  /// Gathers the steps; beyond `Limits.bars` the smallest are one.
  init(_ company: AuditReport.Company, level: Int?, bounds: [Double]) {
    self.level = level
    self.bounds = bounds
    var parts: [(label: String, points: Int)] = []
    for part in company.contributions where part.grossPoints != 0 {
      let label = "\(part.signal), \(part.stance.rawValue), \(part.voice)"
      parts.append((label, part.grossPoints.hundredths.count))
    }
    if parts.count > Limits.bars {
      let rest = parts[(Limits.bars - 1)...]
      parts =
        parts.prefix(Limits.bars - 1)
        + [("\(rest.count) smaller ones", rest.reduce(0) { $0 + $1.points })]
    }
    var steps: [Step] = []
    var place = 0
    for part in parts {
      steps.append(
        Step(
          kind: .gain, label: part.label, from: place, to: place + part.points,
          text: Hundredths(count: part.points).description))
      place += part.points
    }
    let score = company.score.hundredths.count
    if company.relief != 0 {
      steps.append(
        Step(
          kind: .loss, label: "relief by what speaks for it", from: place, to: score,
          text: company.relief.points))
    }
    steps.append(
      Step(kind: .total, label: "Score", from: 0, to: score, text: company.score.points))
    self.steps = steps
    // The scale ends at the first bound of a band that leaves all in sight, else at 100.
    let most = Double(max(place, score)) / 100
    end = bounds.sorted().first { $0 >= most } ?? 100
  }

  /// Draws it.
  func draw(into out: inout HTMLText) {
    out.element("table", ["class": "waterfall"]) { out in
      for (number, step) in steps.enumerated() {
        let next = number + 1 < steps.count ? steps[number + 1] : nil
        out.element("tr", ["class": step.kind.rawValue]) { out in
          out.element("th", ["scope": "row"]) { $0.name(step.label) }
          out.element("td", ["class": "plot"]) { bar(step, next, &$0) }
          out.element("td", ["class": "number"], text: step.text)
        }
      }
    }
    out.element(
      "p", ["class": "scale"],
      text: "Scale 0 to \(ScoreBar.number(end).replacing(".00", with: "")); lines: bands.")
  }

  private func bar(_ step: Step, _ next: Step?, _ out: inout HTMLText) {
    let attributes: HTMLText.Attributes = [
      "viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria-hidden": "true",
    ]
    out.element("svg", attributes) { out in
      for bound in bounds where bound > 0 && bound < end {
        line("tick", scaled(bound), 0, 10, &out)
      }
      let from = scaled(Double(min(step.from, step.to)) / 100)
      let to = scaled(Double(max(step.from, step.to)) / 100)
      let name = step.kind == .total ? "level-\(level ?? 0)" : step.kind.rawValue
      out.element(
        "rect",
        [
          "class": name, "x": ScoreBar.number(from), "y": "2",
          "width": ScoreBar.number(to > from ? max(to - from, 0.4) : 0), "height": "6",
        ], text: "")
      // The thread to the next bar: it begins where this one ended.
      if next != nil { line("thread", scaled(Double(step.to) / 100), 8, 10, &out) }
      let before = step.kind == .total ? step.to : step.from
      if before > 0, step != steps.first {
        line("thread", scaled(Double(before) / 100), 0, 2, &out)
      }
    }
  }

  private func line(_ name: String, _ x: Double, _ top: Int, _ foot: Int, _ out: inout HTMLText) {
    let x = ScoreBar.number(x)
    out.element(
      "line", ["class": name, "x1": x, "x2": x, "y1": "\(top)", "y2": "\(foot)"], text: "")
  }

  private func scaled(_ value: Double) -> Double { end > 0 ? value / end * 100 : 0 }
}
