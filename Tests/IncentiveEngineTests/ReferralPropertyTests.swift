import PointsLedger
import Quantities
import Testing
import Timeline

@testable import IncentiveEngine

/// Random shops whose members invite, order, return and spend, against what a plain reading of the
/// rules says that each must hold.
@Suite struct ReferralPropertyTests {
  private static let lives: UInt64 = 1_500

  @Test func `Points of invitations are those of the invitations that are valid`() throws {
    var counts = (valid: 0, takenBack: 0, owed: 0)
    for seed in 1...Self.lives {
      var random = TestRandom(seed: seed)
      var life = try InvitingLife(&random)
      for _ in 0..<60 where life.broken.isEmpty { life.step(&random) }
      life.close()
      guard life.broken.isEmpty else {
        Issue.record("seed \(seed): \(life.broken.prefix(3))")
        return
      }
      counts.valid += life.validCount
      counts.takenBack += life.takenBackCount
      counts.owed += life.owesAnything ? 1 : 0
    }
    // Laws are worth holding only where such things happen.
    #expect(counts.valid > 500 && counts.takenBack > 150 && counts.owed > 20, "\(counts)")
  }
}

/// A shop of eight accounts, and beside it what is known of each invitation.
private struct InvitingLife {
  private struct Invitation {
    var inviter: Int
    var joined: Day
    var hasProfile = false
    /// The order that counts, and what is left of it.
    var order: Int?
  }

  private struct Order {
    var number: OrderNumber
    var account: Int
    var left: Int64
  }

  private static let accountCount = 8
  private(set) var broken: [String] = []
  private(set) var validCount = 0
  private(set) var takenBackCount = 0
  private var world: World
  private let opening: PointsLedger
  private let program: ReferralProgram
  private var today = day(2026, 1, 1)
  private var invitations: [Int: Invitation] = [:]
  private var orders: [Order] = []
  /// Points that each account has from its profile, less those spent.
  private var others = Array(repeating: Int64(0), count: accountCount)

  init(_ random: inout TestRandom) throws {
    var scheme = Scheme.referringPoints
    scheme.refunds = RefundPolicy(
      windowDays: random.chance(50) ? 1 + random.below(10) : nil, earned: .mayGoNegative)
    if random.chance(50) { scheme.referral?.profile = nil }
    scheme.referral?.waitsForReturnWindow =
      scheme.refunds?.windowDays != nil && random.chance(50)
    if random.chance(30) { scheme.referral?.friendAt = .registration }
    if random.chance(50) {
      scheme.referral?.bonuses = [
        .init(invitations: 2, reward: .points(Points(70))),
        .init(invitations: 4, reward: .points(Points(900))),
      ]
    }
    scheme.rewards = [
      Reward(name: "mug", price: Points(60), content: .item(cost: yuan("5"), value: yuan("9")))
    ]
    program = scheme.referral ?? ReferralProgram()
    world = try World([scheme], accountCount: Self.accountCount)
    opening = world.accounts.ledger
    for account in 0..<2 { world.join(account, on: today) }
  }

  var owesAnything: Bool {
    (0..<Self.accountCount).contains { world.accounts.ledger.arrears($0) > .zero }
  }

  mutating func step(_ random: inout TestRandom) {
    today = today.advanced(by: random.below(3))
    let account = random.below(Self.accountCount)
    switch random.below(10) {
    case ..<2: invite(account, by: random.below(Self.accountCount))
    case ..<5: buy(Int64(random.below(6)) * 1_000, account)
    case ..<6: completeProfile(account)
    case ..<8: giveBack(&random)
    default: spend(account)
    }
    check()
  }

  private mutating func invite(_ friend: Int, by inviter: Int) {
    let isMember = (0..<Self.accountCount).map { world.accounts.states[$0].isMember }
    let decision = world.joinInvited(friend, by: inviter, on: today)
    let isAllowed = !isMember[friend] && isMember[inviter] && friend != inviter
    law(
      (decision.refusal == .none) == isAllowed, "\(inviter) invites \(friend): \(decision.refusal)")
    if isAllowed { invitations[friend] = Invitation(inviter: inviter, joined: today) }
  }

  private func isInTime(_ invitation: Invitation) -> Bool {
    invitation.joined.distance(to: today) <= (program.withinDays ?? .max)
  }

  private mutating func buy(_ minor: Int64, _ account: Int) {
    let decision = world.handle(
      .order(offers: [], points: .zero), account, at: today.at(hour: 12),
      basket: [BasketLine(listMinor: minor)])
    guard let number = decision.order else { return }
    orders.append(Order(number: number, account: account, left: minor))
    guard let invitation = invitations[account], invitation.order == nil, isInTime(invitation),
      minor >= program.order?.minor ?? 0
    else { return }
    invitations[account]?.order = orders.count - 1
  }

  private mutating func completeProfile(_ account: Int) {
    guard world.handle(.interaction(0), account, at: today.at(hour: 13)).refusal == .none else {
      return
    }
    others[account] += 1
    guard let invitation = invitations[account], isInTime(invitation) else { return }
    invitations[account]?.hasProfile = true
  }

  private mutating func giveBack(_ random: inout TestRandom) {
    guard !orders.isEmpty else { return }
    let place = random.below(orders.count)
    let order = orders[place]
    let part = Int64(1 + random.below(4_000))
    let isWhole = random.chance(50)
    let decision = world.handle(
      .refund(order: order.number, part: isWhole ? .whole : .amount(Money(minor: part))),
      order.account, at: today.at(hour: 14))
    guard decision.refusal == .none else { return }
    orders[place].left = isWhole ? 0 : order.left - part
    guard invitations[order.account]?.order == place,
      orders[place].left == 0 || orders[place].left < program.order?.minor ?? 0
    else { return }
    let wasValid = invitations[order.account].map(isValid) ?? false
    invitations[order.account]?.order = nil
    if wasValid { takenBackCount += 1 }
    law((decision.referral.change == .takenBack) == wasValid, "\(decision.referral.change)")
  }

  private mutating func spend(_ account: Int) {
    guard world.handle(.redeem(reward: 0), account, at: today.at(hour: 16)).refusal == .none else {
      return
    }
    others[account] -= 60
  }

  private func isValid(_ invitation: Invitation) -> Bool {
    invitation.order != nil && (program.profile == nil || invitation.hasProfile)
  }

  private mutating func check() {
    let today = today
    let valid = invitations.filter { isValid($0.value) }
    validCount = max(validCount, valid.count)
    for account in 0..<Self.accountCount {
      let invited = valid.count { $0.value.inviter == account }
      var points = others[account] + 100 * Int64(invited)
      for bonus in program.bonuses where bonus.invitations <= invited {
        if case .points(let more) = bonus.reward { points += more.count }
      }
      let isRewarded =
        program.friendAt == .registration ? invitations[account] != nil : valid[account] != nil
      if isRewarded { points += 100 }
      let ledger = world.accounts.ledger
      let held = ledger.held(account, on: today).count - ledger.arrears(account).count
      law(held == points, "account \(account) holds \(held), not \(points), on \(today)")
    }
  }

  mutating func close() {
    law(
      JournalReplay.replay(world.journal.transfers, onto: opening) == world.accounts.ledger,
      "the journal does not replay to the ledger")
    law(world.accounts.ledger.totals.trialBalance == 0, "the trial balance is not zero")
    let faults = EngineInvariants.faults(of: world.accounts, in: world.engine, on: today)
    law(faults.isEmpty, "\(faults)")
  }

  private mutating func law(_ holds: Bool, _ name: @autoclosure () -> String) {
    if !holds { broken.append(name()) }
  }
}
