import Statistics
import Testing

/// Four communities, three replications; NumPy and SciPy 1.17.1.
struct TwoLevelSpreadTests {
  static let spread = TwoLevelSpread(
    differences: SampleTotals(count: 12, sum: 37, sumOfSquares: 293),
    communities: 4, replications: 3)

  @Test func `outcome spread is s√C and simulation noise s√(C/R)`() throws {
    let spread = Self.spread
    #expect(relativeError(spread.total, 12.333333333333334) < 1e-15)
    #expect(try relativeError(#require(spread.communitySpread), 4.0330077504452575) < 1e-14)
    #expect(try relativeError(#require(spread.outcomeSpread), 8.066015500890515) < 1e-14)
    #expect(try relativeError(#require(spread.simulationNoise), 4.656916220726833) < 1e-14)
  }

  @Test func `both intervals have CR − 1 degrees of freedom`() throws {
    let simulation = try Self.spread.simulationEstimate()
    let outcome = try Self.spread.outcomeEstimate()
    #expect(relativeError(simulation.interval, 2.0835298397235356, 22.583136826943132) < 1e-11)
    #expect(relativeError(outcome.interval, -5.419847085195817, 30.086513751862483) < 1e-11)
  }

  @Test func `with one replication the two are one`() throws {
    let single = TwoLevelSpread(
      differences: SampleTotals(count: 12, sum: 37, sumOfSquares: 293),
      communities: 12, replications: 1)
    #expect(single.outcomeSpread == single.simulationNoise)
  }

  @Test func `one coupled replication has no spread to tell`() throws {
    let single = TwoLevelSpread(
      differences: SampleTotals([9]), communities: 1, replications: 1)
    #expect(single.total == 9)
    #expect(single.outcomeSpread == nil)
    #expect(try single.simulationEstimate().confidence == .unknown)
  }
}
