public import Timeline

/// Under which name the world outside knows an event: who says so, and that source's own number.
public struct EventID: Sendable, Hashable, Comparable {
  /// The system that reports the event, such as a shop or a till.
  public var source: String
  /// The event's identifier there, such as an order number; two sources may use the same one.
  public var business: String

  /// Creates an identifier.
  public init(source: String, business: String) {
    self.source = source
    self.business = business
  }

  /// By source, then by business identifier.
  public static func < (left: EventID, right: EventID) -> Bool {
    (left.source, left.business) < (right.source, right.business)
  }
}

/// An event as it comes in from outside: named, dated, and maybe late or sent twice.
public struct Submission: Sendable, Hashable {
  /// The event's name.
  public var id: EventID
  /// The account, by position.
  public var account: Int
  /// When it happened, whenever it arrives.
  public var minute: Minute
  /// What happened.
  public var event: Event
  /// What was ordered, or comes back of it; else empty.
  public var basket: [BasketLine]

  /// Creates a submission.
  public init(
    id: EventID, account: Int, minute: Minute, event: Event, basket: [BasketLine] = []
  ) {
    self.id = id
    self.account = account
    self.minute = minute
    self.event = event
    self.basket = basket
  }

  /// Whether an engine can take the basket: orders, reservations and refunds by lines alone have one,
  /// and neither its price nor its number of items is negative or beyond 64 bits.
  var hasSoundBasket: Bool {
    switch event {
    case .order, .reserve, .refund(_, .lines): break
    default: return basket.isEmpty
    }
    var (list, items): (Int64, Int64) = (0, 0)
    for line in basket {
      let (listSum, listOverflows) = list.addingReportingOverflow(line.listMinor)
      let (itemSum, itemsOverflow) = items.addingReportingOverflow(Int64(line.quantity))
      guard !listOverflows, !itemsOverflow else { return false }
      (list, items) = (listSum, itemSum)
    }
    return list >= 0 && items >= 0
  }
}
