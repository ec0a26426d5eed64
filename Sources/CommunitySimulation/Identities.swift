internal import IncentiveEngine
internal import Measurement
internal import MemberBehavior
internal import MemberPopulation
internal import PointsLedger
internal import Randomness
internal import Timeline

/// What the shop can know of who stands behind an account, and who opens one to invite oneself (M53).
///
/// All shares are the scenario's: no defensible figure of abuse exists (P55).
public struct IdentityModel: Sendable, Hashable {
  /// The share of people who share their address with the next one of their community.
  public var householdShare: Double
  /// Of people with two accounts, the share who open the second by an invitation of their own.
  public var selfInviteShare: Double
  /// Of these, the share who do so on another device.
  public var otherDeviceShare: Double
  /// Of these, the share who give another address.
  public var otherAddressShare: Double

  /// Creates a model.
  public init(
    householdShare: Double, selfInviteShare: Double, otherDeviceShare: Double,
    otherAddressShare: Double
  ) {
    self.householdShare = householdShare
    self.selfInviteShare = selfInviteShare
    self.otherDeviceShare = otherDeviceShare
    self.otherAddressShare = otherAddressShare
  }
}

extension ArmRun {
  /// What the shop is told of a person's account; nothing where the scenario does not say.
  func identity(of person: Int, second: Bool = false) -> AccountIdentity {
    if let abuse = plan.abuse { return identity(of: person, abuse) }
    guard let model = plan.identities else { return .unknown }
    // Numbers begin at 1; a second device or address has the highest bit.
    var identity = AccountIdentity(
      device: people[person].number &+ 1, address: people[household(of: person)].number &+ 1)
    guard second else { return identity }
    let (device, address) = draws.uniformPair(
      at: DrawAddress(subject: people[person].number, purpose: .secondIdentity))
    if device < model.otherDeviceShare { identity.device |= 1 << 31 }
    if address < model.otherAddressShare { identity.address |= 1 << 31 }
    return identity
  }

  /// Whose address a person has: two neighbors of the community may live together.
  private func household(of person: Int) -> Int {
    household(of: person, share: plan.identities?.householdShare ?? 0)
  }

  /// Whose address a person has, where such a share of neighbors live together.
  func household(of person: Int, share: Double) -> Int {
    let head = person & ~1
    guard share > 0, head + 1 < people.count else { return person }
    let mark = draws.uniform(
      at: DrawAddress(subject: people[head].number, purpose: .household))
    return mark < share ? head : person
  }

  private func invitesOneself(_ person: Int) -> Bool {
    guard let model = plan.identities else { return false }
    return draws.uniform(at: DrawAddress(subject: people[person].number, purpose: .selfInvitation))
      < model.selfInviteShare
  }

  /// Tells the engine who stands behind an account.
  mutating func tellIdentity(of person: Int, second: Bool = false, at minute: Minute) {
    guard plan.tellsIdentities else { return }
    handle(
      .identify(identity(of: person, second: second)),
      for: second ? people.count + person : person, at: minute)
  }

  /// Opens a person's second account: by the person's own invitation, where somebody does that and
  /// the arm's scheme rewards it, else as any other.
  mutating func openSecond(_ account: Int, of person: Int, at minute: Minute) -> Decision {
    let birthday = people[person].birthday
    let isRewarded = plan.engine.invitationTerms(for: person, in: accounts, at: minute) != nil
    guard isRewarded, invitesOneself(person) else {
      let decision = handle(.join(birthday), for: account, at: minute)
      tellIdentity(of: person, second: true, at: minute)
      return decision
    }
    let decision = handle(
      .joinInvited(birthday, by: person, identity: identity(of: person, second: true)),
      for: account, at: minute)
    if isMeasuring { tally.add(to: .selfInvitations) }
    guard decision.refusal != .none else {
      note(decision.referral, friend: person, at: minute)
      return decision
    }
    if isMeasuring { tally.add(to: .selfInvitationsCaught) }
    let joined = handle(.join(birthday), for: account, at: minute)
    tellIdentity(of: person, second: true, at: minute)
    return joined
  }
}
