public import IncentiveEngine
internal import PointsLedger
internal import PortableMath
internal import Quantities
internal import Randomness
public import Timeline

/// The small model of the benchmarks: a daily Bernoulli model with its own occasions.
///
/// Peers in other languages run the very same model (Benchmarks/README.md defines it). It is no
/// model of members: it compares the speed of simulators, ours with the real engine. Each day a
/// member orders with probability p = pᵢ · e^(−fatigue) · 1.3 (if 1,000 points are held) · 1.5 (in
/// the offer's days); days on which p could not be reached are jumped over: candidate days come by
/// addressed geometric jumps at the ceiling min(1, 1.95 pᵢ) and are accepted with p ÷ ceiling.
public struct SmallModel: Sendable {
  /// What a community leaves; integers, so that any number of threads adds up to the same.
  public struct Tally: Sendable, Hashable {
    /// Members simulated, and those who have not left at the end.
    public var memberCount: Int64 = 0
    /// Members who have not left at the end.
    public var activeCount: Int64 = 0
    /// Orders.
    public var orders: Int64 = 0
    /// Money paid, in minor units.
    public var paidMinor: Int64 = 0
    /// Points issued.
    public var issued: Int64 = 0
    /// Points spent.
    public var redeemed: Int64 = 0
    /// Points expired.
    public var expired: Int64 = 0
    /// Points that members held when they left.
    public var stranded: Int64 = 0
    /// Points that active members hold at the end.
    public var outstanding: Int64 = 0

    /// Nothing.
    public init() {}

    /// Whether issued = redeemed + expired + stranded + outstanding.
    public var isBalanced: Bool { issued == redeemed + expired + stranded + outstanding }

    /// Adds another community.
    public mutating func add(_ other: Tally) {
      memberCount += other.memberCount
      activeCount += other.activeCount
      orders += other.orders
      paidMinor += other.paidMinor
      issued += other.issued
      redeemed += other.redeemed
      expired += other.expired
      stranded += other.stranded
      outstanding += other.outstanding
    }
  }

  /// The days of the model.
  public let horizon: Horizon
  /// Days of the week on which the engine's offer runs, counted from the first day.
  private static let offerDays = 3
  private static let rewardPoints: Int64 = 1000
  /// e^(−fatigue) of each day: the same for all members, because everybody gets every message.
  private let freshness: [Double]

  /// Prepares the model.
  public init(horizon: Horizon) {
    self.horizon = horizon
    var fatigue = 0.0
    freshness = (0..<horizon.dayCount).map { day in
      if day % 7 == 0 { fatigue += 0.1 }
      let fresh = PortableMath.exp(-fatigue)
      fatigue *= 0.95
      return fresh
    }
  }

  /// Runs members, numbered in the whole population, through all days, one after the other.
  ///
  /// - Parameter engine: runs the model's scheme as its scheme 0.
  @specialized(where E == LoyaltyEngine)
  public func run<E: Engine>(_ members: Range<Int>, engine: E, seed: UInt64) -> Tally {
    let draws = Draws(seed: seed, replication: 0)
    var tally = Tally()
    var accounts = engine.makeAccounts(count: members.count, scheme: 0)
    var totals = LedgerTotals()
    for member in members {
      live(
        UInt32(member), account: member - members.lowerBound, engine, &accounts, draws, &totals,
        &tally)
    }
    tally.memberCount = Int64(members.count)
    tally.issued = totals.issued
    tally.redeemed = totals[.redemption]
    tally.expired = totals[.breakage]
    return tally
  }

  private func live<E: Engine>(
    _ member: UInt32, account: Int, _ engine: E, _ accounts: inout E.Accounts, _ draws: Draws,
    _ totals: inout LedgerTotals, _ tally: inout Tally
  ) {
    func address(_ purpose: Purpose, _ occurrence: UInt32 = 0) -> DrawAddress {
      DrawAddress(subject: member, purpose: purpose, occurrence: occurrence)
    }
    let nothing: [BasketLine] = []
    _ = engine.handle(
      .join(Birthday(month: 1, day: 1)), basket: nothing.span, for: account, in: &accounts,
      at: horizon.start, into: &totals)
    let rate = draws.gamma(shape: 2, rate: 60, at: address(.smallModelRate))
    let ceiling = min(1, 1.95 * rate)
    let daysPerLog = 1 / PortableMath.log1p(-min(ceiling, 1 - 1e-12))
    var day = -1
    var candidate: UInt32 = 0
    while true {
      let (gap, mark) = draws.uniformPair(at: address(.smallModelDay, candidate))
      let jump = PortableMath.log(gap) * daysPerLog
      guard jump < Double(horizon.dayCount) else { break }
      day += 1 + Int(jump)
      guard day < horizon.dayCount else { break }
      candidate += 1
      let today = horizon.firstDay.advanced(by: day)
      let balance = engine.balance(of: account, in: accounts, on: today).count
      let chance =
        rate * freshness[day] * (balance >= Self.rewardPoints ? 1.3 : 1)
        * (day % 7 < Self.offerDays ? 1.5 : 1)
      guard mark * ceiling < chance else { continue }
      let (spends, leaves) = draws.uniformPair(at: address(.smallModelOrder, candidate))
      let spent = balance >= Self.rewardPoints && spends < 0.5 ? Self.rewardPoints : 0
      let amount = draws.lognormal(
        logMean: Self.logMean, logStandardDeviation: 0.6, at: address(.smallModelAmount, candidate))
      tally.orders += 1
      tally.paidMinor += order(
        Int64((amount * 100).rounded()), spending: Points(spent), account, engine, &accounts,
        on: today, &totals)
      guard leaves >= 0.02 else {
        tally.stranded += engine.balance(of: account, in: accounts, on: today).count
        return
      }
    }
    engine.settle(account, in: &accounts, through: horizon.lastDay, into: &totals)
    tally.outstanding += engine.balance(of: account, in: accounts, on: horizon.lastDay).count
    tally.activeCount += 1
  }

  /// One order at noon, on the engine's terms; what is paid, in minor units.
  private func order<E: Engine>(
    _ listMinor: Int64, spending points: Points, _ account: Int, _ engine: E,
    _ accounts: inout E.Accounts, on day: Day, _ totals: inout LedgerTotals
  ) -> Int64 {
    let basket: InlineArray<1, BasketLine> = [BasketLine(listMinor: listMinor)]
    let minute = day.at(hour: 12)
    let quote = engine.quote(basket.span, for: account, in: accounts, at: minute)
    let decision = engine.handle(
      .order(offers: quote.offers, points: points), basket: basket.span, for: account,
      in: &accounts, at: minute, into: &totals)
    assert(decision.refusal == .none, "the model's orders are within the scheme's limits")
    return decision.paid.minor
  }

  /// ln 100 − 0.18, so that an order is worth 100 on average.
  private static let logMean = PortableMath.log(100) - 0.18
}

/// What the draws of the small model are for; numbers 300 to 399, never renumbered.
extension Purpose {
  static let smallModelRate = Purpose(rawValue: 300)
  static let smallModelDay = Purpose(rawValue: 301)
  static let smallModelOrder = Purpose(rawValue: 302)
  static let smallModelAmount = Purpose(rawValue: 303)
}
