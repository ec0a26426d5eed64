internal import CommunitySimulation
internal import IncentiveEngine
internal import MemberBehavior
internal import Quantities
internal import Randomness
internal import Scenarios

extension Scenario {
  /// Members think of exchanging points with the partners with which any scheme does, each way at
  /// its rate; numbered by the partner's place among the people's, whatever the schemes exchange.
  func exchangeStreams(_ schemes: [Scheme]) -> [ErrandStream] {
    people.partners.enumerated().flatMap { position, partner in
      [
        (ExchangeRule.Direction.out, Purpose.exchangeOut, partner.outPerMonth),
        (.in, .exchangeIn, partner.inPerMonth),
      ].compactMap { direction, purpose, perMonth -> ErrandStream? in
        let rules = schemes.map { scheme in
          scheme.exchanges.firstIndex {
            $0.partner == partner.name && $0.direction == direction
          } ?? -1
        }
        guard rules.contains(where: { $0 >= 0 }) else { return nil }
        let points = partnerPoints(partner, direction, schemes)
        // A month counts 30 days.
        let response = ErrandResponse(
          perWeek: perMonth * 7 / 30, spontaneousShare: 0.5, pull: 0,
          minorPerMajor: currency.minorPerMajor)
        return ErrandStream(
          kind: .exchange(rules: rules, with: points), response: response, purpose: purpose,
          number: UInt8(position))
      }
    }
  }
}
