import PointsLedger
public import Quantities
public import Timeline

// Presale (M23): a deposit buys a coupon that is good on the days of the balance.
extension LoyaltyEngine {
  /// Takes a deposit, and grants its coupon.
  func deposit(
    _ offer: Int, _ account: Int, _ accounts: inout SchemeAccounts, at minute: Minute
  ) -> Decision {
    var decision = Decision()
    let scheme = Int(accounts.states[account].scheme)
    decision.refusedBy = rule(ofOffer: offer, in: scheme)
    decision.refusal = refusal(ofDeposit: offer, account, accounts, at: minute)
    guard decision.refusal == .none, let deposit = schemes[scheme].scheme.deposit(ofOffer: offer)
    else { return decision }
    decision.refusedBy = .none
    decision.paid = deposit.price
    decision.granted = OfferSet(offer: offer)
    accounts.states[account].coupons |= 1 << UInt16(offer)
    accounts.states[account].couponLastDay[offer] = deposit.balanceDays.upperBound.index
    return decision
  }

  /// Tells a member who has paid a deposit that the balance is due.
  func remindOfBalance(
    _ offer: Int, _ account: Int, _ accounts: borrowing SchemeAccounts,
    _ decision: inout Decision, on day: Day
  ) {
    let scheme = Int(accounts.states[account].scheme)
    guard schemes[scheme].scheme.deposit(ofOffer: offer) != nil else {
      decision.refusal = .notFound
      return
    }
    if accounts.states[account].holds(offer, on: day) {
      decision.notice = .balanceDue(offer: offer)
    } else {
      decision.refusal = .notInAudience
      decision.refusedBy = rule(ofOffer: offer, in: scheme)
    }
  }

  private func refusal(
    ofDeposit offer: Int, _ account: Int, _ accounts: borrowing SchemeAccounts, at minute: Minute
  ) -> Refusal {
    guard accounts.states[account].isMember else { return .notAMember }
    let touch = touch(account, in: accounts, at: minute)
    guard let deposit = schemes[touch.scheme].scheme.deposit(ofOffer: offer) else {
      return .notFound
    }
    let opening = deposit.days.lowerBound.advanced(by: -earlyDays(account, accounts, touch))
    guard (opening...deposit.days.upperBound).contains(touch.day) else { return .notRunning }
    return accounts.states[account].holds(offer, on: touch.day) ? .alreadyHeld : .none
  }
}

/// What a deposit costs and counts for.
public struct DepositTerms: Sendable, Hashable {
  /// What the member pays now.
  public var price: Money
  /// What it takes off the balance, at most.
  public var countsAs: Money
  /// The days on which it is paid by those who have no privilege.
  public var days: ClosedRange<Day>
  /// The days on which the balance is paid.
  public var balanceDays: ClosedRange<Day>

  /// Creates the terms.
  public init(
    price: Money, countsAs: Money, days: ClosedRange<Day>, balanceDays: ClosedRange<Day>
  ) {
    self.price = price
    self.countsAs = countsAs
    self.days = days
    self.balanceDays = balanceDays
  }
}

extension LoyaltyEngine {
  /// Whether an account holds a coupon on a day, by its offer's position.
  public func holdsCoupon(
    _ offer: Int, _ account: Int, in accounts: borrowing SchemeAccounts, on day: Day
  ) -> Bool { accounts.states[account].holds(offer, on: day) }

  /// What a deposit on an offer costs and counts for; nothing if none buys it.
  public func depositTerms(ofOffer offer: Int, inScheme scheme: Int) -> DepositTerms? {
    let scheme = schemes[scheme].scheme
    guard let deposit = scheme.deposit(ofOffer: offer),
      case .amountOff(let steps) = scheme.offers[offer].benefit, let highest = steps.last
    else { return nil }
    return DepositTerms(
      price: deposit.price, countsAs: highest.off, days: deposit.days,
      balanceDays: deposit.balanceDays)
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
