import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

@Suite struct StampCardTests {
  private static let wash = RewardContent.item(cost: yuan("12"), value: yuan("40"))

  private func world(_ card: StampCard) throws -> World {
    try World.withMember(
      Scheme(
        name: "stamps",
        offers: [
          Offer(
            name: "free-cup", access: .coupon(.asReward, validDays: 30),
            benefit: .amountOff([LadderStep(minimumSpend: .zero, off: yuan("20"))]))
        ], stampCard: card))
  }

  @Test func `M06: twenty washes and one is free, 1 item = 1 stamp`() throws {
    var world = try world(StampCard(earning: .perItem, size: 20, reward: Self.wash))
    var free: [Int] = []
    for wash in 1...60 {
      let decision = world.buy("40", on: day(2026, 1, 1).advanced(by: wash))
      #expect(decision.earnedStamps == 1)
      if decision.rewardCount == 1 { free.append(wash) }
    }
    #expect(free == [20, 40, 60])
  }

  @Test func `M06: ten cups and the eleventh is free, 1/11 = 9.09%`() throws {
    var world = try world(
      StampCard(earning: .perOrder(minimumSpend: .zero), size: 10, reward: .coupon(offer: 0)))
    var (list, paid): (Int64, Int64) = (0, 0)
    for cup in 1...110 {
      let today = day(2026, 1, 1).advanced(by: cup)
      let decision = world.buy("20", offers: cup % 11 == 0 ? [0] : [], on: today)
      #expect(decision.refusal == .none, "cup \(cup)")
      #expect(decision.granted == (cup % 11 == 10 ? OfferSet(offer: 0) : []), "cup \(cup)")
      list += decision.terms.list.minor
      paid += decision.paid.minor
    }
    #expect(list - paid == 10 * 2000 && (list - paid) * 11 == list)
  }

  @Test(arguments: [
    // items bought at once, stamps over on the next card, rewards
    (Int32(19), Int32(1), Int32(0)), (20, 20, 1), (27, 13, 1), (40, 20, 2), (45, 15, 2),
  ])
  func `What is over begins the next card`(items: Int32, missing: Int32, rewards: Int32) throws {
    var world = try world(StampCard(earning: .perItem, size: 20, reward: Self.wash))
    #expect(world.buy("400", items: items, on: day(2026, 1, 2)).rewardCount == rewards)
    let quote = world.quote("40", on: day(2026, 1, 2))
    #expect(quote.stampCardSize == 20 && quote.stampsToReward == missing)
  }

  @Test(arguments: [("29.99", Int32(0)), ("30.00", 1), ("300", 1)])
  func `An order over the minimum gives one stamp`(price: String, stamps: Int32) throws {
    let earning = StampCard.Earning.perOrder(minimumSpend: yuan("30"))
    var world = try world(StampCard(earning: earning, size: 10, reward: Self.wash))
    #expect(world.buy(price, on: day(2026, 1, 2)).earnedStamps == stamps)
  }

  @Test func `A card runs out a stated number of days after its first stamp`() throws {
    var card = StampCard(earning: .perItem, size: 3, reward: Self.wash)
    card.validDays = 30
    var world = try world(card)
    world.buy("40", on: day(2026, 1, 1))
    world.buy("40", on: day(2026, 1, 30))
    #expect(world.quote("40", on: day(2026, 1, 30)).stampsToReward == 1)
    // The 31st is beyond 30 days: three more stamps are needed.
    #expect(world.quote("40", on: day(2026, 1, 31)).stampsToReward == 3)
    #expect(world.buy("40", items: 2, on: day(2026, 1, 31)).rewardCount == 0)
    #expect(world.buy("40", on: day(2026, 3, 1)).rewardCount == 1)
  }

  @Test func `Twelve with two to begin with takes as many purchases as ten`() throws {
    var world = try world(
      StampCard(earning: .perItem, size: 12, startStamps: 2, reward: Self.wash))
    let quote = world.quote("40", on: day(2026, 1, 2))
    #expect(quote.stampCardSize == 12 && quote.stampsToReward == 10)
    #expect(world.buy("360", items: 9, on: day(2026, 1, 2)).rewardCount == 0)
    #expect(world.buy("40", on: day(2026, 1, 3)).rewardCount == 1)
  }

  @Test func `A full card waits while its coupon is held`() throws {
    var world = try world(
      StampCard(earning: .perItem, size: 2, reward: .coupon(offer: 0)))
    #expect(world.buy("40", items: 5, on: day(2026, 1, 2)).rewardCount == 1)
    #expect(world.quote("40", on: day(2026, 1, 2)).stampsToReward == 0)
    let used = world.buy("40", offers: [0], on: day(2026, 1, 3))
    #expect(used.rewardCount == 1 && used.granted == OfferSet(offer: 0))
  }

  @Test func `A card that cannot be is refused by its keys`() {
    let card = StampCard(
      earning: .perOrder(minimumSpend: Money(minor: -1)), size: 0, startStamps: 1,
      reward: .coupon(offer: 0), validDays: 0)
    #expect(
      Scheme(name: "wrong", stampCard: card).problems.map(\.path)
        == ["stamps.size", "stamps.start", "stamps.valid", "stamps.from", "stamps.coupon"])
  }
}
