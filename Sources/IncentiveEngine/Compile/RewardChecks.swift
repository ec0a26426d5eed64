import Quantities

extension Scheme {
  /// What is wrong with the points mall.
  var rewardProblems: [SchemeProblem] {
    var list = ProblemList()
    list.require(
      rewards.count <= Self.maximumRewardCount, "rewards",
      "a points mall has at most \(Self.maximumRewardCount) rewards")
    list.require(
      rewards.isEmpty || points != nil, "rewards", "cost points, but the scheme has no points rule")
    list.requireUnique(rewards.map(\.name), "rewards")
    list.require(
      rewards.count { $0.automaticPerDay != nil } <= 1, "rewards",
      "at most one reward is taken by itself: two would race for the same points")
    for reward in rewards {
      let path = "rewards.\(reward.name)"
      list.require(amount: reward.price.count, "\(path).price")
      list.require(reward.price > .zero, "\(path).price", "must be above zero")
      list.check(reward.content, of: self, path)
      list.check(reward.window, path)
      list.check(reward, tierCount: tiers?.tiers.count ?? 0, path)
    }
    return list.problems
  }

  /// What is wrong with the stamp card.
  var stampProblems: [SchemeProblem] {
    guard let card = stampCard else { return [] }
    var list = ProblemList()
    list.require((1...1000).contains(card.size), "stamps.size", "must be 1 to 1000 stamps")
    list.require(
      (0..<max(1, card.size)).contains(card.startStamps), "stamps.start",
      "must leave at least one stamp to be earned")
    if let days = card.validDays {
      list.require((1...7300).contains(days), "stamps.valid", "must be 1 to 7300 days")
    }
    if case .perOrder(let minimum) = card.earning {
      list.require(amount: minimum.minor, "stamps.from")
    }
    list.check(card.reward, of: self, "stamps")
    return list.problems
  }
}

extension ProblemList {
  fileprivate mutating func check(_ content: RewardContent, of scheme: Scheme, _ path: String) {
    switch content {
    case .item(let cost, let value):
      require(amount: cost.minor, "\(path).cost")
      require(amount: value.minor, "\(path).value")
    case .coupon(let offer):
      requireRewardCoupon(offer, of: scheme, "\(path).coupon")
    }
  }

  fileprivate mutating func check(_ window: PromotionWindow, _ path: String) {
    switch window {
    case .always, .dates: return
    case .dayOfMonth(let day): requireDayOfMonth(day, path)
    case .weekday(let weekday): requireWeekday(weekday, path)
    }
  }

  fileprivate mutating func check(_ reward: Reward, tierCount: Int, _ path: String) {
    if let tier = reward.lowestTier {
      require((0..<tierCount).contains(tier), "\(path).tier", "there is no such tier")
    }
    if let stock = reward.stock {
      require((1...1_000_000_000).contains(stock), "\(path).stock", "must be at least 1")
    }
    if let limit = reward.limit {
      require((1...1_000_000).contains(limit.count), "\(path).limit", "must be at least 1")
    }
    if let most = reward.automaticPerDay {
      require((1...10).contains(most), "\(path).automatic", "must be 1 to 10 a day")
    }
  }
}
