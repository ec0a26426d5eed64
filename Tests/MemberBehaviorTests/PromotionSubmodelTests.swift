import MemberBehavior
import Quantities
import Randomness
import Testing

/// Thresholds, stock at home and feelings about tiers, each by hand, and with its switch off.
@Suite struct PromotionSubmodelTests {
  @Test(arguments: [
    // Added, cost of the larger order beside this one, share who add: 1 − e^(−0.6 · (gain/added)²).
    // 满199减30 at ¥180: ¥20 more on the shelf, ¥10 less to pay: 1 − e^(−0.6 · 1.5²).
    (Int64(2000), Int64(-1000), 0.740_760_0),
    // A gain of half of what is added: 1 − e^(−0.15).
    (2000, 1000, 0.139_292_0),
    // Nothing gained.
    (2000, 2000, 0), (2000, 2500, 0),
  ])
  func `the more a threshold gives back, the more baskets grow to it`(
    added: Int64, extra: Int64, share: Double
  ) {
    func grows(_ model: ReactionModel, _ mark: Double, response: Double = 1) -> Bool {
      model.topsUp(addedMinor: added, extraMinor: extra, response: response, mark: mark)
    }
    #expect(share == 0 || grows(reaction(), share - 1e-6))
    #expect(!grows(reaction(), share + 1e-6))
    #expect(!grows(reaction(), 1e-9, response: 0))
    #expect(!grows(reaction(off: [.topUp]), 1e-9))
  }

  @Test func `in amount mode the line grows by what is missing and up to a tenth more`() throws {
    let baskets = BasketModel.amount([], costShare: .percent(65))
    let least = try #require(baskets.addition(missing: Money(minor: 1900), mark: 0))
    #expect(least.listMinor == 1900 && least.costMinor == 1235 && least.quantity == 0)
    let most = try #require(baskets.addition(missing: Money(minor: 1900), mark: 0.999_999))
    #expect(most.listMinor == 2089)
  }

  @Test func `of a catalogue the cheapest item that is enough is added, or none`() throws {
    let shelf = [4900, 15_900, 990].map {
      ShelfItem(
        price: Money(minor: $0), unitCost: Money(minor: $0 / 2), popularity: 1, cycleDays: nil,
        category: 3)
    }
    let baskets = BasketModel.catalogue(shelf, anotherProbability: 0.4)
    func item(_ missing: Int64) -> BasketItem? {
      baskets.addition(missing: Money(minor: missing), mark: 0.5)
    }
    #expect(item(990)?.item == 2 && item(991)?.item == 0 && item(4901)?.item == 1)
    #expect(item(991)?.listMinor == 4900 && item(991)?.quantity == 1 && item(991)?.category == 3)
    #expect(item(15_901) == nil)
  }

  @Test(arguments: [
    // Minutes since the extra order of somebody who needs something every week; the share met from
    // stock is 0.35 · (1 − age ÷ week).
    (Int32(0), 0.35), (2520, 0.2625), (5040, 0.175), (10_080, 0), (50_000, 0),
  ])
  func `stock at home meets a need, the less the older it is`(age: Int32, share: Double) {
    func isMet(_ model: ReactionModel, _ mark: Double) -> Bool {
      model.isMetFromStock(age: age, needsPerWeek: 1, mark: mark)
    }
    #expect(share == 0 || isMet(reaction(), share - 1e-9))
    #expect(!isMet(reaction(), share + 1e-9))
    #expect(!isMet(reaction(off: [.pantry]), 1e-12))
  }

  @Test
  func `P27: a fall hurts more than a rise pleases, and leaves less than never to have risen`() {
    let model = reaction()
    var feeling = TierFeeling()
    feeling.notice(tier: 1, at: 0, model)
    #expect(abs(feeling.level(at: 0, model) - 0.15) < 1e-6)
    // Half of it is left after 45 days.
    #expect(abs(feeling.level(at: 45 * 1440, model) - 0.075) < 1e-6)
    feeling.notice(tier: 0, at: 45 * 1440, model)
    #expect(abs(feeling.level(at: 45 * 1440, model) - (0.075 - 0.3)) < 1e-6)
    let hurt = stimulus { $0.tierFeeling = -0.225 }
    let pleased = stimulus { $0.tierFeeling = 0.15 }
    #expect(close(model.utility(of: hurt, response: 1, wear: 0), -0.225))
    #expect(close(model.utility(of: pleased, response: 1, wear: 0), 0.15))
    #expect(model.utility(of: hurt, response: 0, wear: 0) == 0)
  }

  @Test func `P26: a goal that is missed hurts most high up, one that is reached pleases most low`()
  {
    let model = reaction()
    func rise(to tier: Int) -> Double {
      var feeling = TierFeeling()
      feeling.adopt(tier: tier - 1)
      feeling.notice(tier: tier, at: 0, model)
      return feeling.level(at: 0, model)
    }
    func miss(in tier: Int, nearness: Double) -> Double {
      var feeling = TierFeeling()
      feeling.adopt(tier: tier)
      feeling.miss(nearness: nearness, at: 0, model)
      return feeling.level(at: 0, model)
    }
    #expect(abs(rise(to: 1) - 0.15) < 1e-6 && abs(rise(to: 3) - 0.05) < 1e-6)
    // 0.2 · 0.9² · 1/2 in the lowest tier, · 3/4 in the third.
    #expect(abs(miss(in: 0, nearness: 0.9) + 0.081) < 1e-6)
    #expect(abs(miss(in: 2, nearness: 0.9) + 0.1215) < 1e-6)
    #expect(miss(in: 2, nearness: 0) == 0)
  }

  @Test func `without the sub-model nobody minds the own tier`() {
    let model = reaction(off: [.tierFeeling])
    var feeling = TierFeeling()
    feeling.notice(tier: 2, at: 0, model)
    feeling.notice(tier: 0, at: 10, model)
    feeling.miss(nearness: 1, at: 20, model)
    #expect(feeling.level(at: 30, model) == 0)
    #expect(!model.hasTierFeelings)
    #expect(!reaction(off: [.tierFeeling, .pantry, .exposure, .rewardFeeling]).remembers)
  }
}
