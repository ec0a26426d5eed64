import Testing

@testable import Charts

struct ChartNumberTests {
  @Test(
    arguments: [
      (0, 0, "0"), (-0.0, 1, "0.0"), (-0.04, 1, "0.0"), (999.5, 0, "1,000"),
      (1_234_567, 0, "1,234,567"),
      (-1_234.5, 2, "−1,234.50"), (0.005, 2, "0.01"), (0.05, 1, "0.1"), (12.25, 1, "12.3"),
      (100, 0, "100"), (1e16, 2, "10,000,000,000,000,000"),
    ] as [(Double, Int, String)])
  func `numbers carry thousands commas, fixed decimals and a true minus`(
    row: (value: Double, decimals: Int, text: String)
  ) {
    #expect(ChartNumber.text(row.value, decimals: row.decimals) == row.text)
  }

  @Test func `a sign stands before the currency, a suffix after the digits`() {
    let yuan = ChartUnit(prefix: "¥", suffix: " per member")
    #expect(yuan.text(-1_200, decimals: 0) == "−¥1,200 per member")
    #expect(yuan.text(3.5, decimals: 2, signed: true) == "+¥3.50 per member")
    #expect(ChartUnit.percent.text(0, decimals: 1, signed: true) == "0.0%")
  }

  @Test(arguments: [
    (1.0, "1"), (1.5, "1.5"), (-0.25, "-0.25"), (-0.001, "0"), (12.046, "12.05"), (0.07, "0.07"),
  ])
  func `coordinates have at most two decimals`(row: (value: Double, text: String)) {
    #expect(ChartNumber.coordinate(row.value) == row.text)
  }
}
