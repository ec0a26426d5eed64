import PointsLedger
import Quantities
import Timeline

/// A community that does random things to its ledger, beside the slow ledger that shadows it.
///
/// Counts what does not agree instead of asserting, so that millions of operations stay cheap.
struct RandomLife {
  typealias Sink = Both<Journal, OutstandingSeries>

  var random: SplitMix64
  var ledger: PointsLedger
  var slow: SlowLedger
  var sink: Sink
  /// What first went wrong, in words.
  private(set) var disagreement: String?
  /// How many operations ended in each status.
  private(set) var statuses = [Int](repeating: 0, count: TransferStatus.allCases.count)
  private let holderCount: Int
  /// Lots of debit lines, which refunds give points back to.
  private var spentLots: [LotKey] = []

  init(seed: UInt64, holderCount: Int, horizon: Horizon) {
    random = SplitMix64(seed: seed)
    ledger = PointsLedger(holderCount: holderCount, lotsPerHolder: 2)
    slow = SlowLedger(holderCount: holderCount)
    sink = Both(Journal(), OutstandingSeries(over: horizon))
    self.holderCount = holderCount
  }

  /// One operation on a day; account numbers, amounts and lots are sometimes wrong.
  mutating func act(on day: Day) {
    let minute = day.start.advanced(by: random.below(1440))
    // Skewed toward the first accounts, so that others wait long to have their expiry settled.
    let draw = random.below(holderCount * 10 + 1)
    let holder = draw == 0 ? holderCount : min(draw % holderCount, random.below(holderCount))
    let lot = key(on: day)
    let amount = Int64(random.below(200)) - 2
    let (status, expected) = perform(
      random.below(20), Points(amount), holder, lot, at: minute)
    statuses[Int(status.rawValue)] += 1
    if status != expected { disagree("\(status) instead of \(expected)", holder, day) }
    guard holder < holderCount else { return }
    let spendable = ledger.spendable(holder, on: day).count
    if spendable != slow.spendable(holder, on: day) { disagree("spendable", holder, day) }
  }

  mutating func disagree(_ what: String, _ holder: Int, _ day: Day) {
    if disagreement == nil { disagreement = "\(what), account \(holder), day \(day.index)" }
  }

  private mutating func key(on day: Day) -> LotKey {
    let month = Month(day)
    let expiry: Day =
      switch random.below(16) {
      case 0: .never
      case 1: day
      case 2: day.advanced(by: random.below(9) - 3)
      default: month.advanced(by: random.below(4)).lastDay
      }
    return LotKey(
      vintage: month.advanced(by: -random.below(2)), expiry: expiry,
      funding: random.below(8) == 0 ? .partner : .purchase, rule: RuleID(UInt16(random.below(2))))
  }

  /// Performs one operation on both ledgers and returns both statuses.
  private mutating func perform(
    _ kind: Int, _ points: Points, _ holder: Int, _ lot: LotKey, at minute: Minute
  ) -> (TransferStatus, TransferStatus) {
    let (count, day) = (points.count, minute.day)
    let refusal: TransferStatus? =
      count <= 0 ? .amountNotPositive : holder >= holderCount ? .holderUnknown : nil
    let lotRefusal = refusal ?? (lot.expiry < day ? .lotExpired : nil)
    switch kind {
    case 0...4:
      let isPending = kind == 0
      let status = ledger.issue(
        points, to: holder, lot: lot, at: minute, reason: .purchase, isPending: isPending,
        into: &sink)
      if lotRefusal == nil { slow.put(count, into: lot, isPending: isPending, of: holder) }
      return (status, lotRefusal ?? .posted)
    case 5...11:
      return spend(points, holder, refusal, at: minute)
    case 12, 13:
      return settlePending(points, holder, lot, lotRefusal, activates: kind == 12, at: minute)
    case 14, 15:
      return giveBack(points, holder, lot, at: minute)
    case 16:
      let status = ledger.clawBack(
        points, from: holder, lot: lot, at: minute, rule: RuleID(1), into: &sink)
      if let refusal { return (status, refusal) }
      let isDone = slow.spend(count, of: holder, on: day, startingWith: lot)
      return (status, isDone ? .posted : .activeInsufficient)
    case 17:
      return adjust(points, holder, lot, at: minute)
    case 18:
      return extend(holder, lot, at: minute)
    default:
      guard holder < holderCount else { return (.holderUnknown, .holderUnknown) }
      ledger.settleExpiry(of: holder, asOf: day, into: &sink)
      return (.posted, .posted)
    }
  }

