import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

@Suite struct PointsMallTests {
  private let mug = Reward(
    name: "mug", price: Points(300), content: .item(cost: yuan("6"), value: yuan("12")))
  private let fiveOff = Offer(
    name: "five-off", access: .coupon(.asReward, validDays: 30),
    benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("5"))]))
  private let fiveOffReward = Reward(
    name: "five-off", price: Points(250), content: .coupon(offer: 0))

  /// A member with points, under a mall.
  private func world(_ rewards: [Reward], points: Int, tiers: TierLadder? = nil) throws -> World {
    var world = try World.withMember(
      Scheme(
        name: "mall", points: PointsProgram(earn: onePerYuan), tiers: tiers, offers: [fiveOff],
        rewards: rewards))
    if points > 0 { world.buy("\(points)", on: day(2026, 1, 2)) }
    return world
  }

  private func redeem(_ world: inout World, _ reward: Int = 0, on today: Day) -> Decision {
    world.handle(.redeem(reward: reward), 0, at: today.at(hour: 15))
  }

  @Test func `M07: a reward takes its price in points and costs the merchant its unit cost`() throws
  {
    var world = try world([mug], points: 700)
    let decision = redeem(&world, on: day(2026, 1, 3))
    #expect(decision.refusal == .none && decision.rewardCount == 1)
    #expect(decision.rewardPoints == Points(300))
    #expect(decision.rewardCost == yuan("6") && decision.rewardValue == yuan("12"))
    #expect(world.balance(on: day(2026, 1, 3)) == 400)
    let spent = world.journal.transfers.last
    #expect(spent?.reason == .reward && spent?.target == .redemption)
    #expect(spent?.rule == world.engine.schemes[0].rule(reward: 0))
    #expect(world.engine.schemes[0].ruleName(spent?.rule ?? .none) == "rewards.mug")
  }

  @Test(arguments: [
    // points held, price 300 → left
    (299, Refusal.pointsMissing, Int64(299)), (300, .none, 0), (301, .none, 1),
  ])
  func `M07: the price must be there to the last point`(
    held: Int, refusal: Refusal, left: Int64
  ) throws {
    var world = try world([mug], points: held)
    let before = world.accounts
    let decision = redeem(&world, on: day(2026, 1, 3))
    #expect(decision.refusal == refusal)
    #expect(world.balance(on: day(2026, 1, 3)) == left)
    if refusal != .none {
      #expect(world.accounts == before && decision.refusedBy == RuleID(9))
    }
  }

  @Test func `M07: stock is the community's, and the last one goes to whoever comes first`() throws
  {
    var reward = mug
    reward.stock = 2
    let scheme = Scheme(
      name: "stock", points: PointsProgram(earn: onePerYuan), rewards: [reward])
    var world = try World([scheme, scheme], accountCount: 3)
    for account in 0..<3 {
      world.join(account, on: day(2026, 1, 1))
      world.buy("900", on: day(2026, 1, 2), by: account)
    }
    let refusals = [2, 0, 1].map {
      world.handle(.redeem(reward: 0), $0, at: day(2026, 1, 3).start).refusal
    }
    #expect(refusals == [.none, .none, .stockOut])
    // The same rules under another arm are the same shelf.
    world.handle(.adopt(scheme: 1), 1, at: day(2026, 1, 4).start)
    #expect(redeem(&world, on: day(2026, 1, 4)).refusal == .stockOut)
    #expect(world.engine.rewardsTaken(0, ofScheme: 1, in: world.accounts) == 2)
  }

  @Test(arguments: [
    // limit of two a month: third in January refused, February free again
    (
      Reward.Limit(count: 2, period: .month),
      [1: Refusal.none, 2: .none, 3: .capReached, 40: .none]
    ),
    (
      .init(count: 1, period: .week),
      [1: .none, 3: .capReached, 4: .none, 10: .capReached, 11: .none]
    ),
    (.init(count: 1), [1: .none, 200: .capReached, 364: .capReached]),
  ])
  func `M07: a member takes no more in a period than the cap`(
    limit: Reward.Limit, expected: [Int: Refusal]
  ) throws {
    var reward = mug
    reward.limit = limit
    var world = try world([reward], points: 3000)
    for (number, refusal) in expected.sorted(by: { $0.key < $1.key }) {
      // 1 January 2026 is a Thursday: day 3 is Sunday the 4th, day 4 a Monday.
      let decision = redeem(&world, on: day(2026, 1, 1).advanced(by: number))
      #expect(decision.refusal == refusal, "day \(number)")
    }
  }

  @Test func `M05: a festival's coupons are sold on its days only, one of a kind at a time`() throws
  {
    var reward = fiveOffReward
    reward.window = .dates(day(2026, 3, 6)...day(2026, 3, 8))
    var world = try world([reward], points: 1000)
    #expect(redeem(&world, on: day(2026, 3, 5)).refusal == .notRunning)
    let taken = redeem(&world, on: day(2026, 3, 6))
    #expect(taken.granted == OfferSet(offer: 0) && taken.rewardCost == .zero)
    #expect(redeem(&world, on: day(2026, 3, 7)).refusal == .alreadyHeld)
    // Used, it can be bought again.
    #expect(world.buy("20", offers: [0], on: day(2026, 3, 7)).paid == yuan("15"))
    #expect(redeem(&world, on: day(2026, 3, 8)).refusal == .none)
    #expect(redeem(&world, on: day(2026, 3, 9)).refusal == .notRunning)
    #expect(world.balance(on: day(2026, 3, 9)) == 1000 + 15 - 500)
  }

  @Test func `M07: a privilege for a tier is refused below it`() throws {
    var reward = mug
    reward.lowestTier = 1
    let tiers = TierLadder(
      tiers: [Tier(name: "base", threshold: 0), Tier(name: "gold", threshold: 100_000)],
      basis: .spend)
    var world = try world([reward], points: 999, tiers: tiers)
    #expect(redeem(&world, on: day(2026, 1, 3)).refusal == .notInAudience)
    world.buy("1", on: day(2026, 1, 4))
    #expect(redeem(&world, on: day(2026, 1, 5)).refusal == .none)
  }

  @Test func `Whoever is no member, and whoever names no reward, gets nothing`() throws {
    var stranger = try World([Scheme(name: "s", points: PointsProgram(earn: onePerYuan))])
    #expect(redeem(&stranger, on: day(2026, 1, 3)).refusal == .notAMember)
    var world = try world([mug], points: 700)
    #expect(redeem(&world, 1, on: day(2026, 1, 3)).refusal == .notFound)
    #expect(redeem(&world, -1, on: day(2026, 1, 3)).refusal == .notFound)
  }

  @Test func `The first refusal in order of precedence is told`() throws {
    var reward = mug
    reward.window = .dates(day(2026, 3, 6)...day(2026, 3, 8))
    reward.limit = Reward.Limit(count: 1)
    reward.stock = 1
    var world = try world([reward], points: 300)
    #expect(redeem(&world, on: day(2026, 3, 7)).refusal == .none)
    // Sold out, capped and poor: the cap is told; outside the window, the window.
    #expect(redeem(&world, on: day(2026, 3, 7)).refusal == .capReached)
    #expect(redeem(&world, on: day(2026, 3, 9)).refusal == .notRunning)
  }

  @Test func `An automatic reward is taken after the tier is settled, so many a day`() throws {
    var reward = fiveOffReward
    reward.content = .item(cost: yuan("3"), value: yuan("5"))
    reward.automaticPerDay = 2
    // Only gold members turn points in by themselves: the order that makes gold does at once.
    reward.lowestTier = 1
    let tiers = TierLadder(
      tiers: [Tier(name: "base", threshold: 0), Tier(name: "gold", threshold: 100_000)],
      basis: .spend)
    var world = try world([reward], points: 990, tiers: tiers)
    #expect(world.balance(on: day(2026, 1, 2)) == 990)
    let decision = world.buy("10", on: day(2026, 1, 5))
    #expect(decision.tierBefore == 0 && decision.tierAfter == 1)
    #expect(decision.rewardCount == 2 && decision.rewardPoints == Points(500))
    #expect(decision.spentPoints == .zero && decision.paid == yuan("10"))
    #expect(world.balance(on: day(2026, 1, 5)) == 500)
    // Two a day: none more today, two more tomorrow.
    #expect(world.buy("1", on: day(2026, 1, 5)).rewardCount == 0)
    #expect(world.buy("1", on: day(2026, 1, 6)).rewardCount == 2)
    #expect(world.balance(on: day(2026, 1, 6)) == 2)
  }

  @Test func `The quote looks to the cheapest reward that is open to all`() throws {
    var festival = fiveOffReward
    festival.window = .dates(day(2026, 3, 6)...day(2026, 3, 8))
    let quote = try world([mug, festival], points: 100).quote("50", on: day(2026, 2, 1))
    #expect(quote.rewardPoints == Points(300) && quote.rewardValue == yuan("12"))
    #expect(quote.pointsToReward == Points(200) && quote.spendablePoints == .zero)
  }

  @Test func `A mall shows what can be taken now`() throws {
    let world = try world([mug, fiveOffReward], points: 299)
    let choices = world.engine.rewardChoices(
      for: 0, in: world.accounts, at: day(2026, 1, 3).start)
    #expect(choices == [RewardChoice(position: 1, price: Points(250), value: yuan("5"))])
  }

  @Test func `A mall that cannot be is refused by its keys`() {
    var rewards = [mug, mug, fiveOffReward]
    rewards[1].price = .zero
    rewards[1].stock = 0
    rewards[2].content = .coupon(offer: 1)
    rewards[2].lowestTier = 0
    rewards[2].automaticPerDay = 11
    rewards[0].automaticPerDay = 1
    let scheme = Scheme(
      name: "wrong", points: PointsProgram(earn: onePerYuan), offers: [fiveOff], rewards: rewards)
    #expect(
      scheme.problems.map(\.path) == [
        "rewards.mug", "rewards", "rewards.mug.price", "rewards.mug.stock",
        "rewards.five-off.coupon", "rewards.five-off.tier", "rewards.five-off.automatic",
      ])
    #expect(Scheme(name: "no-points", rewards: [mug]).problems.map(\.path) == ["rewards"])
  }
}
