import IncentiveEngine
import Measurement
import MemberBehavior
import PointsLedger
import Quantities
import Scenarios
import Testing
import Timeline

@testable import CommunitySimulation

/// Whether points that wait for the next order, or come back with it, bring members back.
@Suite struct WaitingPointsResponseTests {
  /// A point a yuan, each worth 20 fen.
  private static func points(_ change: (inout PointsProgram) -> Void) -> Scheme {
    var points = PointsProgram(
      earn: .perMinorPaid(Rate(1, over: 100)),
      redeem: RedeemRule(
        stepPoints: Points(100), stepValue: Money(minor: 2_000), minimumPoints: Points(100),
        maximumShareOfOrder: .one),
      expiry: .never)
    change(&points)
    return Scheme(name: "points", points: points)
  }

  private static let nextOrder = points {
    $0.activation = .onEvent(.nextOrder, withinDays: 60)
  }
  private static let givenBack = points {
    $0.expiry = .afterDays(10, roundedTo: nil)
    $0.reinstatement = Reinstatement(withinDays: 60)
  }

  /// Orders gained by habitual buyers in a year; nothing else of the scheme moves anybody.
  private static func gained(_ scheme: Scheme, weight: Double = 2, off: [Submodel] = [])
    throws -> Int64
  {
    let changes: [BehaviorParameter: Double] = [
      .pointsWeight: 0, .rewardWeight: 0, .urgencyWeight: 0, .rewardFeelingWeight: 0,
      .waitingPointsWeight: weight,
    ]
    let tally = try LastingResponseTests.town(scheme, changes, off: off).plan().live()
    #expect(tally.violations == [])
    return tally.arms[1][.gainedOrders]
  }

  @Test(arguments: [nextOrder, givenBack])
  func `points that only an order brings gain orders, as far as they have a weight`(
    scheme: Scheme
  ) throws {
    let all = try Self.gained(scheme)
    #expect(all > 100)
    #expect(try Self.gained(scheme, weight: 1) < all)
    #expect(try Self.gained(scheme, weight: 0) == 0)
    #expect(try Self.gained(scheme, off: [.waitingPoints]) == 0)
  }

  @Test func `points at once, or from a day on, are nothing that waits for an order`() throws {
    #expect(try Self.gained(Self.points { _ in }) == 0)
    #expect(try Self.gained(Self.points { $0.activation = .afterDays(14, roundedTo: nil) }) == 0)
    #expect(try Self.gained(Self.points { $0.expiry = .afterDays(10, roundedTo: nil) }) == 0)
  }

  @Test func `what waits is seen at what the smallest reward pays for it`() {
    // 300 points at ¥2 for 100 before a basket of ¥120: ¥6 are 5%.
    var quote = Quote(list: Money(minor: 12_000))
    (quote.rewardPoints, quote.rewardValue) = (Points(100), Money(minor: 200))
    var seen = Stimulus(quote, at: Day(index: 20_000).start)
    seen.readWaiting(Points(300), quote)
    #expect(seen.waitingShare == 0.05)
    // Points that pay for nothing are worth nothing to wait for.
    var nothing = Stimulus()
    nothing.readWaiting(Points(300), Quote(list: Money(minor: 12_000)))
    #expect(nothing.waitingShare == 0)
  }
}
