import PointsLedger
import Quantities
import Timeline

// What rules against abuse do when an event is committed (M53).
extension LoyaltyEngine {
  /// Holds an account, by ``RiskPolicy/Action/hold(days:)`` or ``RiskPolicy/Action/review(days:)``.
  func hold(
    _ account: Int, by action: RiskPolicy.Action, _ reason: Refusal, _ rule: RuleID,
    _ accounts: inout SchemeAccounts, on day: Day, _ outcome: inout RiskOutcome
  ) {
    var until = Int32.max
    let isHeld = accounts.risk[account, .heldUntil] > day.index
    switch action {
    case .hold(let days), .review(.some(let days)): until = day.index + Int32(days) + 1
    case .review(nil): break
    case .refuse, .clawBack: preconditionFailure("a rule that refuses holds nothing")
    }
    if case .review = action, !accounts.risk.has(RiskBook.isAsked, account) || !isHeld {
      accounts.risk.set(RiskBook.isAsked, account)
      outcome.asksReview = true
    }
    accounts.risk[account, .heldUntil] = max(until, accounts.risk[account, .heldUntil])
    if !isHeld { name(rule, reason, account, &accounts) }
    outcome.note(.held, reason, by: rule)
  }

  /// Lets an account earn nothing and use no coupons before a day.
  func refuse(
    _ account: Int, until day: Int32, _ reason: Refusal, _ rule: RuleID,
    _ accounts: inout SchemeAccounts
  ) {
    accounts.risk[account, .refusedUntil] = max(day, accounts.risk[account, .refusedUntil])
    name(rule, reason, account, &accounts)
  }

  private func name(
    _ rule: RuleID, _ reason: Refusal, _ account: Int, _ accounts: inout SchemeAccounts
  ) {
    accounts.risk[account, .rule] = Int32(rule.index)
    accounts.risk[account, .reason] = Int32(reason.rawValue)
  }

  /// Counts something that an account does, which happens whatever rules say; one that would be
  /// refused does not count.
  func note(
    _ activity: RiskPolicy.Activity, of account: Int, _ accounts: inout SchemeAccounts,
    _ touch: inout Touch, _ outcome: inout RiskOutcome
  ) {
    let risk = Int(programs[touch.scheme].risk)
    let first = risks[risk].firstRing
    for index in first..<first + risks[risk].ringCount where riskRings[index].activity == activity {
      if accounts.risk.isFull(riskRings[index], account, at: touch.minute) {
        guard riskRings[index].action != .refuse else {
          outcome.note(.refused, .velocity, by: riskRings[index].rule)
          continue
        }
        hold(
          account, by: riskRings[index].action, .velocity, riskRings[index].rule, &accounts,
          on: touch.day, &outcome)
      }
      accounts.risk.note(riskRings[index], account, at: touch.minute)
    }
    noteHold(of: account, accounts, &touch)
  }

  /// Brings a touch up to date with a hold that began at its minute.
  func noteHold(of account: Int, _ accounts: borrowing SchemeAccounts, _ touch: inout Touch) {
    let until = accounts.risk[account, .heldUntil]
    guard until > touch.day.index, !touch.risk.isHeld else { return }
    touch.risk.heldUntil = until
    if touch.risk.coupons == .none { touch.risk.coupons = .fraudHold }
  }

  /// Counts an order that is paid, and the coupons that it takes out.
  @inline(never)
  func countOrderAgainstRisk(
    offers: OfferSet, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: inout Touch,
    _ outcome: inout RiskOutcome
  ) {
    if touch.risk.earning != .none {
      outcome.note(.refused, touch.risk.earning, by: touch.risk.rule)
    }
    note(.orders, of: account, &accounts, &touch, &outcome)
    guard offers.rawValue & programs[touch.scheme].coupons != 0 else { return }
    note(.coupons, of: account, &accounts, &touch, &outcome)
  }

  /// Counts an award before it is issued, and holds it if it is large.
  @inline(never)
  func countAward(
    of points: Int64, _ account: Int, _ accounts: inout SchemeAccounts, _ touch: inout Touch,
    _ outcome: inout RiskOutcome
  ) {
    guard points > 0 else { return }
    note(.awards, of: account, &accounts, &touch, &outcome)
    let risk = Int(programs[touch.scheme].risk)
    guard points > risks[risk].mostAwarded, !accounts.risk.has(RiskBook.vouched, account),
      let large = risks[risk].policy.largeAward
    else { return }
    var until = Int32.max
    switch large.action {
    case .hold(let days): until = touch.day.index + Int32(days) + 1
    case .review(let days):
      if let days { until = touch.day.index + Int32(days) + 1 }
      outcome.asksReview = true
    case .refuse, .clawBack: return
    }
    touch.risk.heldUntil = max(until, touch.risk.heldUntil)
    outcome.note(.held, .fraudHold, by: risks[risk].awardRule)
  }

  /// Whether an account may enjoy what is meant for a person once; what becomes of it otherwise.
  func admit(
    _ benefit: RiskPolicy.Benefits, _ account: Int, _ accounts: inout SchemeAccounts,
    scheme: Int, on day: Day, _ outcome: inout RiskOutcome
  ) -> Bool {
    guard programs[scheme].hasRisk else { return true }
    let risk = Int(programs[scheme].risk)
    if let linked = risks[risk].policy.linked, linked.benefits.contains(benefit),
      !accounts.risk.has(RiskBook.vouched, account),
      linkedCount(of: account, by: linked.marks, enjoying: benefit, accounts) >= linked.accounts
    {
      switch linked.action {
      case .refuse, .clawBack:
        outcome.note(.refused, .linkedAccounts, by: risks[risk].linkedRule)
        return false
      case .hold, .review:
        hold(
          account, by: linked.action, .linkedAccounts, risks[risk].linkedRule, &accounts, on: day,
          &outcome)
      }
    }
    accounts.risk.set(Int32(benefit.rawValue), account)
    return true
  }

  /// Whether a first order brings no coupon: it costs too little, the account earns nothing, or
  /// linked accounts have had theirs.
  @inline(never)
  func withholdsFirstOrder(
    _ account: Int, _ accounts: inout SchemeAccounts, _ touch: Touch, _ decision: inout Decision
  ) -> Bool {
    guard accounts.states[account].orderCount == 0,
      programs[touch.scheme].firstOrderCoupons != 0
    else { return false }
    guard riskRefusal(ofPrice: decision.terms.pay.minor, touch).refusal == .none else {
      return true
    }
    return !admit(
      .firstOrder, account, &accounts, scheme: touch.scheme, on: touch.day, &decision.risk)
  }

  /// Issues what an order earns under rules against abuse.
  @inline(never)
  func earnUnderRisk(
    by sale: Sale, _ basket: borrowing Span<BasketLine>, _ account: Int,
    _ accounts: inout SchemeAccounts, _ earning: Touch, at minute: Minute, atMost room: Int64,
    _ decision: inout Decision, into sink: inout some TransferSink
  ) {
    guard riskRefusal(ofPrice: sale.paid + sale.pointsPaid, earning).refusal == .none else {
      return
    }
    var earning = earning
    let expected = min(room, pointsEarned(by: sale, basket, account, accounts, earning))
    countAward(of: expected, account, &accounts, &earning, &decision.risk)
    decision.earnedPoints = Points(
      earn(
        by: sale, basket, account, &accounts, earning, at: minute, atMost: room, into: &sink))
  }
}
