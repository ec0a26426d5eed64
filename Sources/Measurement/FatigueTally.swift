/// What is kept of fatigue by week and segment, and by channel and topic, per arm.
public enum FatigueColumn: Int, Sendable, CaseIterable {
  /// Messages delivered, and the wear of the person just before each, in millionths.
  case messages, wearMicro
  /// Members who closed a channel.
  case optOuts
  /// Orders that the same mark would have brought with wear left out, and their margin.
  case ordersLostToWear, marginLostToWearMinor

  /// How many columns there are.
  public static let count = allCases.count
}

/// Where something about fatigue is counted.
public struct FatigueCell: Sendable, Hashable {
  /// The week, counted from the first of the horizon.
  public var week: Int
  /// The person's segment.
  public var segment: Int
  /// The number of a channel: of the message, or of the last one before an order that was lost.
  public var channel: Int
  /// The number of the same message's topic.
  public var topic: Int

  /// Creates a place to count.
  public init(week: Int, segment: Int, channel: Int, topic: Int) {
    self.week = week
    self.segment = segment
    self.channel = channel
    self.topic = topic
  }
}

/// Fatigue of one arm, twice: by week and segment, and by channel and topic.
public struct FatigueTally: Sendable, Hashable {
  /// How many topics are told apart, by number.
  public static let topicCount = 10

  private let segmentCount: Int
  var byWeek: [Int64]
  var byChannel: [Int64]

  init(layout: TallyLayout) {
    segmentCount = layout.segmentCount
    byWeek = Array(
      repeating: 0, count: layout.weekCount * layout.segmentCount * FatigueColumn.count)
    byChannel = Array(
      repeating: 0, count: ArmTally.channelCount * Self.topicCount * FatigueColumn.count)
  }

  mutating func add(_ amount: Int64, to column: FatigueColumn, at cell: FatigueCell) {
    byWeek[index(week: cell.week, segment: cell.segment, column)] += amount
    byChannel[index(channel: cell.channel, topic: cell.topic, column)] += amount
  }

  /// What a week and segment have.
  public func value(_ column: FatigueColumn, week: Int, segment: Int) -> Int64 {
    byWeek[index(week: week, segment: segment, column)]
  }

  /// What a channel and topic have.
  public func value(_ column: FatigueColumn, channel: Int, topic: Int) -> Int64 {
    byChannel[index(channel: channel, topic: topic, column)]
  }

  /// The sum over all weeks and segments.
  func sumByWeek(_ column: FatigueColumn) -> Int64 { Self.sum(byWeek, column) }

  /// The sum over all channels and topics.
  func sumByChannel(_ column: FatigueColumn) -> Int64 { Self.sum(byChannel, column) }

  private static func sum(_ values: [Int64], _ column: FatigueColumn) -> Int64 {
    stride(from: column.rawValue, to: values.count, by: FatigueColumn.count).reduce(0) {
      $0 + values[$1]
    }
  }

  private func index(week: Int, segment: Int, _ column: FatigueColumn) -> Int {
    (week * segmentCount + segment) * FatigueColumn.count + column.rawValue
  }

  private func index(channel: Int, topic: Int, _ column: FatigueColumn) -> Int {
    (channel * Self.topicCount + topic) * FatigueColumn.count + column.rawValue
  }
}

extension ArmTally {
  /// Adds to what is kept of fatigue, in both tables.
  public mutating func add(
    _ amount: Int64 = 1, to column: FatigueColumn, at cell: FatigueCell
  ) {
    fatigue.add(amount, to: column, at: cell)
  }

  /// Both tables of fatigue add up to the totals.
  func checkFatigue(_ list: inout ViolationList) {
    let law = "fatigue"
    for (column, total) in [
      (FatigueColumn.messages, TallyColumn.messages), (.wearMicro, .wearMicro),
      (.ordersLostToWear, .ordersLostToWear), (.marginLostToWearMinor, .marginLostToWearMinor),
    ] {
      list.equal(fatigue.sumByWeek(column), self[total], law, "\(column) of all weeks, total")
    }
    for column in FatigueColumn.allCases {
      list.equal(
        fatigue.sumByWeek(column), fatigue.sumByChannel(column), law,
        "\(column) of all weeks, of all channels")
    }
    // Whoever opts out of one channel after the other counts once as a person.
    list.atMost(
      self[.optOuts], fatigue.sumByWeek(.optOuts), law, "persons who opted out, opt-outs")
  }
}
