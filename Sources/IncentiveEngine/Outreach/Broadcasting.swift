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

  /// Keeps the hour at which a member is active.
  func know(
    activeHour: UInt8, _ account: Int, _ accounts: inout SchemeAccounts
  ) -> Decision {
    accounts.states[account].activeHour = min(activeHour, 24)
    return Decision()
  }

  /// Lets a broadcast wait for the account's own hour of the day, or the usual one if nobody has told
  /// it; whether it has to wait.
  func waitsForOwnHour(
    _ message: Message, _ account: Int, _ accounts: inout SchemeAccounts,
    _ decision: inout Decision, at minute: Minute
  ) -> Bool {
    guard case .broadcast(let position) = decision.notice else { return false }
    let scheme = Int(accounts.states[account].scheme)
    let broadcast = broadcasts[Int(programs[scheme].firstBroadcast) + position]
    guard broadcast.usesOwnHour else { return false }
    let own = Int(accounts.states[account].activeHour)
    let due = minute.day.at(hour: own < 24 ? own : broadcast.hour)
    guard due > minute else { return false }
    accounts.contacts.waiting.add(message, decision.notice, due: due.index, to: account)
    accounts.timers[account] = min(accounts.timers[account], due.index)
    decision.contact = .planned(message, at: due)
    return true
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
  var hour: Int
  var usesOwnHour: Bool

  init(_ broadcast: Broadcast, rule: RuleID) {
    self.rule = rule
    channel = broadcast.channel
    kind = broadcast.kind
    topic = broadcast.topic
    audience = broadcast.audience
    coupon = broadcast.coupon ?? -1
    hour = broadcast.hour
    usesOwnHour = broadcast.usesOwnHour
  }
}
