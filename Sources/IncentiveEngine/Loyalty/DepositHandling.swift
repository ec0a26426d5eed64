import PointsLedger
import Quantities
import Timeline

// Presale (M23): a deposit buys a coupon that is good on the days of the balance.
extension LoyaltyEngine {
  /// Takes a deposit, and grants its coupon.
  func deposit(
    _ offer: Int, _ account: Int, _ accounts: inout SchemeAccounts, on day: Day
  ) -> Decision {
    var decision = Decision()
    let scheme = Int(accounts.states[account].scheme)
    decision.refusedBy = rule(ofOffer: offer, in: scheme)
    decision.refusal = refusal(ofDeposit: offer, accounts.states[account], on: day)
    guard decision.refusal == .none, let deposit = schemes[scheme].scheme.deposit(ofOffer: offer)
    else { return decision }
    decision.refusedBy = .none
    decision.paid = deposit.price
    decision.granted = OfferSet(offer: offer)
    accounts.states[account].coupons |= 1 << UInt16(offer)
    accounts.states[account].couponLastDay[offer] = deposit.balanceDays.upperBound.index
    return decision
  }

  private func refusal(
    ofDeposit offer: Int, _ state: borrowing AccountState, on day: Day
  ) -> Refusal {
    guard state.isMember else { return .notAMember }
    guard let deposit = schemes[Int(state.scheme)].scheme.deposit(ofOffer: offer) else {
      return .notFound
    }
    guard deposit.days.contains(day) else { return .notRunning }
    return state.holds(offer, on: day) ? .alreadyHeld : .none
  }
}

extension AccountState {
  /// Whether a coupon that was not used has passed its last day.
  func hasLet(_ offer: Int, lapseBefore day: Day) -> Bool {
    coupons & (1 << UInt16(offer)) != 0 && couponLastDay[offer] < day.index
  }
}

extension Scheme {
  /// The deposit that buys the coupon at a position, if it is bought with one.
  public func deposit(ofOffer position: Int) -> Deposit? {
    guard offers.indices.contains(position),
      case .coupon(.deposit(let deposit), _) = offers[position].access
    else { return nil }
    return deposit
  }
}
