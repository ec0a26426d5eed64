internal import Foundation
public import Patterns

/// The scorecard as people read it: the count, a line a pattern, and what each cannot do without.
public enum ScorecardMarkdown {
  /// The page.
  public static func text(of card: Scorecard) -> String {
    [
      "# Scorecard", "", sentence(of: card), "",
      "Each situation was lived through \(card.replications) times with new luck; ± is the standard "
        + "error of the mean over them. Roles are those declared in "
        + "[patterns](../docs/patterns.md) before anything was tuned.",
      "", table(of: card), "", failures(of: card), knockouts(of: card),
    ].joined(separator: "\n")
  }

  /// The honest sentence.
  public static func sentence(of card: Scorecard) -> String {
    let count = card.count
    return "The model reproduces \(count.mechanismReproduced) of \(count.mechanism) published "
      + "patterns that need a mechanism, \(count.calibratedReproduced) of them calibrated, and "
      + "\(count.dockedReproduced) of \(count.docked) that another model gives; "
      + "\(count.notModeled) are not modeled."
  }

  private static func table(of card: Scorecard) -> String {
    let head =
      "| | pattern | role | statistic | value | band | verdict |\n"
      + "|---|---|---|---|---|---|---|"
    let lines = card.patterns.map { line in
      "| \(line.id) | \(line.pattern) | \(line.role) | \(statistics(of: line) { $0.statistic }) "
        + "| \(statistics(of: line, value)) | \(statistics(of: line, band)) | \(line.verdict) |"
    }
    return ([head] + lines).joined(separator: "\n")
  }

  private static func statistics(
    of line: Scorecard.Line, _ text: (Scorecard.Condition) -> String
  ) -> String { line.conditions.map(text).joined(separator: "<br>") }

  private static func value(_ condition: Scorecard.Condition) -> String {
    guard let value = condition.value else { return "–" }
    let mark = condition.holds ? "" : " ✗"
    guard let error = condition.error else { return number(value) + mark }
    return "\(number(value)) ± \(number(error))\(mark)"
  }

  private static func band(_ condition: Scorecard.Condition) -> String {
    switch (condition.low, condition.high) {
    case (let low?, let high?): low == high ? number(low) : "\(number(low)) to \(number(high))"
    case (let low?, nil): "from \(number(low))"
    case (nil, let high?): "to \(number(high))"
    case (nil, nil): "–"
    }
  }

  /// Three significant digits, whole numbers whole.
  private static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e6 { return String(Int(value)) }
    if abs(value) >= 1000 { return String(format: "%.0f", value) }
    return String(format: "%.3g", value)
  }

  private static func failures(of card: Scorecard) -> String {
    let failed = card.patterns.filter { $0.reason != nil }
    guard !failed.isEmpty else { return "" }
    let lines = failed.map { "- **\($0.id)**, \($0.verdict): \($0.reason ?? "")" }
    return (["## What is missing, and why", ""] + lines + [""]).joined(separator: "\n")
  }

  /// Which mechanisms each pattern is lost without; `·` where it survives, `–` where the mechanism found
  /// nothing to act on, blank where the situation's members have no such mechanism.
  private static func knockouts(of card: Scorecard) -> String {
    let reproduced = card.patterns.filter { !$0.knockouts.isEmpty && $0.verdict == "reproduced" }
    let measured = reproduced.filter { !isTooNear($0) }
    guard !measured.isEmpty else { return "" }
    let undecided = reproduced.filter(isTooNear).map(\.id).joined(separator: ", ")
    var names: [String] = []
    for line in measured {
      for name in line.knockouts.filter(\.isInSituation).map(\.mechanism)
      where !names.contains(name) {
        names.append(name)
      }
    }
    let head =
      "| |" + names.map { " \($0) |" }.joined() + "\n|---|"
      + names.map { _ in "---|" }.joined()
    let lines = measured.map { line in
      "| \(line.id) |" + names.map { " \(mark(line, $0)) |" }.joined()
    }
    let legend =
      "One mechanism off at a time: **lost** where the pattern needs it as declared, · where it "
      + "survives; ✗ where it went otherwise than declared."
    let open =
      undecided.isEmpty
      ? ""
      : " Not told: \(undecided), which lie so near the edge of a band that the few replications "
        + "of a knock-out lose them whatever is off."
    return (["## Knock-outs", "", legend + open, "", head] + lines + [""]).joined(separator: "\n")
  }

  /// Whether most knock-outs lose a pattern: then it is luck that loses it, not the mechanism.
  private static func isTooNear(_ line: Scorecard.Line) -> Bool {
    let lived = line.knockouts.filter(\.isInSituation)
    return lived.count { !$0.reproduced } * 2 > lived.count
  }

  private static func mark(_ line: Scorecard.Line, _ name: String) -> String {
    guard let knockout = line.knockouts.first(where: { $0.mechanism == name }) else { return "" }
    guard knockout.isInSituation else { return line.exceptions.contains(name) ? "– ✗" : "–" }
    let mark = knockout.reproduced ? "·" : "**lost**"
    return line.exceptions.contains(name) ? "\(mark) ✗" : mark
  }
}
