import Quantities
import Timeline

extension Scheme {
  /// What is wrong with the rules against abuse.
  var riskProblems: [SchemeProblem] {
    guard let risk else { return [] }
    var list = ProblemList()
    list.require(
      risk.velocity.count <= RiskPolicy.maximumVelocityCount, "risk.velocity",
      "there are at most \(RiskPolicy.maximumVelocityCount) rules")
    list.requireUnique(risk.velocity.map(\.name), "risk.velocity")
    for rule in risk.velocity { list.check(rule) }
    if let linked = risk.linked {
      list.require(
        (1...1000).contains(linked.accounts), "risk.linked.accounts", "must be 1 to 1000")
      list.require(!linked.marks.isEmpty, "risk.linked.by", "names neither device nor address")
      list.require(!linked.benefits.isEmpty, "risk.linked.benefits", "names no benefit")
      list.check(linked.action, "risk.linked")
    }
    if let rings = risk.rings {
      list.require(referral != nil, "risk.rings", "the scheme has no referral program")
      list.require(!rings.isEmpty, "risk.rings", "names neither device nor address")
    }
    if let order = risk.minimumOrder { list.require(amount: order.minor, "risk.minimum-order") }
    if let large = risk.largeAward {
      list.require(amount: large.above.count, "risk.large-award.above")
      list.requireHold(large.action, "risk.large-award")
    }
    if let large = risk.largeRedemption {
      list.require(amount: large.count, "risk.large-redemption")
    }
    if let loop = risk.refundLoop { list.check(loop, of: self) }
    list.require(
      (0...10_000).contains(risk.review.minutes), "risk.review.minutes", "must be 0 to 10000")
    list.require(amount: risk.review.cost.minor, "risk.review.cost")
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func check(_ rule: RiskPolicy.Velocity) {
    let path = "risk.velocity.\(rule.name)"
    require(
      (1...RiskPolicy.Velocity.maximumCount).contains(rule.count), path,
      "counts 1 to \(RiskPolicy.Velocity.maximumCount)")
    require((1...527_040).contains(rule.minutes), path, "has a window of a minute to 366 days")
    require(rule.action != .clawBack, path, "can refuse, hold or ask for a review, not claw back")
    check(rule.action, path)
  }

  fileprivate mutating func check(_ loop: RiskPolicy.RefundLoop, of scheme: Scheme) {
    let path = "risk.refund-loops"
    require(scheme.refunds != nil, path, "the scheme has no refunds")
    require((1...100).contains(loop.orders), "\(path).of-last", "must be 1 to 100 orders")
    require((1...366).contains(loop.days), "\(path).within", "must be 1 to 366 days")
    require(loop.refunds != nil || loop.share != nil, path, "states neither refunds nor share")
    if let refunds = loop.refunds {
      require(
        (1...max(1, loop.orders)).contains(refunds), "\(path).refunds",
        "must be 1 to the number of orders that are looked at")
    }
    if let share = loop.share {
      require(
        share >= .zero && share < Rate(1), "\(path).share", "must be 0% or more, and below 100%")
    }
    check(loop.action, path)
  }

  fileprivate mutating func requireHold(_ action: RiskPolicy.Action, _ path: String) {
    switch action {
    case .hold, .review: check(action, path)
    case .refuse, .clawBack: require(false, "\(path).action", "must be hold or review")
    }
  }

  /// Days of a hold are few enough to reckon with.
  fileprivate mutating func check(_ action: RiskPolicy.Action, _ path: String) {
    switch action {
    case .hold(let days), .review(.some(let days)):
      require((0...366).contains(days), "\(path).action", "holds for 0 to 366 days")
    case .review(nil), .refuse, .clawBack: break
    }
  }
}
