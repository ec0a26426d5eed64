public import Quantities
public import Timeline

// What a host may ask of an account's figures.
extension LoyaltyEngine {
  /// The account's tier on a day, a grace that has run out included.
  public func tier(of account: Int, in accounts: borrowing SchemeAccounts, on day: Day) -> Int {
    touch(account, in: accounts, at: day.start).tier
  }

  /// The number of coupons that the account holds on a day.
  public func couponCount(
    of account: Int, in accounts: borrowing SchemeAccounts, on day: Day
  ) -> Int {
    (0..<Scheme.maximumOfferCount).count { accounts.states[account].holds($0, on: day) }
      + accounts.spareCoupons.count {
        $0.account == UInt32(account) && $0.lastDay >= day.index
      }
  }

  /// All points of the account on a day, active or pending, if nothing happens until then.
  public func heldPoints(of account: Int, in accounts: borrowing SchemeAccounts, on day: Day)
    -> Points
  {
    accounts.held(account, on: day)
  }

  /// The number of the account's active points on a day.
  public func balance(of account: Int, in accounts: borrowing SchemeAccounts, on day: Day) -> Points
  {
    accounts.spendable(account, on: day)
  }
}
