import PointsLedger
public import Quantities
public import Timeline

// Points for what is no purchase (M02): marketing pays, so they carry no deferred revenue.
extension LoyaltyEngine {
  /// What a member would get for an event that is no order; changes nothing.
  public func award(
    for event: Event, _ account: Int, in accounts: borrowing SchemeAccounts, at minute: Minute
  ) -> Points {
    guard accounts.states[account].isMember else { return .zero }
    if case .claim(let amount) = event {
      return claimable(amount, account, in: accounts, at: minute)
    }
    guard case .interaction(let position) = event else { return .zero }
    let touch = touch(account, in: accounts, at: minute)
    guard let rule = interaction(position, in: touch.scheme) else { return .zero }
    let allowed = allowed(rule.points, by: rule.limit, account, accounts, touch, at: minute)
    return Points(affordable(allowed.points, account, accounts, touch) / rule.each)
  }

  /// Handles an interaction: counts it, and awards its points when it was done often enough.
  ///
  /// One that brings nothing because of a limit is refused and does not count.
  func interact(
    _ position: Int, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Decision {
    let touch = touch(account, in: accounts, at: minute)
    var decision = Decision()
    decision.tierBefore = UInt8(touch.tier)
    decision.tierAfter = decision.tierBefore
    guard accounts.states[account].isMember else {
      decision.refusal = .notAMember
      return decision
    }
    guard let rule = interaction(position, in: touch.scheme) else {
      decision.refusal = .notFound
      return decision
    }
    let award = allowed(rule.points, by: rule.limit, account, accounts, touch, at: minute)
    guard award.refusal == .none else {
      decision.refusal = award.refusal
      decision.refusedBy = rule.rule
      return decision
    }
    let points =
      completes(rule, account, accounts)
      ? takeFromBudgets(award.points, account, &accounts, touch)
      : affordable(award.points, account, accounts, touch)
    guard points > 0 else {
      decision.refusal = .budgetExhausted
      decision.refusedBy = rule.rule
      return decision
    }
    if accounts.settlesFirst {
      activate(waitingFor: .interaction(position), account, &accounts, touch, into: &sink)
    }
    guard isEnough(rule, account, &accounts) else { return decision }
    settleExpiry(account, &accounts, on: touch.day, into: &sink)
    issue(
      LotPart(lot: lot(.promotional, rule.rule, touch), points: Points(points)), to: account,
      &accounts, touch, activation: activation(ofInteraction: position, touch), reason: .bonus,
      into: &sink)
    note(points, against: rule.limit, account, &accounts, touch, at: minute)
    decision.earnedPoints = Points(points)
    return decision
  }

  private func activation(ofInteraction position: Int, _ touch: Touch) -> ActivationRule {
    guard programs[touch.scheme].hasPending else { return .atOnce }
    return schemes[touch.scheme].scheme.points?.interactions[position].activation ?? .atOnce
  }

  private func interaction(_ position: Int, in scheme: Int) -> InteractionProgram? {
    guard position >= 0, position < Int(programs[scheme].interactionCount) else { return nil }
    return interactions[Int(programs[scheme].firstInteraction) + position]
  }

  /// Whether one more time completes what an award takes.
  private func completes(
    _ rule: borrowing InteractionProgram, _ account: Int, _ accounts: borrowing SchemeAccounts
  ) -> Bool {
    guard let progress = rule.progress else { return true }
    return accounts.value(of: progress, for: account) + 1 == rule.each
  }

  /// Counts one time; whether it completes what an award takes.
  private func isEnough(
    _ rule: borrowing InteractionProgram, _ account: Int, _ accounts: inout SchemeAccounts
  ) -> Bool {
    guard let progress = rule.progress else { return true }
    let done = accounts.value(of: progress, for: account) + 1
    accounts.set(progress, to: done == rule.each ? 0 : done, for: account)
    return done == rule.each
  }
}
