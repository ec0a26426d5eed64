import Statistics
import Testing

struct EstimatePValueTests {
  @Test(arguments: try ReferenceRow.all("ttest"))
  func `p-values of a mean difference are SciPy's`(row: ReferenceRow) throws {
    let totals = SampleTotals(try row.integers(0))
    let estimate = try PairedDifference.mean(totals)
    let null = try row.number(1)
    let sides: [(Estimate.Alternative, Int)] = [(.differs, 2), (.above, 3), (.below, 4)]
    for (side, field) in sides {
      let pValue = try #require(
        try estimate.pValue(against: null, units: totals.count, side))
      #expect(try relativeError(pValue, row.number(field)) < 1e-10, "\(side)")
    }
  }

  @Test(arguments: [
    (value: 2.0, differs: 0.0, above: 0.0, below: 1.0), (value: 0, differs: 1, above: 1, below: 1),
    (value: -2, differs: 0, above: 1, below: 0),
  ])
  func `without any error only the side decides`(
    row: (value: Double, differs: Double, above: Double, below: Double)
  ) throws {
    let estimate = try PairedDifference.mean(
      SampleTotals(Array(repeating: Int(row.value), count: 3)))
    #expect(try estimate.pValue(units: 3) == row.differs)
    #expect(try estimate.pValue(units: 3, .above) == row.above)
    #expect(try estimate.pValue(units: 3, .below) == row.below)
  }

  @Test func `a single unit has none`() throws {
    #expect(try PairedDifference.mean(SampleTotals([4])).pValue(units: 1) == nil)
  }
}
