import PointsLedger
import Timeline

/// Points that have expired and may come back, of one community: a list for each account.
///
/// Empty until points expire under a scheme that gives some back.
struct LapsedPoints: Sendable, Equatable {
  private struct Entry: Sendable, Equatable {
    var part: LotPart
    /// The account's entry before it, or -1.
    var next: Int32
  }

  private var entries: [Entry] = []
  /// The last entry of each account, or -1.
  private var heads: [Int32] = []

  /// The bytes that the lists occupy.
  var byteCount: Int {
    entries.count * MemoryLayout<Entry>.stride + heads.count * MemoryLayout<Int32>.stride
  }

  /// Remembers points; the lot's expiry is the day with whose end they were lost.
  mutating func append(_ part: LotPart, of account: Int, accountCount: Int) {
    if heads.isEmpty { heads = Array(repeating: -1, count: accountCount) }
    entries.append(Entry(part: part, next: heads[account]))
    heads[account] = Int32(entries.count - 1)
  }

  /// Takes out what an account lost last, first.
  mutating func takeLast(of account: Int) -> LotPart? {
    guard !heads.isEmpty, heads[account] >= 0 else { return nil }
    let entry = entries[Int(heads[account])]
    heads[account] = entry.next
    return entry.part
  }

  /// Looks at what an account lost, the last first.
  func forEach(of account: Int, _ body: (borrowing LotPart) -> Void) {
    guard !heads.isEmpty else { return }
    var place = heads[account]
    while place >= 0 {
      body(entries[Int(place)].part)
      place = entries[Int(place)].next
    }
  }

  /// Puts what an account lost under no rule, as the ledger does its lots.
  mutating func forgetRules(of account: Int) {
    guard !heads.isEmpty else { return }
    var place = heads[account]
    while place >= 0 {
      entries[Int(place)].part.lot.rule = .none
      place = entries[Int(place)].next
    }
  }

  /// Gives what an account lost to another, behind what that one lost.
  mutating func move(_ other: Int, to account: Int) {
    guard !heads.isEmpty, heads[other] >= 0 else { return }
    var end = heads[other]
    while entries[Int(end)].next >= 0 { end = entries[Int(end)].next }
    entries[Int(end)].next = heads[account]
    heads[account] = heads[other]
    heads[other] = -1
  }
}
