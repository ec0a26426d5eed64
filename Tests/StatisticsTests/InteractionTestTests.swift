import Statistics
import Testing

struct InteractionTestTests {
  @Test(arguments: try ReferenceRow.all("interaction"))
  func `Q, its probability and I² are those of statsmodels`(row: ReferenceRow) throws {
    let test = try #require(try InteractionTest(try row.effects(1)))
    #expect(try relativeError(#require(test.statistic), row.number(3)) < 1e-11)
    #expect(Double(test.degreesOfFreedom) == (try row.number(4)))
    #expect(try relativeError(test.pValue, row.number(5)) < 1e-9)
    #expect(try abs(test.inconsistency - row.number(6)) < 1e-11)
  }

  /// Published for these trials with metafor 4.8.0: Q(12) = 152.23, p = 1.997e-26.
  @Test func `the vaccine trials differ as published`() throws {
    let row = try #require(
      try ReferenceRow.all("interaction").first { $0.fields[0] == "vaccine trials" })
    let test = try #require(try InteractionTest(try row.effects(1)))
    #expect(abs(try #require(test.statistic) - 152.23) < 0.005)
    #expect(relativeError(test.pValue, 1.997e-26) < 0.000_3)
  }

  @Test func `segments of one effect do not differ at all`() throws {
    let same = try #require(
      try InteractionTest(Array(repeating: SegmentEffect(value: 2, standardError: 0.5), count: 5)))
    #expect(same.statistic == 0 && same.pValue == 1 && same.inconsistency == 0)
    let identical = try #require(
      try InteractionTest(Array(repeating: SegmentEffect(value: 0, standardError: 0), count: 3)))
    #expect(identical.statistic == 0 && identical.pValue == 1 && identical.inconsistency == 0)
  }

  @Test func `a segment without error fixes the mean of all`() throws {
    // By hand: the mean is 0, so Q = (2/1)² + (3/2)² = 6.25 with two degrees of freedom, and the
    // upper tail of chi-square with two degrees is e^(−Q/2) = 0.04393693362340742.
    let test = try #require(
      try InteractionTest([
        SegmentEffect(value: 0, standardError: 0), SegmentEffect(value: 2, standardError: 1),
        SegmentEffect(value: -3, standardError: 2),
      ]))
    #expect(relativeError(try #require(test.statistic), 6.25) < 1e-12)
    #expect(test.degreesOfFreedom == 2)
    #expect(relativeError(test.pValue, 0.04393693362340742) < 1e-12)
  }

  @Test func `segments without error that differ leave no doubt and no number`() throws {
    let test = try #require(
      try InteractionTest([
        SegmentEffect(value: 0, standardError: 0), SegmentEffect(value: 1, standardError: 0),
        SegmentEffect(value: 1, standardError: 3),
      ]))
    #expect(test.statistic == nil && test.pValue == 0 && test.inconsistency == 1)
  }

  @Test func `one segment of known error has nothing to differ from`() throws {
    #expect(
      try InteractionTest([
        SegmentEffect(value: 1, standardError: 1), SegmentEffect(value: 9, standardError: nil),
      ]) == nil)
  }
}
