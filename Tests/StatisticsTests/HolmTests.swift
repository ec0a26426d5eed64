import Statistics
import Testing

struct HolmTests {
  @Test(arguments: try ReferenceRow.all("pvalues"))
  func `adjusted p-values are those of statsmodels`(row: ReferenceRow) throws {
    let adjusted = Holm.adjusted(try row.numbers(1))
    for (actual, expected) in zip(adjusted, try row.numbers(3)) {
      #expect(relativeError(try #require(actual), expected) < 1e-13)
    }
  }

  @Test func `an unknown p-value is left out of the count`() {
    #expect(Holm.adjusted([0.5, nil, 0.25]) == [0.5, nil, 0.5])
    #expect(Holm.adjusted([]) == [])
  }
}
