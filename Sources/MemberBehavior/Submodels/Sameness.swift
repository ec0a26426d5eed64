internal import PortableMath

/// What messages have worn down by channel and by topic, and what they left in mind; 80 bytes, kept
/// only where a segment's sub-models use it.
///
/// A message adds to the wear of its channel, the more the more its topic is worn: sameness wears,
/// variety lets each topic rest while others are sent (direction: the sources of M54; sizes are
/// assumptions). Channels rest together, after the rest delay; topics rest while they are not sent.
/// Nothing that a message does lowers any wear. Off switch: `sameness`.
public struct Fatigue: Sendable {
  /// How many channels and topics are told apart, by number.
  public static let channelCount = 7
  /// How many topics are told apart, by number.
  public static let topicCount = 10

  private var channels: InlineArray<7, Float> = .init(repeating: 0)
  private var topics: InlineArray<10, Float> = .init(repeating: 0)
  /// Opened messages still in mind, and what they would be had wear kept none from being opened.
  private var adstock: Float = 0
  private var unwornAdstock: Float = 0
  /// When the last message came.
  private var minute: Int32 = 0

  /// Nothing has worn.
  public init() {}

  /// The wear of a channel at a minute, in minutes of the program's calendar.
  public func wear(ofChannel channel: Int, at minute: Int32, _ model: ReactionModel) -> Double {
    guard channels[channel] > 0 else { return 0 }
    let rest = Double(model.rest(from: self.minute, to: minute))
    return Double(channels[channel]) * PortableMath.exp(-rest * model.wearDecayPerMinute)
  }

  /// The wear of a topic at a minute.
  public func wear(ofTopic topic: Int, at minute: Int32, _ model: ReactionModel) -> Double {
    guard topics[topic] > 0 else { return 0 }
    let rest = Double(minute - self.minute)
    return Double(topics[topic]) * PortableMath.exp(-rest * model.topicDecayPerMinute)
  }

  /// Opened messages that are still in mind at a minute.
  ///
  /// - Parameter unworn: as if wear had kept none from being opened.
  public func adstock(at minute: Int32, unworn: Bool = false, _ model: ReactionModel) -> Double {
    let level = unworn ? unwornAdstock : adstock
    guard level > 0 else { return 0 }
    let age = Double(minute - self.minute)
    return Double(level) * PortableMath.exp(-age * model.fatigue.adstockDecayPerMinute)
  }

  /// Takes note of one delivered message.
  ///
  /// - Parameter times: how much more than a message on a fresh topic it wears; see
  ///   ``Reception/wearFactor``.
  public mutating func add(
    channel: Int, topic: Int, opened: Bool, openedUnworn: Bool, times: Double, at minute: Int32,
    _ model: ReactionModel
  ) {
    for other in 0..<Self.channelCount {
      channels[other] = Float(wear(ofChannel: other, at: minute, model))
    }
    for other in 0..<Self.topicCount {
      topics[other] = Float(wear(ofTopic: other, at: minute, model))
    }
    adstock = Float(adstock(at: minute, model)) + (opened ? 1 : 0)
    unwornAdstock = Float(adstock(at: minute, unworn: true, model)) + (openedUnworn ? 1 : 0)
    channels[channel] += Float(model.wearPerMessage * times)
    topics[topic] += Float(model.fatigue.topicWear)
    self.minute = minute
  }
}

extension ReactionModel {
  /// Whether fatigue is kept by channel and topic.
  public var keepsFatigue: Bool { fatigue.isOn }

  fileprivate var topicDecayPerMinute: Double { fatigue.topicDecayPerMinute }

  /// How much more a message wears whose topic is worn.
  func wearFactor(topicWear: Double) -> Double { 1 + fatigue.samenessWeight * topicWear }
}
