public import Quantities
public import Timeline

/// Where an account stands on a day.
public struct HolderStanding: Sendable, Hashable {
  /// Active points that may be spent.
  public var spendable: Points
  /// The last day of the spendable points that expire first; `Day.never` when none do.
  public var nextExpiry: Day
  /// How many points that is.
  public var nextExpiryPoints: Points

  @inlinable
  init(spendable: Points, nextExpiry: Day, nextExpiryPoints: Points) {
    self.spendable = spendable
    self.nextExpiry = nextExpiry
    self.nextExpiryPoints = nextExpiryPoints
  }
}

extension PointsLedger {
  /// What ``spendable(_:on:)`` and ``nextExpiry(_:on:)`` say, in one pass over the first lots.
  ///
  /// Inlinable: a call would have its caller copy the ledger's properties.
  @inlinable
  @inline(__always)
  public func standing(_ holder: Int, on day: Day) -> HolderStanding {
    let today = PackedLotKey.expiryBits(day)
    let lots = lots.span
    var place = holder * stride
    let end = place + Int(balances[holder].lotCount)
    var spendable = balances[holder].active
    while place < end, lots[place].key.expiryBits < today {
      if !lots[place].key.isPending { spendable -= lots[place].points }
      place += 1
    }
    while place < end, lots[place].key.isPending { place += 1 }
    guard place < end, !lots[place].key.neverExpires else {
      return HolderStanding(
        spendable: Points(spendable), nextExpiry: .never, nextExpiryPoints: .zero)
    }
    let next = lots[place].key
    var points: Int64 = 0
    while place < end, lots[place].key.expiryBits == next.expiryBits {
      if !lots[place].key.isPending { points += lots[place].points }
      place += 1
    }
    return HolderStanding(
      spendable: Points(spendable), nextExpiry: next.expiry, nextExpiryPoints: Points(points))
  }
}
