import Quantities
import Scenarios
import Testing

@testable import ScenarioFiles

/// Orders that are not paid at once: what a file says is what is read, and what is wrong is found.
@Suite struct UnpaidOrdersTests {
  private static func text(_ orders: String) -> String {
    """
    scenario: Orders
    horizon: { from: 2026-01-01, days: 30, zone: Asia/Shanghai }
    currency: CNY
    seed: 1
    people: { members: 100, segments: [{ name: all, share: 100%, use: cdnow }] }
    economics: { margin: 35% }
    \(orders)
    """
  }

  @Test(arguments: [
    ("orders: { unpaid: 10%, paid-later: 40% }", 48),
    ("orders: { unpaid: 10%, paid-later: 40%, canceled-after: 1 h }", 1),
    ("orders: { unpaid: 10%, paid-later: 40%, canceled-after: 3 days }", 72),
  ])
  func `orders that are not paid at once are read as they are written`(
    text: String, hours: Int
  ) throws {
    let scenario = try ScenarioFile.read(text: Self.text(text), name: "x.yaml").get().scenario
    #expect(
      scenario.unpaidOrders
        == UnpaidOrders(
          share: .percent(10), laterShare: .percent(40), canceledAfterHours: hours))
  }

  @Test(arguments: [
    ("orders: { unpaid: 110%, paid-later: 40% }", "110%"),
    ("orders: { unpaid: 10% }", "paid-later"),
    ("orders: { unpaid: 10%, paid-later: 40%, canceled-after: 0 h }", "1 hour to 30 days"),
    ("orders: { unpaid: 10%, paid-later: 40%, canceled-after: 31 days }", "1 hour to 30 days"),
    ("orders: { unpaid: 10%, paid-later: 40%, canceled-after: 48 }", "hours or days"),
    ("orders: { unpaid: 10%, paid-later: 40%, cancelled-after: 48 h }", "canceled-after"),
  ])
  func `what is wrong with them is found where it stands`(text: String, message: String) throws {
    let found = try #require(problems(of: Self.text(text), name: "x.yaml"))
    #expect(found.problems.map(\.line) == [7], "\(found.rendered)")
    #expect(found.rendered.contains(message), "\(found.rendered)")
  }

  @Test func `a file without them keeps the text that it had`() throws {
    let without = try ScenarioFile.read(text: Self.text(""), name: "x.yaml").get().scenario
    #expect(!without.canonicalText.contains("unpaidOrders"))
    let with = try ScenarioFile.read(
      text: Self.text("orders: { unpaid: 0%, paid-later: 0% }"), name: "x.yaml"
    ).get().scenario
    #expect(with.canonicalText.contains("unpaidOrders.share"))
  }
}
