internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Timeline

extension ArmRun {
  /// Lets every account pass to the arm's scheme at the start of the horizon, and counts who is there.
  mutating func adoptScheme() {
    let lastOfHistory = plan.horizon.firstDay.advanced(by: -1)
    for person in people.indices {
      for number in 0..<plan.accountsPerPerson {
        let account = number * people.count + person
        plan.engine.settle(account, in: &accounts, through: lastOfHistory, into: &sinks)
        let adopted = handle(.adopt(scheme: scheme), for: account, at: plan.horizon.start)
        if remembers, account == person {
          memories[person].tierFeeling.adopt(tier: Int(adopted.tierAfter))
        }
        let coupons = plan.engine.couponCount(
          of: account, in: accounts, on: plan.horizon.firstDay)
        tally.add(Int64(coupons), to: .couponsHeldAtStart)
      }
      guard people[person].isMember else { continue }
      lives[person].wasEnrolledAtStart = true
      if !plan.arms[arm].continuesHistory { rememberScheme(of: person, at: plan.horizon.start) }
      tally.add(to: .membersAtStart)
    }
  }
}
