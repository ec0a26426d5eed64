import Quantities
import Testing

struct AmountTests {
  @Test func `money adds, subtracts and compares in minor units`() {
    let price = Money(minor: 1_050)
    #expect(price + Money(minor: 50) == Money(minor: 1_100))
    #expect(Money.zero - price == Money(minor: -1_050))
    #expect(Money(minor: -1) < .zero)
    #expect([Money(minor: 3), Money(minor: 1)].min() == Money(minor: 1))
    #expect([price, price].reduce(.zero, +) == Money(minor: 2_100))
  }

  @Test func `points add, subtract and compare as whole numbers`() {
    #expect(Points(3) + Points(4) == Points(7))
    #expect(Points(3) - Points(4) == Points(-1))
    #expect(Points(-1) < .zero)
    var sum = Points(5)
    sum += Points(6)
    sum -= Points(1)
    #expect(sum == Points(10))
  }

  @Test func `an amount beyond 64 bits stops the program instead of wrapping`() async {
    await #expect(processExitsWith: .failure) {
      print(Money(minor: .max) + Money(minor: Int64(CommandLine.arguments.count)))
    }
    await #expect(processExitsWith: .failure) {
      print(Points(.min) - Points(Int64(CommandLine.arguments.count)))
    }
  }
}
