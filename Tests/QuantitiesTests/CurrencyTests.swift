import Quantities
import Testing

struct CurrencyTests {
  @Test(arguments: [
    ("CNY", Int64(0), "¥0.00"), ("CNY", 1, "¥0.01"), ("CNY", 10, "¥0.10"), ("CNY", 100, "¥1.00"),
    ("CNY", 123_456, "¥1,234.56"), ("CNY", 100_000_005, "¥1,000,000.05"), ("CNY", -5, "-¥0.05"),
    ("USD", -123_456_789, "-$1,234,567.89"), ("EUR", 99_999, "€999.99"), ("JPY", 0, "¥0"),
    ("JPY", 1_234_567, "¥1,234,567"), ("KRW", -1_000, "-₩1,000"), ("HKD", 100_000, "HK$1,000.00"),
    ("CNY", Int64.min, "-¥92,233,720,368,547,758.08"),
  ])
  func `amounts read as planners write them`(code: String, minor: Int64, text: String) throws {
    let currency = try #require(Currency(code: code))
    #expect(currency.text(Money(minor: minor)) == text)
  }

  @Test(arguments: [
    (UInt64(0), "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"),
    (999_999, "999,999"), (1_000_000, "1,000,000"), (.max, "18,446,744,073,709,551,615"),
  ])
  func `whole numbers are grouped by thousands`(number: UInt64, text: String) {
    #expect(Currency.grouped(number) == text)
  }

  @Test func `minor units follow ISO 4217`() throws {
    #expect(try #require(Currency(code: "CNY")).minorPerMajor == 100)
    #expect(try #require(Currency(code: "JPY")).minorPerMajor == 1)
    #expect(Currency(code: "cny") == nil)
    #expect(Currency(code: "XXX") == nil)
  }

  @Test func `every currency that scenarios may name is there once`() {
    let codes = Currency.known.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { Currency(code: $0)?.code == $0 })
  }
}
