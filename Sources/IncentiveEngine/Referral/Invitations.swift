import PointsLedger
import Quantities
import Timeline

/// The invitations of one community, and who stands behind its accounts: empty where no scheme has a
/// referral program.
struct Invitations: Sendable, Equatable {
  /// How far one is.
  enum State: UInt8, Sendable {
    /// The friend has joined; something is missing.
    case registered
    /// All of it is done.
    case valid
    /// It is over: under other rules, or between accounts of one person.
    case ended
  }

  /// What one side was given, so that it can be taken back.
  struct Gift: Sendable, Equatable {
    var points: Int64 = 0
    var lot = LotKey(vintage: Month(index: 0), expiry: .never, funding: .promotional, rule: .none)
    /// The day by which pending points are known.
    var orderedOn = Day(index: 0)
    /// The coupon's last day.
    var couponLastDay: Int32 = 0
    /// The coupon's offer; negative for none.
    var coupon: Int8 = -1
    /// The coupon as a set.
    var coupons: OfferSet { coupon < 0 ? [] : OfferSet(offer: Int(coupon)) }

    static let none = Gift()
  }

  /// One invitation.
  struct Invitation: Sendable, Equatable {
    var inviter: UInt32
    var friend: UInt32
    var scheme: UInt16
    var joinedOn: Day
    var state = State.registered
    var hasProfile = false
    /// Whether an order counts, which, and of which day.
    var hasOrder = false
    var order: UInt32?
    var orderedOn = Day(index: 0)
    /// Whether it counted toward the inviter's limit and bonuses.
    var counts = false
    var inviterGift = Gift.none
    var friendGift = Gift.none
    /// The friend's invitation before it, or -1: only merging accounts brings a second.
    var prior: Int32 = -1
  }

  /// What a number of invitations brought one inviter.
  struct BonusGift: Sendable, Equatable {
    var inviter: UInt32
    var bonus: UInt8
    var gift: Gift
  }

  var list: [Invitation] = []
  /// The newest invitation of each account as the friend, or -1.
  private var heads: [Int32] = []
  private(set) var identities: [AccountIdentity] = []
  var bonuses: [BonusGift] = []

  /// Whether nobody was invited, and nobody identified.
  var isUnused: Bool { list.isEmpty && identities.isEmpty }

  /// The bytes that it occupies.
  var byteCount: Int {
    list.count * MemoryLayout<Invitation>.stride + heads.count * MemoryLayout<Int32>.stride
      + identities.count * MemoryLayout<AccountIdentity>.stride
      + bonuses.count * MemoryLayout<BonusGift>.stride
  }

  /// Adds an invitation, and returns its place.
  mutating func append(_ invitation: Invitation, accountCount: Int) -> Int {
    if heads.isEmpty { heads = Array(repeating: -1, count: accountCount) }
    var invitation = invitation
    invitation.prior = heads[Int(invitation.friend)]
    heads[Int(invitation.friend)] = Int32(list.count)
    list.append(invitation)
    return list.count - 1
  }

  /// The newest invitation of an account as the friend, or -1.
  @inline(__always)
  func newest(of account: Int) -> Int32 { heads.isEmpty ? -1 : heads[account] }

  /// Whether the account ever joined by invitation.
  func wasInvited(_ account: Int) -> Bool { newest(of: account) >= 0 }

  /// Who stands behind an account, as far as it was told.
  func identity(of account: Int) -> AccountIdentity {
    identities.isEmpty ? .unknown : identities[account]
  }

  /// Notes who stands behind an account; what is not known leaves what was.
  mutating func identify(_ account: Int, as identity: AccountIdentity, accountCount: Int) {
    if identities.isEmpty {
      guard identity != .unknown else { return }
      identities = Array(repeating: .unknown, count: accountCount)
    }
    if identity.device != 0 { identities[account].device = identity.device }
    if identity.address != 0 { identities[account].address = identity.address }
  }

  /// Whether a person, by marks of identity, has joined by invitation before.
  func wasInvited(_ identity: AccountIdentity, by marks: IdentityMarks) -> Bool {
    !identities.isEmpty
      && list.contains {
        identities[Int($0.friend)].isSame(as: identity, by: marks)
      }
  }

  /// Gives the gifts of an account other last days, as the ledger has done.
  mutating func move(
    lotsOf account: Int, orderedOn day: Day? = nil, to lastDay: (LotKey) -> Day
  ) {
    update(account) { gift in
      if let day, gift.orderedOn != day { return }
      gift.lot.expiry = lastDay(gift.lot)
    }
  }

  /// Puts the gifts of an account under no rule and without coupons, and ends the invitations that
  /// are still open: the account has passed to other rules.
  mutating func leaveRules(_ account: Int) {
    update(account) { gift in
      gift.lot.rule = .none
      gift.coupon = -1
    }
    for index in list.indices
    where list[index].state == .registered
      && (list[index].friend == UInt32(account) || list[index].inviter == UInt32(account))
    {
      list[index].state = .ended
    }
    for index in list.indices where list[index].inviter == UInt32(account) {
      list[index].counts = false
    }
    bonuses.removeAll { $0.inviter == UInt32(account) }
  }

  /// Puts all that is another account's under an account.
  mutating func rename(_ other: Int, to account: Int) {
    guard !isUnused else { return }
    let (old, new) = (UInt32(other), UInt32(account))
    for index in list.indices {
      if list[index].inviter == old { list[index].inviter = new }
      if list[index].friend == old { list[index].friend = new }
    }
    for index in bonuses.indices where bonuses[index].inviter == old {
      bonuses[index].inviter = new
    }
    if !heads.isEmpty, heads[other] >= 0 {
      var last = Int(heads[other])
      while list[last].prior >= 0 { last = Int(list[last].prior) }
      list[last].prior = heads[account]
      (heads[account], heads[other]) = (heads[other], -1)
    }
    guard !identities.isEmpty else { return }
    if identities[account].device == 0 { identities[account].device = identities[other].device }
    if identities[account].address == 0 { identities[account].address = identities[other].address }
    identities[other] = .unknown
  }

  private mutating func update(_ account: Int, _ change: (inout Gift) -> Void) {
    for index in list.indices {
      if list[index].inviter == UInt32(account) { change(&list[index].inviterGift) }
      if list[index].friend == UInt32(account) { change(&list[index].friendGift) }
    }
    for index in bonuses.indices where bonuses[index].inviter == UInt32(account) {
      change(&bonuses[index].gift)
    }
  }
}
