public import Statistics

/// A number with its interval, or the reason why there is none: never NaN.
public enum Measured: Sendable, Hashable {
  /// Why a number is not defined.
  public enum Reason: Sendable, Hashable {
    /// Nobody was a member when the horizon began.
    case noMembersAtStart
    /// Nobody ordered in control and in the arm early enough.
    case nobodyBoughtInBoth
    /// Nobody ordered early enough.
    case noBuyers
    /// No points were issued.
    case noPointsIssued
    /// No coupons were granted.
    case noCouponsGranted
    /// Nobody joined by invitation.
    case nobodyInvited
    /// Nobody tried to invite oneself.
    case nobodyInvitedOneself
    /// Nobody takes advantage of incentives.
    case noAbusers
    /// There are no rules against abuse, and nobody who takes advantage.
    case nobodyWatched
    /// No messages were delivered.
    case nobodyMessaged
    /// No message was opened.
    case noMessageOpened
    /// No message brought a visit.
    case noMessageVisits
    /// Nobody ordered at a visit that a message brought.
    case noMessageOrders
    /// The arm has no order that control lacks.
    case nothingGained
    case noRunOff
    /// No order took anything off.
    case nothingOff
    /// Control's value is zero, so that nothing is relative to it.
    case controlIsZero
  }

  /// A value in the metric's unit, with the simulation noise of its estimate.
  case defined(Estimate)
  /// No value.
  case undefined(Reason)

  /// The estimate, if there is one.
  public var estimate: Estimate? {
    guard case .defined(let estimate) = self else { return nil }
    return estimate
  }

  /// The value, if there is one.
  public var value: Double? { estimate?.value }

  /// The interval, if there is one; a single independent unit has none.
  public var interval: Interval? { estimate?.interval }

  /// Why there is no value, if there is none.
  public var reason: Reason? {
    guard case .undefined(let reason) = self else { return nil }
    return reason
  }
}

extension Measured.Reason: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .noMembersAtStart: "nobody was a member when the horizon began"
    case .nobodyBoughtInBoth: "nobody ordered in control and in the arm early enough"
    case .noBuyers: "nobody ordered early enough"
    case .noPointsIssued: "no points were issued"
    case .noCouponsGranted: "no coupons were granted"
    case .nobodyInvited: "nobody joined by invitation"
    case .nobodyInvitedOneself: "nobody tried to invite oneself"
    case .noAbusers: "nobody takes advantage of incentives"
    case .nobodyWatched: "no rules against abuse, and nobody who takes advantage"
    case .nobodyMessaged: "no messages were delivered"
    case .noMessageOpened: "no message was opened"
    case .noMessageVisits: "no message brought a visit"
    case .noMessageOrders: "nobody ordered at a visit that a message brought"
    case .nothingGained: "the arm has no order that control lacks"
    case .noRunOff: "no days after the horizon are simulated"
    case .nothingOff: "no order took anything off"
    case .controlIsZero: "control's value is zero"
    }
  }
}
