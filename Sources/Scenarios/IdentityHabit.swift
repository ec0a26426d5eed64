public import Quantities

/// What the shop can know of who stands behind accounts, and who opens a second one to invite oneself
/// (M53).
///
/// Every share is the scenario's own: no defensible figure of abuse exists (P55).
public struct IdentityHabit: Sendable, Hashable {
  /// The share of people who live with the next one of their community and share the address.
  public var households: Rate
  /// Of people with two accounts, the share who open the second by an invitation of their own.
  public var selfInvites: Rate
  /// Of these, the share who do so on another device.
  public var otherDevice: Rate
  /// Of these, the share who give another address.
  public var otherAddress: Rate

  /// Creates a habit.
  public init(households: Rate, selfInvites: Rate, otherDevice: Rate, otherAddress: Rate) {
    self.households = households
    self.selfInvites = selfInvites
    self.otherDevice = otherDevice
    self.otherAddress = otherAddress
  }
}
