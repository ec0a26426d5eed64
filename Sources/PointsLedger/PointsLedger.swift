import Quantities
import Timeline

/// Balances and lots of all member accounts of one community, contiguous.
///
/// An account takes 24 bytes and 16 for each lot it has room for (280 with the usual 16 lots), so
/// 1,000 accounts take 280 kB. A copy is a snapshot: arms start from the ledger that history left.
///
/// Points expire at the end of a lot's last day. Expiry is settled when an account is next touched
/// and booked at the first minute of the day after the last day, whenever it is noticed.
///
/// Requests of one account are expected in time order. Each returns a ``TransferStatus``; a refused
/// one changes nothing but that expiry due by then is settled.
///
/// ```swift
/// var ledger = PointsLedger(holderCount: 1_000)
/// var journal = Journal()
/// ledger.issue(Points(120), to: 7, lot: lot, at: minute, reason: .purchase, into: &journal)
/// ledger.redeem(Points(100), from: 7, at: later, rule: rule, reason: .checkout, into: &journal)
/// ```
public struct PointsLedger: Sendable {
  /// The number of member accounts; they are numbered from 0.
  public let holderCount: Int
  /// The balance of every ledger account, over all members.
  public internal(set) var totals = LedgerTotals()
  /// Room for lots in each account.
  @usableFromInline var stride: Int
  /// Lots of all accounts, `stride` places each; the lots of an account are sorted and unique.
  @usableFromInline var lots: [StoredLot]
  @usableFromInline var balances: [HolderBalance]
  /// What each account owes; empty as long as nobody ever owed anything.
  var arrears: [Int64] = []

  /// Creates a ledger of empty accounts.
  ///
  /// - Parameters:
  ///   - holderCount: The number of member accounts.
  ///   - lotsPerHolder: Room for lots in each account to begin with; it grows when needed. With 12
  ///     months of validity to month's end and one rule an account has at most 13 lots.
  public init(holderCount: Int, lotsPerHolder: Int = 16) {
    precondition(holderCount >= 0 && lotsPerHolder > 0, "a ledger has room for lots")
    self.holderCount = holderCount
    stride = lotsPerHolder
    lots = Array(repeating: .vacant, count: holderCount * lotsPerHolder)
    balances = Array(repeating: HolderBalance(), count: holderCount)
  }

  /// The bytes that the ledger's accounts and lots occupy.
  public var byteCount: Int {
    lots.count * MemoryLayout<StoredLot>.stride
      + balances.count * MemoryLayout<HolderBalance>.stride
      + arrears.count * MemoryLayout<Int64>.stride
  }
}

/// What one account holds in all: 24 bytes.
@usableFromInline
struct HolderBalance: Sendable, Equatable {
  /// Points in lots that are not pending.
  @usableFromInline var active: Int64 = 0
  /// Points in pending lots.
  var pending: Int64 = 0
  /// The number of lots.
  @usableFromInline var lotCount: Int32 = 0

  init() {}
}

extension StoredLot {
  /// A place without a lot.
  static let vacant = StoredLot(key: PackedLotKey(bits: 0), points: 0)
}

// MARK: - The changes that everything else is made of

extension PointsLedger {
  /// Adds points to a lot, which is made if the account has none with that key.
  mutating func add(_ points: Int64, to key: PackedLotKey, of holder: Int) {
    if key.isPending {
      balances[holder].pending += points
    } else {
      balances[holder].active += points
    }
    let first = holder * stride
    let count = Int(balances[holder].lotCount)
    var place = first + count
    // New points usually expire last, so the search starts at the end.
    while place > first, key < lots[place - 1].key { place -= 1 }
    if place > first, lots[place - 1].key == key {
      lots[place - 1].points += points
      return
    }
    insert(StoredLot(key: key, points: points), at: place - first, of: holder)
  }

  private mutating func insert(_ lot: StoredLot, at position: Int, of holder: Int) {
    let count = Int(balances[holder].lotCount)
    if count == stride { widen() }
    let first = holder * stride
    var place = first + count
    while place > first + position {
      lots[place] = lots[place - 1]
      place -= 1
    }
    lots[place] = lot
    balances[holder].lotCount += 1
  }

  /// Doubles the room for lots in every account.
  private mutating func widen() {
    var wider = [StoredLot](repeating: .vacant, count: holderCount * stride * 2)
    for holder in 0..<holderCount {
      for position in 0..<Int(balances[holder].lotCount) {
        wider[holder * stride * 2 + position] = lots[holder * stride + position]
      }
    }
    lots = wider
    stride *= 2
  }

  /// Takes points out of the lot at a position; an emptied lot disappears.
  mutating func remove(_ points: Int64, at position: Int, of holder: Int) {
    let place = holder * stride + position
    precondition(lots[place].points >= points, "no lot is ever negative")
    if lots[place].key.isPending {
      balances[holder].pending -= points
    } else {
      balances[holder].active -= points
    }
    lots[place].points -= points
    if lots[place].points == 0 { closeGap(at: position, width: 1, of: holder) }
  }

  /// Removes empty lots from a position on.
  mutating func closeGap(at position: Int, width: Int, of holder: Int) {
    let first = holder * stride
    let count = Int(balances[holder].lotCount)
    for place in first + position..<first + count - width { lots[place] = lots[place + width] }
    balances[holder].lotCount = Int32(count - width)
  }

  /// The position of a lot in its account, if it is there.
  func position(of key: PackedLotKey, in holder: Int) -> Int? {
    let first = holder * stride
    for position in 0..<Int(balances[holder].lotCount) where lots[first + position].key == key {
      return position
    }
    return nil
  }

  /// The refusals that every request shares, first in precedence; otherwise settles what is due.
  mutating func admit(
    _ points: Points, _ holder: Int, at minute: Minute, into sink: inout some TransferSink
  ) -> TransferStatus? {
    guard points.count > 0 else { return .amountNotPositive }
    guard holder >= 0, holder < holderCount else { return .holderUnknown }
    settleExpiry(of: holder, asOf: minute.day, into: &sink)
    return nil
  }

  /// Books a transfer in the totals and tells the sink.
  mutating func book(_ transfer: Transfer, into sink: inout some TransferSink) {
    totals.record(transfer)
    sink.record(transfer)
  }
}
