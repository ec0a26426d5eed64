import IncentiveEngine
import PointsLedger
import Quantities
import Testing
import Timeline

/// Random members under random journeys: nobody is called back to the past or without end, nobody who
/// has opted out is reached, and steps come in their order.
@Suite("Journeys of 20,000 random members")
struct JourneyPropertyTests {
  private static let membersPerScheme = 100

  @Test(arguments: 1...UInt64(20))
  func `journeys go forward, end, and reach only who may be reached`(share: UInt64) throws {
    var stepCount = 0
    for round in 0..<UInt64(10) {
      let seed = share << 32 | round
      var random = TestRandom(seed: seed)
      var members = try JourneyMembers(&random, count: Self.membersPerScheme)
      for member in 0..<Self.membersPerScheme {
        guard let fault = members.live(member, &random) else { continue }
        Issue.record("seed \(seed), member \(member): \(fault) under \(members.scheme.journeys)")
        return
      }
      stepCount += members.stepCount
    }
    #expect(stepCount > 10 * Self.membersPerScheme, "share \(share): little was done")
  }
}

/// Members of one shop whose journeys are looked after.
private struct JourneyMembers {
  let scheme: Scheme
  private var world: World
  private(set) var stepCount = 0

  init(_ random: inout TestRandom, count: Int) throws {
    var quiet = TagCondition()
    quiet.quietDays = 1 + random.below(40)
    var scheme = JourneyTests.scheme()
    scheme.tags = TagRules(
      months: 1,
      tags: [MemberTag(name: "quiet", condition: quiet), MemberTag(name: "given", condition: nil)])
    scheme.journeys = (0..<1 + random.below(5)).map { Journey.random(&random, number: $0) }
    self.scheme = scheme
    world = try World([scheme], accountCount: count)
  }

  /// Lives through half a year; what went wrong, if anything.
  mutating func live(_ member: Int, _ random: inout TestRandom) -> String? {
    var now = day(2026, 1, 1).advanced(by: random.below(30)).at(hour: 9)
    world.handle(.join(Birthday(month: 3, day: 20)), member, at: now)
    var isReached = true
    var steps: [UInt8: UInt8] = [:]
    for _ in 0..<25 {
      let next = now.advanced(by: 1 + random.below(12 * 1440))
      if let fault = callBack(member, from: now, until: next, isReached, &steps) { return fault }
      now = next
      switch random.below(20) {
      case ..<9:
        world.handle(
          .order(offers: [], points: .zero), member, at: now,
          basket: [BasketLine(listMinor: Int64(random.below(20_000)))])
      case ..<12:
        world.handle(
          .reserve(offers: [], points: .zero, minutes: Int32(1 + random.below(5000))), member,
          at: now, basket: [BasketLine(listMinor: 1000)])
      case ..<15: world.handle(.scheduled(.couponGrant(offer: 1)), member, at: now)
      case ..<17: world.handle(.opened(campaign: UInt16(random.below(65_536))), member, at: now)
      case 17 where random.chance(30):
        world.handle(.optOut(nil), member, at: now)
        isReached = false
      default: break
      }
      if world.engine.nextTimer(of: member, in: world.accounts) < now.index {
        return "called back to the past at \(now.clock)"
      }
    }
    return nil
  }

  private mutating func callBack(
    _ member: Int, from start: Minute, until end: Minute, _ isReached: Bool,
    _ steps: inout [UInt8: UInt8]
  ) -> String? {
    var last = start.index
    for _ in 0..<500 {
      let due = world.engine.nextTimer(of: member, in: world.accounts)
      guard due < end.index else { return nil }
      guard due >= last else { return "called back to the past" }
      last = due
      let decision = world.handle(.timer, member, at: Minute(index: due))
      if case .send = decision.contact, !isReached { return "reached who has opted out" }
      guard let place = decision.journey else { continue }
      stepCount += 1
      let before = steps[place.journey]
      // Every random journey begins with a task: its first step is where it begins anew.
      if let before, place.step <= before, place.step > 0 {
        return "step \(place.step) after step \(before)"
      }
      steps[place.journey] = place.step
    }
    return "called back without end"
  }
}

extension Journey {
  fileprivate static func random(_ random: inout TestRandom, number: Int) -> Journey {
    let triggers: [JourneyTrigger] = [
      .joining, .firstOrder, .order, .unpaid(minutes: 1 + random.below(4000)),
      .silence(days: 1 + random.below(30)), .date(day(2026, 4, 1)), .birthday(daysBefore: 5),
      .tagged(0), .ownCycle(daysBefore: random.below(10)),
      .couponEnding(offer: 1, daysBefore: random.below(12)),
    ]
    let audiences: [Audience] = [.everyone, .everyone, .tagged(1), .active(withinDays: 20)]
    return Journey(
      name: "j\(number)", trigger: triggers[random.below(triggers.count)], hour: random.below(24),
      audience: audiences[random.below(audiences.count)], endsOnOrder: random.chance(60),
      steps: [.task(minutes: 1)]
        + (0..<random.below(6)).map { _ in JourneyStep.random(&random, depth: 2) })
  }
}

extension JourneyStep {
  fileprivate static func random(_ random: inout TestRandom, depth: Int) -> JourneyStep {
    switch random.below(depth > 0 ? 8 : 7) {
    case 0, 1: return .wait(minutes: 1 + random.below(20 * 1440))
    case 2: return JourneyTests.message(Channel.allCases[random.below(7)])
    case 3:
      let fallback = JourneyMessage.Fallback(channel: .sms, minutes: 1 + random.below(5000))
      return JourneyTests.message(.wecom, .coupon, coupon: 0, fallback: fallback)
    case 4: return .grant(offer: 0)
    case 5: return .tag(1)
    case 6: return random.chance(20) ? .end : .task(minutes: 3)
    default:
      let conditions: [JourneyCondition] = [.opened, .ordered, .tagged(1), .holds(offer: 1)]
      return .branch(
        conditions[random.below(4)],
        then: (0..<random.below(3)).map { _ in .random(&random, depth: depth - 1) },
        otherwise: (0..<random.below(3)).map { _ in .random(&random, depth: depth - 1) })
    }
  }
}
