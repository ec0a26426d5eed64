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
