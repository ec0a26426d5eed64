internal import PortableMath

/// What one message meets in a person: what it may do, and how much it wears.
///
/// Where wear counts for it, opening falls by e^(−w · wear of the channel and, with sameness, of the
/// topic), and the hazard of opting out grows by e^(w · wear of the channel). Both forms and sizes are
/// assumptions; no peer-reviewed rate of opting out was found.
public struct Reception: Sendable, Hashable {
  /// The probability that it is opened.
  public var openProbability: Double
  /// The same with wear left out.
  public var unwornOpenProbability: Double
  /// The probability that it makes the member opt out.
  public var optOutProbability: Double
  /// How much more than a message on a fresh topic it wears.
  public var wearFactor: Double

  /// Whether the message is opened, given an addressed uniform mark.
  public func opens(mark: Double) -> Bool { mark < openProbability }

  /// Whether it would be opened with wear left out, by the same mark.
  public func opensUnworn(mark: Double) -> Bool { mark < unwornOpenProbability }

  /// Whether it makes the member opt out, given an addressed uniform mark.
  public func optsOut(mark: Double) -> Bool { mark < optOutProbability }
}

extension ReactionModel {
  /// What a message of a channel meets where nothing is kept by channel and topic.
  ///
  /// - Parameter factor: how many times more often than on average it is opened, for its hour.
  public func freshReception(channel: Int = 0, factor: Double = 1) -> Reception {
    let opens = channels.opening[channel] * factor
    return Reception(
      openProbability: opens, unwornOpenProbability: opens,
      optOutProbability: channels.optOut[channel], wearFactor: 1)
  }

  /// What a message on a channel and topic, by their numbers, meets at a minute.
  ///
  /// - Parameter factor: how many times more often than on average it is opened, for its hour.
  public func reception(
    channel: Int, topic: Int, factor: Double = 1, _ fatigue: Fatigue, at minute: Int32
  ) -> Reception {
    let channelWear = fatigue.wear(ofChannel: channel, at: minute, self)
    let topicWear = fatigue.wear(ofTopic: topic, at: minute, self)
    let model = self.fatigue
    let opens = min(
      1, channels.opening[channel] * factor * scarcityFactor(topicWear: topicWear))
    let worn = model.openingWear * (channelWear + (model.samenessWeight > 0 ? topicWear : 0))
    let optsOut = channels.optOut[channel] * PortableMath.exp(model.optOutWear * channelWear)
    return Reception(
      openProbability: worn > 0 ? opens * PortableMath.exp(-worn) : opens,
      unwornOpenProbability: opens, optOutProbability: min(1, optsOut),
      wearFactor: wearFactor(topicWear: topicWear))
  }
}
