import IncentiveEngine
import Measurement
import Testing

/// Channels, frequency caps and quiet hours (M49, M52): the files are sound, and what is sent, held
/// back and paid for adds up by channel.
@Suite struct OutreachMechanicsTests {
  @Test
  func `M49: the same offer by four channels costs what each costs, and each is opened its way`()
    async throws
  {
    let run = try await MechanicRun("M49-channels")
    run.expectSound()
    let prices: [(String, Channel, Int64)] = [
      ("wecom", .wecom, 1), ("sms", .sms, 5), ("push", .push, 0), ("call", .call, 300),
    ]
    for (name, channel, price) in prices {
      let arm = try run.arm(name)
      let number = Int(channel.rawValue)
      let sent = arm.channel(.messages, at: number)
      #expect(sent > 0 && arm.channel(.costMinor, at: number) == sent * price)
      // The letters go by WeCom in every arm, a fen each.
      let letters = channel == .wecom ? 0 : arm.channel(.messages, at: 0)
      #expect(arm[.messageCostMinor] == sent * price + letters)
      #expect(arm[.messages] == sent + letters)
      #expect(arm[.messageVisits] <= arm[.openedMessages])
    }
    // The presets' probabilities: 50% of texts are seen, 6% of pushes; within four standard errors.
    for (name, channel, share) in [("sms", Channel.sms, 0.5), ("push", .push, 0.06)] {
      let arm = try run.arm(name)
      let number = Int(channel.rawValue)
      let sent = Double(arm.channel(.messages, at: number))
      let opened = Double(arm.channel(.openedMessages, at: number)) / sent
      #expect(abs(opened - share) < 4 * (share * (1 - share) / sent).squareRoot(), "\(name)")
    }
    #expect(try run.arm("control")[.messages] == 0)
  }

  @Test
  func `M52: caps and quiet hours hold back what they should, and every message is accounted for`()
    async throws
  {
    let run = try await MechanicRun("M52-frequency-caps")
    run.expectSound()
    let (free, dropped) = (try run.arm("unlimited"), try run.arm("dropped"))
    let (later, other) = (try run.arm("put-off"), try run.arm("other-channel"))
    let sms = Int(Channel.sms.rawValue)
    let push = Int(Channel.push.rawValue)
    // Nothing but opt-outs holds anything back without a policy.
    #expect(free[.suppressedMessages] == free.sum(of: .optedOutMessages))
    #expect(free[.deferredMessages] == 0)
    // At 22:00 nothing is pushed; put off until 8:00, all of it is.
    #expect(dropped.channel(.messages, at: push) == 0)
    #expect(dropped.channel(.quietMessages, at: push) > 0)
    #expect(later.channel(.quietMessages, at: push) == 0)
    #expect(later.channel(.deferredMessages, at: push) > 0)
    #expect(later.channel(.messages, at: push) > 0)
    // 26 weeks and two days touch 27 calendar weeks: at most one text in each.
    #expect(dropped.channel(.messages, at: sms) <= dropped[.membersAtEnd] * 27)
    #expect(dropped.channel(.cappedMessages, at: sms) > 0)
    #expect(later[.deferredMessages] > 0)
    // Texts that go by WeCom instead count there; they are no texts any more.
    #expect(other.channel(.cappedMessages, at: sms) < dropped.channel(.cappedMessages, at: sms))
    #expect(dropped[.messages] < free[.messages])
  }
}
