import Foundation
import Testing

@testable import incentive

/// The CDNOW orders under four schemes: points, stamps, tiers, thresholds with coupons.
///
/// The figures come from awk over the file; see each test.
@Suite(.enabled(if: CDNOWLog.isExpected, CDNOWLog.skipped)) struct FourReplaysTests {
  static let schemes = ["points", "stamps", "tiers", "offers"]

  /// The result under a scheme, and the rows of its journal.
  private func replay(_ scheme: String) throws -> (value: [String: Any], journal: [[Substring]]) {
    let folder = try TemporaryFolder()
    let journal = folder.path("journal.csv")
    let ran = try incentive(
      "replay", CDNOWLog.path, "--scheme", "scenarios/replay/cdnow-\(scheme).yaml", "--redeem",
      "when-possible", "--journal", journal, "--json")
    #expect(ran.status == 0)
    #expect(ran.errors.isEmpty)
    let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
    let rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return (try ran.json(), Array(rows))
  }

  private func number(_ name: String, _ value: [String: Any]) throws -> Int {
    try #require(value[name] as? Int, "\(name)")
  }

  @Test(arguments: schemes)
  func `each scheme's money adds up, its books tie, and its journal sums to zero`(
    scheme: String
  ) throws {
    let (value, journal) = try replay(scheme)
    #expect(try number("orderCount", value) == 6919)
    #expect(try number("listMinor", value) == 24_409_194)
    let discounts = try ["tierDiscountMinor", "promotionDiscountMinor", "couponDiscountMinor"]
      .reduce(0) { try $0 + number($1, value) }
    let redeemed = try number("redeemedMinor", value)
    #expect(try number("paidMinor", value) + discounts + redeemed == 24_409_194)
    #expect(
      try number("costMinor", value) == discounts + redeemed + number("rewardCostMinor", value))
    #expect(try number("costMinor", value) > 0)
    #expect(try number("trialBalance", value) == 0)
    #expect(try number("residual", value) == 0)
    #expect(journal.reduce(0) { $0 + (Int($1[3]) ?? 0) } == 0)
  }

  // awk '$5+0>=10{s++; n[$2]++} END{for(k in n){r+=int(n[k]/10); h+=n[k]%10}; print s,r,h}'
  // prints the stamps, the full cards of ten, and what is on open cards.
  @Test func `stamps, full cards and open cards are those that awk counts`() throws {
    let (value, journal) = try replay("stamps")
    let card = journal.filter { $0[2] == "stamp-card" }
    let changes = card.compactMap { Int($0[3]) }
    #expect(changes.filter { $0 > 0 }.reduce(0, +) == 6524)
    #expect(try number("rewardCount", value) == 145)
    #expect(try number("rewardCostMinor", value) == 145 * 800)
    #expect(try number("stampsHeld", value) == 5074)
    // A tenth of $8 for each stamp on an open card.
    #expect(try number("liabilityMinor", value) == 5074 * 80)
  }

  // awk '{p+=($5+0>=80)?12:($5+0>=40)?5:0} END{print p}'
  @Test func `the thresholds take off what awk adds up`() throws {
    let (value, _) = try replay("offers")
    #expect(try number("promotionDiscountMinor", value) == 1_326_500)
    #expect(try number("couponDiscountMinor", value) > 0)
  }
}
