internal import IncentiveEngine
internal import Measurement

/// What became of an arm's messages, by channel, as JSON: the channels that had any.
enum ChannelJSON {
  static func text(_ tally: ArmTally) -> JSONText {
    let used = Channel.allCases.filter { channel in
      ChannelColumn.allCases.contains { tally.channel($0, at: Int(channel.rawValue)) != 0 }
    }
    return .object(
      used.map { channel in
        let figures = ChannelColumn.allCases.map { column in
          (
            key: "\(column)",
            value: JSONText.exact(tally.channel(column, at: Int(channel.rawValue)))
          )
        }
        return (key: channel.name, value: JSONText.object(figures))
      })
  }
}
