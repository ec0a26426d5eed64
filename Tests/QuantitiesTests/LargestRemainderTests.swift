import Quantities
import Testing

struct LargestRemainderTests {
  // In fen, worked by hand.
  static let table: [(total: Int64, weights: [Int64], shares: [Int64])] = [
    // total | weights | shares
    (Int64(1_000), [Int64(1_000), 1_000, 1_000], [Int64(334), 333, 333]),
    (10, [6, 6, 6, 6], [3, 3, 2, 2]),
    (5, [3, 3, 4], [2, 1, 2]),
    (100, [1, 2, 3], [17, 33, 50]),
    (7, [0, 10, 0], [0, 7, 0]),
    (5, [0, 0, 0], [2, 2, 1]),
    (0, [3, 4], [0, 0]),
    (9, [5], [9]),
  ]

  @Test(arguments: table)
  func `an amount is split to the last unit`(total: Int64, weights: [Int64], shares: [Int64]) {
    #expect(LargestRemainder.split(total, by: weights) == shares)
  }

  @Test func `10 off a basket of 10, 10 and 10 is 3.34, 3.33 and 3.33`() throws {
    let currency = try #require(Currency(code: "CNY"))
    let shares = LargestRemainder.split(1_000, by: [1_000, 1_000, 1_000])
    #expect(shares.map { currency.text(Money(minor: $0)) } == ["¥3.34", "¥3.33", "¥3.33"])
  }

  // 20 × 21/30, 20 × 6/30 and 20 × 3/30 leave no remainder.
  @Test func `exact quotas are met exactly`() {
    #expect(LargestRemainder.split(20, by: [21, 6, 3]) == [14, 4, 2])
  }

  @Test func `huge amounts and weights do not overflow`() {
    #expect(
      LargestRemainder.split(.max, by: [.max, .max]) == [
        4_611_686_018_427_387_904, 4_611_686_018_427_387_903,
      ])
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `shares sum to the amount, miss their quota by less than one, and favor larger remainders`(
    seed: UInt64
  ) {
    var state = seed
    func random(_ bound: UInt64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 33) % bound)
    }
    for _ in 0..<5_000 {
      let weights = (0...random(8)).map { _ in random(50) }
      let total = random(10_000)
      let sum = Int128(weights.reduce(0, +))
      let shares = LargestRemainder.split(total, by: weights)
      #expect(shares.reduce(0, +) == total, "seed \(seed): \(total) by \(weights)")
      guard sum > 0 else { continue }
      // The excess of a share over its quota, times the sum of weights: within ±sum.
      let excess = zip(shares, weights).map { Int128($0) * sum - Int128(total) * Int128($1) }
      #expect(excess.allSatisfy { $0 > -sum && $0 < sum }, "seed \(seed): \(total) by \(weights)")
      // Whoever was rounded down had no larger remainder than anybody who was rounded up.
      let remainders = weights.map { Int128(total) * Int128($0) % sum }
      let least = zip(remainders, excess).filter { $0.1 > 0 }.map(\.0).min() ?? sum
      let most = zip(remainders, excess).filter { $0.1 <= 0 }.map(\.0).max() ?? 0
      #expect(most <= least, "seed \(seed): \(total) by \(weights)")
    }
  }
}
