extension Scheme {
  /// What is wrong with when points become active.
  var activationProblems: [SchemeProblem] {
    guard let points else { return [] }
    var list = ProblemList()
    let hasWindow = refunds?.windowDays != nil
    list.check(points.activation, "points.pending", hasReturnWindow: hasWindow)
    for rule in points.rules {
      guard let activation = rule.activation else { continue }
      list.check(activation, "points.earn.\(rule.name).pending", hasReturnWindow: hasWindow)
    }
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func check(
    _ rule: ActivationRule, _ path: String, hasReturnWindow: Bool
  ) {
    switch rule {
    case .atOnce: return
    case .afterDays(let days, _): check(.afterDays(days, roundedTo: nil), path)
    case .afterMonths(let months, _): check(.afterMonths(months, roundedTo: nil), path)
    case .onDates(let dates, let days): check(.onDates(dates, leastDays: days), path)
    case .afterReturnWindow:
      require(
        hasReturnWindow, path, "waits for the end of the return window, but refunds has no window")
    }
  }
}

extension PointsProgram {
  /// Whether any points that an order earns are pending at first.
  var hasPending: Bool {
    activation != .atOnce || rules.contains { ($0.activation ?? .atOnce) != .atOnce }
  }
}
