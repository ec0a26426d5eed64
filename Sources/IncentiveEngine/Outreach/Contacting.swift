import PointsLedger
import Timeline

// Every message goes through here, whatever brought it about.
extension LoyaltyEngine {
  /// Decides what becomes of the message of a decision's notice, and counts it if it goes out.
  func contact(
    _ message: Message, _ account: Int, _ accounts: inout SchemeAccounts,
    _ decision: inout Decision, at minute: Minute
  ) {
    let scheme = Int(accounts.states[account].scheme)
    let closed = accounts.states[account].optedOut
    let stride = accounts.contacts.stride
    let outcome =
      programs[scheme].hasContactPolicy
      ? contactRules.decide(
        message, under: scheme, closed: closed, at: minute,
        places: accounts.contacts.places.span.extracting(account * stride..<(account + 1) * stride))
      : closed.contains(ChannelSet(message.channel))
        ? .suppressed(message, .optedOut, by: .none) : .send(message)
    decision.contact = outcome
    switch outcome {
    case .none, .planned, .suppressed: return
    case .send(let sent):
      if programs[scheme].hasContactPolicy {
        contactRules.count(
          sent, under: scheme, at: minute, places: &accounts.contacts.places,
          base: account * stride)
      }
      grantCoupon(with: decision.notice, to: account, &accounts, &decision, on: minute.day)
    case .deferred(let message, let until, _):
      accounts.contacts.waiting.add(message, decision.notice, due: until.index, to: account)
      accounts.timers[account] = min(accounts.timers[account], until.index)
    }
  }

  /// The message of a moment of the calendar.
  func message(of kind: ScheduledKind, inScheme scheme: Int, on day: Day) -> Message {
    let campaign = UInt16(campaigns.number(of: kind, inScheme: scheme))
    let (purpose, topic) = kind.message
    guard case .broadcast(let position) = kind else {
      return Message(
        channel: contactRules.programs[scheme].channel, kind: purpose, topic: topic,
        campaign: campaign, day: day)
    }
    let broadcast = broadcasts[Int(programs[scheme].firstBroadcast) + position]
    return Message(
      channel: broadcast.channel, kind: broadcast.kind, topic: broadcast.topic,
      campaign: campaign, day: day)
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
  /// What the message of a moment is for and what it talks about: grants sell, the rest serves; a
  /// broadcast says so itself.
  fileprivate var message: (MessageKind, MessageTopic) {
    switch self {
    case .couponGrant: (.promotional, .coupon)
    case .balanceDue: (.service, .presale)
    case .tierProgress, .tierWarning, .tierReview, .growthReset: (.service, .tier)
    case .privilege: (.service, .privilege)
    case .expiryWarning, .expiryExtension: (.service, .points)
    case .broadcast: (.promotional, .content)
    }
  }
}

// What is remembered of messages, when accounts are made, joined, or pass to another scheme.
extension LoyaltyEngine {
  func makeContactBook(of accounts: inout SchemeAccounts, scheme: Int) {
    let stride = contactRules.placeCount
    let postpones = schemes.contains { $0.scheme.letsMessagesWait }
    guard stride > 0 || postpones else { return }
    accounts.contacts = ContactBook(count: accounts.count, stride: stride, postpones: postpones)
    for account in 0..<accounts.count { clearContacts(of: account, &accounts) }
  }

  /// Forgets what was sent to an account, and what waits.
  func clearContacts(of account: Int, _ accounts: inout SchemeAccounts) {
    let program = contactRules.programs[Int(accounts.states[account].scheme)]
    for cap in Int(program.firstCap)..<Int(program.firstCap + program.capCount) {
      contactRules.caps[cap].clear(
        &accounts.contacts.places, base: account * accounts.contacts.stride)
    }
    accounts.contacts.waiting.removeAll(of: account)
  }

  /// Counts of two accounts add up, so that a cap is not had twice; what waits for the other account
  /// is dropped, since the member is the same.
  func joinContacts(
    of other: Int, with account: Int, _ accounts: inout SchemeAccounts, scheme: Int
  ) {
    let stride = accounts.contacts.stride
    let program = contactRules.programs[scheme]
    for cap in Int(program.firstCap)..<Int(program.firstCap + program.capCount) {
      contactRules.caps[cap].join(
        other * stride, with: account * stride, &accounts.contacts.places)
    }
    clearContacts(of: other, &accounts)
    accounts.timers[other] = .max
  }
}
