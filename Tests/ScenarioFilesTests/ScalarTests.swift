import IncentiveEngine
import Quantities
import Testing
import Timeline

@testable import ScenarioFiles

/// What one scalar is read as, or nothing and the problem's message.
private func read<Value>(_ form: Form<Value>, _ text: String) -> Value? {
  form.read(LocatedNode(place: .start, content: .scalar(text)), reading())
}

private func reading(_ code: String = "CNY") -> Reading {
  Reading(
    source: SourceText(name: "scalar.yaml", text: ""),
    currency: Currency(code: code) ?? Currency.known[0],
    firstDay: Day(index: 20_454))
}

private func message<Value>(_ form: Form<Value>, _ text: String) -> String {
  let reading = reading()
  _ = form.read(LocatedNode(place: .start, content: .scalar(text)), reading)
  return reading.problems.first?.message ?? "no problem"
}

@Suite struct ScalarTests {
  @Test(
    arguments: [
      ("¥5", 500), ("¥1_000", 100_000), ("¥0.01", 1), ("5 CNY", 500), ("￥19.9", 1990),
      ("¥ 5", 500), ("¥0", 0), ("¥1000000000000", 100_000_000_000_000),
    ] as [(String, Int64)])
  func `money is read to the fen`(text: String, minor: Int64) {
    #expect(read(.money, text) == Money(minor: minor))
  }

  @Test(arguments: [
    ("¥0.001", "finer than the smallest unit"), ("-¥5", "not an amount of money"),
    ("¥-5", "never negative"), ("5", "does not say its currency"), ("$5", "is in USD"),
    ("5 USD", "is in USD"), ("five", "not an amount of money"), ("¥", "is not a number"),
    ("¥1000000000001", "more than a trillion"), ("¥1__0", "is not a number"),
    ("¥123456789012345678901234567890", "more than 18 digits"), ("¥1e9", "is not a number"),
  ])
  func `an amount that is not right says why`(text: String, why: String) {
    #expect(message(.money, text).contains(why), "\(text): \(message(.money, text))")
  }

  @Test func `a currency without a minor unit has no digits after the point`() {
    let yen = reading("JPY")
    let node = LocatedNode(place: .start, content: .scalar("¥0.5"))
    #expect(Form<Money>.money.read(node, yen) == nil)
    #expect(
      Form<Money>.money.read(LocatedNode(place: .start, content: .scalar("¥500")), yen)
        == Money(minor: 500))
  }

  @Test(arguments: [
    ("35%", Rate(35, over: 100)), ("0.5%", Rate(1, over: 200)), ("100%", .one), ("0%", .zero),
    ("33.333 %", Rate(33_333, over: 100_000)),
  ])
  func `a share is an exact ratio`(text: String, rate: Rate) {
    #expect(read(.share(), text) == rate)
  }

  @Test(arguments: [
    ("-5%", "never negative"), ("101%", "more than all of it"), ("0.35", "no percent sign"),
    ("%", "is not a number"), ("¥35", "not a share"),
  ])
  func `a share that is not right says why`(text: String, why: String) {
    #expect(message(.share(), text).contains(why), "\(text): \(message(.share(), text))")
  }

  @Test(arguments: [
    ("365", Span.days(365)), ("90 days", .days(90)), ("1 day", .days(1)), ("2 weeks", .days(14)),
    ("12 months", .months(12)), ("2 years", .months(24)), ("1_000 days", .days(1000)),
  ])
  func `a length of time is in days or months`(text: String, span: Span) {
    #expect(read(.span, text) == span)
  }

  @Test(arguments: [
    ("2 h", "hours cannot be used here"), ("soon", "not a length of time"),
    ("12 moths", "not a unit of time"), ("0 days", "above zero"), ("1.5 days", "not a length"),
    ("99999999999 days", "hundred years"),
  ])
  func `a length of time that is not right says why`(text: String, why: String) {
    #expect(message(.span, text).contains(why), "\(text): \(message(.span, text))")
  }

  @Test func `earning is by money or by item`() {
    #expect(read(.earnRule, "1 per ¥1") == .perMinorPaid(Rate(1, over: 100)))
    #expect(read(.earnRule, "2 per ¥1") == .perMinorPaid(Rate(2, over: 100)))
    #expect(read(.earnRule, "0.5 per ¥1") == .perMinorPaid(Rate(1, over: 200)))
    #expect(read(.earnRule, "1 per ¥10") == .perMinorPaid(Rate(1, over: 1000)))
    #expect(read(.earnRule, "1 per item") == .perItem(Points(1)))
    #expect(message(.earnRule, "0 per ¥1").contains("above zero"))
    #expect(message(.earnRule, "1 each ¥1").contains("not a rate of earning"))
  }

  @Test func `points pay in whole steps`() {
    #expect(
      read(.redemptionRate, "100 points = ¥2")
        == RedemptionRate(points: Points(100), value: Money(minor: 200)))
    #expect(message(.redemptionRate, "100 = ¥2").contains("does not say what points pay"))
    #expect(message(.redemptionRate, "0 points = ¥2").contains("above zero"))
  }

  @Test func `factors are words or numbers`() {
    #expect(read(.factor, "double points") == Rate(2))
    #expect(read(.factor, "triple points") == Rate(3))
    #expect(read(.factor, "×1.5 points") == Rate(3, over: 2))
    #expect(read(.factor, "x1.5 points") == Rate(3, over: 2))
    #expect(message(.factor, "×1 points").contains("above 1"))
  }

  @Test func `thresholds say what they count`() {
    #expect(read(.threshold, "1_000 growth") == Threshold(amount: 1000, basis: .growth))
    #expect(read(.threshold, "¥5_000 spend") == Threshold(amount: 500_000, basis: .spend))
    #expect(message(.threshold, "1_000").contains("what counts"))
  }

  @Test func `dates are those of the calendar`() {
    #expect(read(.date, "2026-01-31") == CivilDate(year: 2026, month: 1, day: 31)?.dayIndex)
    #expect(message(.date, "2026-02-29").contains("no day 2026-02-29"))
    #expect(message(.date, "2026-1-31").contains("not a date"))
  }

  @Test func `windows name days, weekdays, dates and birthdays`() {
    #expect(read(.multiplierWindow, "monthly on day 8") == .dayOfMonth(8))
    #expect(read(.multiplierWindow, "weekly on friday") == .weekday(5))
    #expect(read(.multiplierWindow, "birthday week") == .birthday(.week))
    #expect(message(.multiplierWindow, "weekly on fryday").contains("unknown weekday"))
    #expect(message(.promotionWindow, "2026-11-11 to 2026-11-01").contains("before the first"))
  }

  @Test func `every example of the reference can be read and matches its pattern`() throws {
    try visit(Form.scenario.shape, "the scenario")
  }

  private func visit(_ shape: Shape, _ path: String) throws {
    switch shape {
    case .anything: break
    case .list(let element, _, _): try visit(element, path)
    case .named(let value, _): try visit(value, path)
    case .either(let shapes): for shape in shapes { try visit(shape, path) }
    case .object(let object):
      for key in object.keys { try visit(key.shape, "\(object.name), \(key.name)") }
    case .scalar(let scalar):
      #expect(!scalar.examples.isEmpty, "\(path) has no example")
      for example in scalar.examples {
        let text = example.replacing("\"", with: "")
        #expect(scalar.accepts(text, reading()), "\(path): \(example)")
        let isMatched = try scalar.patterns.contains { try text.contains(Regex($0)) }
        #expect(scalar.patterns.isEmpty || isMatched, "\(path): \(example)")
      }
    }
  }
}
