/// The parameters of what members do with messages, by the channel's number.
extension BehaviorParameter {
  /// How many channels there are.
  public static let channelCount = 7

  /// For each channel, in the order of their numbers: opening, visit, opting out.
  static let byChannel: [[BehaviorParameter]] = [
    [.openProbability, .visitProbability, .optOutProbability],
    [.wecomGroupOpening, .wecomGroupVisit, .wecomGroupOptOut],
    [.smsOpening, .smsVisit, .smsOptOut],
    [.pushOpening, .pushVisit, .pushOptOut],
    [.miniProgramOpening, .miniProgramVisit, .miniProgramOptOut],
    [.callOpening, .callVisit, .callOptOut],
    [.storeOpening, .storeVisit, .storeOptOut],
  ]

  private static let channelNames = [
    "a WeCom message", "a message in a WeCom group", "a text message", "an app push",
    "a message of the mini-program", "a call", "a word in the store",
  ]

  /// What a parameter of a channel is, in one line; nothing for any other parameter.
  var channelSummary: String? {
    for (channel, parameters) in Self.byChannel.enumerated() {
      guard let aspect = parameters.firstIndex(of: self) else { continue }
      let message = Self.channelNames[channel]
      return switch aspect {
      case 0: "probability that \(message) is opened, answered or heard"
      case 1: "probability that \(message), once opened, brings a visit"
      default: "probability that \(message) makes a member close the channel for ever"
      }
    }
    return nil
  }
}
