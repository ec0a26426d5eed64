import Quantities
public import Timeline

/// Where a member's tier is going if nothing more is counted.
public struct TierProjection: Sendable, Hashable {
  /// The tier now.
  public var tier: Int
  /// The tier after the next review and its grace.
  public var projected: Int
  /// The last day of the present tier; never if nothing threatens it.
  public var lastDay: Day
  /// What is missing to keep the tier: growth value, or money in minor units; zero if it is safe.
  public var toKeep: Int64
  /// What is missing to the next tier; zero at the top.
  public var toRise: Int64

  /// Whether the tier will be lost.
  public var willDowngrade: Bool { projected < tier }
}

// What members are told of their tier: how much is missing to the next (M09: 差XX分升级), and that
// the present one is about to be lost (M27).
extension LoyaltyEngine {
  /// Where the account's tier is going if nothing more is counted; changes nothing.
  public func tierProjection(
    of account: Int, in accounts: borrowing SchemeAccounts, on day: Day
  ) -> TierProjection {
    let state = accounts.states[account]
    let scheme = Int(state.scheme)
    let tier = effectiveTier(of: state, on: day)
    let counted = state.counted(programs[scheme])
    let earned = self.tier(earnedBy: counted, in: scheme)
    var projection = TierProjection(
      tier: tier, projected: tier, lastDay: .never, toKeep: 0,
      toRise: toNextTier(from: tier, counted: counted, in: scheme))
    if state.graceLastDay != Day.never.index, day.index <= state.graceLastDay {
      projection.projected = min(tier, max(Int(state.graceTier), earned))
      projection.lastDay = Day(index: state.graceLastDay)
    } else if let review = nextReview(of: account, in: accounts, after: day) {
      projection.projected = tierAfterFall(from: tier, earned: earned, in: scheme)
      projection.lastDay = lastDayOfGrace(after: review, in: scheme)
    }
    guard projection.willDowngrade else {
      projection.lastDay = .never
      return projection
    }
    let threshold = tiers[Int(programs[scheme].firstTier) + tier].threshold
    projection.toKeep = max(0, threshold - counted)
    return projection
  }

  /// The first review of an account after a day, if its tier is reviewed.
  private func nextReview(
    of account: Int, in accounts: borrowing SchemeAccounts, after day: Day
  ) -> Day? {
    let scheme = Int(accounts.states[account].scheme)
    switch schemes[scheme].scheme.tiers?.review?.cycle {
    case nil: return nil
    case .calendar(let period): return period.lastDay(of: day).advanced(by: 1)
    case .everyDays(let days, let start):
      let passed = max(0, start.distance(to: day))
      return start.advanced(by: (passed / days + 1) * days)
    case .sinceJoining, .sinceTier: return ownReviewDay(of: account, in: accounts)
    }
  }

  private func toNextTier(from tier: Int, counted: Int64, in scheme: Int) -> Int64 {
    guard tier + 1 < Int(programs[scheme].tierCount) else { return 0 }
    return max(0, tiers[Int(programs[scheme].firstTier) + tier + 1].threshold - counted)
  }

  /// How much is missing to the next tier, for whoever is near it.
  func tierProgress(
    _ account: Int, _ accounts: borrowing SchemeAccounts, on day: Day
  ) -> Notice {
    let state = accounts.states[account]
    let scheme = Int(state.scheme)
    let tier = effectiveTier(of: state, on: day)
    let missing = toNextTier(from: tier, counted: state.counted(programs[scheme]), in: scheme)
    guard missing > 0, let message = schemes[scheme].scheme.growth?.progress else { return .none }
    let first = Int(programs[scheme].firstTier) + tier
    let span = tiers[first + 1].threshold - tiers[first].threshold
    guard missing <= message.within.of(span, rounding: .down) else { return .none }
    return .tierProgress(missing: Points(missing), next: UInt8(tier + 1))
  }

  /// That the next review would cost the tier, for whom it would.
  func tierWarning(
    _ account: Int, _ accounts: borrowing SchemeAccounts, on day: Day
  ) -> Notice {
    if let own = ownReviewDay(of: account, in: accounts),
      let warning = schemes[Int(accounts.states[account].scheme)].scheme.tiers?.review?.warning,
      own != day.advanced(by: warning.days)
    {
      return .none
    }
    let projection = tierProjection(of: account, in: accounts, on: day)
    guard projection.willDowngrade else { return .none }
    return .tierWarning(
      missing: projection.toKeep, tier: UInt8(projection.tier), lastDay: projection.lastDay,
      countsSpend: programs[Int(accounts.states[account].scheme)].countsSpend)
  }

  /// Writes down how far the next tier was when a count starts anew: whoever missed it knows.
  func noteMissedTier(_ state: borrowing AccountState, _ decision: inout Decision) {
    let scheme = Int(state.scheme)
    let tier = Int(state.tier)
    guard tier + 1 < Int(programs[scheme].tierCount) else { return }
    let first = Int(programs[scheme].firstTier) + tier
    decision.terms.toNextTier = toNextTier(
      from: tier, counted: state.counted(programs[scheme]), in: scheme)
    decision.terms.tierSpan = tiers[first + 1].threshold - tiers[first].threshold
  }
}
