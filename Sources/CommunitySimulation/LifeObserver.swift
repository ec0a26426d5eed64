public import IncentiveEngine
public import MemberBehavior
public import PointsLedger
public import Quantities
public import Timeline

/// What an observer is told of one person's life.
public enum LifeMoment: Sendable {
  /// The person became a member.
  case joined(Minute)
  /// An occasion that was looked at; the decision is there if it became an order.
  case occasion(OccasionRecord)
  /// An errand that was done, and what the engine did with it.
  case errand(Errand, Decision)
  /// An invitation by the person, or of the person, came about, became valid or was taken back.
  case invitation(Minute, ReferralOutcome, isInviter: Bool)
  /// The program's calendar did something for the member.
  case calendar(ScheduledEvent, Decision)
  /// The engine did something for the member at a minute of its own choice.
  case timer(Minute, Decision)
  /// A message was delivered.
  case message(Minute, Notice, bringsVisit: Bool, optsOut: Bool)
  /// The customer life ended.
  case lapsed(Minute)
  /// Goods came back, or would have if the engine had not refused.
  case goodsBack(ReturnRecord)
  /// An order placed earlier was paid, or canceled because it was not; the decision is there where
  /// the person was a member when placing it.
  case payment(Minute, Decision?, isPaid: Bool)
  /// A need was met from stock at home.
  case metFromStock(Occasion)
  /// The tags of the member at the end of a month, where the scheme has any.
  case tags(Day, TagSet)
  /// An order after lapse restarted the needs.
  case wonBack(Minute)
  /// Rules against abuse, or a review, did something to the person's account.
  case risk(Minute, RiskOutcome)
}

/// One occasion as it was decided.
public struct OccasionRecord: Sendable {
  /// The occasion.
  public var occasion: Occasion
  /// Whether the person was a member.
  public var isMember: Bool
  /// Whether it was of the person's second account.
  public var isOfSecondAccount = false
  /// What the engine offered; nothing for a person who is no member.
  public var quote: Quote?
  /// What the person saw of it.
  public var stimulus: Stimulus
  /// Wear at that moment.
  public var wear: Double
  /// u and its parts: what all of it was worth to the person; nothing for a person who is no
  /// member, or if the observer does not ask why.
  public var parts: UtilityParts?
  /// The share of such occasions that become an order; nothing for a person who is no member.
  public var acceptance: Double?
  /// What each rule of the scheme did, or why not.
  public var findings: [RuleFinding] = []
  /// Whether needs had stopped before.
  public var hasLapsed = false
  /// What the engine did with the order, if there was one.
  public var decision: Decision?
  /// Whether it became an order.
  public var isOrder: Bool
  /// Whether the order was placed and not paid at once.
  public var isUnpaid = false
  /// The list price before goods were added to reach a threshold; nothing if none were.
  public var toppedUpFrom: Money?

  /// u; zero for a person who is no member.
  public var utility: Double { parts?.utility ?? 0 }
}

/// Goods that a person sends back, and what that undid.
public struct ReturnRecord: Sendable {
  /// When they come back.
  public var minute: Minute
  /// Their list price.
  public var list: Money
  /// What the engine did with it; nothing for a person who was no member at the order.
  public var decision: Decision?
}

/// Looks over a community's shoulder: `explain` does, a run does not.
///
/// A protocol so that the compiler leaves nothing of it in a run that is not watched.
public protocol LifeObserver: TransferSink, Sendable {
  /// Whether the person at a position is watched.
  func watches(_ person: Int) -> Bool
  /// Whether the findings of all rules and the parts of u are wanted with an occasion; working them
  /// out takes longer than the occasion itself.
  var asksWhy: Bool { get }
  /// Takes note of a moment of a watched life, by the person's position.
  mutating func observe(_ moment: LifeMoment, of person: Int)
}

extension LifeObserver {
  /// They are wanted.
  public var asksWhy: Bool { true }
}

/// Nobody looks.
public struct Unobserved: LifeObserver {
  /// Creates the observer.
  public init() {}
  /// Nobody is watched.
  public func watches(_ person: Int) -> Bool { false }
  /// Never called.
  public mutating func observe(_ moment: LifeMoment, of person: Int) {}
  /// Forgets the transfer.
  public mutating func record(_ transfer: Transfer) {}
}
