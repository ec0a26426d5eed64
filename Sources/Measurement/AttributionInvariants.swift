extension ArmTally {
  /// What is told of gained and lost orders and of persons is part of all that there are.
  func checkAttribution(_ list: inout ViolationList) {
    let law = "attribution"
    list.atMost(self[.pulledForwardOrders], self[.lostOrders], law, "pulled forward, lost")
    list.atMost(
      self[.pulledForwardOrders], self[.needsFromStock], law, "pulled forward, needs from stock")
    list.atMost(
      self[.gainedIncentiveMinor], sum(of: TallyColumn.discounts) + self[.redeemedMinor], law,
      "incentives on gained orders, on all orders")
    list.atMost(
      self[.personsBetterOff] + self[.personsWorseOff], orderDifferences.reduce(0, +), law,
      "better and worse off, persons")
    list.atMost(self[.ordersAfter], self[.orders], law, "orders of members at the start, orders")
    list.equal(
      series(.repeaters).reduce(0, +), self[.repeaters], law, "repeaters by day, repeaters")
  }

  /// Every dimension holds every person once, and adds up to the arm's orders and money.
  func checkSlices(against control: ArmTally, _ list: inout ViolationList) {
    let law = "slices"
    let net =
      self[.gainedMarginMinor] - self[.lostMarginMinor] + topUpMarginMinor
      - control.topUpMarginMinor - returnedMarginMinor + control.returnedMarginMinor
      - incentiveCostMinor + control.incentiveCostMinor
    let persons = orderDifferences.reduce(0, +)
    for dimension in SliceDimension.allCases {
      func sum(_ column: SliceColumn) -> Int64 {
        (0..<layout.sliceCount(dimension)).reduce(0) {
          $0 + slice(column, of: dimension, at: $1)
        }
      }
      list.equal(sum(.persons), persons, law, "persons by \(dimension), persons")
      list.equal(sum(.orders), self[.orders], law, "orders by \(dimension), orders")
      list.equal(
        sum(.controlOrders), control[.orders], law, "orders of control by \(dimension), orders")
      list.equal(
        sum(.incentiveMinor), incentiveCostMinor, law, "incentives by \(dimension), incentives")
      list.equal(
        sum(.marginMinor) - sum(.controlMarginMinor) - sum(.incentiveMinor)
          + sum(.controlIncentiveMinor), net, law, "net value by \(dimension), net value")
    }
    list.equal(
      valueDifferences.reduce(0, +), persons, law, "persons by difference in value, persons")
    list.atMost(
      left(.pointsOutstanding, step: 0), self[.pointsOutstanding], law,
      "points left on the first morning after, outstanding")
  }
}
