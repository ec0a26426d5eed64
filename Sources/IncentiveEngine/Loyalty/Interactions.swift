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
    return Points(payable(award(of: rule, position, touch), account, accounts, touch) / rule.each)
  }

  /// Handles an interaction: counts it, and awards its points when it was done often enough.
  ///
  /// One that brings nothing because of a limit is refused and does not count.
  func interact(
    _ position: Int, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute,
    into sink: inout some TransferSink
  ) -> Decision {
    let touch = touch(account, in: accounts, at: minute)
    guard accounts.states[account].isMember else { return refused(.notAMember, at: touch) }
    guard let rule = interaction(position, in: touch.scheme) else {
      return refused(.notFound, at: touch)
    }
    var decision = Decision(at: touch)
    let award = award(of: rule, position, touch)
    let points = admit(
      award, takes: completes(rule, account, accounts), account, &accounts, touch, &decision)
    guard points > 0 else { return decision }
    if accounts.settlesFirst {
      activate(waitingFor: .interaction(position), account, &accounts, touch, into: &sink)
    }
    if isEnough(rule, account, &accounts) {
      issue(points, of: award, account, &accounts, touch, &decision, into: &sink)
    }
    if programs[touch.scheme].hasReferral {
      noteProfile(position, account, &accounts, touch, &decision, into: &sink)
    }
    return decision
  }

  private func award(
    of rule: borrowing InteractionProgram, _ position: Int, _ touch: Touch
  ) -> ExtraAward {
    ExtraAward(
      points: rule.points, rule: rule.rule, limit: rule.limit,
      activation: activation(ofInteraction: position, touch))
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
