import IncentiveEngine
import Measurement
import Testing

/// When a message goes out (M50): the file is sound, and openings and visits move as stated.
@Suite struct SendTimeMechanicsTests {
  @Test func `M50: the evening is opened more than the morning, the own hour more than either`()
    async throws
  {
    let run = try await MechanicRun("M50-send-time")
    run.expectSound()
    let (evening, morning) = (try run.arm("tuesday-evening"), try run.arm("tuesday-morning"))
    let own = try run.arm("own-hour")
    func openings(_ arm: ArmTally) -> Double {
      Double(arm[.openedMessages]) / Double(arm[.messages])
    }
    // By hand: active hours are normal around 20:00 with deviation 4, so the mean of the cosine is
    // exp(−(2π · 4/24)²/2) = 0.578; openings are 1 ± 0.6 · 0.578 times the mean at 20:00 and 8:00.
    #expect(abs(openings(evening) / openings(morning) - 1.347 / 0.653) < 0.1)
    // Of the members, 70% are sent it at their own hour, 1.6 times the mean; the rest at 20:00.
    let expected = 0.7 * 1.6 + 0.3 * 1.347
    #expect(abs(openings(own) / openings(evening) - expected / 1.347) < 0.05)
    // Nobody is sent more than without it, and nothing counts as put off.
    #expect(own[.deferredMessages] == 0)
  }

  @Test
  func `M50: Friday's messages bring more visits than Tuesday's, where people shop at weekends`()
    async throws
  {
    let run = try await MechanicRun("M50-send-time")
    let (tuesday, friday) = (try run.arm("tuesday-evening"), try run.arm("friday-evening"))
    func visits(_ arm: ArmTally) -> Double {
      Double(arm[.messageVisits]) / Double(arm[.openedMessages])
    }
    // A visit comes within two days of 20:00: 4/48 on the same day, 24/48 on the next, 20/48 on the
    // one after. Tuesday: 4·0.7 + 24·0.8 + 20·0.9 = 40; Friday: 4·1.2 + 24·1.4 + 20·1.2 = 62.4.
    let base = visits(tuesday)
    #expect(abs(visits(friday) / base - 62.4 / 40) < 0.1)
  }
}
