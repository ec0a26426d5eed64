extension Scheme {
  /// What is wrong with when points become active.
  var activationProblems: [SchemeProblem] {
    guard let points else { return [] }
    var list = ProblemList()
    let hasWindow = refunds?.windowDays != nil
    list.check(points.activation, "points.pending", points, hasReturnWindow: hasWindow)
    for rule in points.rules {
      guard let activation = rule.activation else { continue }
      list.check(
        activation, "points.earn.\(rule.name).pending", points, hasReturnWindow: hasWindow)
    }
    for rule in points.interactions {
      list.check(withoutOrder: rule.activation, "points.interactions.\(rule.name).pending", points)
    }
    list.check(
      withoutOrder: points.registrationActivation, "points.registration-pack.pending", points)
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func check(
    _ rule: ActivationRule, _ path: String, _ points: PointsProgram, hasReturnWindow: Bool
  ) {
    switch rule {
    case .atOnce: return
    case .afterDays(let days, _): check(.afterDays(days, roundedTo: nil), path)
    case .afterMonths(let months, _): check(.afterMonths(months, roundedTo: nil), path)
    case .onDates(let dates, let days): check(.onDates(dates, leastDays: days), path)
    case .afterReturnWindow:
      require(
        hasReturnWindow, path, "waits for the end of the return window, but refunds has no window")
    case .onEvent(let event, let days):
      require((1...3660).contains(days), "\(path).within", "must be 1 to 3660 days")
      guard case .interaction(let name) = event else { return }
      require(
        points.interactions.contains { $0.name == name }, "\(path).until",
        "waits for \"\(name)\", but the scheme has no such rule of interaction")
    }
  }

  fileprivate mutating func check(
    withoutOrder rule: ActivationRule, _ path: String, _ points: PointsProgram
  ) {
    require(
      rule != .afterReturnWindow, path,
      "waits for the end of a return window, but there is no order to return")
    if rule != .afterReturnWindow { check(rule, path, points, hasReturnWindow: false) }
  }
}

extension PointsProgram {
  /// Whether any points are pending at first.
  var hasPending: Bool {
    activation != .atOnce || registrationActivation != .atOnce
      || rules.contains { ($0.activation ?? .atOnce) != .atOnce }
      || interactions.contains { $0.activation != .atOnce }
  }
}
