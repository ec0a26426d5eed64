import Timeline

/// What tags look at, of all accounts of one community: kept with every order, and empty where no scheme
/// of the engine has tags.
///
/// The facts are those of the shop, whatever the scheme: who passes to another scheme keeps them.
struct TagBook: Sendable, Equatable {
  /// Months kept of each account, the current one included; zero where nothing is kept.
  let stride: Int
  private(set) var facts: [TagFacts]
  /// `stride` places for each account: a ring, by the month's number.
  private var months: [MonthFacts]

  init(accountCount: Int = 0, stride: Int = 0) {
    self.stride = stride
    facts = Array(repeating: TagFacts(), count: stride == 0 ? 0 : accountCount)
    months = Array(repeating: MonthFacts(), count: stride * accountCount)
  }

  /// The bytes that the facts occupy.
  var byteCount: Int {
    facts.count * MemoryLayout<TagFacts>.stride + months.count * MemoryLayout<MonthFacts>.stride
  }

  /// What happened in the last months up to one, and which of them was busiest.
  func sum(of account: Int, over count: Int, upTo month: Int32) -> MonthSum {
    var sum = MonthSum()
    for back in 0..<Int32(min(count, stride)) {
      guard let place = place(month - back, account) else { continue }
      sum.add(months[place])
    }
    return sum
  }

  mutating func join(_ account: Int, on day: Day) {
    guard stride > 0 else { return }
    facts[account].joined = day.index
  }

  /// Counts a paid order.
  mutating func count(_ paid: Int64, in month: Int32, for account: Int) {
    advance(account, to: month)
    guard let place = place(month, account) else { return }
    months[place].orders += 1
    months[place].paid += paid
  }

  /// Takes back what a refund undid of an order of a month that is still kept.
  mutating func takeBack(_ paid: Int64, orders: Int64, in month: Int32, for account: Int) {
    guard stride > 0, let place = place(month, account) else { return }
    months[place].orders -= orders
    months[place].paid -= paid
  }

  /// Notes an order after which a lapsed member is back.
  mutating func noteComeback(of account: Int, on day: Day) { facts[account].comeback = day.index }

  mutating func give(_ tags: UInt32, to account: Int) { facts[account].given |= tags }

  /// Forgets the tags that were given: those of another scheme are others.
  mutating func forgetGiven(of account: Int) {
    guard stride > 0 else { return }
    facts[account].given = 0
  }

  /// Adds what is known of another account, which is forgotten: the earlier joining, the later
  /// comeback, and the orders of both.
  mutating func merge(_ other: Int, into account: Int) {
    guard stride > 0 else { return }
    let newest = max(facts[other].newest, facts[account].newest)
    advance(account, to: newest)
    advance(other, to: newest)
    for place in 0..<stride {
      let from = other * stride + place
      months[account * stride + place].orders += months[from].orders
      months[account * stride + place].paid += months[from].paid
      months[from] = MonthFacts()
    }
    facts[account].join(facts[other])
    facts[other] = TagFacts()
  }

  /// Where a month of an account is kept; nothing if it is over, or still to come.
  private func place(_ month: Int32, _ account: Int) -> Int? {
    let newest = facts[account].newest
    guard month <= newest, Int(newest) - Int(month) < stride else { return nil }
    return account * stride + Month(index: month).place(inRingOf: stride)
  }

  /// Lets months go that a newer one leaves behind.
  private mutating func advance(_ account: Int, to month: Int32) {
    let newest = facts[account].newest
    guard month > newest else { return }
    let stale = min(Int(month) - Int(newest), stride)
    for back in 0..<Int32(stale) {
      let place = Month(index: month - back).place(inRingOf: stride)
      months[account * stride + place] = MonthFacts()
    }
    facts[account].newest = month
  }
}

/// What is known of one account beside its months: 16 bytes.
struct TagFacts: Sendable, Equatable {
  /// The day of joining.
  var joined: Int32 = .max
  /// The day of the order with which a lapsed member last came back; before the calendar if none did.
  var comeback: Int32 = .min
  /// The last month in which anything was counted; before the calendar if nothing was.
  var newest: Int32 = -100_000
  /// Tags that journeys gave, one bit each.
  var given: UInt32 = 0

  mutating func join(_ other: TagFacts) {
    joined = min(joined, other.joined)
    comeback = max(comeback, other.comeback)
    given |= other.given
  }
}

/// Orders and money of one month: 16 bytes.
struct MonthFacts: Sendable, Equatable {
  var orders: Int64 = 0
  /// Money paid, in minor units.
  var paid: Int64 = 0
}

/// Orders and money of several months.
struct MonthSum {
  var orders: Int64 = 0
  var paid: Int64 = 0
  /// The most orders of one of the months.
  var busiest: Int64 = 0

  mutating func add(_ month: MonthFacts) {
    orders += month.orders
    paid += month.paid
    busiest = max(busiest, month.orders)
  }
}
