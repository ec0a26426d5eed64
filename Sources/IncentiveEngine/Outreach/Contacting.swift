import PointsLedger
import Timeline

// Every message goes through here, whatever brought it about.
extension LoyaltyEngine {
  /// Decides what becomes of a message to an account, and counts it if it goes out.
  func contact(
    _ message: Message, _ notice: Notice, _ account: Int, _ accounts: inout SchemeAccounts,
    at minute: Minute
  ) -> ContactOutcome {
    guard !accounts.states[account].optedOut.contains(ChannelSet(message.channel)) else {
      return .suppressed(message, .optedOut, by: .none)
    }
    return .send(message)
  }

  /// The message of a moment of the calendar.
  func message(of kind: ScheduledKind, inScheme scheme: Int, on day: Day) -> Message {
    let campaign = UInt16(campaigns.number(of: kind, inScheme: scheme))
    let (purpose, topic) = kind.message
    return Message(
      channel: .wecom, kind: purpose, topic: topic, campaign: campaign, day: day)
  }

  /// Notes that a member wants no messages any more by a channel, or by any: for ever.
  func optOut(
    of channel: Channel?, _ account: Int, _ accounts: inout SchemeAccounts
  ) -> Decision {
    var decision = Decision()
    let closed = channel.map { ChannelSet($0) } ?? .all
    if accounts.states[account].optedOut.isSuperset(of: closed) { decision.refusal = .optedOut }
    accounts.states[account].optedOut.formUnion(closed)
    return decision
  }
}

extension ScheduledKind {
  /// What the message of a moment is for and what it talks about: grants sell, the rest serves.
  fileprivate var message: (MessageKind, MessageTopic) {
    switch self {
    case .couponGrant: (.promotional, .coupon)
    case .balanceDue: (.service, .presale)
    case .tierProgress, .tierWarning, .tierReview, .growthReset: (.service, .tier)
    case .privilege: (.service, .privilege)
    case .expiryWarning, .expiryExtension: (.service, .points)
    }
  }
}
