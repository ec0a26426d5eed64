public import IncentiveEngine
public import Quantities

/// A partner whose accounts the engine runs as ours are: members earn, spend and lose points there,
/// and what is exchanged moves between two real accounts (M12).
public struct PartnerMerchant: Sendable, Hashable {
  /// Its points program: how points are earned, spent and lost; what it exchanges with us follows
  /// from our schemes.
  public var scheme: Scheme
  /// The share of people who are its members, from the first simulated day on.
  public var memberShare: Rate
  /// How often one of them orders there, a month of 30 days.
  public var ordersPerMonth: Double
  /// What such an order costs at list price.
  public var basket: Money

  /// Creates a merchant.
  public init(scheme: Scheme, memberShare: Rate, ordersPerMonth: Double, basket: Money) {
    self.scheme = scheme
    self.memberShare = memberShare
    self.ordersPerMonth = ordersPerMonth
    self.basket = basket
  }
}
