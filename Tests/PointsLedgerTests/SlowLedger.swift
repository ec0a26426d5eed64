import PointsLedger
import Quantities
import Timeline

/// The ledger's meaning in the plainest way: unsorted lots, no balances, nothing settled lazily.
///
/// The independent oracle of the property tests.
struct SlowLedger {
  var accounts: [[Lot]]
  var redeemed: Int64 = 0

  init(holderCount: Int) { accounts = Array(repeating: [], count: holderCount) }

  func spendable(_ holder: Int, on day: Day) -> Int64 {
    accounts[holder].reduce(0) { sum, lot in
      lot.isPending || lot.key.expiry < day ? sum : sum + lot.points.count
    }
  }

  /// All points that are held when a day ends.
  func outstanding(atEndOf day: Day) -> Int64 {
    accounts.reduce(0) { sum, lots in
      lots.reduce(sum) { $1.key.expiry < day ? $0 : $0 + $1.points.count }
    }
  }

  /// The living lots of an account in the order in which they are spent; pending ones stand after
  /// active ones of the same funding.
  func lots(of holder: Int, on day: Day) -> [Lot] {
    accounts[holder].filter { $0.key.expiry >= day }.sorted(by: Self.isListedBefore)
  }

  mutating func put(_ points: Int64, into key: LotKey, isPending: Bool, of holder: Int) {
    for index in accounts[holder].indices
    where accounts[holder][index].key == key && accounts[holder][index].isPending == isPending {
      accounts[holder][index].points = Points(accounts[holder][index].points.count + points)
      return
    }
    accounts[holder].append(Lot(key: key, isPending: isPending, points: Points(points)))
  }

  /// Takes points from one lot; false, and nothing done, if it has fewer.
  mutating func take(
    _ points: Int64, from key: LotKey, isPending: Bool, of holder: Int, on day: Day
  ) -> Bool {
    for index in accounts[holder].indices
    where accounts[holder][index].key == key && accounts[holder][index].isPending == isPending {
      let held = accounts[holder][index].points.count
      if held < points || key.expiry < day { return false }
      accounts[holder][index].points = Points(held - points)
      accounts[holder].removeAll { $0.points.count == 0 }
      return true
    }
    return false
  }

  /// Takes active points from a lot named, then from whichever lot expires soonest.
  mutating func spend(
    _ points: Int64, of holder: Int, on day: Day, startingWith named: LotKey? = nil
  ) -> Bool {
    guard spendable(holder, on: day) >= points else { return false }
    var left = points
    if let named {
      let held = accounts[holder].first { $0.key == named && !$0.isPending }?.points.count ?? 0
      let first = min(held, left)
      if first > 0, take(first, from: named, isPending: false, of: holder, on: day) {
        left -= first
      }
    }
    while left > 0 {
      let living = accounts[holder].filter { $0.key.expiry >= day && !$0.isPending }
      guard let soonest = living.min(by: Self.isListedBefore) else { return false }
      let taken = min(left, soonest.points.count)
      _ = take(taken, from: soonest.key, isPending: false, of: holder, on: day)
      left -= taken
    }
    return true
  }

  mutating func forgetRules() {
    for holder in accounts.indices {
      let old = accounts[holder]
      accounts[holder] = []
      for var lot in old {
        lot.key.rule = .none
        put(lot.points.count, into: lot.key, isPending: lot.isPending, of: holder)
      }
    }
  }

  private static func isListedBefore(_ left: Lot, _ right: Lot) -> Bool {
    let (a, b) = (left.key, right.key)
    if a.expiry != b.expiry { return a.expiry < b.expiry }
    if a.vintage != b.vintage { return a.vintage < b.vintage }
    if a.funding != b.funding { return a.funding.rawValue < b.funding.rawValue }
    if left.isPending != right.isPending { return right.isPending }
    return a.rule < b.rule
  }
}

/// Random numbers of the tests: SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to `bound` - 1.
  mutating func below(_ bound: Int) -> Int { Int(truncatingIfNeeded: next() >> 33) % bound }
}
