import Quantities
import Timeline

extension Scheme {
  /// What is wrong with the referral program.
  var referralProblems: [SchemeProblem] {
    guard let referral else { return [] }
    var list = ProblemList()
    if let profile = referral.profile {
      list.require(
        points?.interactions.contains { $0.name == profile } ?? false, "referral.valid.profile",
        "is \"\(profile)\", but the scheme has no such rule of interaction")
    }
    if let order = referral.order { list.require(amount: order.minor, "referral.valid.order") }
    if let days = referral.withinDays {
      list.require((1...3660).contains(days), "referral.valid.within", "must be 1 to 3660 days")
    }
    list.checkWaiting(referral, of: self)
    for (path, reward) in referral.rewards { list.check(reward, of: self, path) }
    list.require(
      !referral.rewards.isEmpty, "referral", "rewards nobody: needs inviter, friend or bonuses")
    list.require(
      referral.bonuses.count <= ReferralProgram.maximumBonusCount, "referral.bonuses",
      "there are at most \(ReferralProgram.maximumBonusCount) bonuses")
    let counts = referral.bonuses.map(\.invitations)
    list.require(
      counts.allSatisfy { (1...10_000).contains($0) }, "referral.bonuses",
      "take 1 to 10000 valid invitations")
    list.require(
      zip(counts, counts.dropFirst()).allSatisfy { $0 < $1 }, "referral.bonuses",
      "each takes more invitations than the one before it")
    if let limit = referral.limit {
      list.require((1...10_000).contains(limit.count), "referral.limit", "must be 1 to 10000")
    }
    return list.problems
  }
}

extension ReferralProgram {
  /// All rewards with their keys.
  fileprivate var rewards: [(path: String, reward: Reward)] {
    var list: [(String, Reward)] = []
    if let inviter { list.append(("referral.inviter", inviter)) }
    if let friend { list.append(("referral.friend", friend)) }
    for (position, bonus) in bonuses.enumerated() {
      list.append(("referral.bonuses.\(position + 1)", bonus.reward))
    }
    return list
  }

  /// The rewards that validity brings.
  fileprivate var validityRewards: [Reward] {
    [inviter, friendAt == .validity ? friend : nil].compactMap(\.self) + bonuses.map(\.reward)
  }
}

extension ProblemList {
  fileprivate mutating func check(
    _ reward: ReferralProgram.Reward, of scheme: Scheme, _ path: String
  ) {
    switch reward {
    case .points(let points):
      require(amount: points.count, "\(path).points")
      require(points > .zero, "\(path).points", "must be above zero")
      require(scheme.points != nil, "\(path).points", "the scheme has no points")
    case .coupon(let offer):
      requireRewardCoupon(offer, of: scheme, "\(path).coupon")
    }
  }

  fileprivate mutating func checkWaiting(_ referral: ReferralProgram, of scheme: Scheme) {
    guard referral.waitsForReturnWindow else { return }
    let path = "referral.valid.pending"
    require(
      referral.order != nil, path, "waits for an order's return window, but asks for no order")
    require(
      scheme.refunds?.windowDays != nil, path,
      "waits for the end of the return window, but refunds has no window")
    let hasCoupon = referral.validityRewards.contains {
      if case .coupon = $0 { true } else { false }
    }
    require(!hasCoupon, path, "points can wait, a coupon cannot: it is withdrawn if still unused")
  }
}
