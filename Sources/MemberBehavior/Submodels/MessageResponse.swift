// What a delivered message does besides wearing: it may be opened and bring a visit (trade figure:
// one-to-one WeCom messages are opened by more than 30%), and it may make a member close its channel
// for ever (no peer-reviewed figure found; assumption). All three differ by channel. Off switches:
// `message-visits`, `opt-out`.

/// What members do with messages, by the channel's number.
public struct ChannelResponse: Sendable, Hashable {
  /// The probability that a delivered message is opened.
  public let opening: SIMD8<Double>
  /// The probability that an opened message brings a visit.
  public let visit: SIMD8<Double>
  /// The probability that a delivered message makes the member close the channel.
  public let optOut: SIMD8<Double>

  /// Prepares a profile, the value of a parameter being zero where its sub-model is off.
  init(_ value: (BehaviorParameter, Submodel) -> Double) {
    func vector(_ aspect: Int, _ submodel: Submodel) -> SIMD8<Double> {
      var vector = SIMD8<Double>()
      for (channel, parameters) in BehaviorParameter.byChannel.enumerated() {
        vector[channel] = value(parameters[aspect], submodel)
      }
      return vector
    }
    opening = vector(0, .messageVisits)
    visit = vector(1, .messageVisits)
    optOut = vector(2, .optOut)
  }
}

extension ReactionModel {
  /// Whether an opened message brings a visit, given an addressed uniform mark.
  ///
  /// - Parameter factor: how many times more often than on average people shop on the visit's day;
  ///   `assumption:` that messages bring more visits in proportion.
  public func comes(visitMark: Double, channel: Int = 0, times factor: Double = 1) -> Bool {
    visitMark < channels.visit[channel] * factor
  }
}
