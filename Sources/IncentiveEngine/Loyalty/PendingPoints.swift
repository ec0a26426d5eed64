import PointsLedger
import Timeline

/// The pending points of one community by the day on which they become active or are called off, which
/// the ledger's lots do not know: a list for each account, in the order of those days.
///
/// Empty until points are pending for the first time; places of what became active are used again.
struct PendingPoints: Sendable, Equatable {
  /// What makes a promise's points active.
  enum Trigger: Sendable, Equatable {
    /// That the day comes.
    case day
    /// The member's next order.
    case order
    /// An interaction, by its position among the scheme's; below zero if a later scheme has none.
    case interaction(Int)
    /// That the day comes on which a hold ends, or a review clears the account before.
    case hold

    /// Whether the points become active by themselves on the promise's day.
    var comesByDay: Bool { self == .day || self == .hold }
  }

  /// What one award promised.
  struct Promise: Sendable, Equatable {
    var lot: LotKey
    var points: Int64
    /// The day of the order.
    var orderedOn: Day
    /// The order's place in the book; -1 where it is not written down, and for what is no order.
    var order: Int32
    /// The day on which the points become active; called off, where they wait for an event.
    var activeFrom: Day
    var trigger: Trigger
    /// Of points that are held, the day until which they would be pending otherwise.
    var earliest = Day(index: .min)
    /// The account's next promise, or -1.
    fileprivate var next: Int32 = -1

    init(
      lot: LotKey, points: Int64, orderedOn: Day, order: Int32 = -1, activeFrom: Day,
      trigger: Trigger = .day
    ) {
      self.order = order
      (self.lot, self.points, self.trigger) = (lot, points, trigger)
      (self.orderedOn, self.activeFrom) = (orderedOn, activeFrom)
    }
  }

  private var promises: [Promise] = []
  /// The first promise of each account, or -1.
  private var heads: [Int32] = []
  /// The first place that may be used again, or -1.
  private var vacant: Int32 = -1

  /// Whether no points have ever been pending.
  var isUnused: Bool { heads.isEmpty }

  /// The bytes that the lists occupy.
  var byteCount: Int {
    promises.count * MemoryLayout<Promise>.stride + heads.count * MemoryLayout<Int32>.stride
  }

  /// Adds a promise behind those of the same day.
  mutating func append(_ promise: Promise, to account: Int, accountCount: Int) {
    if heads.isEmpty { heads = Array(repeating: -1, count: accountCount) }
    let place = place(for: promise)
    link(place, to: account)
  }

  /// Takes the first promise of an account out if its day has come.
  mutating func takeDue(_ account: Int, on day: Day) -> Promise? {
    guard !heads.isEmpty, heads[account] >= 0 else { return nil }
    let place = heads[account]
    let promise = promises[Int(place)]
    guard promise.activeFrom <= day else { return nil }
    heads[account] = promise.next
    free(place)
    return promise
  }

  /// Takes the first promise of an account out that waits for an event.
  mutating func take(_ account: Int, waitingFor trigger: Trigger) -> Promise? {
    guard !heads.isEmpty else { return nil }
    var before: Int32 = -1
    var place = heads[account]
    while place >= 0, promises[Int(place)].trigger != trigger {
      (before, place) = (place, promises[Int(place)].next)
    }
    guard place >= 0 else { return nil }
    let promise = promises[Int(place)]
    if before < 0 {
      heads[account] = promise.next
    } else {
      promises[Int(before)].next = promise.next
    }
    free(place)
    return promise
  }

  /// Calls off points of a lot that an order of a day promised, or something that is no order, as many
  /// as are there.
  mutating func cancel(
    atMost most: Int64, of lot: LotKey, orderedOn day: Day, order: Int32 = -1, by account: Int
  ) -> Int64 {
    guard !heads.isEmpty else { return 0 }
    var left = most
    var before: Int32 = -1
    var place = heads[account]
    while place >= 0, left > 0 {
      let next = promises[Int(place)].next
      if promises[Int(place)].lot == lot, promises[Int(place)].orderedOn == day,
        promises[Int(place)].order == order
      {
        let points = min(left, promises[Int(place)].points)
        promises[Int(place)].points -= points
        left -= points
      }
      if promises[Int(place)].points == 0 {
        if before < 0 { heads[account] = next } else { promises[Int(before)].next = next }
        free(place)
      } else {
        before = place
      }
      place = next
    }
    return most - left
  }

  /// Gives all promises of an account to another.
  mutating func move(_ other: Int, to account: Int) {
    guard !heads.isEmpty else { return }
    var place = heads[other]
    heads[other] = -1
    while place >= 0 {
      let next = promises[Int(place)].next
      link(place, to: account)
      place = next
    }
  }

  /// Puts the promises of an account under no rule, as the ledger does its lots; interactions pass to
  /// the positions that they have in another scheme.
  mutating func forgetRules(of account: Int, interaction: (Int) -> Int) {
    update(account) { promise in
      promise.lot.rule = .none
      if case .interaction(let position) = promise.trigger {
        promise.trigger = .interaction(interaction(position))
      }
    }
  }

  /// Changes all promises of an account, but for their days.
  mutating func update(_ account: Int, _ change: (inout Promise) -> Void) {
    guard !heads.isEmpty else { return }
    var place = heads[account]
    while place >= 0 {
      change(&promises[Int(place)])
      place = promises[Int(place)].next
    }
  }

  /// Looks at the promises of an account in the order of their days, up to a day.
  @inline(__always)
  func forEach(of account: Int, through day: Day, _ body: (borrowing Promise) -> Void) {
    guard !heads.isEmpty else { return }
    var place = heads[account]
    while place >= 0, promises[Int(place)].activeFrom <= day {
      body(promises[Int(place)])
      place = promises[Int(place)].next
    }
  }

  /// The points that an order of an account on a day would make active.
  func waitingForOrder(of account: Int, on day: Day) -> Int64 {
    var total: Int64 = 0
    forEach(of: account, through: .never) { promise in
      if promise.trigger == .order, promise.activeFrom > day { total += promise.points }
    }
    return total
  }

  /// The pending points of an account, those included that are due.
  func total(of account: Int) -> Int64 {
    var total: Int64 = 0
    forEach(of: account, through: .never) { total += $0.points }
    return total
  }

  /// Puts a place into an account's list, behind those of the same day.
  private mutating func link(_ place: Int32, to account: Int) {
    let day = promises[Int(place)].activeFrom
    var before: Int32 = -1
    var next = heads[account]
    while next >= 0, promises[Int(next)].activeFrom <= day {
      (before, next) = (next, promises[Int(next)].next)
    }
    promises[Int(place)].next = next
    if before < 0 { heads[account] = place } else { promises[Int(before)].next = place }
  }

  private mutating func place(for promise: Promise) -> Int32 {
    guard vacant >= 0 else {
      promises.append(promise)
      return Int32(promises.count - 1)
    }
    let place = vacant
    vacant = promises[Int(place)].next
    promises[Int(place)] = promise
    return place
  }

  private mutating func free(_ place: Int32) {
    promises[Int(place)].points = 0
    promises[Int(place)].next = vacant
    vacant = place
  }
}
