internal import CommunitySimulation
internal import IncentiveEngine
internal import MemberBehavior
internal import PortableMath
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
    // The mean of a lognormal is e^(m + s²/2).
    let logMean =
      PortableMath.log(Double(habit.amount.minor)) - habit.spread * habit.spread / 2
    return [
      ErrandStream(
        kind: .externalOrder(
          ExternalOrders(
            logMean: logMean, logDeviation: habit.spread,
            messageCost: economics.messageCost[.sms] ?? .zero, accepts: accepts)),
        response: ErrandResponse(
          perWeek: habit.perMonth * 7 / 30, spontaneousShare: habit.worthlessShare, pull: pull,
          minorPerMajor: currency.minorPerMajor), purpose: .externalOrder, number: 0)
    ]
  }
}
