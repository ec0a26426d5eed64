internal import PortableMath

// Whether an occasion becomes an order (D4). A visit converts with probability σ(c + u). The share
// σ(c) that converts at u = 0 are the needs, the rest are impulses; together they convert σ(c + u)
// exactly: A_need = min(1, σ(c+u)/σ(c)), A_impulse = max(0, (σ(c+u) − σ(c))/(1 − σ(c))).

extension ReactionModel {
  /// u: the utility of what is offered now, less what wears it down.
  ///
  /// Attraction saturates at the limit S as S·x/(S + x), so that a person's ceiling is known before
  /// any quote; the shape is an `assumption:`.
  ///
  /// - Parameter response: the person's ρ.
  public func utility(of stimulus: Stimulus, response: Double, wear: Double) -> Double {
    guard response > 0 else { return -wearWeight * wear }
    let burden =
      wearWeight * wear + response * (tierGrievance(stimulus) + referredMisfit(stimulus))
    let attraction = attraction(of: stimulus)
    // A next tier may be dearer; nothing that is offered keeps anybody away.
    guard attraction > 0 else { return -burden }
    let saturated = attractionLimit * attraction / (attractionLimit + attraction)
    return response * saturated - burden
  }

  /// What wear takes off u, zero or more.
  public func burden(ofWear wear: Double) -> Double { wearWeight * wear }

  /// All that attracts, before it saturates: whatever is added here stays below the ceiling.
  private func attraction(of stimulus: Stimulus) -> Double {
    let offered =
      priceAttraction(stimulus) + couponAttraction(stimulus) + pointsAttraction(stimulus)
      + rewardAttraction(stimulus) + tierAttraction(stimulus) + urgencyAttraction(stimulus)
      + deadlineAttraction(stimulus) + exposureAttraction(stimulus) + tierPleasure(stimulus)
      + giftAttraction(stimulus) + rewardPleasure(stimulus) + adstockAttraction(stimulus)
      + waitingPointsAttraction(stimulus) + referredFit(stimulus)
    return noveltyWeight > 0 ? offered * (1 + novelty(stimulus)) : offered
  }

  /// Whether a need with that mark is met at utility u.
  public func acceptsNeed(mark: Double, utility: Double) -> Bool {
    // At u ≥ 0 every need is met: no exponential needed.
    guard utility < 0 else { return true }
    return mark * baselineConversion < PortableMath.logistic(baselineUtility + utility)
  }

  /// Whether an impulse with that mark becomes an order at utility u.
  public func acceptsImpulse(mark: Double, utility: Double, hasLapsed: Bool) -> Bool {
    guard utility > 0 else { return false }
    let acceptance = impulseAcceptance(utility)
    return mark < (hasLapsed ? afterLapse(acceptance) : acceptance)
  }

  /// Whether a visit that a message brings becomes an order with that mark at utility u: a share of
  /// such visits as any visit does, the others as impulses.
  public func acceptsMessageVisit(mark: Double, utility: Double, hasLapsed: Bool) -> Bool {
    guard visitConversion > 0 else {
      return acceptsImpulse(mark: mark, utility: utility, hasLapsed: hasLapsed)
    }
    let acceptance = messageVisitAcceptance(utility)
    return mark < (hasLapsed ? afterLapse(acceptance) : acceptance)
  }

  func messageVisitAcceptance(_ utility: Double) -> Double {
    let impulse = utility > 0 ? impulseAcceptance(utility) : 0
    guard visitConversion > 0 else { return impulse }
    let visit = PortableMath.logistic(baselineUtility + utility)
    return visitConversion * visit + (1 - visitConversion) * impulse
  }

  /// The mark at and above which no impulse of a person can become an order, whatever is offered.
  ///
  /// A little above the exact bound, so that rounding can never make the shortcut show in a result.
  public func impulseCeiling(response: Double) -> Double {
    guard response > 0 else { return 0 }
    return impulseAcceptance(response * attractionLimit) + 1e-9
  }

  func impulseAcceptance(_ utility: Double) -> Double {
    let converted = PortableMath.logistic(baselineUtility + utility)
    return max(0, converted - baselineConversion) / (1 - baselineConversion)
  }
}
