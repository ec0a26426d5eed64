import Timeline

/// Where accounts stand in journeys: flat, and empty where no scheme of the engine has any.
struct JourneyBook: Sendable, Equatable {
  /// Journeys of the scheme that has most; zero where none has any.
  let stride: Int
  private(set) var states: [JourneyState]
  private(set) var cycles: [OrderCycle]

  init(accountCount: Int = 0, stride: Int = 0) {
    self.stride = stride
    states = Array(repeating: JourneyState(), count: accountCount * stride)
    cycles = Array(repeating: OrderCycle(), count: stride == 0 ? 0 : accountCount)
  }

  var isOn: Bool { stride > 0 }

  /// The bytes that the states occupy.
  var byteCount: Int {
    states.count * MemoryLayout<JourneyState>.stride
      + cycles.count * MemoryLayout<OrderCycle>.stride
  }

  subscript(account: Int, journey: Int) -> JourneyState {
    get { states[account * stride + journey] }
    set { states[account * stride + journey] = newValue }
  }

  /// Notes an order's day.
  mutating func noteOrder(of account: Int, on day: Day) { cycles[account].note(day) }

  /// Begins anew for an account: nothing from before a day begins a journey.
  mutating func reset(_ account: Int, on day: Day) {
    for place in account * stride..<(account + 1) * stride {
      states[place] = JourneyState()
      states[place].since = day.index
    }
  }

  /// The journeys of an account go on, those of another end; its days of orders count.
  mutating func merge(_ other: Int, into account: Int) {
    guard isOn else { return }
    cycles[account].join(cycles[other])
    cycles[other] = OrderCycle()
    reset(other, on: Day(index: .min))
  }
}

/// Where an account stands in one journey: 24 bytes.
struct JourneyState: Sendable, Equatable {
  /// When the next step is due; never while the journey does not run.
  var due: Int32 = .max
  /// The day from which on its trigger is looked at.
  var since: Int32 = .min
  /// What its trigger last began or passed over: a day, a reservation's number, or whether the tag is
  /// there.
  var anchor: Int32 = .min
  /// The day on which it last began.
  var lastStart: Int32 = .min
  /// The next step.
  var step: Int16 = 0
  var hasOpened = false
  var hasOrdered = false
  /// The campaign of the last message.
  var campaign: UInt16 = 0

  var isRunning: Bool { due != .max }
}

/// How often an account orders, as running whole numbers: 12 bytes.
struct OrderCycle: Sendable, Equatable {
  private var first: Int32 = .max
  private(set) var last: Int32 = .min
  /// Days with orders.
  private var days: Int32 = 0

  /// The fewest gaps from which a cycle is read.
  ///
  /// assumption: one gap may be chance; with two the mean of a regular buyer is within a third.
  private static let fewestGaps: Int32 = 2

  /// The mean number of days from one day with orders to the next, rounded down, at least one;
  /// nothing before there are two such gaps.
  var meanGap: Int32? {
    days - 1 >= Self.fewestGaps ? max(1, (last - first) / (days - 1)) : nil
  }

  mutating func note(_ day: Day) {
    guard day.index != last else { return }
    first = min(first, day.index)
    last = max(last, day.index)
    days += 1
  }

  /// Days on which both ordered count twice: their number is not known any more.
  mutating func join(_ other: OrderCycle) {
    first = min(first, other.first)
    last = max(last, other.last)
    days += other.days
  }
}
