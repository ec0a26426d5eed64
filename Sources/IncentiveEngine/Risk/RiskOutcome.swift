public import PointsLedger
public import Quantities

/// What rules against abuse did to an account.
public enum RiskChange: UInt8, Sendable, Hashable, CaseIterable {
  /// Nothing.
  case none
  /// Something was not given.
  case refused
  /// The account, or an award, is held.
  case held
  /// Something was taken back.
  case takenBack
  /// A review cleared the account, or a held one passed to other rules.
  case released
  /// A review did not clear it.
  case denied
}

/// What rules against abuse did with one event (M53).
///
/// Points that are held are among those that the decision says were earned; they are pending.
public struct RiskOutcome: Sendable, Hashable {
  /// Points called off by a review, or taken back by a rule; in no other field of the decision.
  public var takenBack = Points.zero
  /// Points that a review released.
  public var released = Points.zero
  /// What a review cost beside its minutes.
  public var reviewCost = Money.zero
  /// Minutes that a review took.
  public var reviewMinutes: Int32 = 0
  /// The rule that acted; none if none did.
  public var rule = RuleID.none
  /// Why.
  public var reason = Refusal.none
  /// What it did.
  public var change = RiskChange.none
  /// Whether the host is asked to review the account.
  public var asksReview = false
  /// Whether the inviter's account is held by this event.
  public var holdsInviter = false
  /// Whether the host is asked to review the inviter's account.
  public var asksInviterReview = false

  /// Nothing.
  public init() {}

  /// Whether any rule acted, on the account or on the inviter's.
  public var acts: Bool { change != .none || holdsInviter }

  /// Notes what a rule did; the gravest of several stands.
  mutating func note(_ change: RiskChange, _ reason: Refusal, by rule: RuleID) {
    guard change.rawValue > self.change.rawValue else { return }
    (self.change, self.reason, self.rule) = (change, reason, rule)
  }
}
