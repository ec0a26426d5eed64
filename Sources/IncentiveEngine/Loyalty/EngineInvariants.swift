public import PointsLedger
import Quantities
public import Timeline

/// A rule of the engine that was found broken.
public enum EngineFault: Sendable, Hashable {
  /// A rule of the points ledger.
  case ledger(LedgerFault)
  /// Someone who is no member holds points, coupons, growth value or a tier.
  case stranger(account: Int)
  /// Growth value or counted spend is negative.
  case countNegative(account: Int)
  /// The account's scheme, tier or tier after a grace does not exist, or the grace would raise it.
  case tierUnknown(account: Int)
  /// A count earns a higher tier than the account has.
  case tierTooLow(account: Int)
  /// The account holds something that is no coupon of its scheme.
  case couponUnknown(account: Int)
  /// What is to become active of the account's points is not what the ledger holds as pending.
  case pending(account: Int)
  /// A coupon is good for longer than a grant on that day would be.
  case couponTooLong(account: Int, offer: Int)
  /// What was taken off, paid with points and paid in money does not add up to the list price, or
  /// one of them is negative.
  case priceSplit
}

/// The invariants of the engine, as functions: tests call them, and so does a run's health check.
public enum EngineInvariants {
  /// Everything that is wrong with accounts after the events of a day: nothing, if all is well.
  public static func faults(
    of accounts: SchemeAccounts, in engine: LoyaltyEngine, on day: Day
  ) -> [EngineFault] {
    LedgerInvariants.faults(of: accounts.ledger).map { .ledger($0) }
      + accounts.states.indices.flatMap { faults(of: $0, in: accounts, engine, on: day) }
  }

  /// Everything that is wrong with the money of one decision.
  public static func faults(of decision: Decision) -> [EngineFault] {
    let terms = decision.terms
    let parts = [
      terms.tierDiscount, terms.promotionDiscount, terms.couponDiscount, decision.spentValue,
      decision.paid,
    ]
    let isWhole = parts.reduce(.zero, +) == terms.list && parts.allSatisfy { $0 >= .zero }
    return isWhole || decision.refusal != .none ? [] : [.priceSplit]
  }

  private static func faults(
    of account: Int, in accounts: SchemeAccounts, _ engine: LoyaltyEngine, on day: Day
  ) -> [EngineFault] {
    let state = accounts.states[account]
    guard state.isMember else {
      let isEmpty =
        accounts.ledger.lotCount(account) == 0 && state.coupons == 0 && state.growth == 0
        && state.spendMinor == 0 && state.tier == 0
      return isEmpty ? [] : [.stranger(account: account)]
    }
    guard engine.programs.indices.contains(Int(state.scheme)) else {
      return [.tierUnknown(account: account)]
    }
    var faults: [EngineFault] = []
    if accounts.pending.total(of: account) != accounts.ledger.pending(account).count {
      faults.append(.pending(account: account))
    }
    if state.growth < 0 || state.spendMinor < 0 { faults.append(.countNegative(account: account)) }
    return faults + tierFaults(of: state, account, engine, on: day)
      + couponFaults(of: state, account, engine, on: day)
  }

  private static func tierFaults(
    of state: AccountState, _ account: Int, _ engine: LoyaltyEngine, on day: Day
  ) -> [EngineFault] {
    let program = engine.programs[Int(state.scheme)]
    guard state.tier < program.tierCount,
      state.graceTier <= state.tier || state.graceLastDay == .max
    else { return [.tierUnknown(account: account)] }
    let counted = state.counted(program)
    let earned = engine.tier(earnedBy: counted, in: Int(state.scheme))
    return engine.effectiveTier(of: state, on: day) < earned
      ? [.tierTooLow(account: account)] : []
  }

  private static func couponFaults(
    of state: AccountState, _ account: Int, _ engine: LoyaltyEngine, on day: Day
  ) -> [EngineFault] {
    let program = engine.programs[Int(state.scheme)]
    guard state.coupons & ~program.coupons == 0 else { return [.couponUnknown(account: account)] }
    return (0..<Int(program.offerCount)).compactMap { offer in
      guard state.coupons & (1 << UInt16(offer)) != 0 else { return nil }
      let longest = day.advanced(by: engine.offers[Int(program.firstOffer) + offer].validDays - 1)
      return state.couponLastDay[offer] > longest.index
        ? .couponTooLong(account: account, offer: offer) : nil
    }
  }
}
