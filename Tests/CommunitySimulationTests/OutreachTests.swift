import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import Quantities
import Scenarios
import Testing
import Timeline

/// What becomes of messages between the engine, which sends them, and the people.
@Suite struct OutreachTests {
  /// People who buy only when a message brings them, under schemes that send broadcasts.
  private func town(_ schemes: [Scheme], seed: UInt64 = 1, _ changes: [BehaviorParameter: Double])
    -> Town
  {
    var town = SendHourTests.town(hours: [8], seed: seed)
    for (parameter, value) in changes {
      town.segments[0].profile.behavior.parameters[parameter]?.value = value
    }
    town.schemes = schemes
    town.arms = Array(schemes.indices)
    return town
  }

  private func news(
    _ name: String = "news", by channel: Channel = .sms, hour: Int = 10, every days: Int = 30
  ) -> Broadcast {
    Broadcast(
      name: name, rhythm: .everyDays(days, from: day(2026, 1, 1)), hour: hour, channel: channel)
  }

  @Test func `M49: closing one channel leaves the others open`() throws {
    // 180 days from 1 January: six of each.
    let scheme = Scheme(name: "s", broadcasts: [news("a"), news("b", by: .wecom)])
    let arm = try town([scheme], [.smsOptOut: 1, .optOutProbability: 0]).plan().live().arms[0]
    let (sms, wecom) = (Int(Channel.sms.rawValue), Int(Channel.wecom.rawValue))
    #expect(arm.channel(.messages, at: sms) == 600 && arm.channel(.optOuts, at: sms) == 600)
    #expect(arm.channel(.optedOutMessages, at: sms) == 600 * 5)
    #expect(arm.channel(.messages, at: wecom) == 600 * 6 && arm.channel(.optOuts, at: wecom) == 0)
    #expect(arm[.optOuts] == 600 && arm[.messagedPersons] == 600)
    // Three fen a message, whatever the channel.
    #expect(arm[.messageCostMinor] == 600 * 7 * 3)
  }

  @Test(arguments: [UInt64(1), 2])
  func `a message put off overnight brings the same orders`(seed: UInt64) throws {
    let offer = Offer(
      name: "always", access: .promotion(.always),
      benefit: .shareOff(.percent(40), minimumSpend: .zero, cap: nil))
    let night = QuietHours(from: 22 * 60, to: 8 * 60)
    var schemes = [ContactAction.postpone, .suppress, .change(.wecom)].map { action in
      var quiet = night
      quiet.action = action
      if action == .change(.wecom) { quiet.channels = [.sms] }
      return Scheme(
        name: "\(action)", offers: [offer], contact: ContactPolicy(quiet: quiet),
        broadcasts: [news(hour: 23)])
    }
    schemes.insert(Scheme(name: "free", offers: [offer], broadcasts: [news(hour: 23)]), at: 0)
    let changes: [BehaviorParameter: Double] = [
      .smsOpening: 0.9, .smsVisit: 0.9, .optOutProbability: 0, .smsOptOut: 0,
      // Wear would tell a message of the morning from one of the night.
      .wearPerMessage: 0,
    ]
    let tally = try town(schemes, seed: seed, changes).plan().live()
    #expect(tally.violations == [])
    let (free, later, never, other) = (tally.arms[0], tally.arms[1], tally.arms[2], tally.arms[3])
    let visits = free[.messageOrders]
    #expect(visits > 100 && free[.messages] == 3600 && free[.deferredMessages] == 0)
    #expect(later[.messages] == 3600 && later[.deferredMessages] == 3600)
    #expect(later[.openedMessages] == free[.openedMessages], "the same luck")
    #expect(later[.sharedOrders] == free[.orders] && later[.lostOrders] == 0, "seed \(seed)")
    #expect(never[.messages] == 0 && never[.suppressedMessages] == 3600 && never[.orders] == 0)
    #expect(never.sum(of: .quietMessages) == 3600)
    #expect(other.channel(.messages, at: Int(Channel.wecom.rawValue)) == 3600)
  }

  @Test func `caps hold in a simulated half-year`() throws {
    let policy = ContactPolicy(caps: [
      FrequencyCap(name: "weekly", limit: .count(1), window: .calendar(.week))
    ])
    let scheme = Scheme(name: "s", contact: policy, broadcasts: [news(every: 2)])
    let arm = try town([scheme], [.smsOptOut: 0]).plan().live().arms[0]
    // 90 messages are due in 180 days; 1 January 2026 is a Thursday: 26 weeks have one of them.
    #expect(arm[.messages] == 600 * 26 && arm.sum(of: .cappedMessages) == 600 * (90 - 26))
  }

  @Test func `who has two accounts is sent a message once`() throws {
    let quiet = ContactPolicy(quiet: QuietHours(from: 22 * 60, to: 8 * 60))
    for (hour, policy) in [(10, ContactPolicy?.none), (23, quiet)] {
      let scheme = Scheme(name: "s", contact: policy, broadcasts: [news(hour: hour)])
      var plan = try town([scheme], [.smsOptOut: 0]).plan()
      plan.secondAccounts = SecondAccounts(share: 1, orderShare: 0.5)
      let tally = plan.live()
      #expect(tally.arms[0][.messages] == 3600, "at \(hour)")
      #expect(tally.violations == [])
    }
  }

  @Test func `an hour at which members are active is opened more`() throws {
    let schemes = [8, 20].map { Scheme(name: "at \($0)", broadcasts: [news(hour: $0)]) }
    let changes: [BehaviorParameter: Double] = [
      .smsOpening: 0.5, .smsOptOut: 0, .hourResponse: 0.6, .activeHour: 20, .activeHourSpread: 0,
    ]
    let tally = try town(schemes, changes).plan().live()
    // 3,600 messages: a share of 0.5 × 0.4 of them at 8:00, 0.5 × 1.6 at 20:00; four standard errors.
    for (arm, share) in [(0, 0.2), (1, 0.8)] {
      let opened = Double(tally.arms[arm][.openedMessages]) / 3600
      #expect(abs(opened - share) < 4 * (0.16 / 3600).squareRoot())
    }
  }
}
