extension ArmTally {
  /// Channels add up to the totals; what was not delivered was not opened.
  func checkMessages(_ list: inout ViolationList) {
    let law = "messages"
    for (total, columns) in Self.channelSums {
      let sum = columns.reduce(Int64(0)) { $0 + self.sum(of: $1) }
      list.equal(sum, self[total], law, "\(total) of all channels, total")
    }
    for channel in 0..<Self.channelCount {
      let messages = self.channel(.messages, at: channel)
      for (column, before) in zip(Self.funnel.dropFirst(), Self.funnel) {
        list.atMost(
          self.channel(column, at: channel), self.channel(before, at: channel), law,
          "channel \(channel): \(column), \(before)")
      }
      list.atMost(
        self.channel(.optOuts, at: channel), messages, law,
        "channel \(channel): opt-outs, delivered")
    }
    list.atMost(self[.staffTasks], self[.staffMinutes], law, "tasks of guides, their minutes")
    list.require(
      self[.staffCostMinor] == 0 || self[.staffMinutes] > 0, law,
      "cost of guides \(self[.staffCostMinor]), and none worked")
    list.atMost(
      self[.visitOrdersPaid], self[.messageOrders], law, "paid at counted visits, at any visit")
    list.atMost(self[.optOuts], sum(of: .optOuts), law, "persons who opted out, opt-outs")
  }

  /// The way from a message to a paid order (M56): no step has more than the one before it.
  public static let funnel: [ChannelColumn] = [
    .messages, .openedMessages, .visits, .quotes, .ordersPlaced, .ordersPaid,
  ]

  private static let channelSums: [(TallyColumn, [ChannelColumn])] = [
    (.messages, [.messages]), (.messageCostMinor, [.costMinor]),
    (.suppressedMessages, [.cappedMessages, .quietMessages, .optedOutMessages]),
    (.deferredMessages, [.deferredMessages]), (.openedMessages, [.openedMessages]),
    (.messageVisits, [.visits]), (.visitQuotes, [.quotes]), (.visitOrdersPlaced, [.ordersPlaced]),
    (.visitOrdersPaid, [.ordersPaid]),
  ]

  /// The sum of a column over all channels.
  public func sum(of column: ChannelColumn) -> Int64 {
    (0..<Self.channelCount).reduce(0) { $0 + channel(column, at: $1) }
  }
}
