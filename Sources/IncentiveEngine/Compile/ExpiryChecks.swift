import Quantities

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
    list.check(points?.extensions ?? [], tierCount: tiers?.tiers.count ?? 0)
    if let rule = points?.reinstatement { list.check(rule) }
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func check(_ extensions: [ExpiryExtension], tierCount: Int) {
    require(
      extensions.count <= ExpiryExtension.maximumCount, "points.extend",
      "a scheme has at most \(ExpiryExtension.maximumCount) extensions")
    for (position, rule) in extensions.enumerated() {
      let path = "points.extend.\(position + 1)"
      if case .reaching(let tier) = rule.trigger {
        require((1..<max(2, tierCount)).contains(tier), path, "nobody rises to such a tier")
      }
      switch rule.by {
      case .days(let days): require((1...7300).contains(days), path, "must be 1 to 7300 days")
      case .months(let months):
        require((1...240).contains(months), path, "must be 1 to 240 months")
      }
    }
  }

  fileprivate mutating func check(_ rule: Reinstatement) {
    let path = "points.reinstate"
    require((1...3660).contains(rule.withinDays), "\(path).within", "must be 1 to 3660 days")
    require(rule.share, "\(path).share")
    require(
      rule.share > .zero && rule.share <= .one, "\(path).share", "must be above 0%, at most 100%")
    require(amount: rule.minimumPaid.minor, "\(path).min-spend")
  }
}

extension ExpiryRule {
  /// Whether the account's activity keeps points alive.
  var slides: Bool { if case .afterInactivity = self { true } else { false } }
}
