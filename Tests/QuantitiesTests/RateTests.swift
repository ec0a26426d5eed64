import Quantities
import Testing

struct RateTests {
  // Worked by hand: the exact quotient, then what each rounding makes of it.
  static let table: [(amount: Int64, rate: Rate, exact: String, expected: [Int64])] = [
    // amount × rate       | exact  | down | up | halfUp | halfEven
    (Int64(10), Rate(1, over: 4), "2.5", [Int64(2), 3, 3, 2]),
    (14, Rate(1, over: 4), "3.5", [3, 4, 4, 4]),
    (9, Rate(1, over: 4), "2.25", [2, 3, 2, 2]),
    (11, Rate(1, over: 4), "2.75", [2, 3, 3, 3]),
    (12, Rate(1, over: 4), "3", [3, 3, 3, 3]),
    (1, Rate(1, over: 2), "0.5", [0, 1, 1, 0]),
    (0, Rate(1, over: 4), "0", [0, 0, 0, 0]),
    (-10, Rate(1, over: 4), "-2.5", [-3, -2, -3, -2]),
    (-14, Rate(1, over: 4), "-3.5", [-4, -3, -4, -4]),
    (-9, Rate(1, over: 4), "-2.25", [-3, -2, -2, -2]),
    (-11, Rate(1, over: 4), "-2.75", [-3, -2, -3, -3]),
    (-12, Rate(1, over: 4), "-3", [-3, -3, -3, -3]),
    (-1, Rate(1, over: 2), "-0.5", [-1, 0, -1, 0]),
    (10, Rate(-1, over: 4), "-2.5", [-3, -2, -3, -2]),
    (-10, Rate(-1, over: 4), "2.5", [2, 3, 3, 2]),
    (1_999, .percent(85), "1699.15", [1_699, 1_700, 1_699, 1_699]),
    (7, Rate(2), "14", [14, 14, 14, 14]),
  ]

  @Test(arguments: table)
  func `a share of an amount is rounded as stated`(
    amount: Int64, rate: Rate, exact: String, expected: [Int64]
  ) {
    let shares = [Rounding.down, .up, .halfUp, .halfEven].map { rate.of(amount, rounding: $0) }
    #expect(shares == expected, "\(amount) × \(rate.numerator)/\(rate.denominator) = \(exact)")
    #expect(
      rate.of(Money(minor: amount), rounding: .halfUp) == Money(minor: expected[2]))
  }

  @Test func `a product beyond 64 bits is exact when its quotient fits`() {
    // 3 × (2^63 − 1) / 4 = 6,917,529,027,641,081,855.25
    let wide = Rate(3, over: 4)
    #expect(wide.of(.max, rounding: .down) == 6_917_529_027_641_081_855)
    #expect(wide.of(.max, rounding: .up) == 6_917_529_027_641_081_856)
    #expect(wide.of(.max, rounding: .halfEven) == 6_917_529_027_641_081_855)
    // 5 × −9,000,000,000,000,000,001 / 10 = −4,500,000,000,000,000,000.5
    let half = Rate(5, over: 10)
    #expect(half.of(-9_000_000_000_000_000_001, rounding: .down) == -4_500_000_000_000_000_001)
    #expect(half.of(-9_000_000_000_000_000_001, rounding: .halfEven) == -4_500_000_000_000_000_000)
    let seven = Rate(7, over: 18)
    // 7 × −9,000,000,000,000,000,009 / 18 = −3,500,000,000,000,000,003.5
    #expect(seven.of(-9_000_000_000_000_000_009, rounding: .down) == -3_500_000_000_000_000_004)
    #expect(seven.of(-9_000_000_000_000_000_009, rounding: .up) == -3_500_000_000_000_000_003)
    #expect(seven.of(-9_000_000_000_000_000_009, rounding: .halfUp) == -3_500_000_000_000_000_004)
    #expect(seven.of(-9_000_000_000_000_000_009, rounding: .halfEven) == -3_500_000_000_000_000_004)
  }

  @Test func `a ratio is kept in lowest terms`() {
    #expect(Rate(85, over: 100) == Rate(17, over: 20))
    #expect(Rate(-6, over: 4).numerator == -3)
    #expect(Rate(-6, over: 4).denominator == 2)
    #expect(Rate(0, over: 7) == .zero)
    #expect(Rate(7, over: 7) == .one)
    #expect(Rate(.min, over: 2).numerator == -4_611_686_018_427_387_904)
  }

  @Test func `ratios compare exactly, where floating point cannot tell them apart`() {
    let less = Rate(9_007_199_254_740_992, over: 9_007_199_254_740_993)
    let more = Rate(9_007_199_254_740_993, over: 9_007_199_254_740_994)
    #expect(less < more)
    #expect(!(more < less))
    #expect(Rate(-1, over: 3) < Rate(1, over: 4))
    #expect(Rate(Int64.min) < Rate(Int64.max))
  }
}
