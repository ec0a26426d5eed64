public import Quantities
public import Timeline

// Lots without a last day of their own: those of an account live as long as the account is active.
//
// The ledger does not know until when that is; whoever does has them expire. As long as they live
// they are spent after dated lots, soonest expiring first, and before those that never expire.
extension Day {
  /// Stands in a lot's key for a last day that is the account's, and moves with what the account does.
  ///
  /// The largest day that a packed key holds below `never`: in the year 7711, later than every day a
  /// program can reach.
  public static let sliding = Day(index: (1 << 21) - 2)
}

extension PointsLedger {
  /// The points in sliding lots of an account, pending ones included.
  public func sliding(_ holder: Int) -> Points {
    Points(slidingLots(of: holder).reduce(0) { $0 + lots[$1].points })
  }

  /// The active points in sliding lots of an account.
  public func activeSliding(_ holder: Int) -> Points {
    Points(
      slidingLots(of: holder).reduce(0) { lots[$1].key.isPending ? $0 : $0 + lots[$1].points })
  }

  /// Books the expiry of all sliding lots of an account, at the end of the account's last day.
  public mutating func expireSliding(
    of holder: Int, after last: Day, into sink: inout some TransferSink
  ) {
    let places = slidingLots(of: holder)
    for place in places {
      bookExpiry(of: lots[place], in: holder, at: last.advanced(by: 1).start, into: &sink)
    }
    closeGap(at: places.lowerBound - holder * stride, width: places.count, of: holder)
  }

  /// Where the sliding lots of an account stand: beside each other, as lots are sorted by expiry.
  private func slidingLots(of holder: Int) -> Range<Int> {
    let first = holder * stride
    var end = first + Int(balances[holder].lotCount)
    while end > first, lots[end - 1].key.neverExpires { end -= 1 }
    var start = end
    while start > first, lots[start - 1].key.isSliding { start -= 1 }
    return start..<end
  }
}

extension PackedLotKey {
  /// Whether the lot lives as long as its account is active.
  var isSliding: Bool { expiryBits == Self.neverBits - 1 }
}
