import PointsLedger
import Quantities
import Testing

@testable import IncentiveEngine

@Suite struct ShareTests {
  @Test func `A share without division is the exact quotient, up to the last unit`() {
    var random = TestRandom(seed: 5)
    for round in 0..<200_000 {
      let denominator = Int64(1 + random.below(round % 2 == 0 ? 200 : 1_000_000))
      let numerator = Int64(random.below(round % 3 == 0 ? 3 : 1_000_000))
      let share = Share(numerator, over: denominator)
      // Around a multiple of the divisor, where a wrong rounding shows, and anywhere.
      let near = Int64(random.below(1_000_000)) * denominator + Int64(random.below(3))
      let amount = round % 5 == 0 ? Int64(random.below(9_000_000_000_000)) : near
      let exact = Int128(amount) * Int128(numerator)
      guard share.of(amount) == Int64(exact / Int128(denominator)),
        share.roundedUp(of: amount)
          == Int64((exact + Int128(denominator) - 1) / Int128(denominator))
      else {
        Issue.record("seed 5: \(amount) × \(numerator) / \(denominator)")
        return
      }
    }
  }

  @Test func `An account takes 104 bytes beside its points`() throws {
    let world = try World([.none], accountCount: 1000)
    #expect(world.accounts.byteCount - world.accounts.ledger.byteCount == 104_000)
  }
}
