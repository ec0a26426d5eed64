import Quantities
public import Timeline

/// The points that members hold, active or pending, at the end of each day of a horizon: exact, and
/// from transfers alone.
///
/// A lot's expiry is booked for the day after its last day when its points are issued, and taken
/// back when they leave the lot in another way. An expiry transfer therefore adds nothing, and it
/// does not matter when an expiry is noticed or in which order transfers arrive. Lots that slide have
/// no day to book before they expire; their expiry counts when it is booked, on its own day.
///
/// 8 bytes for each day of the horizon; a transfer costs two additions.
public struct OutstandingSeries: TransferSink, Sendable, Equatable {
  /// The days that the series covers.
  public let horizon: Horizon
  /// Changes in points: at 0 those before the horizon, at n those of its n-th day.
  private var changes: [Int64]

  /// A series without any points yet.
  public init(over horizon: Horizon) {
    self.horizon = horizon
    changes = Array(repeating: 0, count: horizon.dayCount + 1)
  }

  /// A series that begins with the lots of a ledger; they count as held before the horizon until
  /// they expire.
  public init(over horizon: Horizon, openingWith ledger: PointsLedger) {
    self.init(over: horizon)
    for holder in 0..<ledger.holderCount {
      for position in 0..<ledger.lotCount(holder) {
        let lot = ledger.lots[holder * ledger.stride + position]
        hold(lot.points, of: lot.key.key, fromSlot: 0)
      }
    }
  }

  /// Books a transfer and the expiry that it brings about or prevents.
  public mutating func record(_ transfer: Transfer) {
    guard transfer.target != .breakage || transfer.lot.expiry == .sliding else { return }
    let reaches = transfer.target.isMember
    guard transfer.source.isMember != reaches else { return }
    let points = transfer.points.count
    hold(reaches ? points : -points, of: transfer.lot, fromSlot: slot(of: transfer.minute.day))
  }

  /// Adds the series of other accounts over the same horizon.
  public mutating func add(_ other: OutstandingSeries) {
    precondition(horizon == other.horizon, "only series over the same days add up")
    for index in changes.indices { changes[index] += other.changes[index] }
  }

  /// Points held at the end of the day before the horizon.
  public var opening: Int64 { changes[0] }

  /// Points held at the end of each day of the horizon.
  public var daily: [Int64] {
    var held = opening
    return changes.dropFirst().map { change in
      held += change
      return held
    }
  }

  private mutating func hold(_ points: Int64, of lot: LotKey, fromSlot slot: Int) {
    if slot < changes.count { changes[slot] += points }
    guard lot.expiry < horizon.lastDay else { return }
    changes[self.slot(of: lot.expiry.advanced(by: 1))] -= points
  }

  /// Where changes of a day stand; days after the horizon stand past the end.
  private func slot(of day: Day) -> Int {
    max(0, horizon.firstDay.distance(to: day) + 1)
  }
}

extension LedgerAccount {
  /// Whether the account holds members' points.
  public var isMember: Bool { self == .memberActive || self == .memberPending }
}
