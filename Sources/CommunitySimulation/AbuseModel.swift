internal import MemberBehavior
internal import Randomness

/// What kind of person somebody is, as far as taking advantage goes (M53).
public enum AbuseKind: UInt8, Sendable, Hashable, CaseIterable {
  /// None of these.
  case none
  /// Opens one account after another.
  case accounts
  /// Invites accounts of one's own in a ring.
  case rings
  /// Orders, collects and returns.
  case loops
  /// Orders only what an offer makes cheaper.
  case hunters
}

/// Who takes advantage of incentives, what the shop can know, and how reviewers judge.
///
/// All shares are the scenario's: no defensible figure of abuse exists (P55).
public struct AbuseModel: Sendable, Hashable {
  /// The share of people of each kind, by the kind's number; that of none is not looked at.
  public var shares: [Double]
  /// How many accounts holders of several have in the end, and those who build rings.
  public var accountCount: Int
  /// The same of those who build rings.
  public var ringCount: Int
  /// Of further accounts, the share that are opened on another device.
  public var otherDeviceShare: Double
  /// Of further accounts, the share that give another address.
  public var otherAddressShare: Double
  /// The share of their orders that people who return send back, and after how many days.
  public var returnShare: Double
  /// After how many days.
  public var returnDays: Int32
  /// Into how many orders hunters split one at most.
  public var partCount: Int
  /// The share of people who share an address with the next one of their community.
  public var householdShare: Double
  /// Of these, the share who share a device, too.
  public var sharedDeviceShare: Double
  /// How reviewers judge; nothing if nobody reviews.
  public var reviewers: Reviewers?

  /// How reviewers judge.
  public struct Reviewers: Sendable, Hashable {
    /// Of reviews of people of these kinds, the share that find it out.
    public var detection: Double
    /// Of reviews of all others, the share that suspect them.
    public var falseAlarms: Double
    /// Days until a review comes out.
    public var days: Int32

    /// Creates reviewers.
    public init(detection: Double, falseAlarms: Double, days: Int32) {
      self.detection = detection
      self.falseAlarms = falseAlarms
      self.days = days
    }
  }

  /// Creates a model in which nobody takes advantage.
  public init() {
    shares = Array(repeating: 0, count: AbuseKind.allCases.count)
    (accountCount, ringCount) = (1, 1)
    (otherDeviceShare, otherAddressShare) = (0, 0)
    (returnShare, returnDays) = (0, 0)
    partCount = 1
    (householdShare, sharedDeviceShare) = (0, 0)
  }

  /// How many accounts a person may have.
  var accountsPerPerson: Int { max(accountCount, ringCount) }

  /// The kind of a person.
  func kind(of person: UInt32, _ draws: Draws) -> AbuseKind {
    var mark = draws.uniform(at: DrawAddress(subject: person, purpose: .abuse))
    for kind in AbuseKind.allCases.dropFirst() {
      let share = shares[Int(kind.rawValue)]
      if mark < share { return kind }
      mark -= share
    }
    return .none
  }
}

/// What is remembered of one person where there are rules against abuse, or people who need them.
struct AbuseLife {
  /// How many accounts the person has opened.
  var accounts: UInt8 = 1
  /// Whether the newest of them has served for an order.
  var hasServed = false
  /// Whether a rule acted on the person within the horizon.
  var wasHit = false
}
