import Testing

@testable import Patterns

/// Sums that can be worked out by hand.
@Suite struct MomentsTests {
  @Test func `the mean and deviation of 2, 4, 4, 4, 5, 5, 7, 9 are 5 and 2`() {
    let values: [Double] = [2, 4, 4, 4, 5, 5, 7, 9]
    #expect(Moments.mean(values) == 5)
    #expect(Moments.deviation(values) == 2)
  }

  @Test func `what lies on a line correlates fully`() {
    #expect(abs(Moments.correlation([1, 2, 3], [10, 20, 30]) - 1) < 1e-12)
    #expect(abs(Moments.correlation([1, 2, 3], [3, 2, 1]) + 1) < 1e-12)
    // r of (1,1), (2,3), (3,2) is 1/2 by hand.
    #expect(abs(Moments.correlation([1, 2, 3], [1, 3, 2]) - 0.5) < 1e-12)
  }

  @Test func `of 50, 20, 10, 10 and 10 the top fifth has half`() {
    #expect(Moments.shareOfTop(0.2, [10, 50, 10, 20, 10]) == 0.5)
  }

  @Test func `the least fall is negative where a value rises`() {
    #expect(Moments.leastFall([9, 7, 6]) == 1)
    #expect(Moments.leastFall([9, 7, 8]) == -1)
  }
}