  private mutating func spend(
    _ points: Points, _ holder: Int, _ refusal: TransferStatus?, at minute: Minute
  ) -> (TransferStatus, TransferStatus) {
    let status = ledger.redeem(
      points, from: holder, at: minute, rule: RuleID(1), reason: .checkout, into: &sink)
    if let refusal { return (status, refusal) }
    guard slow.spend(points.count, of: holder, on: minute.day) else {
      return (status, .activeInsufficient)
    }
    slow.redeemed += points.count
    if let debit = sink.first.transfers.last { spentLots.append(debit.lot) }
    return (status, .posted)
  }

  private mutating func settlePending(
    _ points: Points, _ holder: Int, _ lot: LotKey, _ refusal: TransferStatus?, activates: Bool,
    at minute: Minute
  ) -> (TransferStatus, TransferStatus) {
    let status =
      activates
      ? ledger.activate(points, of: holder, lot: lot, at: minute, into: &sink)
      : ledger.cancelPending(points, of: holder, lot: lot, at: minute, into: &sink)
    if let refusal { return (status, refusal) }
    guard slow.take(points.count, from: lot, isPending: true, of: holder, on: minute.day) else {
      return (status, .pendingInsufficient)
    }
    if activates { slow.put(points.count, into: lot, isPending: false, of: holder) }
    return (status, .posted)
  }

  private mutating func giveBack(
    _ points: Points, _ holder: Int, _ other: LotKey, at minute: Minute
  ) -> (TransferStatus, TransferStatus) {
    let lot = spentLots.isEmpty ? other : spentLots[random.below(spentLots.count)]
    let status = ledger.restore(
      points, to: holder, lot: lot, at: minute, rule: RuleID(1), into: &sink)
    if points.count <= 0 { return (status, .amountNotPositive) }
    if holder >= holderCount { return (status, .holderUnknown) }
    if lot.expiry < minute.day { return (status, .lotExpired) }
    if slow.redeemed < points.count { return (status, .redeemedInsufficient) }
    slow.redeemed -= points.count
    slow.put(points.count, into: lot, isPending: false, of: holder)
    return (status, .posted)
  }

  private mutating func adjust(
    _ points: Points, _ holder: Int, _ lot: LotKey, at minute: Minute
  ) -> (TransferStatus, TransferStatus) {
    let signed = random.below(2) == 0 ? points : .zero - points
    let status = ledger.adjust(signed, of: holder, lot: lot, at: minute, into: &sink)
    if signed.count == 0 { return (status, .amountNotPositive) }
    if holder >= holderCount { return (status, .holderUnknown) }
    if signed.count < 0 {
      let isDone = slow.spend(-signed.count, of: holder, on: minute.day)
      return (status, isDone ? .posted : .activeInsufficient)
    }
    if lot.expiry < minute.day { return (status, .lotExpired) }
    slow.put(signed.count, into: lot, isPending: false, of: holder)
    return (status, .posted)
  }

  private mutating func extend(
    _ holder: Int, _ lot: LotKey, at minute: Minute
  ) -> (TransferStatus, TransferStatus) {
    let isPending = random.below(4) == 0
    let expiry = minute.day.advanced(by: random.below(60) - 2)
    let status = ledger.extend(
      of: holder, lot: lot, isPending: isPending, to: expiry, at: minute, rule: RuleID(1),
      into: &sink)
    if holder >= holderCount { return (status, .holderUnknown) }
    if lot.expiry < minute.day || expiry < minute.day { return (status, .lotExpired) }
    let found = slow.accounts[holder].first { $0.key == lot && $0.isPending == isPending }
    guard let found else {
      return (status, isPending ? .pendingInsufficient : .activeInsufficient)
    }
    _ = slow.take(
      found.points.count, from: lot, isPending: isPending, of: holder, on: minute.day)
    var later = lot
    later.expiry = expiry
    slow.put(found.points.count, into: later, isPending: isPending, of: holder)
    return (status, .posted)
  }

  /// Forgets who has what until then: the journal begins anew, as it does for an arm.
  mutating func restartJournal() -> Journal {
    let past = sink.first
    sink.first = Journal()
    return past
  }

  /// Drops lots that expired before a day from the slow ledger, which otherwise only grows.
  mutating func sweep(before day: Day) {
    for holder in slow.accounts.indices {
      slow.accounts[holder].removeAll { $0.key.expiry < day }
    }
    if spentLots.count > 200 { spentLots.removeFirst(spentLots.count - 200) }
  }
}
