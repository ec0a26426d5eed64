import IncentiveEngine
import MemberBehavior
import MemberPopulation
import Quantities
import Randomness
import Scenarios
import Testing
import Timeline

@testable import CommunitySimulation

/// At the same state a deeper discount never loses an order, and a cap that is lifted loses none.
@Suite struct DeeperDiscountTests {
  private func stimulus(
    _ offer: Offer, list: Int64, tier price: Rate
  ) throws -> Stimulus {
    let scheme = Scheme(
      name: "one offer",
      tiers: TierLadder(tiers: [Tier(name: "all", threshold: 0, price: price)], basis: .spend),
      offers: [offer])
    let today = day(2026, 5, 1)
    let engine = LoyaltyEngine(schemes: [try scheme.compile()], days: today...today)
    var accounts = engine.makeAccounts(count: 1, scheme: 0)
    var sink = Unobserved()
    let nothing: [BasketLine] = []
    _ = engine.handle(
      .join(Birthday(month: 1, day: 1)), basket: nothing.span, for: 0, in: &accounts,
      at: today.start, into: &sink)
    let basket = [BasketLine(listMinor: list)]
    let minute = today.at(hour: 12)
    return Stimulus(
      engine.quote(basket.span, for: 0, in: accounts, at: minute), at: minute)
  }

  @Test func `whoever orders at a discount orders at a deeper one, by the same mark`() throws {
    var (orders, gained) = (0, 0)
    for preset in Preset.all {
      let reaction = ReactionModel(
        preset.profile.behavior, switchedOff: [], minorPerMajor: 100)
      for seed in UInt64(1)...300 {
        var random = TestRandom(seed: seed)
        let list = Int64(1000 + random.below(40_000))
        let tier = Rate.percent(Int64(80 + random.below(21)))
        let percent = random.below(50)
        func offer(_ percent: Int, cap: Money?) -> Offer {
          Offer(
            name: "offer",
            access: seed % 2 == 0
              ? .promotion(.always) : .coupon(.onJoining, validDays: 9),
            benefit: .shareOff(.percent(Int64(percent)), minimumSpend: .zero, cap: cap))
        }
        let cap = Money(minor: Int64(100 + random.below(2000)))
        let offers = [
          offer(1 + percent, cap: cap), offer(1 + percent, cap: nil),
          offer(20 + percent, cap: nil),
        ]
        let seen = try offers.map {
          try stimulus($0, list: list, tier: tier)
        }
        let response = Double(random.below(300)) / 100
        let wear = Double(random.below(200)) / 100
        let utilities = seen.map { reaction.utility(of: $0, response: response, wear: wear) }
        #expect(utilities == utilities.sorted(), "\(preset.name) \(seed): \(utilities)")
        for mark in stride(from: 0.005, to: 1, by: 0.01) {
          let needs = utilities.map { reaction.acceptsNeed(mark: mark, utility: $0) }
          let impulses = utilities.map {
            reaction.acceptsImpulse(mark: mark, utility: $0, hasLapsed: false)
          }
          for accepted in [needs, impulses] {
            #expect(!accepted[0] || accepted[1], "\(preset.name) \(seed): lost without the cap")
            #expect(
              !accepted[1] || accepted[2], "\(preset.name) \(seed): lost at a deeper discount")
            orders += accepted[0] ? 1 : 0
            gained += accepted[2] && !accepted[0] ? 1 : 0
          }
        }
      }
    }
    #expect(orders > 1000 && gained > 100, "\(orders) \(gained)")
  }
}
