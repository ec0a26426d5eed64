import PointsLedger
import Quantities
import Timeline

// What rules against abuse say of an account before something happens (M53): quotes and orders see
// the same. All of it is worked out from flat numbers, without allocation.
extension LoyaltyEngine {
  /// Where an account stands at a minute; only schemes with rules against abuse ask for it.
  func riskStance(
    of account: Int, _ accounts: borrowing SchemeAccounts, scheme: Int, at minute: Minute
  ) -> RiskStance {
    var stance = RiskStance()
    let day = minute.day.index
    let rule = RuleID(UInt16(truncatingIfNeeded: accounts.risk[account, .rule]))
    if accounts.risk[account, .refusedUntil] > day {
      let reason = UInt8(truncatingIfNeeded: accounts.risk[account, .reason])
      stance.earning = Refusal(rawValue: reason) ?? .fraudHold
      (stance.coupons, stance.rule) = (stance.earning, rule)
      return stance
    }
    if accounts.risk[account, .heldUntil] > day {
      stance.heldUntil = accounts.risk[account, .heldUntil]
      (stance.coupons, stance.rule) = (.fraudHold, rule)
    }
    let program = Int(programs[scheme].risk)
    for index in risks[program].firstRing..<risks[program].firstRing + risks[program].ringCount
    where riskRings[index].action == .refuse
      && accounts.risk.isFull(riskRings[index], account, at: minute)
    {
      switch riskRings[index].activity {
      case .orders: (stance.earning, stance.coupons) = (.velocity, .velocity)
      case .awards: stance.earning = .velocity
      case .coupons: stance.coupons = .velocity
      case .refunds: continue
      }
      stance.rule = riskRings[index].rule
    }
    return stance
  }

  /// The velocity rules of a scheme.
  func riskRings(of scheme: Int) -> ArraySlice<RiskRing> {
    guard programs[scheme].hasRisk else { return [] }
    return riskRings[risks[Int(programs[scheme].risk)].rings]
  }

  /// Why an order of this price earns nothing, and by which rule.
  @inline(__always)
  func riskRefusal(ofPrice price: Int64, _ touch: Touch) -> (refusal: Refusal, rule: RuleID) {
    let risk = Int(programs[touch.scheme].risk)
    if price < risks[risk].minimumOrder { return (.belowThreshold, risks[risk].minimumRule) }
    return (touch.risk.earning, touch.risk.rule)
  }

  /// The most points that an account may spend at once.
  func riskRoom(_ account: Int, _ accounts: borrowing SchemeAccounts, _ touch: Touch) -> Int64 {
    accounts.risk.has(RiskBook.vouched, account)
      ? .max : risks[Int(programs[touch.scheme].risk)].mostSpent
  }

  /// How many other accounts that share a mark with an account have enjoyed a benefit.
  func linkedCount(
    of account: Int, by marks: IdentityMarks, enjoying benefit: RiskPolicy.Benefits,
    _ accounts: borrowing SchemeAccounts
  ) -> Int {
    guard !accounts.invitations.identities.isEmpty else { return 0 }
    let identities = accounts.invitations.identities.span
    let own = identities[account]
    var count = 0
    for other in identities.indices
    where other != account && accounts.risk.has(Int32(benefit.rawValue), other)
      && identities[other].isSame(as: own, by: marks)
    {
      count += 1
    }
    return count
  }

  /// Whether an invitation leads back, over others, to who is invited.
  func closesRing(
    _ identity: AccountIdentity, invitedBy inviter: Int, scheme: Int,
    _ accounts: borrowing SchemeAccounts
  ) -> Bool {
    guard programs[scheme].hasRisk,
      let marks = risks[Int(programs[scheme].risk)].policy.rings
    else { return false }
    var ancestor = inviter
    // Merged accounts might lead in a circle.
    for _ in 0..<accounts.invitations.list.count {
      let index = Int(accounts.invitations.newest(of: ancestor))
      guard index >= 0 else { return false }
      ancestor = Int(accounts.invitations.list[index].inviter)
      if accounts.invitations.identity(of: ancestor).isSame(as: identity, by: marks) {
        return true
      }
    }
    return false
  }
}
