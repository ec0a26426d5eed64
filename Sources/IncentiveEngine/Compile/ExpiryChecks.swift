extension Scheme {
  /// What is wrong with when points expire in single tiers, or under single rules.
  var expiryProblems: [SchemeProblem] {
    var list = ProblemList()
    for tier in tiers?.tiers ?? [] {
      guard let expiry = tier.expiry else { continue }
      let path = "tiers.\(tier.name).expire"
      list.require(points != nil, path, "needs points, which the scheme does not have")
      list.check(expiry, path)
      list.require(
        !expiry.slides || points?.expiry.slides ?? true, path,
        "all points of an account lapse together: expire: of points: must look at inactivity, too")
    }
    for rule in points?.rules ?? [] where rule.expiry?.slides ?? false {
      list.require(
        false, "points.earn.\(rule.name).expire",
        "all points of an account lapse together: only expire: of points: can look at inactivity")
    }
    return list.problems
  }
}

extension ExpiryRule {
  /// Whether the account's activity keeps points alive.
  var slides: Bool { if case .afterInactivity = self { true } else { false } }
}
