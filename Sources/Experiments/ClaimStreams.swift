internal import CommunitySimulation
internal import IncentiveEngine
internal import MemberBehavior
internal import Quantities
internal import Randomness
internal import Scenarios

extension Scenario {
  /// What members order elsewhere (M14), if any scheme has points for it.
  ///
  /// The off switch is that of interactions: then points pull nobody to claim.
  func claimStreams(_ schemes: [Scheme]) -> [ErrandStream] {
    let accepts = schemes.map { $0.points?.claims != nil }
    guard let habit = people.externalOrders, accepts.contains(true) else { return [] }
    let pull = people.switchedOff.contains(.interactions) ? 0 : habit.pull
    return [
      ErrandStream(
        kind: .externalOrder(
          ExternalOrders(
            meanMinor: Double(habit.amount.minor), spread: habit.spread,
            messageCost: economics.messageCost[.sms] ?? .zero, accepts: accepts)),
        response: ErrandResponse(
          perWeek: habit.perMonth * 7 / 30, spontaneousShare: habit.worthlessShare, pull: pull,
          minorPerMajor: currency.minorPerMajor), purpose: .externalOrder, number: 0)
    ]
  }
}
