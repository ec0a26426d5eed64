internal import IncentiveEngine
internal import MemberBehavior
internal import Quantities
internal import Timeline

extension Stimulus {
  /// What a member sees of a quote: shares and distances, no rules.
  init(_ quote: Quote, at minute: Minute) {
    self.init()
    let list = Double(quote.list.minor)
    guard list > 0 else { return }
    priceShare = 1 - Double((quote.tierDiscount + quote.promotionDiscount).minor) / list
    couponShare = Double(quote.couponDiscount.minor) / list
    giftShare = Double((quote.giftValue + quote.privilegeValue).minor) / list
    if quote.rewardPoints > .zero {
      readPoints(quote, list, on: minute.day)
    }
    if quote.offersLastDay < .never {
      endingShare = Double((quote.promotionDiscount + quote.couponDiscount).minor) / list
      let end = quote.offersLastDay.advanced(by: 1).start
      daysToDeadline = Double(max(0, minute.distance(to: end))) / 1440
    }
    if quote.stampCardSize > 0 {
      stampsMissing = quote.stampsToReward
      let missing = Double(quote.stampsToReward) / Double(quote.stampCardSize)
      cardReward = RewardInSight(
        nearness: max(0, 1 - missing), share: Double(quote.stampReward.minor) / list)
      rewardNearness = max(rewardNearness, 1 - missing)
    }
    if quote.privilegeOrders > 0 {
      let missing = Double(quote.ordersToPrivilege) / Double(quote.privilegeOrders)
      privilegeReward = RewardInSight(
        nearness: max(0, 1 - missing), share: Double(quote.privilegeReward.minor) / list)
      rewardNearness = max(rewardNearness, 1 - missing)
    }
    if quote.tierSpan > 0 {
      let missing = Double(quote.toNextTier - quote.towardNextTier)
      tierNearness = min(1, max(0, 1 - missing / Double(quote.tierSpan)))
      tierGain = Double(quote.nextTierGainPerMille) / 1000
    }
  }

  /// Sees points that the order would make spendable beside those it earns, at what the smallest
  /// reward pays for them.
  mutating func readWaiting(_ points: Points, _ quote: Quote) {
    guard quote.rewardPoints > .zero, quote.list > .zero else { return }
    let each = Double(quote.rewardValue.minor) / Double(quote.rewardPoints.count)
    waitingShare = Double(points.count) * each / Double(quote.list.minor)
  }

  private mutating func readPoints(_ quote: Quote, _ list: Double, on day: Day) {
    let reward = Double(quote.rewardPoints.count)
    let pointValueShare = Double(quote.rewardValue.minor) / reward / list
    earnedShare = Double(quote.earnedPoints.count) * pointValueShare
    rewardNearness = max(0, 1 - Double(quote.pointsToReward.count) / reward)
    pointsReward = RewardInSight(
      nearness: rewardNearness, share: Double(quote.rewardValue.minor) / list)
    guard quote.nextExpiry < .never else { return }
    expiringShare = min(1, Double(quote.nextExpiryPoints.count) * pointValueShare)
    daysToExpiry = Double(max(0, day.distance(to: quote.nextExpiry)))
  }
}

extension ArmRun {
  /// What a member sees of a quote, with the points that wait for an order where the segment looks at
  /// them.
  @inline(__always)
  func read(_ quote: Quote, at occasion: Occasion, _ reaction: ReactionModel) -> Stimulus {
    let minute = Minute(index: occasion.minute)
    var stimulus = Stimulus(quote, at: minute)
    guard reaction.seesWaitingPoints else { return stimulus }
    stimulus.readWaiting(
      plan.engine.pointsBrought(
        byOrderAt: quote, for: account(for: occasion), in: accounts, at: minute), quote)
    return stimulus
  }
}
