import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

@Suite struct InteractionTests {
  private static func scheme(_ rules: InteractionRule..., most: Points? = nil) -> Scheme {
    Scheme(
      name: "live",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, interactions: rules, maximumBalance: most))
  }

  @Test func `M02: watching an hour brings 100 points, five comments 50, both capped by the day`()
    throws
  {
    var world = try World.withMember(
      Self.scheme(
        InteractionRule(
          name: "watch-hour", points: Points(100),
          limits: AwardLimits(caps: [AwardLimits.Cap(Points(250), per: .day)])),
        InteractionRule(
          name: "comment", points: Points(50), each: 5,
          limits: AwardLimits(times: AwardLimits.Times(2, per: .day)))))
    let today = day(2026, 3, 1)
    // 100 + 100 + the remainder of 50, then nothing; the next day 100 again.
    #expect((0..<5).map { world.interact(0, today.at(hour: 10 + $0)) } == [100, 100, 50, 0, 0])
    #expect(world.interact(0, today.advanced(by: 1).at(hour: 10)) == 100)
    // The 5th and the 10th comment bring 50 each; an 11th to 15th bring nothing on that day.
    #expect(
      (0..<15).map { world.interact(1, today.at(hour: 16, minute: $0)) }.filter { $0 > 0 } == [
        50, 50,
      ])
    #expect(world.balance(on: today.advanced(by: 1)) == 450)
    #expect(LedgerInvariants.faults(of: world.accounts.ledger) == [])
    #expect(world.journal.transfers.allSatisfy { $0.source == .issuancePromotional })
  }

  @Test func `a review may be rewarded again after its cooldown, and refusals change nothing`()
    throws
  {
    var world = try World.withMember(
      Self.scheme(
        InteractionRule(
          name: "review", points: Points(30), limits: AwardLimits(cooldownMinutes: 24 * 60))))
    let noon = day(2026, 3, 1).at(hour: 12)
    #expect(world.interact(0, noon) == 30)
    let before = world.accounts
    let refused = world.handle(.interaction(0), at: noon.advanced(by: 1439))
    #expect(refused.refusal == .coolingDown)
    #expect(refused.refusedBy == world.engine.schemes[0].rule(interaction: 0))
    #expect(world.accounts == before)
    #expect(world.interact(0, noon.advanced(by: 1440)) == 30)
  }

  @Test func `an award above its own limit is refused whole, one above the month's is reduced`()
    throws
  {
    let rules = [
      InteractionRule(
        name: "whole", points: Points(80), limits: AwardLimits(perAward: Points(79))),
      InteractionRule(
        name: "reduced", points: Points(80),
        limits: AwardLimits(caps: [AwardLimits.Cap(Points(79), per: .month)])),
    ]
    var world = try World.withMember(Self.scheme(rules[0], rules[1]))
    let minute = day(2026, 1, 31).at(hour: 8)
    #expect(world.handle(.interaction(0), at: minute).refusal == .capReached)
    #expect(world.interact(1, minute) == 79)
    #expect(world.handle(.interaction(1), at: minute).refusal == .capReached)
    #expect(world.interact(1, day(2026, 2, 1).at(hour: 8)) == 79)
  }

  @Test func `nobody holds more points than the most, and what is pending counts`() throws {
    var world = try World.withMember(
      Self.scheme(InteractionRule(name: "share", points: Points(40)), most: Points(100)))
    let minute = day(2026, 1, 2).at(hour: 8)
    #expect((0..<4).map { _ in world.interact(0, minute) } == [40, 40, 20, 0])
    #expect(world.balance(on: minute.day) == 100)
  }

  @Test func `strangers, unknown rules and other schemes earn nothing`() throws {
    var world = try World([Self.scheme(InteractionRule(name: "share", points: Points(40)))])
    let minute = day(2026, 1, 2).at(hour: 8)
    #expect(world.handle(.interaction(0), at: minute).refusal == .notAMember)
    world.join(on: minute.day)
    #expect(world.handle(.interaction(1), at: minute).refusal == .notFound)
    #expect(world.handle(.interaction(-1), at: minute).refusal == .notFound)
  }

  @Test func `what an interaction would bring is what it brings`() throws {
    var random = TestRandom(seed: 20_260_102)
    var world = try World.withMember(
      Self.scheme(
        InteractionRule(
          name: "share", points: Points(30),
          limits: AwardLimits(
            caps: [
              AwardLimits.Cap(Points(100), per: .week), AwardLimits.Cap(Points(70), per: .day),
            ],
            times: AwardLimits.Times(9, per: .month), cooldownMinutes: 45)),
        most: Points(900)))
    var minute = day(2026, 1, 2).at(hour: 8)
    for _ in 0..<2_000 {
      minute = minute.advanced(by: random.below(400))
      let foretold = world.engine.award(
        for: .interaction(0), 0, in: world.accounts, at: minute)
      #expect(world.interact(0, minute) == foretold.count, "seed 20260102")
      #expect(world.balance(on: minute.day) <= 900)
    }
  }
}

extension World {
  /// The points that an interaction brings.
  fileprivate mutating func interact(_ rule: Int, _ minute: Minute) -> Int64 {
    handle(.interaction(rule), at: minute).earnedPoints.count
  }
}
