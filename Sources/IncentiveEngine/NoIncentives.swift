public import PointsLedger
public import Quantities
public import Timeline

/// The engine that grants nothing and remembers nothing: everyone pays list price.
public struct NoIncentives: Engine {
  /// Accounts without any state.
  public struct Accounts: Sendable {}

  /// Creates the engine.
  public init() {}

  /// Makes accounts that are not members yet, all under one scheme.
  public func makeAccounts(count: Int, scheme: Int) -> Accounts { Accounts() }

  /// The best legal stack of offers for a basket, and where the account stands.
  public func quote(
    _ basket: borrowing Span<BasketLine>, for account: Int, in accounts: borrowing Accounts,
    at minute: Minute
  ) -> Quote {
    Quote(list: Money(minor: BasketTotal(basket).list))
  }

  /// Handles one event; a refused one changes nothing.
  public func handle<Sink: TransferSink>(
    _ event: Event, basket: borrowing Span<BasketLine>, for account: Int,
    in accounts: inout Accounts, at minute: Minute, into sink: inout Sink
  ) -> Decision {
    var decision = Decision()
    switch event {
    case .join, .adopt, .optOut, .opened, .identify, .activeHour, .joinIdentified: break
    case .scheduled, .deposit, .redeem, .merge, .exchange, .interaction, .claim, .timer,
      .joinInvited, .reviewed:
      decision.refusal = .notFound
    case .reserve: decision.refusal = .notFound
    case .commit, .release: decision.refusal = .reservationUnknown
    case .refund: decision.refusal = .orderUnknown
    case .order(let offers, let points):
      if offers != [] {
        decision.refusal = .notFound
      } else if points != .zero {
        decision.refusal = .pointsNotSpendable
      } else {
        decision.terms = Quote(list: Money(minor: BasketTotal(basket).list))
        decision.paid = decision.terms.list
      }
    }
    return decision
  }

  /// Expires what is due by the end of a day.
  public func settle<Sink: TransferSink>(
    _ account: Int, in accounts: inout Accounts, through day: Day, into sink: inout Sink
  ) {}

  /// The moments of the calendar for a scheme's members, in order; a review before a reset.
  public func schedule(
    ofScheme scheme: Int, from first: Day, through last: Day
  ) -> [ScheduledEvent] { [] }

  /// The account's tier on a day, a grace that has run out included.
  public func tier(of account: Int, in accounts: borrowing Accounts, on day: Day) -> Int { 0 }

  /// The number of the account's active points on a day.
  public func balance(of account: Int, in accounts: borrowing Accounts, on day: Day) -> Points {
    .zero
  }
}
