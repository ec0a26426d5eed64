import Statistics
import Testing

struct FalseDiscoveryTests {
  @Test(arguments: try ReferenceRow.all("pvalues"))
  func `adjusted p-values are those of statsmodels and SciPy`(row: ReferenceRow) throws {
    let adjusted = FalseDiscovery.adjusted(try row.numbers(1))
    for (actual, expected) in zip(adjusted, try row.numbers(2)) {
      #expect(relativeError(try #require(actual), expected) < 1e-13)
    }
  }

  /// Benjamini & Hochberg 1995, section 4.1: the procedure at 0.05 rejects the first four hypotheses
  /// of fifteen, Bonferroni's rejects three.
  @Test func `the published trial has four findings`() throws {
    let row = try #require(try ReferenceRow.all("pvalues").first { $0.fields[0] == "thrombolysis" })
    let pValues = try row.numbers(1)
    let adjusted = FalseDiscovery.adjusted(pValues).compactMap { $0 }
    #expect(adjusted.map { $0 <= 0.05 } == pValues.indices.map { $0 < 4 })
  }

  @Test func `an unknown p-value is left out of the count`() {
    #expect(FalseDiscovery.adjusted([nil, 0.04, nil, 0.01]) == [nil, 0.04, nil, 0.02])
    #expect(FalseDiscovery.adjusted([]) == [])
  }
}
