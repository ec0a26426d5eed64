import IncentiveEngine
import PointsLedger
import Quantities
import Timeline

/// How long a kind of work took, and a sum over its results that keeps the compiler honest.
struct Timing {
  var nanoseconds: Double
  var checksum: Int64
}

/// A thousand members of one community, each with eighteen orders behind them.
struct BenchmarkShop {
  private static let memberCount = 1_000
  /// All members order once in so many days, a regular buyer's rhythm: `assumption:`.
  private static let daysPerRound = 20
  private static let batchSize = 100
  /// Some 150 rounds, eight years.
  private static let batchesPerLap = 1_500

  private let engine: LoyaltyEngine
  private var accounts: SchemeAccounts
  private var totals = LedgerTotals()
  private var luck = SplitMix(state: 20_260_101)
  private var day: Day

  init?() {
    guard let first = CivilDate(year: 2026, month: 1, day: 1)?.dayIndex,
      let scheme = try? Scheme.benchmark.compile()
    else { return nil }
    day = first
    engine = LoyaltyEngine(schemes: [scheme], days: first...first.advanced(by: 3_650))
    accounts = engine.makeAccounts(count: Self.memberCount, scheme: 0)
    let nothing: [BasketLine] = []
    for member in 0..<Self.memberCount {
      _ = engine.handle(
        .join(Birthday(month: UInt8(1 + member % 12), day: 1)), basket: nothing.span, for: member,
        in: &accounts, at: day.start, into: &totals)
    }
    _ = orders(Self.memberCount * 18)
  }

  /// Zero, always.
  var trialBalance: Int64 { accounts.ledger.totals.trialBalance }

  /// Quotes baskets of members at random.
  mutating func quotes(_ count: Int) -> Timing {
    var sum: Int64 = 0
    let minute = day.at(hour: 12)
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<count {
      let basket: InlineArray<1, BasketLine> = [BasketLine(listMinor: luck.amountMinor())]
      let quote = engine.quote(
        basket.span, for: luck.below(Self.memberCount), in: accounts, at: minute)
      sum &+= quote.pay.minor
    }
    return Timing(nanoseconds: start.nanosecondsEach(of: count, until: clock.now), checksum: sum)
  }

  /// Orders of all members in turn, on the terms of their quotes.
  ///
  /// The orders of a hundred members are timed together; their quotes, asked before, are not. After
  /// a lap of rounds the accounts go back to where the first lap found them, so that the calendar
  /// that the engine worked out covers all days.
  mutating func orders(_ count: Int) -> Timing {
    let opening = (accounts: accounts, day: day)
    var timing = Timing(nanoseconds: 0, checksum: 0)
    var (done, batches) = (0, 0)
    while done < count {
      if batches % Self.batchesPerLap == 0 {
        (accounts, day) = opening
        _ = orderBatch(from: 0)  // Not timed: the first change copies the accounts.
        batches += 1
      }
      let batch = orderBatch(from: batches * Self.batchSize % Self.memberCount)
      timing.nanoseconds += batch.nanoseconds
      timing.checksum &+= batch.checksum
      done += Self.batchSize
      batches += 1
      if batches * Self.batchSize % Self.memberCount == 0 {
        day = day.advanced(by: Self.daysPerRound)
      }
    }
    timing.nanoseconds /= Double(done)
    return timing
  }

  private mutating func orderBatch(from first: Int) -> Timing {
    var presented = InlineArray<100, Presented>(repeating: Presented())
    let minute = day.at(hour: 12)
    for index in presented.indices {
      presented[index].line.listMinor = luck.amountMinor()
      let basket: InlineArray<1, BasketLine> = [presented[index].line]
      let quote = engine.quote(basket.span, for: first + index, in: accounts, at: minute)
      presented[index].offers = quote.offers
      // Every second reward is spent, as in the small model.
      presented[index].points = luck.below(2) == 0 ? quote.spendablePoints : .zero
    }
    var sum: Int64 = 0
    let clock = ContinuousClock()
    let start = clock.now
    for index in presented.indices {
      let basket: InlineArray<1, BasketLine> = [presented[index].line]
      let decision = engine.handle(
        .order(offers: presented[index].offers, points: presented[index].points),
        basket: basket.span, for: first + index, in: &accounts, at: minute, into: &totals)
      sum &+= decision.paid.minor
    }
    return Timing(nanoseconds: start.nanosecondsEach(of: 1, until: clock.now), checksum: sum)
  }
}

/// What a member brings to the till.
private struct Presented {
  var line = BasketLine(listMinor: 0)
  var offers: OfferSet = []
  var points = Points.zero
}

extension Scheme {
  /// Earning, redeeming, expiry to the month's end, three tiers with a review, and two coupons.
  fileprivate static var benchmark: Scheme {
    func tier(_ name: String, from threshold: Int64, percent: Int64) -> Tier {
      Tier(name: name, threshold: threshold, price: .percent(percent))
    }
    func coupon(_ name: String, _ grant: CouponGrant, _ benefit: Benefit) -> Offer {
      Offer(name: name, access: .coupon(grant, validDays: 7_300), benefit: benefit)
    }
    return Scheme(
      name: "benchmark",
      points: PointsProgram(
        earn: .perMinorPaid(Rate(1, over: 100)),
        redeem: RedeemRule(stepPoints: Points(100), stepValue: Money(minor: 200)),
        expiry: .afterMonths(6, roundedTo: .month)),
      growth: GrowthProgram(perMinorPaid: Rate(1, over: 100), reset: .quarter),
      tiers: TierLadder(
        tiers: [
          tier("bronze", from: 0, percent: 100), tier("silver", from: 1_000, percent: 95),
          tier("gold", from: 5_000, percent: 90),
        ], basis: .growth, review: TierReview(cycle: .calendar(.quarter), graceDays: 30)),
      offers: [
        coupon(
          "thirty", .onFirstOrder,
          .amountOff([LadderStep(minimumSpend: Money(minor: 29_900), off: Money(minor: 3_000))])),
        coupon(
          "tenth", .onJoining,
          .shareOff(.percent(10), minimumSpend: Money(minor: 25_000), cap: Money(minor: 4_000))),
      ])
  }
}

/// Luck for the benchmark alone: Steele, Lea & Flood 2014, "Fast splittable pseudorandom number
/// generators", OOPSLA.
private struct SplitMix {
  var state: UInt64

  private mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// ¥20 to ¥320, evenly: `assumption:`, around the coupons' thresholds.
  mutating func amountMinor() -> Int64 { 2_000 + Int64(below(30_000)) }
}

extension ContinuousClock.Instant {
  fileprivate func nanosecondsEach(of count: Int, until end: Self) -> Double {
    let (seconds, attoseconds) = duration(to: end).components
    return (Double(seconds) * 1e9 + Double(attoseconds) * 1e-9) / Double(count)
  }
}
