import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Random shops under random rules against abuse, watched for broken laws.
@Suite struct RiskPropertyTests {
  private static let lives: UInt64 = 1_500

  @Test func `The books balance whatever is refused, held, released, denied or taken back`() throws
  {
    var counts: [RiskChange: Int] = [:]
    for seed in 1...Self.lives {
      var random = TestRandom(seed: seed)
      var life = try RiskyLife(&random)
      for _ in 0..<80 where life.broken.isEmpty { life.step(&random) }
      life.close()
      guard life.broken.isEmpty else {
        Issue.record("seed \(seed): \(life.broken.prefix(3))")
        return
      }
      for (change, count) in life.changes { counts[change, default: 0] += count }
    }
    // Laws are worth holding only where such things happen.
    for change in RiskChange.allCases where change != .none {
      #expect(counts[change, default: 0] > 50, "\(change): \(counts)")
    }
  }

  @Test func `Rules that ask nothing decide as none do, to the last transfer`() throws {
    for seed in 1...Self.lives / 3 {
      var (first, second) = (TestRandom(seed: seed), TestRandom(seed: seed))
      var none = try RiskyLife(&first, isReviewed: false) { $0.risk = nil }
      var empty = try RiskyLife(&second, isReviewed: false) { $0.risk = RiskPolicy() }
      for step in 0..<80 {
        none.step(&first)
        empty.step(&second)
        guard none.last == empty.last else {
          Issue.record("seed \(seed), step \(step): \(none.last) is not \(empty.last)")
          return
        }
      }
      guard none.world.journal.transfers == empty.world.journal.transfers else {
        Issue.record("seed \(seed): the journals differ")
        return
      }
    }
  }
}

/// A shop of eight accounts under a random scheme with rules against abuse.
private struct RiskyLife {
  private static let accountCount = 8
  private(set) var broken: [String] = []
  private(set) var changes: [RiskChange: Int] = [:]
  private(set) var last = Decision()
  private(set) var world: World
  private let opening: PointsLedger
  private var today = day(2026, 1, 1)
  private var minute: Int32 = 0
  private let isReviewed: Bool
  private var orders: [(account: Int, number: OrderNumber)] = []

