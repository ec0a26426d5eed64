internal import CommunitySimulation
internal import IncentiveEngine
internal import MemberBehavior
internal import Quantities
internal import Randomness
internal import Scenarios
internal import Timeline

extension Scenario {
  /// The partners with accounts of their own, by their places among all of them.
  private var merchants: [(place: Int, partner: PartnerProgram, merchant: PartnerMerchant)] {
    people.partners.enumerated().compactMap { place, partner in
      partner.merchant.map { (place, partner, $0) }
    }
  }

  /// The partners with accounts of their own, ready to run beside our schemes.
  func partnerMerchants(
    _ schemes: [Scheme], days: ClosedRange<Day>
  ) throws(SchemeProblems) -> [MerchantPlan<LoyaltyEngine>] {
    var found: [MerchantPlan<LoyaltyEngine>] = []
    for (place, partner, merchant) in merchants {
      var programs: [CompiledScheme] = []
      for scheme in schemes {
        var own = merchant.scheme
        own.exchanges = scheme.exchanges.filter { $0.partner == partner.name }
          .map { $0.mirrored(naming: "us") }
        programs.append(try own.compile())
      }
      found.append(
        MerchantPlan(
          engine: LoyaltyEngine(schemes: programs, days: days),
          memberShare: merchant.memberShare.value, basketMinor: merchant.basket.minor,
          number: UInt8(place)))
    }
    return found
  }

  /// A partner's points as members know them, with the rules of its side for each of our schemes.
  func partnerPoints(
    _ partner: PartnerProgram, _ direction: ExchangeRule.Direction, _ schemes: [Scheme]
  ) -> PartnerPoints {
    var points = PartnerPoints(minorEach: partner.minorEach, brought: partner.brought)
    guard let position = merchants.firstIndex(where: { $0.partner.name == partner.name }) else {
      return points
    }
    points.merchant = position
    points.rules = schemes.map { scheme in
      scheme.exchanges.filter { $0.partner == partner.name }
        .firstIndex { $0.direction == direction } ?? -1
    }
    return points
  }

  /// Orders at partners with accounts of their own, whatever we offer.
  var partnerOrderStreams: [ErrandStream] {
    merchants.enumerated().map { position, found in
      ErrandStream(
        kind: .partnerOrder(merchant: position),
        // A month counts 30 days.
        response: ErrandResponse(
          perWeek: found.merchant.ordersPerMonth * 7 / 30, spontaneousShare: 0.5, pull: 0,
          minorPerMajor: currency.minorPerMajor),
        purpose: .partnerOrder, number: UInt8(found.place))
    }
  }
}
