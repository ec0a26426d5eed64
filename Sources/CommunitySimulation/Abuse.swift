internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Quantities
internal import Randomness
internal import Timeline

/// People who take advantage (M53): several accounts, rings of invitations, orders that are returned,
/// orders only with an offer.
///
/// A person's account number k stands k times as many places behind the first as there are people.
/// What somebody does is drawn by person and occasion, so it is the same in all arms; where an arm's
/// scheme has nothing to take, nobody does it.
extension ArmRun {
  /// The account that a person uses: the one opened last.
  func newestAccount(of person: Int) -> Int {
    (Int(abuseLives[person].accounts) - 1) * people.count + person
  }

  /// What the shop is told of a person's account, by its number.
  func identity(of person: Int, number: Int = 0, _ model: AbuseModel) -> AccountIdentity {
    let home = household(of: person, share: model.householdShare)
    var identity = AccountIdentity(
      device: people[person].number &+ 1, address: people[home].number &+ 1)
    if home != person,
      draws.uniform(at: DrawAddress(subject: people[home].number, purpose: .sharedDevice))
        < model.sharedDeviceShare
    {
      identity.device = people[home].number &+ 1
    }
    guard number > 0 else { return identity }
    // Numbers of other devices and addresses are far from those of other people of the community.
    let other = UInt32(number) << 28
    if people[person].abuse == .rings {
      // Two devices by turns: the third account is opened on the first's.
      guard number % 2 == 1 else { return identity }
      identity.device ^= 1 << 28
      identity.address ^= 1 << 28
      return identity
    }
    let (device, address) = draws.uniformPair(
      at: DrawAddress(
        subject: people[person].number, purpose: .secondIdentity, occurrence: UInt32(number)))
    if device < model.otherDeviceShare { identity.device ^= other }
    if address < model.otherAddressShare { identity.address ^= other }
    return identity
  }

  /// Opens a person's next account at a need, when the newest has served and the scheme gives
  /// something for it; in a ring by the newest's invitation.
  mutating func openNextAccount(of person: Int, at occasion: Occasion) {
    guard isMeasuring, let model = plan.abuse, plan.arms[arm].invitesAbuse,
      occasion.stream == .need, abuseLives[person].hasServed
    else { return }
    let most =
      switch people[person].abuse {
      case .accounts: model.accountCount
      case .rings: model.ringCount
      case .none, .loops, .hunters: 1
      }
    let number = Int(abuseLives[person].accounts)
    guard number < most else { return }
    let minute = Minute(index: occasion.minute)
    let inviter = newestAccount(of: person)
    let account = number * people.count + person
    abuseLives[person].accounts += 1
    abuseLives[person].hasServed = false
    // A pack is a use of budgets of its own.
    if steering.isOn {
      endMoment()
      beginMoment()
    }
    let decision = open(
      account, of: person, as: identity(of: person, number: number, model), inviter, minute)
    noteAward()
    tally.add(to: .extraAccounts)
    tallyGranted(decision.granted, to: person)
  }

  private mutating func open(
    _ account: Int, of person: Int, as identity: AccountIdentity, _ inviter: Int,
    _ minute: Minute
  ) -> Decision {
    let birthday = people[person].birthday
    if people[person].abuse == .rings,
      plan.engine.invitationTerms(for: inviter, in: accounts, at: minute) != nil
    {
      tally.add(to: .selfInvitations)
      let decision = handle(
        .joinInvited(birthday, by: inviter, identity: identity), for: account, at: minute)
      guard decision.refusal != .none else {
        note(decision.referral, friend: person, at: minute)
        return decision
      }
      tally.add(to: .selfInvitationsCaught)
    }
    return handle(.joinIdentified(birthday, identity), for: account, at: minute)
  }

  /// What the program's calendar does for a person's further accounts; messages reach a person once.
  mutating func announce(_ event: ScheduledEvent, toFurtherAccountsOf person: Int) {
    for number in 1..<max(1, Int(abuseLives[person].accounts)) {
      let decision = handle(
        .scheduled(event.kind), for: number * people.count + person, at: event.minute)
      guard isMeasuring else { continue }
      tallyGranted(decision.granted, to: person)
      if decision.privileges != [] {
        tallyPrivileges(of: UInt32(person), decision, at: event.minute)
      }
    }
  }

  /// Whether the whole order at an occasion's address is sent back by somebody who collects what
  /// orders bring.
  func loops(_ person: Int, at address: DrawAddress) -> Bool {
    guard people[person].abuse == .loops, isMeasuring, plan.arms[arm].invitesAbuse,
      let model = plan.abuse
    else { return false }
    // The lines of a basket have the attempts below.
    let word = draws.block(at: address, attempt: 65).first
    return (Double(word) + 0.5) * 0x1p-32 < model.returnShare
  }

  /// Whether an offer makes a basket cheaper: a hunter orders nothing else.
  func isCheaper(_ quote: Quote) -> Bool {
    quote.promotionDiscount > .zero || quote.couponDiscount > .zero || quote.gifts != []
  }

  /// Closes the books of a person's further accounts, and says what the person was.
  mutating func closeAccounts(of person: Int) {
    guard plan.watchesAbuse else { return }
    for number in 1..<max(1, Int(abuseLives[person].accounts)) {
      plan.engine.settle(
        number * people.count + person, in: &accounts, through: plan.horizon.lastDay,
        into: &sinks)
    }
    guard lives[person].isMember else { return }
    let isHonest = people[person].abuse == .none
    tally.add(to: isHonest ? .honestMembers : .abusers)
    if abuseLives[person].wasHit { tally.add(to: isHonest ? .honestHit : .abusersHit) }
  }
}