  /// - Parameter isReviewed: Whether hosts review accounts, which a scheme without rules refuses.
  init(
    _ random: inout TestRandom, isReviewed: Bool = true, _ change: (inout Scheme) -> Void = { _ in }
  ) throws {
    self.isReviewed = isReviewed
    let policies: [RefundPolicy.Earned] = [.onlyPending, .withinBalance, .mayGoNegative]
    var scheme = Scheme(
      name: "risky",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo,
        expiry: random.chance(50)
          ? .afterDays(20 + random.below(20), roundedTo: nil)
          : random.chance(30) ? .afterMonths(1, roundedTo: .month) : .never,
        interactions: [InteractionRule(name: "check-in", points: Points(5))],
        registrationPack: Points(60),
        activation: random.chance(30)
          ? .afterDays(4, roundedTo: nil)
          : random.chance(20) ? .onEvent(.nextOrder, withinDays: 9) : .atOnce),
      offers: [
        .joining("welcome", off: "5"),
        Offer(
          name: "first", access: .coupon(.onFirstOrder, validDays: 30),
          benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("3"))])),
        .reward("friend", off: "4"),
      ], mergesAccounts: random.chance(50),
      refunds: RefundPolicy(
        windowDays: random.chance(30) ? 5 : nil, earned: policies[random.below(3)],
        coupons: RefundPolicy.Coupons.allCases[random.below(2)]),
      referral: ReferralProgram(
        order: yuan("20"), inviter: .points(Points(80)),
        friend: random.chance(50) ? .points(Points(40)) : .coupon(offer: 2),
        friendAt: random.chance(50) ? .registration : .validity, samePerson: .device),
      risk: .random(&random))
    change(&scheme)
    world = try World([scheme], accountCount: Self.accountCount)
    opening = world.accounts.ledger
  }

  mutating func step(_ random: inout TestRandom) {
    if random.chance(60) {
      today = today.advanced(by: 1 + random.below(3))
      minute = 0
    }
    minute += 1
    let account = random.below(Self.accountCount)
    let person = AccountIdentity(
      device: UInt32(random.below(4)), address: UInt32(random.below(4)))
    switch random.below(100) {
    case ..<12: handle(.joinIdentified(Birthday(month: 6, day: 15), person), account)
    case ..<22:
      handle(
        .joinInvited(
          Birthday(month: 6, day: 15), by: random.below(Self.accountCount), identity: person),
        account)
    case ..<26: handle(.identify(person), account)
    case ..<62: buy(&random, account)
    case ..<78: giveBack(&random)
    case ..<86: handle(.interaction(0), account)
    case ..<92 where isReviewed:
      handle(.reviewed(random.chance(60) ? .approved : .denied), account)
    case ..<94: handle(.merge(from: random.below(Self.accountCount)), account)
    default: check()
    }
  }

  private var now: Minute { today.start.advanced(by: Int(minute)) }

  private mutating func handle(_ event: Event, _ account: Int, _ basket: [BasketLine] = []) {
    let before = random(of: event) ? world.accounts : nil
    last = world.handle(event, account, at: now, basket: basket)
    changes[last.risk.change, default: 0] += 1
    if let before, last.refusal != .none, before.pending.isUnused {
      law(before == world.accounts, "a refused \(event) changed something")
    }
  }

  /// Whether a refusal of an event is looked at: what was due by then may happen before it.
  private func random(of event: Event) -> Bool {
    switch event {
    case .joinInvited, .identify, .refund: true
    default: false
    }
  }

  private mutating func buy(_ random: inout TestRandom, _ account: Int) {
    let basket = [BasketLine(listMinor: Int64(500 + random.below(200) * 100))]
    let quote = world.engine.quote(basket.span, for: account, in: world.accounts, at: now)
    let points = random.chance(50) ? quote.spendablePoints : .zero
    handle(.order(offers: quote.offers, points: points), account, basket)
    let last = last
    law(last.refusal == .none, "a quoted order was refused: \(last.refusal)")
    law(last.terms == quote, "the terms are not the quote")
    if points == .zero, last.refusal == .none {
      law(
        last.earnedPoints - last.referral.friendPoints == quote.earnedPoints,
        "earned \(last.earnedPoints), quoted \(quote.earnedPoints)")
    }
    law(EngineInvariants.faults(of: last).isEmpty, "the order's money does not add up")
    if let number = last.order { orders.append((account, number)) }
  }

  private mutating func giveBack(_ random: inout TestRandom) {
    guard !orders.isEmpty else { return }
    let order = orders[random.below(orders.count)]
    let part: RefundPart =
      random.chance(60) ? .whole : .amount(Money(minor: Int64(1 + random.below(4_000))))
    handle(.refund(order: order.number, part: part), order.account)
  }

  private mutating func check() {
    law(world.accounts.ledger.totals.trialBalance == 0, "the trial balance is not zero")
    let faults = EngineInvariants.faults(of: world.accounts, in: world.engine, on: today)
    law(faults.isEmpty, "\(faults)")
  }

  mutating func close() {
    for account in 0..<Self.accountCount {
      world.engine.settle(
        account, in: &world.accounts, through: today.advanced(by: 400), into: &world.journal)
    }
    check()
    law(
      JournalReplay.replay(world.journal.transfers, onto: opening) == world.accounts.ledger,
      "the journal does not replay to the ledger")
  }

  private mutating func law(_ holds: Bool, _ name: @autoclosure () -> String) {
    if !holds { broken.append(name()) }
  }
}

extension RiskPolicy {
  fileprivate static func random(_ random: inout TestRandom) -> RiskPolicy {
    func action(clawsBack: Bool) -> Action {
      let all: [Action] = [
        .refuse, .hold(days: 3), .review(days: nil), .review(days: 9), .clawBack,
      ]
      return all[random.below(clawsBack ? 5 : 4)]
    }
    var policy = RiskPolicy(review: Review(minutes: 5))
    for activity in Activity.allCases where random.chance(40) {
      policy.velocity.append(
        Velocity(
          "\(activity)", activity, atMost: 1 + random.below(3),
          minutes: 10 + random.below(5) * 1440, action: action(clawsBack: false)))
    }
    if random.chance(60) {
      policy.linked = Linked(
        by: [IdentityMarks.device, .address, [.device, .address]][random.below(3)],
        atMost: 1 + random.below(2), action: action(clawsBack: true))
    }
    if random.chance(40) { policy.rings = [.device, .address] }
    if random.chance(30) { policy.minimumOrder = yuan("40") }
    if random.chance(40) {
      policy.largeAward = LargeAward(
        above: Points(90), action: [Action.hold(days: 6), .review(days: nil)][random.below(2)])
    }
    if random.chance(30) { policy.largeRedemption = Points(100) }
    if random.chance(60) {
      policy.refundLoop = RefundLoop(
        ofLast: 4, withinDays: 30, refunds: 2, share: Rate(1, over: 2),
        action: action(clawsBack: true))
    }
    return policy
  }
}
