import IncentiveEngine
import Measurement
import Testing

/// Automation: the files are sound, and tags, journeys and their costs are what they are.
@Suite struct AutomationMechanicsTests {
  @Test func `M51: tags are counted at every month's end and say who gets a coupon`() async throws {
    let run = try await MechanicRun("M51-tags-and-segments")
    run.expectSound()
    let (control, tagged, everybody) = (
      try run.arm("control"), try run.arm("tagged"), try run.arm("everybody")
    )
    let layout = run.tally.layout
    #expect(layout.tagCount == 10 && layout.monthCount == 6)
    for month in 0..<layout.monthCount {
      func members(_ tag: Int) -> Int64 { tagged.members(withTag: tag, month: month) }
      // Every member is in one stage of the life cycle, and who ordered in the last week is not asleep.
      #expect((4...8).reduce(0) { $0 + members($1) } == run.membersAtMonthEnd(month, of: tagged))
      #expect(members(0) <= (4...6).reduce(0) { $0 + members($1) })
      // Champions and members at risk have other classes of recency.
      #expect(members(2) + members(3) <= run.membersAtMonthEnd(month, of: tagged))
      #expect(members(0) > members(1) && members(1) > 0 && members(3) > 0)
      #expect(control.members(withTag: 0, month: month) == 0, "control has no tags")
    }
    #expect(tagged[.couponsGranted] > 0 && 2 * tagged[.couponsGranted] < everybody[.couponsGranted])
  }

  @Test func `M47: triggers send, the unread get a text message, and guides' minutes are a cost`()
    async throws
  {
    let run = try await MechanicRun("M47-triggers")
    run.expectSound()
    let (control, triggered, first) = (
      try run.arm("control"), try run.arm("triggered"), try run.arm("first-order-only")
    )
    #expect(control[.messages] == 0 && control[.staffTasks] == 0 && first[.staffTasks] == 0)
    // Five minutes a task, at ¥0.60 each.
    #expect(triggered[.staffTasks] > 0)
    #expect(triggered[.staffMinutes] == 5 * triggered[.staffTasks])
    #expect(triggered[.staffCostMinor] == 60 * triggered[.staffMinutes])
    let (wecom, sms) = (
      Int(Channel.wecom.rawValue), Int(Channel.sms.rawValue)
    )
    #expect(triggered.channel(.messages, at: sms) > 0 && first.channel(.messages, at: sms) == 0)
    #expect(triggered.channel(.messages, at: sms) < triggered.channel(.messages, at: wecom))
    #expect(first[.couponsGranted] > 0 && triggered[.couponsGranted] > first[.couponsGranted])
  }

  @Test func `M48: the ladder calls who stays silent for 60 days, and tags whom it called`()
    async throws
  {
    let run = try await MechanicRun("M48-churn-ladder")
    run.expectSound()
    let (ladder, firstStep) = (try run.arm("ladder"), try run.arm("first-step"))
    let (wecom, call) = (Int(Channel.wecom.rawValue), Int(Channel.call.rawValue))
    let calls = ladder.channel(.messages, at: call)
    #expect(calls > 0 && calls < ladder.channel(.messages, at: wecom))
    #expect(firstStep.channel(.messages, at: call) == 0 && firstStep[.staffCostMinor] == 0)
    // A task with every call that was not refused, ten minutes each at ¥0.60.
    #expect(ladder[.staffTasks] >= calls && ladder[.staffMinutes] == 10 * ladder[.staffTasks])
    #expect(ladder[.staffCostMinor] == 60 * ladder[.staffMinutes])
    let called = (0..<run.tally.layout.monthCount).map { ladder.members(withTag: 1, month: $0) }
    #expect(called == called.sorted() && (called.last ?? 0) > (called.first ?? 0))
    #expect((called.last ?? 0) <= ladder[.staffTasks])
  }
}

extension MechanicRun {
  /// All members at the end of a month of the horizon, counted from 0.
  fileprivate func membersAtMonthEnd(_ month: Int, of arm: ArmTally) -> Int64 {
    let layout = tally.layout
    return (0..<layout.segmentCount).reduce(0) { sum, segment in
      (0..<layout.tierCount).reduce(sum) {
        $0 + arm.cell(.membersAtMonthEnd, month: month, segment: segment, tier: $1)
      }
    }
  }
}
