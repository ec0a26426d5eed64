internal import IncentiveEngine
internal import Measurement
internal import MemberPopulation
internal import Quantities
internal import Timeline

extension ArmRun {
  /// Privileges that came with an order or from the calendar (M29), at what they cost.
  mutating func tallyPrivileges(of person: UInt32, _ decision: Decision, at minute: Minute) {
    let cost = decision.privilegeCost.minor
    tally.add(Int64(decision.privileges.count), to: .privileges)
    tally.add(cost, to: .privilegeCostMinor)
    book(cost: cost, benefit: cost, of: Int(person))
    tally.add(cost, to: .incentiveMinor, day: day(of: minute))
    tally.add(
      cost, to: .incentiveMinor, month: month(of: minute),
      segment: Int(people[Int(person)].traits.segment), tier: Int(decision.tierBefore))
  }
}
