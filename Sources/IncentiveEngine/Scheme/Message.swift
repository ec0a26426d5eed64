/// A way to reach a member (M49).
///
/// Raw values are addresses of luck and of columns: never renumbered.
public enum Channel: UInt8, Sendable, Hashable, CaseIterable {
  /// WeCom, one to one, from a sales guide.
  case wecom = 0
  /// A WeCom group.
  case wecomGroup = 1
  /// Text message.
  case sms = 2
  /// App push.
  case push = 3
  /// A message of the mini-program or the service account.
  case miniProgram = 4
  /// A call.
  case call = 5
  /// A word in the store.
  case store = 6

  /// The name in scenario files.
  public var name: String {
    switch self {
    case .wecom: "wecom"
    case .wecomGroup: "wecom-group"
    case .sms: "sms"
    case .push: "push"
    case .miniProgram: "mini-program"
    case .call: "call"
    case .store: "store"
    }
  }

  /// The channel of a name; nothing if there is none.
  public init?(name: String) {
    guard let channel = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = channel
  }
}

/// What a message is for, as far as caps and quiet hours look at it (M52).
public enum MessageKind: UInt8, Sendable, Hashable, CaseIterable {
  /// About something that the member did or owns and must know at once; caps and quiet hours do not
  /// hold it up.
  case transactional = 0
  /// About what the member has: points that expire, a tier at stake.
  case service = 1
  /// To sell.
  case promotional = 2
}

/// What a message offers or talks about: sameness of these wears (M54).
///
/// Raw values are addresses of luck and of columns: never renumbered.
public enum MessageTopic: UInt8, Sendable, Hashable, CaseIterable {
  /// Points: a balance, an expiry, an exchange.
  case points = 0
  /// A coupon that was granted, or is about to end.
  case coupon = 1
  /// The way to the next tier, or a tier at stake.
  case tier = 2
  /// A privilege or a box.
  case privilege = 3
  /// A presale and its balance.
  case presale = 4
  /// What is about to run out at home.
  case replenishment = 5
  /// Care: thanks, how to use it, an order still unpaid.
  case care = 6
  /// A survey.
  case survey = 7
  /// News and stories without an offer.
  case content = 8
  /// Inviting others.
  case invitation = 9
}
