import IncentiveEngine
import Measurement
import Testing

/// The way from a message to a paid order (M56): no step has more than the one before it, and each
/// step loses as many as its probability says.
@Suite struct FunnelMechanicsTests {
  @Test func `M56: messages are opened, bring visits, show quotes, end in orders, and are paid`()
    async throws
  {
    let run = try await MechanicRun("M56-funnel")
    run.expectSound()
    let arm = try run.arm("from-99")
    for channel in [Channel.wecom, .sms, .push, .miniProgram] {
      let steps = ArmTally.funnel.map { arm.channel($0, at: Int(channel.rawValue)) }
      #expect(steps[0] > 0 && steps[1] > 0, "\(channel): \(steps)")
      for (step, before) in zip(steps.dropFirst(), steps) {
        #expect(step <= before, "\(channel): \(steps)")
      }
    }
    // All of them together, and nothing in control, which sends nothing.
    #expect(arm.sum(of: .ordersPaid) == arm[.visitOrdersPaid] && arm[.visitOrdersPaid] > 0)
    let control = try run.arm("control")
    #expect(ArmTally.funnel.allSatisfy { control.sum(of: $0) == 0 })
  }

  @Test func `M56: a lower threshold moves the step from quote to order, and none before it`()
    async throws
  {
    let run = try await MechanicRun("M56-funnel")
    let (high, low) = (try run.arm("from-99"), try run.arm("from-30"))
    // The same luck opens the same messages, until one who orders more often holds no coupon at the
    // next broadcast and is sent it: within one message in twenty.
    let (sent, others) = (Double(high[.messages]), Double(low[.messages]))
    #expect(abs(others / sent - 1) < 0.05)
    #expect(low[.visitOrdersPlaced] > high[.visitOrdersPlaced])
  }

  @Test func `M56: four in five are paid at once, and half of the rest within 48 hours`()
    async throws
  {
    let run = try await MechanicRun("M56-funnel")
    let arm = try run.arm("from-30")
    let placed = Double(arm[.visitOrdersPlaced])
    let paid = Double(arm[.visitOrdersPaid]) / placed
    // 80% + 20% · 50%, within four standard errors.
    #expect(abs(paid - 0.9) < 4 * (0.9 * 0.1 / placed).squareRoot())
  }
}
