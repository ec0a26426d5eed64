import Measurement
import Testing

/// Points mechanics (M01–M10): each file is sound, and its mechanic was really used.
@Suite struct PointsMechanicsTests {
  @Test func `M01: a yuan paid earns a point at most, an item a point at least`() async throws {
    let run = try await MechanicRun("M01-earn-on-purchase")
    run.expectSound()
    let yuan = try run.arm("yuan")
    #expect(yuan[.pointsIssued] > 0)
    #expect(yuan[.pointsIssued] * 100 <= yuan[.paidMinor])
    let item = try run.arm("item")
    #expect(item[.pointsIssued] >= item[.memberOrders])
  }

  @Test func `M10: cards issue more points on the orders they are used on, and on no other`()
    async throws
  {
    let run = try await MechanicRun("double-points-card")
    run.expectSound()
    let (cards, plain) = (try run.arm("cards"), try run.arm("plain"))
    // A card from ¥99 on doubles at least 99 points; three are sent to each member at most.
    #expect(cards[.couponsUsed] > 0)
    #expect(cards[.pointsIssued] - plain[.pointsIssued] >= 90 * cards[.couponsUsed])
    #expect(cards[.pointsIssued] < 2 * plain[.pointsIssued])
    #expect(cards[.couponDiscountMinor] == 0)
  }

  @Test func `M02: interactions bring points for which members do more of them`() async throws {
    let run = try await MechanicRun("M02-interaction-points")
    run.expectSound()
    let purchases = try run.arm("purchases")
    let rewarded = try run.arm("interactions")
    // A member's hours, comments, reviews and shares of half a year: at most 400 points a month from
    // hours and 50 a day from comments alone.
    let extra = rewarded[.pointsIssued] - purchases[.pointsIssued]
    #expect(extra > 0)
    #expect(extra < Int64(MechanicRun.memberCount) * (6 * 400 + 180 * (50 + 5 + 30)))
    #expect(rewarded[.messages] == 0)
  }

  @Test func `M03: every member got the pack, and no purchase paid for it`() async throws {
    let run = try await MechanicRun("M03-registration-pack")
    run.expectSound()
    let pack = try run.arm("pack")
    let joined = pack[.membersAtEnd]
    #expect(joined > 0 && pack[.pointsIssued] >= pack[.joined] * 500)
    #expect(pack[.pointsExpired] > 0)
  }

  @Test func `M04: every point spent pays two fen`() async throws {
    let run = try await MechanicRun("M04-points-as-cash")
    run.expectSound()
    for name in ["limited", "capped", "unlimited"] {
      let arm = try run.arm(name)
      #expect(arm[.pointsRedeemed] > 0)
      #expect(arm[.redeemedMinor] == arm[.pointsRedeemed] * 2)
    }
  }

  @Test func `M06: a full card brings its reward, and stamps pull members nearer`() async throws {
    let run = try await MechanicRun("M06-stamp-card")
    run.expectSound()
    let ten = try run.arm("ten")
    #expect(ten[.rewards] > 0 && ten[.rewardCostMinor] == ten[.rewards] * 800)
    // Ten orders a card: never more than one reward in ten orders.
    #expect(ten[.rewards] * 10 <= ten[.memberOrders])
    let coupon = try run.arm("coupon")
    #expect(coupon[.rewards] > 0 && coupon[.rewardCostMinor] == 0)
    #expect(coupon[.rewards] == coupon[.couponsGranted])
    #expect(coupon[.couponDiscountMinor] > 0)
  }

  @Test func `M08: points expire, and whoever loses some is warned`() async throws {
    let run = try await MechanicRun("M08-expiry-and-warning")
    run.expectSound()
    let warned = try run.arm("warned")
    #expect(warned[.pointsExpired] > 0 && warned[.messages] > 0)
    let silent = try run.arm("silent")
    #expect(silent[.pointsExpired] > 0 && silent[.messages] == 0)
  }

  @Test func `M09: growth value lifts members, its reset brings some down`() async throws {
    let run = try await MechanicRun("M09-points-and-growth")
    run.expectSound()
    #expect(try run.arm("reset")[.pointsRedeemed] > 0)
    #expect(try run.orders(inTier: 2, of: "reset") > 0)
    let kept = try run.members(inTier: 2, of: "no-reset")
    #expect(try run.members(inTier: 2, of: "reset") < kept)
  }

  @Test func `M10: factors issue more points, and most where they multiply`() async throws {
    let run = try await MechanicRun("M10-multipliers")
    run.expectSound()
    let plain = try run.arm("plain")[.pointsIssued]
    let added = try run.arm("added")[.pointsIssued]
    #expect(plain > 0 && added > plain)
    #expect(try run.arm("multiplied")[.pointsIssued] > added)
  }
}
