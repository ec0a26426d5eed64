import PointsLedger
import Timeline

/// The number of a reservation in the accounts of one community.
public struct ReservationNumber: Sendable, Hashable, Comparable {
  /// How many reservations were made before it, plus one; zero for none.
  public let index: UInt32

  /// Creates a number.
  public init(index: UInt32) { self.index = index }

  /// No reservation.
  public static let none = ReservationNumber(index: 0)

  /// Whether the left one was made first.
  public static func < (left: ReservationNumber, right: ReservationNumber) -> Bool {
    left.index < right.index
  }
}

/// An order that was placed and is still to be paid: its terms stand, and what it uses is set aside.
struct Reservation: Sendable, Equatable {
  var number: ReservationNumber = .none
  var account: UInt32
  /// The scheme that decided it.
  var scheme: Int
  /// When it was made, and from when on it no longer holds.
  var made: Minute
  var due: Minute
  var basket: [BasketLine]
  var terms: Quote
  /// Points set aside, and the lots that they came from.
  var points: Int64
  var lots: [LotPart] = []
  /// The last days of the coupons set aside, by position.
  var couponDays: [Int32] = []
  /// Those that a coupon which waited took the place of, one bit each.
  var spares: UInt16 = 0
  /// The most points that it may earn: those that budgets have set aside.
  var room: Int64
  /// What each of the scheme's budgets counted of it.
  var amounts: [Int64] = []
}

/// The reservations of one community that are neither paid nor released nor run out.
struct Reservations: Sendable, Equatable {
  /// In the order in which they were made.
  private(set) var open: [Reservation] = []
  /// The first minute at which one of them runs out; `Int32.max` while there are none.
  private(set) var firstDue = Int32.max
  private var made: UInt32 = 0

  /// Adds a reservation; its number.
  mutating func append(_ reservation: Reservation) -> ReservationNumber {
    made += 1
    open.append(reservation)
    open[open.count - 1].number = ReservationNumber(index: made)
    firstDue = min(firstDue, reservation.due.index)
    return open[open.count - 1].number
  }

  /// Takes a reservation of an account out; nothing if it has none of this number.
  mutating func take(_ number: ReservationNumber, of account: Int) -> Reservation? {
    guard
      let place = open.firstIndex(where: {
        $0.number == number && $0.account == UInt32(account)
      })
    else { return nil }
    defer { countDue() }
    return open.remove(at: place)
  }

  /// Takes out the reservation that runs out first, if its minute has come.
  mutating func takeDue(at minute: Minute) -> Reservation? {
    guard firstDue <= minute.index,
      let place = open.firstIndex(where: { $0.due.index == firstDue })
    else { return nil }
    defer { countDue() }
    return open.remove(at: place)
  }

  /// The points set aside and promised: they are not in the ledger's balances, and count as
  /// outstanding.
  func points(of account: Int? = nil) -> Int64 {
    open.reduce(0) { sum, reservation in
      let isMeant = account.map { reservation.account == UInt32($0) } ?? true
      let promised = reservation.room == .max ? 0 : reservation.room
      return isMeant ? sum + reservation.points + promised : sum
    }
  }

  /// An account's first reservation; nothing if it has none.
  func first(of account: Int) -> ReservationNumber? {
    open.first { $0.account == UInt32(account) }?.number
  }

  /// When an account's first reservation after a numbered one was made; nothing if it has none.
  func firstUnpaid(of account: Int, after number: Int32) -> Int32? {
    next(of: account, after: number)?.made.index
  }

  /// The number of an account's first reservation after a numbered one; nothing if it has none.
  func firstUnpaidNumber(of account: Int, after number: Int32) -> Int32? {
    next(of: account, after: number).map { Int32(clamping: $0.number.index) }
  }

  private func next(of account: Int, after number: Int32) -> Reservation? {
    open.first { $0.account == UInt32(account) && Int64($0.number.index) > Int64(number) }
  }

  /// Puts the reservations of an account under another.
  mutating func rename(_ other: Int, to account: Int) {
    for place in open.indices where open[place].account == UInt32(other) {
      open[place].account = UInt32(account)
    }
  }

  /// Gives points of an account that too little activity kept alive their last day, as the ledger has
  /// done.
  mutating func end(slidingOf account: Int, on day: Day) {
    for place in open.indices where open[place].account == UInt32(account) {
      for lot in open[place].lots.indices where open[place].lots[lot].lot.expiry == .sliding {
        open[place].lots[lot].lot.expiry = day
      }
    }
  }

  private mutating func countDue() {
    firstDue = open.reduce(Int32.max) { min($0, $1.due.index) }
  }
}
