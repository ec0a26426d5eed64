public import Quantities

/// Who takes advantage of incentives, what the shop can know of people, and how well its reviewers
/// judge (M53).
///
/// Every share is the scenario's own: no defensible figure of abuse exists (P55). A person is of one
/// kind at most.
public struct AbuseHabit: Sendable, Hashable {
  /// People with several accounts, each opened when the one before it has served for an order.
  public struct Accounts: Sendable, Hashable {
    /// The share of people.
    public var share: Rate
    /// How many accounts one of them has in the end, the first included.
    public var count: Int
    /// Of further accounts, the share that are opened on another device.
    public var otherDevice: Rate
    /// Of further accounts, the share that give another address.
    public var otherAddress: Rate

    /// Creates the habit.
    public init(share: Rate, count: Int, otherDevice: Rate, otherAddress: Rate) {
      self.share = share
      self.count = count
      self.otherDevice = otherDevice
      self.otherAddress = otherAddress
    }
  }

  /// People who invite accounts of their own in a ring: A invites B on another device, B invites a
  /// second account on A's.
  public struct Rings: Sendable, Hashable {
    /// The share of people.
    public var share: Rate
    /// How many accounts one of them has in the end, the first included.
    public var count: Int

    /// Creates the habit.
    public init(share: Rate, count: Int) {
      self.share = share
      self.count = count
    }
  }

  /// People who order, collect what that brings, and return the goods.
  public struct Loops: Sendable, Hashable {
    /// The share of people.
    public var share: Rate
    /// The share of their orders that come back whole.
    public var returns: Rate
    /// After how many days.
    public var days: Int

    /// Creates the habit.
    public init(share: Rate, returns: Rate, days: Int) {
      self.share = share
      self.returns = returns
      self.days = days
    }
  }

  /// Members who order only what an offer makes cheaper, in as many parts as pays.
  public struct Hunters: Sendable, Hashable {
    /// The share of people.
    public var share: Rate
    /// Into how many orders they split one at most.
    public var parts: Int

    /// Creates the habit.
    public init(share: Rate, parts: Int) {
      self.share = share
      self.parts = parts
    }
  }

  /// How reviewers judge.
  public struct Reviewers: Sendable, Hashable {
    /// Of reviews of people of these kinds, the share that find it out.
    public var detection: Rate
    /// Of reviews of all others, the share that suspect them.
    public var falseAlarms: Rate
    /// Days until a review comes out.
    public var days: Int

    /// Creates the habit.
    public init(detection: Rate, falseAlarms: Rate, days: Int) {
      self.detection = detection
      self.falseAlarms = falseAlarms
      self.days = days
    }
  }

  /// People with several accounts; nothing for none.
  public var accounts: Accounts?
  /// People who invite themselves in rings; nothing for none.
  public var rings: Rings?
  /// People who order and return; nothing for none.
  public var loops: Loops?
  /// Coupon hunters; nothing for none.
  public var hunters: Hunters?
  /// The share of people who share their address with the next one of their community.
  public var households: Rate
  /// Of these, the share who share a device, too.
  public var sharedDevices: Rate
  /// How reviewers judge; nothing if nobody reviews.
  public var reviewers: Reviewers?

  /// Creates a habit; without arguments nobody does any of it.
  public init(
    accounts: Accounts? = nil, rings: Rings? = nil, loops: Loops? = nil, hunters: Hunters? = nil,
    households: Rate = .zero, sharedDevices: Rate = .zero, reviewers: Reviewers? = nil
  ) {
    self.accounts = accounts
    self.rings = rings
    self.loops = loops
    self.hunters = hunters
    self.households = households
    self.sharedDevices = sharedDevices
    self.reviewers = reviewers
  }
}
