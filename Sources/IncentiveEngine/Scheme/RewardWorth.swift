public import Quantities

extension Scheme {
  /// What a reward is worth to the member: a coupon, the most that its lowest step takes off.
  public func value(of content: RewardContent) -> Money {
    switch content {
    case .item(_, let value): value
    case .coupon(let offer): offers[offer].benefit.leastWorth
    }
  }
}

extension Scheme {
  /// What a reward costs the merchant when it is used: a coupon, what it is worth.
  public func cost(of content: RewardContent) -> Money {
    switch content {
    case .item(let cost, _): cost
    case .coupon: value(of: content)
    }
  }
}

extension Benefit {
  /// What it takes off a basket that just reaches it; a share without a threshold, its cap;
  /// of a multi-buy's share nothing is known before a basket is.
  fileprivate var leastWorth: Money {
    switch self {
    case .amountOff(let steps): steps.first?.off ?? .zero
    case .shareOff(let share, let minimumSpend, let cap):
      minimumSpend > .zero
        ? min(share.of(minimumSpend, rounding: .down), cap ?? Money(minor: .max)) : cap ?? .zero
    case .amountOffEach(_, let off): off
    case .nthUnit: .zero
    case .gift(let steps): steps.first?.value ?? .zero
    }
  }
}
