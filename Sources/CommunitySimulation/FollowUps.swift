internal import MemberBehavior
internal import Timeline

/// What an order leaves to be done later.
enum FollowUp {
  /// Goods come back.
  case goodsBack(PlannedReturn)
  /// An order that was placed and not paid is paid, or canceled.
  case payment(OpenOrder)
  /// A manual review of an account comes out.
  case review(account: Int, minute: Int32)

  var minute: Int32 {
    switch self {
    case .goodsBack(let planned): planned.minute
    case .payment(let order): order.minute
    case .review(_, let minute): minute
    }
  }
}

/// What orders left to be done: earliest first, that of one minute in the order of the orders.
struct FollowUpQueue {
  /// Latest first, so that the next is the last.
  private var waiting: [FollowUp] = []

  /// When the next is due; never, if there is none.
  private(set) var nextMinute: Int32 = .max

  mutating func add(_ planned: FollowUp) {
    let minute = planned.minute
    var (low, high) = (0, waiting.count)
    while low < high {
      let middle = (low + high) / 2
      if waiting[middle].minute > minute { low = middle + 1 } else { high = middle }
    }
    waiting.insert(planned, at: low)
    nextMinute = waiting[waiting.count - 1].minute
  }

  mutating func takeNext() -> FollowUp {
    let next = waiting.removeLast()
    nextMinute = waiting.last?.minute ?? .max
    return next
  }
}

extension ArmRun {
  mutating func meet(_ followUp: FollowUp) {
    switch followUp {
    case .goodsBack(let planned): meetReturn(planned)
    case .payment(let order): meetPayment(order)
    case .review(let account, let minute): meetReview(of: account, at: Minute(index: minute))
    }
  }
}
