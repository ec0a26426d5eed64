internal import CommunitySimulation
internal import IncentiveEngine
internal import MemberBehavior
internal import Quantities
internal import Randomness
internal import Scenarios

extension Scenario {
  /// Members look at the presales that any scheme holds, one stream a name.
  ///
  /// A name's number follows from the alphabet, so that two arms with one presale share its luck.
  func presaleStreams(_ schemes: [Scheme]) -> [ErrandStream] {
    let names = schemes.flatMap { scheme in
      scheme.offers.indices.filter { scheme.deposit(ofOffer: $0) != nil }
        .map { scheme.offers[$0].name }
    }.sorted()
    let distinct = zip(names.indices, names).filter { $0 == 0 || names[$0 - 1] != $1 }.map(\.1)
    return distinct.prefix(Int(UInt8.max)).enumerated().map { number, name in
      let positions = schemes.map { scheme in
        scheme.offers.indices.first {
          scheme.offers[$0].name == name && scheme.deposit(ofOffer: $0) != nil
        } ?? -1
      }
      return ErrandStream(
        kind: .deposit(offers: positions), response: presaleResponse, purpose: .presaleVisit,
        number: UInt8(number))
    }
  }

  /// One look in twenty brings a deposit though it counts for no more than itself, and each unit of
  /// money that it counts for beyond that adds 0.05 to the logit: `assumption:`.
  private var presaleResponse: ErrandResponse {
    ErrandResponse(
      perWeek: people.presaleVisitsPerWeek, spontaneousShare: 0.05, pull: 0.05,
      minorPerMajor: currency.minorPerMajor)
  }
}
