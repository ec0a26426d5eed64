internal import Measurement
internal import Scenarios
internal import Timeline

/// `horizon:` — days, zone, and days after it.
struct HorizonLines: Sendable {
  var horizon: Horizon
  var zone: ProgramZone
  /// Days after the horizon with nothing offered; nothing if there are none.
  var runOffDays: Int?
}

extension Form where Value == HorizonLines {
  /// `horizon:` — from when, how long, in which zone, and how long lives go on after it.
  static var horizon: Form {
    ObjectForm(
      "horizon", "The days a run looks at.",
      keys: .required("from", .date, "The first day."),
      .required("days", .span, "How long: a number of days, or 12 months."),
      .required("zone", .zone, "The time zone that the program lives in."),
      .optional(
        "run-off", .span,
        "Days after the horizon on which every scheme has ended and people live on: which orders an "
          + "arm borrowed from later, and which it leaves behind.",
        fallback: "lives end with the horizon")
    ) { node, reading, from, span, zone, runOff in
      let days = span.days(from: from)
      guard (1...3660).contains(days) else {
        reading.report(
          node.valuePlace(of: "days"), "a horizon has 1 to 3660 days, not \(days)")
        return nil
      }
      let after = runOff.map { $0.days(from: from.advanced(by: days)) }
      guard after.map({ (1...Scenario.mostRunOffDays).contains($0) }) ?? true else {
        reading.report(
          node.valuePlace(of: "run-off"),
          "a run-off has 1 to \(Scenario.mostRunOffDays) days, not \(after ?? 0)",
          hint: "without it, lives end with the horizon")
        return nil
      }
      return HorizonLines(
        horizon: Horizon(firstDay: from, dayCount: days), zone: zone, runOffDays: after)
    }.form
  }
}

extension HorizonLines {
  /// Whether no line looks at days after the horizon that are not lived through, and they are asked for
  /// only where lives go on.
  func check(
    _ expectations: [Expectation], _ replications: ReplicationLines, _ node: LocatedNode,
    _ reading: Reading, isSmallModel: Bool
  ) -> Bool {
    let before = reading.reportCount
    if runOffDays != nil, isSmallModel {
      reading.report(
        node["horizon"]?.entry("run-off")?.place ?? node.place,
        "the small model ends with the horizon",
        hint: "remove run-off:, or write occasions: renewal")
    }
    guard runOffDays == nil else { return reading.reportCount == before }
    let lines =
      Array(zip(expectations.map(\.metric), node["expect"]?.elements ?? []))
      + zip(
        replications.rule?.lines.map(\.metric) ?? [],
        node["replications"]?["until"]?.elements ?? [])
    for (metric, line) in lines where metric.needsRunOff {
      reading.report(
        line.valuePlace(of: "metric"),
        "\(metric.rawValue) looks at days after the horizon, and there are none",
        hint: "add run-off to horizon:, as in run-off: 90 days")
    }
    return reading.reportCount == before
  }
}
