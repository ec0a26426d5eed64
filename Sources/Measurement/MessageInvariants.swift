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
      let opened = self.channel(.openedMessages, at: channel)
      list.atMost(opened, messages, law, "channel \(channel): opened, delivered")
      list.atMost(
        self.channel(.visits, at: channel), opened, law, "channel \(channel): visits, opened")
      list.atMost(
        self.channel(.optOuts, at: channel), messages, law,
        "channel \(channel): opt-outs, delivered")
    }
    list.atMost(self[.staffTasks], self[.staffMinutes], law, "tasks of guides, their minutes")
    list.require(
      self[.staffCostMinor] == 0 || self[.staffMinutes] > 0, law,
      "cost of guides \(self[.staffCostMinor]), and none worked")
    list.atMost(self[.optOuts], sum(of: .optOuts), law, "persons who opted out, opt-outs")
  }

  private static let channelSums: [(TallyColumn, [ChannelColumn])] = [
    (.messages, [.messages]), (.messageCostMinor, [.costMinor]),
    (.suppressedMessages, [.cappedMessages, .quietMessages, .optedOutMessages]),
    (.deferredMessages, [.deferredMessages]), (.openedMessages, [.openedMessages]),
    (.messageVisits, [.visits]),
  ]

  /// The sum of a column over all channels.
  public func sum(of column: ChannelColumn) -> Int64 {
    (0..<Self.channelCount).reduce(0) { $0 + channel(column, at: $1) }
  }
}
