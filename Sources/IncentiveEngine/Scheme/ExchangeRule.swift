public import Quantities

/// Points exchanged with the program of another merchant, in one direction (M12).
public struct ExchangeRule: Sendable, Hashable {
  /// Which way the points go.
  public enum Direction: UInt8, Sendable, Hashable, CaseIterable {
    /// Our members give up points for the partner's.
    case out
    /// The partner's members give up points for ours.
    case `in`
  }

  /// The partner's name; one rule for each direction at most.
  public var partner: String
  /// Which way the points go.
  public var direction: Direction
  /// Points given up in one step; only whole steps are exchanged.
  public var step: Points
  /// Points received for one step, before the fee.
  public var yield: Points
  /// The fewest points given up at once.
  public var minimum: Points
  /// The share of what would be received that the exchange keeps; the rest is rounded down.
  public var fee: Rate
  /// What the merchant whose points are given up pays, for each step, to the one who issues.
  public var settlement: Money

  /// Creates the rule.
  public init(
    partner: String, direction: Direction, step: Points, yield: Points, minimum: Points = .zero,
    fee: Rate = .zero, settlement: Money = .zero
  ) {
    self.partner = partner
    self.direction = direction
    self.step = step
    self.yield = yield
    self.minimum = minimum
    self.fee = fee
    self.settlement = settlement
  }

  /// The same exchange in the partner's scheme: what goes out of one program comes into the other, at
  /// the same rates, and who pays here is paid there.
  ///
  /// - Parameter partner: the name under which the partner knows us.
  public func mirrored(naming partner: String) -> ExchangeRule {
    var rule = self
    rule.partner = partner
    rule.direction = direction == .out ? .in : .out
    return rule
  }
}

/// What came of an exchange.
public struct ExchangeOutcome: Sendable, Hashable {
  /// Points given up.
  public var given = Points.zero
  /// Points received, after the fee.
  public var received = Points.zero
  /// What we pay the partner, who issues points for ours.
  public var payable = Money.zero
  /// What the partner pays us, who issue points for theirs.
  public var receivable = Money.zero

  /// Nothing exchanged.
  public init() {}
}
