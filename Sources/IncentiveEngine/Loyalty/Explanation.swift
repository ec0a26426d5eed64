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
    /// It may not take part.
    case refused(Refusal)
  }

  /// The rule.
  public var rule: RuleID
  /// Its key below `scheme`, such as `offers.welcome`.
  public var name: String
  /// What became of it.
  public var outcome: Outcome
  /// Money it takes off, or that its points would pay; zero unless applied.
  public var money: Money = .zero
  /// Points or growth value it earns, or points that may be spent; zero unless applied.
  public var points: Points = .zero
}

extension LoyaltyEngine {
  /// Every rule that looks at a basket, in rule order: what it does in the best stack, or why not.
  ///
  /// The findings add up to ``quote(_:for:in:at:)``. For reports, not for the hot path.
  public func explain(
    _ basket: borrowing Span<BasketLine>, for account: Int, in accounts: borrowing SchemeAccounts,
    at minute: Minute
  ) -> [RuleFinding] {
    let state = accounts.states[account]
    guard state.isMember else {
      return [RuleFinding(rule: .none, name: "none", outcome: .refused(.notAMember))]
    }
    let total = BasketTotal(basket)
    let quote = quote(basket, for: account, in: accounts, at: minute)
    let touch = touch(account, in: accounts, on: minute.day)
    var findings = pointsFindings(quote, total, touch)
    findings += tierFindings(quote, touch)
    findings += multiplierFindings(quote, total, state, touch)
    findings += offerFindings(quote, state, touch)
    return findings.map { finding in
      var finding = finding
      finding.name = schemes[touch.scheme].ruleName(finding.rule)
      return finding
    }
  }

  private func finding(
    _ rule: RuleID, _ outcome: RuleFinding.Outcome = .applied, money: Int64 = 0, points: Int64 = 0
  ) -> RuleFinding {
    RuleFinding(
      rule: rule, name: "", outcome: outcome, money: Money(minor: money), points: Points(points))
  }

  private func pointsFindings(
    _ quote: Quote, _ total: BasketTotal, _ touch: Touch
  ) -> [RuleFinding] {
    let program = programs[touch.scheme]
    var findings: [RuleFinding] = []
    if program.hasPoints {
      let base = basePoints(paid: quote.pay.minor, items: total.items, at: touch)
      findings.append(finding(RuleNumber.earn, points: base))
    }
    if program.stepPoints > 0 {
      let mayPay = quote.spendablePoints > .zero
      findings.append(
        finding(
          RuleNumber.redeem, mayPay ? .applied : .refused(.pointsNotSpendable),
          money: quote.spendableValue.minor, points: quote.spendablePoints.count))
    }
    if schemes[touch.scheme].scheme.growth != nil {
      findings.append(
        finding(RuleNumber.growth, points: program.growthShare.of(quote.pay.minor)))
    }
    return findings
  }

  /// The price of the member's tier; other tiers are other members'.
  private func tierFindings(_ quote: Quote, _ touch: Touch) -> [RuleFinding] {
    schemes[touch.scheme].tierNames.indices.map { tier in
      let rule = schemes[touch.scheme].rule(tier: tier)
      return tier == touch.tier
        ? finding(rule, money: quote.tierDiscount.minor)
        : finding(rule, .refused(.notInAudience))
    }
  }

  private func multiplierFindings(
    _ quote: Quote, _ total: BasketTotal, _ state: AccountState, _ touch: Touch
  ) -> [RuleFinding] {
    let base = basePoints(paid: quote.pay.minor, items: total.items, at: touch)
    var running = base
    return (0..<Int(programs[touch.scheme].multiplierCount)).map { position in
      let rule = schemes[touch.scheme].rule(multiplier: position)
      guard touch.calendar.multipliers & (1 << UInt16(position)) != 0 else {
        return finding(rule, .refused(.notRunning))
      }
      guard applies(position, birthday: state.birthday, at: touch) else {
        return finding(rule, .refused(.notInAudience))
      }
      let bonus = bonus(position, base: base, running: running, at: touch)
      running += bonus
      return finding(rule, points: bonus)
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
        return finding(rule, money: off)
      }
      let refusal = refusal(ofOffer: position, in: stack | bit, tierPrice, state, touch)
      return finding(rule, refusal == .none ? .notNeeded : .refused(refusal))
    }
  }
}
