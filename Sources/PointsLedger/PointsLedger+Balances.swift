public import Quantities
public import Timeline

extension PointsLedger {
  /// Active points of an account, those included whose expiry is due but not yet settled.
  public func active(_ holder: Int) -> Points { Points(balances[holder].active) }

  /// Pending points of an account, those included whose expiry is due but not yet settled.
  public func pending(_ holder: Int) -> Points { Points(balances[holder].pending) }

  /// Active points of an account that may be spent on a day.
  public func spendable(_ holder: Int, on day: Day) -> Points {
    let today = PackedLotKey.expiryBits(day)
    let lots = lots.span
    let first = holder * stride
    let end = first + Int(balances[holder].lotCount)
    var due: Int64 = 0
    var place = first
    while place < end, lots[place].key.expiryBits < today {
      if !lots[place].key.isPending { due += lots[place].points }
      place += 1
    }
    return Points(balances[holder].active - due)
  }

  /// All points of an account, active or pending, whose last day has not passed.
  public func held(_ holder: Int, on day: Day) -> Points {
    let today = PackedLotKey.expiryBits(day)
    let lots = lots.span
    let first = holder * stride
    let end = first + Int(balances[holder].lotCount)
    var held = balances[holder].active + balances[holder].pending
    var place = first
    while place < end, lots[place].key.expiryBits < today {
      held -= lots[place].points
      place += 1
    }
    return Points(held)
  }

  /// Active points of an account whose last day lies between two days, both included.
  public func expiring(_ holder: Int, from day: Day, through last: Day) -> Points {
    let (from, through) = (PackedLotKey.expiryBits(day), PackedLotKey.expiryBits(last))
    let lots = lots.span
    let first = holder * stride
    var sum: Int64 = 0
    for place in first..<first + Int(balances[holder].lotCount) {
      let key = lots[place].key
      if key.neverExpires || key.expiryBits > through { break }
      if key.expiryBits >= from, !key.isPending { sum += lots[place].points }
    }
    return Points(sum)
  }

  /// The next day on which spendable points of an account expire, and how many; nothing if none
  /// ever will.
  public func nextExpiry(_ holder: Int, on day: Day) -> (day: Day, points: Points)? {
    let today = PackedLotKey.expiryBits(day)
    let lots = lots.span
    let first = holder * stride
    var next: PackedLotKey?
    var sum: Int64 = 0
    for place in first..<first + Int(balances[holder].lotCount) {
      let key = lots[place].key
      if key.isPending || key.expiryBits < today { continue }
      if key.neverExpires { break }
      if let next, next.expiryBits != key.expiryBits { break }
      next = key
      sum += lots[place].points
    }
    return next.map { (day: $0.expiry, points: Points(sum)) }
  }

  /// Points of one lot of an account: zero if it has no such lot.
  public func points(in key: LotKey, of holder: Int, isPending: Bool = false) -> Points {
    guard let position = position(of: PackedLotKey(key, isPending: isPending), in: holder) else {
      return .zero
    }
    return Points(lots[holder * stride + position].points)
  }

  /// The number of lots of an account.
  public func lotCount(_ holder: Int) -> Int { Int(balances[holder].lotCount) }

  /// The lots of an account in the order in which they are spent; for reports and tests.
  public func lots(of holder: Int) -> [Lot] {
    (0..<lotCount(holder)).map { position in
      let lot = lots[holder * stride + position]
      return Lot(key: lot.key.key, isPending: lot.key.isPending, points: Points(lot.points))
    }
  }
}
