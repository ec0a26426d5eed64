import PointsLedger
import Timeline

extension LoyaltyEngine {
  /// Sends a broadcast to an account that belongs to its audience.
  func broadcast(
    _ position: Int, _ account: Int, _ accounts: inout SchemeAccounts, _ decision: inout Decision,
    on day: Day
  ) {
    let scheme = Int(accounts.states[account].scheme)
    guard schemes[scheme].scheme.broadcasts.indices.contains(position) else {
      decision.refusal = .notFound
      return
    }
    let broadcast = broadcasts[Int(programs[scheme].firstBroadcast) + position]
    decision.refusedBy = broadcast.rule
    guard isIn(broadcast.audience, account, accounts, on: day) else {
      decision.refusal = .notInAudience
      return
    }
    guard broadcast.coupon < 0 || !accounts.states[account].holds(broadcast.coupon, on: day) else {
      decision.refusal = .alreadyHeld
      return
    }
    decision.refusedBy = .none
    decision.notice = .broadcast(position)
  }

  /// Grants the coupon that comes with a broadcast or a message of a journey, once it goes out.
  func grantCoupon(
    with notice: Notice, to account: Int, _ accounts: inout SchemeAccounts,
    _ decision: inout Decision, on day: Day
  ) {
    let scheme = Int(accounts.states[account].scheme)
    let coupon: Int
    switch notice {
    case .broadcast(let position):
      coupon = broadcasts[Int(programs[scheme].firstBroadcast) + position].coupon
    case .journey(let place): coupon = self.coupon(at: place, inScheme: scheme)
    default: return
    }
    guard coupon >= 0, !accounts.states[account].holds(coupon, on: day) else { return }
    decision.granted = grant(1 << UInt16(coupon), to: &accounts.states[account], on: day)
  }
}

/// A broadcast as the engine runs it.
struct BroadcastProgram: Sendable {
  var rule: RuleID
  var channel: Channel
  var kind: MessageKind
  var topic: MessageTopic
  var audience: Audience
  /// The position of the coupon that comes with it; negative for none.
  var coupon: Int

  init(_ broadcast: Broadcast, rule: RuleID) {
    self.rule = rule
    channel = broadcast.channel
    kind = broadcast.kind
    topic = broadcast.topic
    audience = broadcast.audience
    coupon = broadcast.coupon ?? -1
  }
}
