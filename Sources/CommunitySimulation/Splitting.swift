internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// Orders that a hunter splits because what each order brings is worth more than what one brings (M53).
///
/// The occasion is one order in the tally, with the terms of its parts together; the engine sees them
/// one after another. Orders that are paid later, and those under budgets that all communities share,
/// are never split.
extension ArmRun {
  /// The cheapest number of parts for an accepted order of a hunter; nothing if it stays whole.
  func parts(of occasion: Occasion, _ basket: borrowing Span<BasketLine>) -> [[BasketLine]]? {
    let person = Int(occasion.person)
    guard people[person].abuse == .hunters, isMeasuring, plan.arms[arm].invitesAbuse,
      let most = plan.abuse?.partCount, most > 1, !steering.isOn, fate(of: occasion) == .atOnce
    else { return nil }
    let whole = basket.indices.map { basket[$0] }
    var best = (cost: cost(of: [whole], occasion), parts: [[BasketLine]]())
    for count in 2...most {
      guard let parts = Self.split(whole, into: count) else { break }
      let cost = cost(of: parts, occasion)
      if cost < best.cost { best = (cost, parts) }
    }
    return best.parts.isEmpty ? nil : best.parts
  }

  /// What orders one after another would cost a member, less what they would bring.
  private func cost(of parts: [[BasketLine]], _ occasion: Occasion) -> Int64 {
    let minute = Minute(index: occasion.minute)
    let account = account(for: occasion)
    let face = plan.face(ofArm: arm)
    var accounts = accounts
    var sink = Unobserved()
    var cost: Int64 = 0
    for part in parts {
      let quote = plan.engine.quote(part.span, for: account, in: accounts, at: minute)
      let decision = plan.engine.handle(
        .order(offers: quote.offers, points: .zero), basket: part.span, for: account,
        in: &accounts, at: minute, into: &sink)
      cost +=
        decision.paid.minor - decision.rewardValue.minor - decision.privilegeValue.minor
        - face.of(decision.earnedPoints.count, rounding: .down)
    }
    return cost
  }

  /// A basket in so many parts: an amount evenly, items in turn; nothing if there are too few.
  private static func split(_ basket: [BasketLine], into count: Int) -> [[BasketLine]]? {
    if let line = basket.first, basket.count == 1, line.item == 0 {
      let parts = LargestRemainder.split(line.listMinor, by: Array(repeating: 1, count: count))
      return parts.contains(0) ? nil : parts.map { [BasketLine(listMinor: $0)] }
    }
    guard basket.count >= count else { return nil }
    return (0..<count).map { part in
      stride(from: part, to: basket.count, by: count).map { basket[$0] }
    }
  }

  /// Places the parts of an order one after another; what they came to together.
  mutating func placeParts(_ parts: [[BasketLine]], _ occasion: Occasion) -> Decision {
    var all = Decision()
    let list = parts.reduce(0) { $0 + $1.reduce(0) { $0 + $1.listMinor } }
    for (position, part) in parts.enumerated() {
      let quote = plan.engine.quote(
        part.span, for: account(for: occasion), in: accounts,
        at: Minute(index: occasion.minute))
      quotedCount += 1
      let decision = place(.atOnce, occasion, part.span, quote, .zero)
      noteAward()
      if position == 0 { all = decision } else { all.add(decision) }
      guard plan.returns != nil, decision.order != nil else { continue }
      var share = occasion
      share.costMinor = Rate(decision.terms.list.minor, over: max(1, list)).of(
        occasion.costMinor, rounding: .halfUp)
      planReturn(of: share, part.span, order: decision.order, isCounted: isCounting)
    }
    noteForInvitations(all, occasion)
    tallyOrder(occasion, all)
    for part in parts { tallyLines(part.span) }
    tally.add(Int64(parts.count - 1), to: .splitOrders)
    return all
  }
}

extension Decision {
  /// Adds what another order of the same occasion came to.
  fileprivate mutating func add(_ other: Decision) {
    terms.list += other.terms.list
    terms.tierDiscount += other.terms.tierDiscount
    terms.promotionDiscount += other.terms.promotionDiscount
    terms.couponDiscount += other.terms.couponDiscount
    terms.offers.formUnion(other.terms.offers)
    terms.gifts.formUnion(other.terms.gifts)
    terms.giftCost += other.terms.giftCost
    terms.giftValue += other.terms.giftValue
    paid += other.paid
    earnedPoints += other.earnedPoints
    earnedGrowth += other.earnedGrowth
    granted.formUnion(other.granted)
    rewardCount += other.rewardCount
    rewardPoints += other.rewardPoints
    rewardCost += other.rewardCost
    rewardValue += other.rewardValue
    privileges.formUnion(other.privileges)
    privilegeCost += other.privilegeCost
    privilegeValue += other.privilegeValue
    earnedStamps += other.earnedStamps
    tierAfter = other.tierAfter
    if referral.change == .none { referral = other.referral }
  }
}
