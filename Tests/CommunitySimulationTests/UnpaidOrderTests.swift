import CommunitySimulation
import IncentiveEngine
import Measurement
import MemberBehavior
import MemberPopulation
import PointsLedger
import Quantities
import Testing
import Timeline

/// Orders that are placed before they are paid: set aside, then paid or canceled, never both.
@Suite struct UnpaidOrderTests {
  @Test(arguments: 1...24)
  func `in random towns every law holds, and nothing stays set aside after its time`(
    seed: Int
  ) throws {
    var random = TestRandom(seed: UInt64(seed) + 4000)
    var plan = try Town.random(seed: UInt64(seed) + 4000).plan()
    let model = PaymentModel(
      unpaidShare: Double(random.below(5)) / 4, laterShare: Double(random.below(5)) / 4,
      minutes: random.pick([30, 2880, 60_000]))
    plan.payments = model
    if random.below(2) == 0 { plan.returns = Self.returns(plan.segments.count) }
    #expect(plan.live().violations == [], "seed \(seed)")
    for community in 0..<plan.communities.communityCount {
      let book = plan.watch(
        community: community, replication: 0, arm: plan.arms.count - 1, observer: PaymentBook())
      book.check(model, until: plan.horizon, "seed \(seed), community \(community)")
    }
  }

  @Test(arguments: 1...8)
  func `where no order waits, a model of payments changes nothing`(seed: Int) throws {
    var plan = try Town.random(seed: UInt64(seed)).plan()
    let without = plan.live()
    plan.payments = PaymentModel(unpaidShare: 0, laterShare: 0.5, minutes: 2880)
    #expect(plan.live() == without, "seed \(seed)")
  }

  @Test func `orders that are never paid leave no order, no money and no points spent`() throws {
    var plan = try Town.rich(arms: [0, 1], seed: 3).plan()
    plan.payments = PaymentModel(unpaidShare: 1, laterShare: 0, minutes: 2880)
    let tally = plan.live()
    for arm in tally.arms {
      #expect(arm[.orders] == 0 && arm[.paidMinor] == 0 && arm[.redeemedMinor] == 0)
      #expect(arm[.unpaidOrders] > 500 && arm[.laterPaidOrders] == 0)
      // 48 hours of 170 days: about 1.2% are still open at the end.
      let open = arm[.unpaidOrders] - arm[.canceledOrders]
      #expect(open >= 0 && Double(open) < 0.04 * Double(arm[.unpaidOrders]))
    }
    #expect(tally.violations == [])
  }

  @Test func `orders that are all paid within the hour are the orders paid at once`() throws {
    // Nobody grants anything and nobody lapses by an order: only the minute of the payment differs.
    var town = Town(members: 400)
    town.schemes = [.none]
    var plan = try town.plan()
    let atOnce = plan.live()
    plan.payments = PaymentModel(unpaidShare: 1, laterShare: 1, minutes: 60)
    let later = plan.live()
    let late = atOnce.arms[0][.orders] - later.arms[0][.orders]
    #expect(later.arms[0][.laterPaidOrders] == later.arms[0][.orders])
    // At most an order of the last hour of 180 days is missing.
    #expect(late >= 0 && late <= 2)
    #expect(later.violations == [])
  }

  @Test func `shares are those stated`() throws {
    var plan = try Town(members: 2_000).plan()
    plan.payments = PaymentModel(unpaidShare: 0.3, laterShare: 0.5, minutes: 600)
    let arm = plan.live().arms[0]
    let placed = Double(arm[.orders] - arm[.laterPaidOrders] + arm[.unpaidOrders])
    let unpaid = Double(arm[.unpaidOrders])
    // Four standard errors of a share.
    #expect(abs(unpaid / placed - 0.3) < 4 * (0.21 / placed).squareRoot())
    #expect(abs(Double(arm[.laterPaidOrders]) / unpaid - 0.5) < 4 * (0.25 / unpaid).squareRoot())
  }

  @Test func `points that expire while they are set aside are booked as expired`() throws {
    var plan = try Town.rich(arms: [0, 1], seed: 5).plan()
    plan.payments = PaymentModel(unpaidShare: 1, laterShare: 0.3, minutes: 60 * 1440)
    let arm = plan.live().arms[1]
    var (expired, lost): (Int64, Int64) = (0, 0)
    for community in 0..<plan.communities.communityCount {
      let book = plan.watch(
        community: community, replication: 0, arm: 1, observer: PaymentBook())
      for transfer in book.transfers
      where transfer.minute >= plan.horizon.start && transfer.minute < plan.horizon.end
        && transfer.target == .breakage
      {
        expired += transfer.points.count
        if transfer.source == .redemption { lost += transfer.points.count }
      }
    }
    #expect(lost > 0)
    #expect(arm[.pointsExpired] == expired)
  }

  /// One line in ten comes back within a week.
  private static func returns(_ segments: Int) -> ReturnModel {
    ReturnModel(
      segmentRates: Array(repeating: 0.1, count: segments), wholeShare: 0.3, days: 1...7,
      writtenOff: .percent(20))
  }
}

/// Watches everybody: orders placed, payments, and every movement of points.
private struct PaymentBook: LifeObserver {
  /// An order set aside, and what became of it.
  struct Placed {
    var minute: Minute
    var person: Int
    var points: Points
    var settled: Minute?
    var isPaid = false
  }

  var placed: [ReservationNumber: Placed] = [:]
  var transfers: [Transfer] = []
  var problems: [String] = []
  var asksWhy: Bool { false }

  func watches(_ person: Int) -> Bool { true }
  mutating func record(_ transfer: Transfer) { transfers.append(transfer) }

  mutating func observe(_ moment: LifeMoment, of person: Int) {
    switch moment {
    case .occasion(let record):
      guard let decision = record.decision, decision.reservation != .none else { return }
      placed[decision.reservation] = Placed(
        minute: Minute(index: record.occasion.minute), person: person,
        points: decision.spentPoints)
    case .payment(let minute, let decision?, let isPaid):
      guard placed[decision.reservation]?.settled == nil else {
        return problems.append("\(decision.reservation) is settled twice")
      }
      placed[decision.reservation]?.settled = minute
      placed[decision.reservation]?.isPaid = isPaid
    default: break
    }
  }

  /// Each order placed is settled once and in time, and points set aside for canceled ones are back or
  /// expired.
  ///
  /// A scheme that begins with the horizon releases what the history had set aside.
  func check(_ model: PaymentModel, until horizon: Horizon, _ comment: String) {
    #expect(problems == [], "\(comment)")
    var open: Int64 = 0
    for (number, order) in placed {
      let due = order.minute.advanced(by: Int(model.minutes))
      let crosses = order.minute < horizon.start && due >= horizon.start
      if let settled = order.settled {
        #expect(settled > order.minute && settled <= due, "\(comment), \(number)")
        if !order.isPaid { #expect(settled == due, "\(comment), \(number)") }
        if !order.isPaid { open += order.points.count }
      } else {
        #expect(due >= horizon.end || crosses, "\(comment), \(number) was never settled")
        if crosses { open += order.points.count }
      }
    }
    let back = transfers.reduce(Int64(0)) { sum, transfer in
      let isBack =
        transfer.reason == .release
        || transfer.source == .redemption && transfer.target == .breakage
      return isBack ? sum + transfer.points.count : sum
    }
    let isCut = placed.values.contains { $0.settled == nil && $0.minute < horizon.start }
    if !isCut { #expect(back == open, "\(comment)") }
  }
}
