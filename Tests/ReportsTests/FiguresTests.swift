import Quantities
import Testing

@testable import Reports

@Suite struct FiguresTests {
  @Test(arguments: [
    (0.0, 0, "0"), (1_234_567.891, 2, "1,234,567.89"), (-0.5, 1, "−0.5"), (2.675, 1, "2.7"),
    (-0.0001, 2, "0.00"), (999.996, 2, "1,000.00"), (0.05, 3, "0.050"),
  ])
  func `numbers have groups of three digits and a true minus`(
    value: Double, decimals: Int, text: String
  ) {
    #expect(Figures.fixed(value, decimals) == text)
  }

  @Test func `a sign stands only before what is not zero`() {
    #expect(Figures.fixed(0.3, 1, signed: true) == "+0.3")
    #expect(Figures.fixed(0.01, 1, signed: true) == "0.0")
    #expect(Figures.percent(-0.1234, 1, signed: true) == "−12.3%")
  }

  @Test(arguments: [
    (1_234.0, 2, 0), (12.3, 2, 0), (1.23, 2, 1), (0.123, 2, 2), (0.0123, 2, 3), (5.4321, 4, 3),
    (0, 2, 0), (123.4, 4, 1),
  ])
  func `so many decimals show so many significant digits`(
    size: Double, significant: Int, decimals: Int
  ) {
    #expect(Figures.decimals(showing: size, significant: significant) == decimals)
  }

  @Test(arguments: [(0.243, "0.243"), (154.4, "154.4"), (10, "10"), (1_200, "1,200"), (0, "0")])
  func `parameters lose no digits and carry no empty ones`(value: Double, text: String) {
    #expect(Figures.parameter(value) == text)
  }

  @Test func `money has its sign before the currency`() throws {
    let figures = Figures(currency: try #require(Currency(code: "CNY")))
    #expect(figures.money(Money(minor: 123_456_789)) == "¥1,234,567.89")
    #expect(figures.money(Money(minor: -5), signed: true) == "−¥0.05")
    #expect(figures.money(12.5, signed: true) == "+¥0.13")
    #expect(figures.perReplication(1_001, 2) == "¥5.01")
  }
}
