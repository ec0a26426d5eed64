public import PointsLedger
public import Quantities
public import Timeline

/// What one rule did, or would do, with a basket, and why not if it did nothing.
public struct RuleFinding: Sendable, Hashable {
  /// What became of the rule.
  public enum Outcome: Sendable, Hashable {
    /// It takes part.
    case applied
    /// It could take part, and the least to pay is reached without it.
    case notNeeded
    /// It could take part, and the member did not ask for it.
    case notChosen
    /// It may not take part.
    case refused(Refusal)
  }

  /// What a rule works on: a purchase goes through the stages in this order.
  public enum Stage: UInt8, Sendable, Hashable, CaseIterable {
    /// The price: tiers, promotions, coupons.
    case price
    /// What points pay of the price.
    case payment
    /// The points that the purchase earns.
    case earning
    /// The growth value that it counts.
    case growth
  }

  /// The rule.
  public var rule: RuleID
  /// Its key below `scheme`, such as `offers.welcome`.
  public var name: String
  /// What it works on.
  public var stage: Stage
  /// What became of it.
  public var outcome: Outcome
  /// Money it takes off, or that its points pay; where the member did not choose it, what it would
  /// have been; zero otherwise.
  public var money: Money = .zero
  /// Points or growth value it earns, or points that are spent; where the member did not choose it,
  /// what it would have been; zero otherwise.
  public var points: Points = .zero
}

extension LoyaltyEngine {
  /// Every rule that looks at a basket, in the order in which the engine considers them: what it
  /// does in the best stack, or why not.
  ///
  /// The findings add up to the order on the terms of ``quote(_:for:in:at:)`` on which so many
  /// points are spent, or none if so many may not be; see ``Waterfall``. For reports, not for the
  /// hot path.
  public func explain(
    _ basket: borrowing Span<BasketLine>, spending points: Points, for account: Int,
    in accounts: borrowing SchemeAccounts, at minute: Minute
  ) -> [RuleFinding] {
    let state = accounts.states[account]
    guard state.isMember else {
      return [
        RuleFinding(rule: .none, name: "none", stage: .price, outcome: .refused(.notAMember))
      ]
    }
    if accounts.nextChange <= minute.index {
      return explain(
        basket, spending: points, for: account, in: settled(accounts, at: minute), at: minute)
    }
    let total = BasketTotal(basket)
    let quote = quote(basket, for: account, in: accounts, at: minute)
    let touch = touch(account, in: accounts, at: minute)
    let spent =
      programs[touch.scheme].maySpend(points.count, ofAtMost: quote.spendablePoints.count)
      ? points.count : 0
    let paid = quote.pay.minor - programs[touch.scheme].value(ofPoints: spent)
    var findings = tierFindings(quote, touch)
    findings +=
      programs[touch.scheme].pricesByLine
      ? offerFindingsByLine(quote, basket, state, touch) : offerFindings(quote, state, touch)
    if programs[touch.scheme].privilegeCount > 0 { findings += privilegeFindings(quote, touch) }
    findings += paymentFindings(quote, spending: points.count, touch)
    if programs[touch.scheme].hasPoints {
      let sale = Sale(
        list: total.list, paid: paid, pointsPaid: quote.pay.minor - paid, items: total.items)
      findings += earningFindings(
        sale, basket, account, accounts, playing(quote.offers.rawValue, touch))
    }
    if programs[touch.scheme].hasReferral {
      findings += referralFindings(paid: paid, account, accounts, touch)
    }
    if programs[touch.scheme].hasRisk {
      findings = withinRisk(findings, price: quote.pay.minor, touch)
    }
    findings += growthFindings(paid: paid, touch)
    if !schemes[touch.scheme].scheme.budgets.isEmpty {
      findings = withinBudgets(
        findings, basket, quote, spending: spent, account, accounts, touch)
    }
    return findings.map { finding in
      var finding = finding
      finding.name = schemes[touch.scheme].ruleName(finding.rule)
      return finding
    }
  }

  func finding(
    _ rule: RuleID, _ stage: RuleFinding.Stage, _ outcome: RuleFinding.Outcome = .applied,
    money: Int64 = 0, points: Int64 = 0
  ) -> RuleFinding {
    RuleFinding(
      rule: rule, name: "", stage: stage, outcome: outcome, money: Money(minor: money),
      points: Points(points))
  }

  private func paymentFindings(
    _ quote: Quote, spending points: Int64, _ touch: Touch
  ) -> [RuleFinding] {
    let program = programs[touch.scheme]
    guard program.stepPoints > 0 else { return [] }
    let most = quote.spendablePoints.count
    guard program.maySpend(points, ofAtMost: most), most > 0 else {
      return [finding(RuleNumber.redeem, .payment, .refused(.pointsNotSpendable))]
    }
    let chosen = points > 0 ? points : most
    return [
      finding(
        RuleNumber.redeem, .payment, points > 0 ? .applied : .notChosen,
        money: program.value(ofPoints: chosen), points: chosen)
    ]
  }

  private func growthFindings(paid: Int64, _ touch: Touch) -> [RuleFinding] {
    guard schemes[touch.scheme].scheme.growth != nil else { return [] }
    let counted = programs[touch.scheme].growthShare.of(paid)
    return [finding(RuleNumber.growth, .growth, points: counted)]
  }

  /// The price of the member's tier; other tiers are other members'.
  private func tierFindings(_ quote: Quote, _ touch: Touch) -> [RuleFinding] {
    schemes[touch.scheme].tierNames.indices.map { tier in
      let rule = schemes[touch.scheme].rule(tier: tier)
      return tier == touch.tier
        ? finding(rule, .price, money: quote.tierDiscount.minor)
        : finding(rule, .price, .refused(.notInAudience))
    }
  }

  private func offerFindings(
    _ quote: Quote, _ state: AccountState, _ touch: Touch
  ) -> [RuleFinding] {
    let program = programs[touch.scheme]
    let tierPrice = quote.list.minor - quote.tierDiscount.minor
    let stack = quote.offers.rawValue
    var left = tierPrice
    return (0..<Int(program.offerCount)).map { position in
      let rule = rule(ofOffer: position, in: touch.scheme)
      let bit: UInt16 = 1 << UInt16(position)
      if stack & bit != 0 {
        let off = reduction(
          of: offers[Int(programs[touch.scheme].firstOffer) + position], from: left,
          tierPrice: tierPrice)
        left -= off
        return finding(rule, .price, money: off)
      }
      let refusal = refusal(ofOffer: position, in: stack | bit, tierPrice, state, touch)
      return finding(rule, .price, refusal == .none ? .notNeeded : .refused(refusal))
    }
  }
}
