import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

@Suite struct OrderClaimTests {
  private static func scheme(
    _ limits: AwardLimits = AwardLimits(), funding: Funding = .promotional, most: Points? = nil
  ) -> Scheme {
    Scheme(
      name: "claims",
      points: PointsProgram(
        earn: onePerYuan, redeem: hundredForTwo, expiry: .afterMonths(3, roundedTo: .month),
        maximumBalance: most,
        claims: ClaimRule(perMinorPaid: Rate(1, over: 100), limits: limits, funding: funding)))
  }

  /// What was paid elsewhere in fen, and the points of a claim under 1 per ¥1, at most 300 for one
  /// order, 500 a month and three claims a month.
  private static let claims: [(fen: Int64, points: Int64, refusal: Refusal)] = [
    (99, 0, .belowThreshold), (0, 0, .belowThreshold), (-500, 0, .belowThreshold),
    (100, 1, .none), (19_999, 199, .none), (30_100, 0, .capReached),
    (30_099, 300, .none), (100, 0, .capReached),
  ]

  @Test func `M14: a claim brings a point for each yuan paid elsewhere, within its limits`() throws
  {
    var world = try World.withMember(
      Self.scheme(
        AwardLimits(
          perAward: Points(300), caps: [AwardLimits.Cap(Points(500), per: .month)],
          times: AwardLimits.Times(3, per: .month))))
    let minute = day(2026, 1, 20).at(hour: 10)
    for claim in Self.claims {
      let amount = Money(minor: claim.fen)
      let foretold = world.engine.award(for: .claim(amount), 0, in: world.accounts, at: minute)
      let before = world.accounts
      let decision = world.handle(.claim(amount), at: minute)
      #expect(decision.refusal == claim.refusal, "\(claim.fen)")
      #expect(decision.earnedPoints.count == claim.points, "\(claim.fen)")
      #expect(foretold.count == claim.points, "\(claim.fen)")
      #expect(decision.paid == .zero)
      if claim.refusal != .none { #expect(world.accounts == before) }
    }
    // 1 + 199 + 300 are the 500 of January; February begins anew.
    #expect(world.balance(on: minute.day) == 500)
    let february = world.handle(.claim(Money(minor: 20_000)), at: day(2026, 2, 1).at(hour: 9))
    #expect(february.earnedPoints.count == 200)
    #expect(LedgerInvariants.faults(of: world.accounts.ledger) == [])
  }

  @Test func `M14: the last claim of a month gets what is left of its points`() throws {
    var world = try World.withMember(
      Self.scheme(AwardLimits(caps: [AwardLimits.Cap(Points(250), per: .month)])))
    let minute = day(2026, 1, 20).at(hour: 10)
    let earned = (0..<3).map { _ in
      world.handle(.claim(Money(minor: 20_000)), at: minute).earnedPoints.count
    }
    #expect(earned == [200, 50, 0])
  }

  @Test(arguments: [Funding.promotional, .purchase])
  func `a claim is paid by whom the rule says, and its points expire as others do`(
    funding: Funding
  ) throws {
    var world = try World.withMember(Self.scheme(funding: funding))
    _ = world.handle(.claim(Money(minor: 5_000)), at: day(2026, 1, 20).at(hour: 10))
    #expect(world.journal.transfers.map(\.source) == [funding.issuance])
    // Three months after 20 January, moved to the month's end: 30 April.
    #expect(world.balance(on: day(2026, 4, 30)) == 50)
    #expect(world.balance(on: day(2026, 5, 1)) == 0)
  }

  @Test func `a claim counts no growth and no spend, and nobody holds more than the most`() throws {
    var scheme = Self.scheme(most: Points(120))
    scheme.growth = GrowthProgram(perMinorPaid: Rate(1, over: 100))
    var world = try World.withMember(scheme)
    let decision = world.handle(.claim(Money(minor: 50_000)), at: day(2026, 1, 2).start)
    #expect(decision.earnedPoints.count == 120)
    #expect(decision.earnedGrowth == .zero)
    #expect(world.accounts.states[0].growth == 0 && world.accounts.states[0].orderCount == 0)
  }

  @Test func `strangers claim nothing, nor does anyone where nothing may be claimed`() throws {
    var world = try World([Self.scheme()])
    let minute = day(2026, 1, 2).at(hour: 8)
    #expect(world.handle(.claim(Money(minor: 100)), at: minute).refusal == .notAMember)
    var without = Self.scheme()
    without.points?.claims = nil
    var other = try World.withMember(without)
    #expect(other.handle(.claim(Money(minor: 100)), at: minute).refusal == .notFound)
  }

  @Test func `a rule that earns nothing, or that a partner pays, is a problem`() {
    var scheme = Self.scheme(funding: .partner)
    scheme.points?.claims?.perMinorPaid = .zero
    #expect(throws: SchemeProblems.self) { try scheme.compile() }
  }
}
